//! When a request may be about somebody the team knows.

use axum::http::StatusCode;
use kernel::id::{PersonId, ReferralId};
use platform::audit;
use platform::testing::{Team, TestApp, pairs};

use super::{ALINE, persons, prescriber};
use crate::testing::{a_request, link_worker, story};

/// A prescriber's request about Aline and, after it, the one of a neighbour.
async fn two_requests_for_aline(test: &TestApp) -> (ReferralId, ReferralId) {
    let team = Team::at_bron(test).await;
    let first = a_request(test, &team).await;
    let mut visitor = test.browser();
    let page = visitor.get("/signaler").await;
    let mut fields = ALINE.to_vec();
    fields.extend([("reporter_name", "Odile Voisin"), ("reporter_contact", "04 65 71 00 77")]);
    visitor.send(&page, "/signaler", &fields).await.says("Merci").does_not_say("connue");
    let (second,): (uuid::Uuid,) =
        test.tx().await.one("SELECT id FROM referral WHERE origin = 'third_party'", &[]).await.unwrap();
    (first, ReferralId(second))
}

#[tokio::test]
async fn a_likely_duplicate_is_shown_before_saving_and_a_person_decides() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        a_request(&test, &team).await;
        let (mut browser, page) = prescriber(&test).await;
        let page = browser.send(&page, "/prescrire", &ALINE).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY)
            .says("Est-ce une personne déjà connue")
            .says("même téléphone");
        assert_eq!(persons(&test).await, 1);

        let mut new = ALINE.to_vec();
        new.push(("same_person", "new"));
        browser.send(&page, "/prescrire", &new).await.is(StatusCode::OK);
        assert_eq!(persons(&test).await, 2);

        let (known,): (uuid::Uuid,) =
            test.tx().await.one("SELECT id FROM person ORDER BY id LIMIT 1", &[]).await.unwrap();
        let known = known.to_string();
        let page = browser.get("/prescrire").await;
        let page = browser.send(&page, "/prescrire", &ALINE).await;
        let mut same = ALINE.to_vec();
        same.push(("same_person", known.as_str()));
        browser.send(&page, "/prescrire", &same).await.is(StatusCode::OK);
        assert_eq!(persons(&test).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_neighbour_s_report_is_recognised_and_merged_by_the_link_worker() {
    story(|test| async move {
        let (_, id) = two_requests_for_aline(&test).await;
        let mut nadia = link_worker(&test).await;
        let page = nadia.get(&format!("/demandes/{id}")).await;
        page.says("Odile Voisin").says("C’est la même personne");
        let page = nadia.send(&page, &format!("/demandes/{id}/reunir"), &[]).await;
        page.is(StatusCode::OK).does_not_say("C’est la même personne");
        let alone = test.count("SELECT COUNT(DISTINCT person_id) FROM referral").await;
        assert_eq!(alone, 1);
    })
    .await;
}

#[tokio::test]
async fn one_person_has_one_course_of_support_whatever_reaches_the_team() {
    story(|test| async move {
        let (first, second) = two_requests_for_aline(&test).await;
        let mut nadia = link_worker(&test).await;
        let page = nadia.get(&format!("/demandes/{second}")).await;
        let page = nadia.send(&page, &format!("/demandes/{second}/reunir"), &[]).await;
        page.is(StatusCode::OK).says("il n’y aura qu’un seul dossier");
        let page = nadia.get(&format!("/demandes/{first}")).await;
        let file = nadia.send(&page, &format!("/demandes/{first}/accepter"), &[]).await.path;
        let page = nadia.get(&format!("/demandes/{second}")).await;
        page.says("Cette personne est déjà accompagnée").does_not_say("Accepter et commencer");
        assert_eq!(page.link("Ouvrir le dossier"), file);
        let version = page.value(&format!("/demandes/{second}/decliner"), "version");
        let forced = pairs(&[("version", &version)]);
        nadia.post(&format!("/demandes/{second}/accepter"), &forced).await.says("déjà accompagnée");
        let cases = test.count("SELECT COUNT(*) FROM case_file").await;
        assert_eq!(cases, 1);
        let declined = nadia.send(&page, &format!("/demandes/{second}/decliner"), &[]).await;
        declined.is(StatusCode::OK);
        let (reason,): (String,) = test
            .tx()
            .await
            .one("SELECT decline_reason FROM referral WHERE origin = 'third_party'", &[])
            .await
            .unwrap();
        assert_eq!(reason, "duplicate", "chosen before, for whoever is accompanied");
    })
    .await;
}

#[tokio::test]
async fn everything_kept_under_a_merged_record_is_the_person_s() {
    story(|test| async move {
        let (first, second) = two_requests_for_aline(&test).await;
        let mut nadia = link_worker(&test).await;
        let page = nadia.get(&format!("/demandes/{second}")).await;
        nadia.send(&page, &format!("/demandes/{second}/accepter"), &[]).await.is(StatusCode::OK);
        let page = nadia.get(&format!("/demandes/{first}")).await;
        nadia.send(&page, &format!("/demandes/{first}/reunir"), &[]).await.is(StatusCode::OK);
        let mut tx = test.tx().await;
        for table in ["referral", "case_file", "consent"] {
            let sql = match table {
                "referral" => "SELECT COUNT(*) FROM referral r JOIN person p ON p.id = r.person_id WHERE p.merged_into IS NOT NULL",
                "case_file" => "SELECT COUNT(*) FROM case_file r JOIN person p ON p.id = r.person_id WHERE p.merged_into IS NOT NULL",
                _ => "SELECT COUNT(*) FROM consent r JOIN person p ON p.id = r.person_id WHERE p.merged_into IS NOT NULL",
            };
            let (left,): (i64,) = tx.one(sql, &[]).await.unwrap();
            assert_eq!(left, 0, "{table}");
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_is_shown_as_alike_is_named_shortly_and_leaves_an_entry() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let known = a_request(&test, &team).await;
        let (mut doctor, page) = prescriber(&test).await;
        let mut fields = ALINE.to_vec();
        fields[1] = ("name", "Paul Dumont");
        let page = doctor.send(&page, "/prescrire", &fields).await;
        page.says("même téléphone").says("Aline D.").does_not_say("Aline Dumont");
        let mut tx = test.tx().await;
        let (person,): (uuid::Uuid,) =
            tx.one("SELECT person_id FROM referral WHERE id = $1", &[known.into()]).await.unwrap();
        let entries = audit::of_subject(&mut tx, PersonId(person)).await.unwrap();
        assert_eq!(entries.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_name_turned_around_is_recognised_without_a_year_or_a_telephone() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        a_request(&test, &team).await;
        let (mut doctor, page) = prescriber(&test).await;
        let fields = [
            ("name", "DUMONT Aline"),
            ("address", "12 rue des Essarts"),
            ("commune", "bron"),
            ("reasons", "feels_alone"),
            ("consent", "yes"),
        ];
        doctor.send(&page, "/prescrire", &fields).await.says("même nom");
    })
    .await;
}
