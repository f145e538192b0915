//! Looking for a place with Mme Aline Dumont, told through HTTP on both engines.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use directory::finder::Query;
use directory::vocabulary::{Lever, Topic};
use jiff::SignedDuration;
use kernel::id::CaseId;
use platform::testing::{Page, Team, TestApp};
use serde_json::Value;

use super::best_for;
use crate::assessment::model::{Assessment, Constraint, Means, Need, Reach};
use crate::caseload::model::Outcome;
use crate::connection::{Connection, Offer, Request};
use crate::testing::{a_case, link_worker, story, trail};
use crate::{assessment, caseload, connection};

async fn demo(test: &TestApp) {
    directory::demo::load(test.app.db(), test.app.clock().now()).await.unwrap();
}

fn address(case: CaseId) -> String {
    format!("/personnes/{case}/trouver")
}

/// What Aline and her link worker wrote together.
async fn assess(test: &TestApp, team: &Team, case: CaseId) {
    let topic = |slug| Topic::parse(slug).unwrap();
    let written = Assessment {
        matters: Some("J’aimerais rechanter.".to_owned()),
        needs: [Need::Ties].into(),
        levers: [Lever::Gather].into(),
        topics: [topic("chant"), topic("danse")].into(),
        constraints: [Constraint::AccompaniedFirst].into(),
        reach: Reach { km: Some(4), by: Some(Means::Bus) },
        ..Assessment::default()
    };
    let mut tx = test.tx().await;
    let now = test.app.clock().now();
    assessment::save(&mut tx, case, &written, 0, team.link_worker, now).await.unwrap();
    tx.commit().await.unwrap();
}

/// A choir of the demonstration's directory that sings where Aline lives.
async fn a_choir(test: &TestApp) -> Offer {
    let view = directory::finder::current(&test.app).await.unwrap();
    let asked = Query { text: "Chorale des Essarts".to_owned(), ..Query::default() };
    let listed = directory::finder::listed(&mut test.tx().await, view.find(&asked).hits).await.unwrap();
    let entry = &listed.first().unwrap().entry;
    assert!(entry.resource().ties.topics.contains(&Topic::parse("chant").unwrap()));
    Offer {
        resource_id: entry.resource().id.to_string(),
        resource_name: entry.resource().name.clone(),
        organization_name: entry.organization_name().to_owned(),
    }
}

/// The identifiers of the list, in its order.
fn listed(page: &Page) -> Vec<String> {
    let rows = page.body.split("<li class=\"result\" data-point=\"").skip(1);
    rows.map(|row| row.split('"').next().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn the_list_says_why_each_resource_is_there_and_proposes_it() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        demo(&test).await;
        let case = a_case(&test, &team).await;
        assess(&test, &team, case).await;
        let mut nadia = link_worker(&test).await;
        let before = trail(&test, case).await.len();
        let page = nadia.get(&address(case)).await;
        page.is(StatusCode::OK).says("Près de Mme Aline D.").says("à sa portée, les mieux assorties d’abord");
        page.says("Dans ses envies : chant")
            .says("Pour rencontrer du monde")
            .says("Répond à un besoin : des liens");
        page.says("D’après le point fait ensemble : ").says("quand elle est libre");
        page.says("écartées, voir pourquoi")
            .says("Réservées à d’autres communes")
            .says("Réservé aux habitants de");
        assert_eq!(listed(&page).first(), Some(&a_choir(&test).await.resource_id), "{}", page.text());
        let propose = format!("/personnes/{case}/liens");
        assert_eq!(page.value(&propose, "resource"), a_choir(&test).await.resource_id);
        // Opening the list is one reading of the file.
        let after = trail(&test, case).await;
        assert_eq!(&after[before..], ["read"]);
        // Neither the address nor anything but the commune's centre is on the page or in a link.
        page.does_not_say("rue des Lilas");
        assert!(page.body.contains("data-from=\"45.73"), "the commune's centre");
        assert!(!page.body.contains("Lilas"));
    })
    .await;
}

#[tokio::test]
async fn proposing_from_the_list_opens_the_connection_and_sets_it_aside() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        demo(&test).await;
        let case = a_case(&test, &team).await;
        assess(&test, &team, case).await;
        let mut nadia = link_worker(&test).await;
        let page = nadia.get(&address(case)).await;
        let page = nadia.send(&page, &format!("/personnes/{case}/liens"), &[]).await;
        page.is(StatusCode::OK).says("Chorale des Essarts").does_not_say("Près de");
        let page = nadia.get(&address(case)).await;
        assert!(!listed(&page).contains(&a_choir(&test).await.resource_id));
        page.says("Déjà proposées").says("Chorale des Essarts");
    })
    .await;
}

#[tokio::test]
async fn the_map_holds_exactly_the_places_of_the_list() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        demo(&test).await;
        let case = a_case(&test, &team).await;
        assess(&test, &team, case).await;
        let mut nadia = link_worker(&test).await;
        for query in ["", "?q=chorale", "?page=2&rayon=10", "?q=rien+de+tel"] {
            let page = nadia.get(&format!("{}{query}", address(case))).await;
            let before = trail(&test, case).await.len();
            let points = nadia.get(&format!("{}/points.geojson{query}", address(case))).await;
            assert_eq!(points.headers["content-type"], "application/geo+json");
            assert_eq!(trail(&test, case).await.len(), before + 1);
            let drawn: Value = serde_json::from_str(&points.body).unwrap();
            let drawn: BTreeSet<String> = drawn["features"]
                .as_array()
                .unwrap()
                .iter()
                .map(|feature| feature["properties"]["id"].as_str().unwrap().to_owned())
                .collect();
            let listed: BTreeSet<String> = listed(&page).into_iter().collect();
            assert!(drawn.is_subset(&listed), "{query}");
            let nowhere = listed.difference(&drawn).count();
            let at_home =
                page.text().matches("· à domicile").count() + page.text().matches("· à distance").count();
            assert!(nowhere <= at_home, "{query}: {nowhere} undrawn, {at_home} come home");
            assert!(!points.body.contains("Aline") && !points.body.contains("Dumont"));
        }
    })
    .await;
}

#[tokio::test]
async fn without_an_assessment_the_list_starts_from_the_commune_and_says_what_is_missing() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        demo(&test).await;
        let case = a_case(&test, &team).await;
        let mut nadia = link_worker(&test).await;
        let page = nadia.get(&address(case)).await;
        page.is(StatusCode::OK).says("Le point n’est pas encore fait").says("Répond à un besoin : des liens");
        assert_eq!(page.link("Faire le point ensemble"), format!("/personnes/{case}/point"));
        assert!(!listed(&page).is_empty());
        assess(&test, &team, case).await;
        nadia.get(&address(case)).await.does_not_say("Le point n’est pas encore fait");
    })
    .await;
}

#[tokio::test]
async fn criteria_narrow_the_list_and_are_kept_from_page_to_page() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        demo(&test).await;
        let case = a_case(&test, &team).await;
        let mut nadia = link_worker(&test).await;
        let here = address(case);
        let whole = nadia.get(&format!("{here}?rayon=20")).await;
        let next = whole.link("Suivantes");
        assert!(next.contains("rayon=20") && next.contains("page=2"), "{next}");
        let second = nadia.get(&next).await;
        assert!(listed(&second).iter().all(|id| !listed(&whole).contains(id)));
        let fields =
            [("q", "café"), ("levier", "gather"), ("prix", "gratuit"), ("rayon", "5"), ("avec", "accueil")];
        let page = nadia.get(&format!("{here}?{}", serde_urlencoded::to_string(fields).unwrap())).await;
        page.is(StatusCode::OK).says("gratuit");
        assert!(!listed(&page).is_empty() && listed(&page).len() < listed(&whole).len());
        for (field, value) in fields {
            assert_eq!(page.value(&here, field), value);
        }
        let nothing = nadia.get(&format!("{here}?q=aquaponie")).await;
        nothing
            .is(StatusCode::OK)
            .says("Rien n’a été trouvé à sa portée")
            .says("Rien ne répond à tous ces critères");
    })
    .await;
}

#[tokio::test]
async fn a_criterion_nobody_understands_is_told_and_left_out() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        demo(&test).await;
        let case = a_case(&test, &team).await;
        let mut nadia = link_worker(&test).await;
        let here = address(case);
        let whole = listed(&nadia.get(&here).await);
        for query in [
            "theme=inconnu",
            "rayon=beaucoup",
            "rayon=-3",
            "levier=9",
            "prix=cher",
            "public=riches",
            "avec=piscine",
        ] {
            let page = nadia.get(&format!("{here}?{query}")).await;
            page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Ce choix n’est pas dans la liste");
            assert_eq!(listed(&page), whole, "{query}");
        }
        let long = "é".repeat(201);
        let page = nadia.get(&format!("{here}?q={long}")).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("200 caractères au plus");
        assert_eq!(page.value(&here, "q"), long);
        for query in ["page=0", "page=abc", "page=99999999999999999999999"] {
            nadia.get(&format!("{here}?{query}")).await.is(StatusCode::OK);
        }
        nadia.get(&format!("{here}?page=4000")).await.is(StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn another_teams_case_is_not_there() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        Team::at_venissieux(&test).await;
        demo(&test).await;
        let case = a_case(&test, &team).await;
        let before = trail(&test, case).await;
        let paths = [address(case), format!("{}/points.geojson", address(case))];
        for account in
            ["link_worker@minguettes.test", "coordinator@minguettes.test", "prescriber@essarts.test"]
        {
            let mut browser = test.signed_in(account).await;
            for path in &paths {
                browser.get(path).await.is(StatusCode::NOT_FOUND).does_not_say("Dumont");
            }
        }
        let mut visitor = test.browser();
        for path in &paths {
            visitor.get(path).await.says("Se connecter");
        }
        assert_eq!(trail(&test, case).await, before);
        let mut coordinator = test.signed_in("coordinator@essarts.test").await;
        coordinator.get(&address(case)).await.is(StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn a_closed_case_is_read_and_nothing_is_proposed() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        demo(&test).await;
        let case = a_case(&test, &team).await;
        let mut tx = test.tx().await;
        let open = caseload::find(&mut tx, case).await.unwrap().unwrap();
        caseload::update(&mut tx, &open.closed(Outcome::Moved).unwrap()).await.unwrap();
        tx.commit().await.unwrap();
        let mut nadia = link_worker(&test).await;
        let page = nadia.get(&address(case)).await;
        page.is(StatusCode::OK).says("Cet accompagnement est terminé");
        assert!(!page.actions().iter().any(|action| action.ends_with("/liens")));
    })
    .await;
}

#[tokio::test]
async fn everybody_signed_in_reads_the_weights() {
    story(|test| async move {
        Team::at_bron(&test).await;
        test.browser().get("/ponderation").await.says("Se connecter").does_not_say("centre d’intérêt");
        for role in ["prescriber", "link_worker", "coordinator", "administrator"] {
            let mut browser = test.signed_in(&format!("{role}@essarts.test")).await;
            let page = browser.get("/ponderation").await;
            page.is(StatusCode::OK)
                .says("Version 3")
                .says("Pour chaque centre d’intérêt partagé.")
                .says("+22");
            assert_eq!(page.body.matches("<tr><td>").count(), 44);
        }
        let mut english = test.browser().in_english();
        english.sign_in("prescriber@essarts.test").await;
        english.get("/ponderation").await.says("For each interest in common.").says("−12");
    })
    .await;
}

#[tokio::test]
async fn after_a_refusal_the_next_best_is_another_resource() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        demo(&test).await;
        let case = a_case(&test, &team).await;
        assess(&test, &team, case).await;
        let choir = a_choir(&test).await;
        let best = |exclude: Vec<String>| {
            let test = test.clone();
            async move {
                let mut tx = test.tx().await;
                let case = caseload::find(&mut tx, case).await.unwrap().unwrap();
                best_for(&mut tx, &test.app, &case, &exclude, 3).await.unwrap()
            }
        };
        let first = best(Vec::new()).await;
        assert_eq!(first.len(), 3);
        assert_eq!(first[0].resource.id.as_str(), choir.resource_id);
        assert_eq!(first[0].organization_name, "Voix voisines");
        let without = best(vec![choir.resource_id.clone()]).await;
        assert_eq!(without[0].resource.id, first[1].resource.id);

        // Proposed, it is no longer proposed; ended without success, it comes after the others.
        let now = test.app.clock().now();
        let tie = Connection::proposed(case, choir.clone(), now);
        let mut tx = test.tx().await;
        connection::insert(&mut tx, &tie).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(best(Vec::new()).await[0].resource.id, first[1].resource.id);
        let mut nadia = link_worker(&test).await;
        nadia.get(&address(case)).await.says("Déjà proposées");
        let request = Request { at: now, reminded_at: None, email: None, shared: Vec::new(), likes: None };
        let expired = tie.asked(request).unwrap().expired(now + SignedDuration::from_hours(24 * 31)).unwrap();
        let mut tx = test.tx().await;
        assert!(connection::update(&mut tx, &expired).await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(best(Vec::new()).await[0].resource.id, first[1].resource.id);
        nadia.get(&format!("{}?q=chorale", address(case))).await.says("Déjà essayé, sans suite");
    })
    .await;
}

#[tokio::test]
async fn what_others_already_asked_of_an_organization_is_told_for_two_months() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        demo(&test).await;
        let choir = a_choir(&test).await;
        let case = a_case(&test, &team).await;
        for _ in 0..4 {
            let other = a_case(&test, &team).await;
            let now = test.app.clock().now();
            let tie = Connection::proposed(other, choir.clone(), now);
            let request =
                Request { at: now, reminded_at: None, email: None, shared: Vec::new(), likes: None };
            let mut tx = test.tx().await;
            connection::insert(&mut tx, &tie).await.unwrap();
            connection::update(&mut tx, &tie.asked(request).unwrap()).await.unwrap();
            tx.commit().await.unwrap();
        }
        let mut nadia = link_worker(&test).await;
        let told = "Déjà 4 demandes récentes à cette organisation";
        nadia.get(&format!("{}?q=voix+voisines", address(case))).await.says(told);
        test.app.clock().advance(SignedDuration::from_hours(24 * 61));
        let mut nadia = link_worker(&test).await;
        nadia.get(&format!("{}?q=voix+voisines", address(case))).await.does_not_say(told);
    })
    .await;
}
