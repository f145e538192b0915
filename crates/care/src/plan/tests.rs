//! Agreeing on a plan and taking it home, told through HTTP on both engines.

use axum::http::StatusCode;
use kernel::contact::Email;
use kernel::id::CaseId;
use platform::audit::Who;
use platform::testing::{Team, TestApp, pairs};

use super::model::{Goal, Plan};
use super::sql;
use crate::act::Acting;
use crate::caseload::{self, Outcome};
use crate::connection::{Answer, Connection, Meeting, Offer, Request, Shared};
use crate::consent::{self, Purpose, Recipient};
use crate::testing::{a_case, a_new_case, at_desk, events, link_worker, story, trail};

fn address(case: CaseId) -> String {
    format!("/personnes/{case}/plan")
}

fn paper(case: CaseId) -> String {
    format!("/personnes/{case}/plan/imprimer")
}

async fn goals(test: &TestApp, case: CaseId) -> Vec<Goal> {
    sql::goals(&mut test.tx().await, case).await.unwrap()
}

async fn plan(test: &TestApp, case: CaseId) -> Option<Plan> {
    sql::of_case(&mut test.tx().await, case).await.unwrap().map(|stored| stored.plan)
}

const WHOLE: [(&str, &str); 9] = [
    ("goal1", "Rechanter, même faux."),
    ("goal2", "Sortir le dimanche"),
    ("step1", "Appeler la chorale"),
    ("step1_who", "Nadia"),
    ("step1_by", "2026-01-20"),
    ("step2", "En parler à ma fille"),
    ("step2_who", "moi"),
    ("words", "On commence doucement."),
    ("review_on", "2026-02-24"),
];

#[tokio::test]
async fn goals_and_steps_are_agreed_in_the_person_s_words() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let here = address(case);
        let page = nadia.get(&here).await;
        page.is(StatusCode::OK).says("Mme Aline Dumont");
        assert_eq!(page.value(&here, "agreed_on"), "2026-01-13");
        let page = nadia.send(&page, &here, &WHOLE).await;
        page.is(StatusCode::OK).says("C’est enregistré").says("Imprimer");
        assert_eq!(page.value(&here, "goal1"), "Rechanter, même faux.");
        assert_eq!(page.value(&here, "step2_who"), "moi");

        let words: Vec<String> = goals(&test, case).await.into_iter().map(|goal| goal.words).collect();
        assert_eq!(words, ["Rechanter, même faux.", "Sortir le dimanche"]);
        let kept = plan(&test, case).await.unwrap();
        assert_eq!(kept.steps.len(), 2);
        assert_eq!(kept.steps[0].by, Some(jiff::civil::date(2026, 1, 20)));
        assert_eq!(kept.review_on, Some(jiff::civil::date(2026, 2, 24)));
        assert_eq!(events(&test, case).await.last().map(String::as_str), Some("planned"));
        assert_eq!(trail(&test, case).await, ["read", "changed", "read"]);
    })
    .await;
}

#[tokio::test]
async fn a_goal_said_better_is_the_same_and_another_goal_is_new() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let here = address(case);
        let page = nadia.get(&here).await;
        let page = nadia.send(&page, &here, &WHOLE).await;
        let first = goals(&test, case).await;
        let better = [("goal1", "Rechanter avec d’autres")];
        let page = nadia.send(&page, &here, &better).await;
        let now = goals(&test, case).await;
        assert_eq!((now[0].id, now[0].words.as_str()), (first[0].id, "Rechanter avec d’autres"));
        let another = [("goal1", "Jardiner"), ("another1", "oui"), ("goal2", "")];
        nadia.send(&page, &here, &another).await.is(StatusCode::OK);
        let now = goals(&test, case).await;
        assert_eq!((now.len(), now[0].place, now[0].words.as_str()), (1, 1, "Jardiner"));
        assert_ne!(now[0].id, first[0].id);
        // The same day of agreement all along: one line in the thread.
        assert_eq!(events(&test, case).await.iter().filter(|kind| *kind == "planned").count(), 1);
    })
    .await;
}

#[tokio::test]
async fn two_people_who_write_one_plan_see_both_and_lose_nothing() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let here = address(case);
        let page = nadia.get(&here).await;
        let page = nadia.send(&page, &here, &WHOLE).await;
        let mut camille = test.signed_in("coordinator@essarts.test").await;
        let seen_by_camille = camille.get(&here).await;
        nadia
            .send(&page, &here, &[("goal1", "Chanter"), ("step3", "Essayer le jeudi")])
            .await
            .is(StatusCode::OK);

        let late = [("goal1", "Jardiner"), ("words", "Pas trop loin.")];
        let page = camille.send(&seen_by_camille, &here, &late).await;
        page.is(StatusCode::CONFLICT).says("Nadia essarts a enregistré").says("Chanter").says("Jardiner");
        page.says("Essayer le jeudi").says("On commence doucement.");
        assert_eq!(page.value(&here, "goal1"), "Jardiner");
        assert_eq!(page.value(&here, "words"), "Pas trop loin.");
        assert_eq!(goals(&test, case).await[0].words, "Chanter");

        let both = [("goal1", "Chanter et jardiner"), ("step3", "Essayer le jeudi")];
        camille.send(&page, &here, &both).await.is(StatusCode::OK).says("C’est enregistré");
        assert_eq!(goals(&test, case).await[0].words, "Chanter et jardiner");
        let kept = plan(&test, case).await.unwrap();
        assert_eq!((kept.steps.len(), kept.words.as_deref()), (3, Some("Pas trop loin.")));
        assert_eq!(
            trail(&test, case).await,
            ["read", "changed", "read", "read", "changed", "read", "read", "changed", "read"]
        );
    })
    .await;
}

#[tokio::test]
async fn what_was_said_when_asked_begins_the_plan_and_the_plan_is_what_is_asked_next() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let here = address(case);
        let ask = format!("/personnes/{case}/mesures/nouvelle?instrument=own_goals");
        let keep = format!("/personnes/{case}/mesures");
        let page = nadia.get(&ask).await;
        let said = [("words.own_goals.goal1", "Chanter"), ("own_goals.goal1", "3")];
        nadia.send(&page, &keep, &said).await.is(StatusCode::OK);
        let page = nadia.get(&here).await;
        assert_eq!(page.value(&here, "goal1"), "Chanter");
        nadia.send(&page, &here, &[("goal2", "Sortir le dimanche")]).await.is(StatusCode::OK);
        let page = nadia.get(&ask).await;
        assert_eq!(page.value(&keep, "words.own_goals.goal1"), "Chanter");
        assert_eq!(page.value(&keep, "words.own_goals.goal2"), "Sortir le dimanche");
    })
    .await;
}

#[tokio::test]
async fn two_first_plans_written_at_once_are_not_mixed() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let here = address(case);
        let page = nadia.get(&here).await;
        let again = nadia.get(&here).await;
        nadia.send(&page, &here, &[("goal1", "Chanter")]).await.is(StatusCode::OK);
        let late = nadia.send(&again, &here, &[("goal1", "Jardiner"), ("goal2", "Marcher")]).await;
        late.is(StatusCode::CONFLICT);
        assert_eq!(goals(&test, case).await.len(), 1);
        assert_eq!(late.value(&here, "version"), "1");
    })
    .await;
}

#[tokio::test]
async fn days_that_cannot_be_are_refused_and_what_was_typed_stays() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let here = address(case);
        let page = nadia.get(&here).await;
        let odd: [(&str, &str, &str); 7] = [
            ("agreed_on", "2026-01-14", "un jour à venir"),
            ("agreed_on", "2025-12-31", "avant le début"),
            ("agreed_on", "", "quel jour"),
            ("review_on", "2026-01-13", "Choisissez un jour à venir"),
            ("review_on", "2226-02-24", "Choisissez un jour à venir"),
            ("review_on", "2026-02-30", "n’existe pas"),
            ("step1_by", "2226-01-20", "trop loin"),
        ];
        for (field, typed, said) in odd {
            let mut fields = WHOLE.to_vec();
            fields.retain(|(name, _)| *name != field);
            fields.push((field, typed));
            let answer = nadia.send(&page, &here, &fields).await;
            answer.is(StatusCode::UNPROCESSABLE_ENTITY).says(said);
            assert_eq!(answer.value(&here, field), typed);
            assert_eq!(answer.value(&here, "goal2"), "Sortir le dimanche");
        }
        assert_eq!((plan(&test, case).await, goals(&test, case).await), (None, Vec::new()));
        assert_eq!(trail(&test, case).await, vec!["read"; 8]);
    })
    .await;
}

#[tokio::test]
async fn what_is_too_long_or_missing_is_said_and_kept() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let here = address(case);
        let page = nadia.get(&here).await;
        let long = "é".repeat(201);
        let answer = nadia.send(&page, &here, &[("goal1", &long), ("step2_who", "Nadia")]).await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY).says("200 caractères au plus").says("videz la ligne");
        assert_eq!(answer.value(&here, "goal1"), long);
        assert_eq!(answer.value(&here, "step2_who"), "Nadia");
        let answer = nadia.send(&page, &here, &[("words", "Rien d’autre")]).await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY).says("au moins un souhait");
        assert_eq!(plan(&test, case).await, None);
    })
    .await;
}

#[tokio::test]
async fn a_double_click_agrees_once() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let here = address(case);
        let page = nadia.get(&here).await;
        for _ in 0..2 {
            nadia.send(&page, &here, &WHOLE).await.is(StatusCode::OK).says("C’est enregistré");
        }
        assert_eq!(goals(&test, case).await.len(), 2);
        assert_eq!(events(&test, case).await.iter().filter(|kind| *kind == "planned").count(), 1);
    })
    .await;
}

#[tokio::test]
async fn another_team_finds_neither_plan_nor_paper() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        Team::at_venissieux(&test).await;
        let case = a_case(&test, &team).await;
        let mut other = test.signed_in("link_worker@minguettes.test").await;
        other.get(&address(case)).await.is(StatusCode::NOT_FOUND);
        other.get(&paper(case)).await.is(StatusCode::NOT_FOUND);
        for goal in ["Chanter", ""] {
            let fields = pairs(&[("goal1", goal), ("agreed_on", "2026-01-13"), ("version", "0")]);
            other.post(&address(case), &fields).await.is(StatusCode::NOT_FOUND).does_not_say("Dumont");
        }
        assert_eq!(plan(&test, case).await, None);
        assert_eq!(trail(&test, case).await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn no_plan_before_the_first_contact_nor_after_the_closing() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let (mut nadia, new) = (link_worker(&test).await, a_new_case(&test, &team).await);
        nadia.get(&address(new)).await.is(StatusCode::OK).says("On se parle d’abord");

        let case = a_case(&test, &team).await;
        let here = address(case);
        let page = nadia.get(&here).await;
        nadia.send(&page, &here, &WHOLE).await;
        let page = nadia.get(&here).await;
        let mut tx = test.tx().await;
        let open = caseload::find(&mut tx, case).await.unwrap().unwrap();
        assert!(caseload::update(&mut tx, &open.closed(Outcome::Moved).unwrap()).await.unwrap());
        tx.commit().await.unwrap();
        nadia.get(&here).await.is(StatusCode::OK).says("est terminé").says("Rechanter");
        let late = nadia.send(&page, &here, &[("goal1", "Jardiner")]).await;
        late.is(StatusCode::CONFLICT).says("est terminé").says("Jardiner").says("Rechanter");
        assert_eq!(goals(&test, case).await[0].words, "Rechanter, même faux.");
        nadia.get(&paper(case)).await.is(StatusCode::OK).says("Rechanter");
    })
    .await;
}

/// A place that said yes, and what the person agreed to tell it.
async fn an_appointment(test: &TestApp, team: &Team, case: CaseId) {
    let mut tx = test.tx().await;
    let acting = Acting::new(&test.app, Who::Account(team.link_worker));
    let found = caseload::find(&mut tx, case).await.unwrap().unwrap();
    let resource_id = "demo--chorale-des-essarts".to_owned();
    let wording = "La chorale peut connaître mon prénom et savoir que j’aime chanter.";
    let by = Some(team.link_worker);
    let to = Recipient::Resource(resource_id.clone());
    consent::give(&mut tx, found.person_id, Purpose::Introduction, &to, wording, by, acting.now)
        .await
        .unwrap();
    let offer = Offer {
        resource_id,
        resource_name: "Chorale des Essarts".to_owned(),
        organization_name: "Association Chœur à cœur".to_owned(),
    };
    let meeting = Meeting {
        on: Some(jiff::civil::date(2026, 1, 21)),
        place: Some("Salle des fêtes".to_owned()),
        contact: Some("Lucette".to_owned()),
    };
    let request = Request {
        at: acting.now,
        reminded_at: None,
        email: Email::parse("contact@choeur.example"),
        shared: vec![Shared::Likes],
        likes: None,
    };
    let connection = Connection::proposed(case, offer, acting.now);
    crate::connection::insert(&mut tx, &connection).await.unwrap();
    let accepted = connection.asked(request).unwrap().answered(Answer::Yes(meeting), acting.now).unwrap();
    assert!(crate::connection::update(&mut tx, &accepted).await.unwrap());
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn the_paper_says_who_does_what_whom_to_call_and_how_to_stop() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let case = a_case(&test, &team).await;
        an_appointment(&test, &team, case).await;
        let (mut nadia, here) = (link_worker(&test).await, address(case));
        let page = nadia.get(&here).await;
        nadia.send(&page, &here, &WHOLE).await;
        let large = nadia.get(&paper(case)).await;
        large.is(StatusCode::OK).says("Mme Aline Dumont").says("Rechanter, même faux.");
        large.says("Appeler la chorale (Nadia, avant le 20 janvier 2026)").says("mardi 24 février 2026");
        large
            .says("mercredi 21 janvier 2026")
            .says("Chorale des Essarts")
            .says("Salle des fêtes")
            .says("Lucette");
        large.says("Nadia essarts").says("04 65 71 00 01");
        large.says("l’équipe peut m’appeler et garder mes informations").says("Je peux arrêter");
        large
            .says("Association Chœur à cœur peut savoir ce qui me plaît.")
            .does_not_say("La personne est d’accord");
        assert!(large.body.contains("sheet--large"));
        assert!(!large.body.contains('@'), "an address on the paper");
        let normal = nadia.get(&format!("{}?taille=normale", paper(case))).await;
        normal.is(StatusCode::OK).says("Rechanter");
        assert!(!normal.body.contains("sheet--large"));
        assert_eq!(trail(&test, case).await, ["read", "changed", "read", "printed", "printed"]);
    })
    .await;
}

#[tokio::test]
async fn the_paper_forgets_what_was_withdrawn_and_meetings_gone_by() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let case = a_case(&test, &team).await;
        an_appointment(&test, &team, case).await;
        let mut tx = test.tx().await;
        let found = caseload::find(&mut tx, case).await.unwrap().unwrap();
        let to = Recipient::Resource("demo--chorale-des-essarts".to_owned());
        let (person, now) = (found.person_id, test.app.clock().now());
        assert!(consent::withdraw(&mut tx, person, Purpose::Introduction, &to, now).await.unwrap());
        tx.commit().await.unwrap();
        test.days_pass(9).await;
        let mut nadia = link_worker(&test).await;
        let page = nadia.get(&paper(case)).await;
        page.does_not_say("Chœur à cœur").does_not_say("Chorale des Essarts");
        page.says("l’équipe peut m’appeler");
    })
    .await;
}

#[tokio::test]
async fn the_plan_is_written_and_printed_in_english_too() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let case = a_case(&test, &team).await;
        let mut nadia = test.browser().in_english();
        nadia.sign_in("link_worker@essarts.test").await;
        let page = nadia.get(&address(case)).await;
        nadia.send(&page.clone(), &address(case), &WHOLE).await.says("Saved");
        nadia
            .get(&paper(case))
            .await
            .says("What I want")
            .says("Appeler la chorale (Nadia, before 20 January 2026)");
    })
    .await;
}
