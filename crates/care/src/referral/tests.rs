//! Stories of a request, from the prescriber's minute to the link worker's answer.

mod guarding;

use axum::http::StatusCode;
use kernel::contact::Email;
use kernel::id::{PersonId, ReferralId};
use kernel::role::Role;
use platform::accounts;
use platform::audit;
use platform::outbox;
use platform::testing::{Browser, Page, Team, TestApp};

use crate::testing::{a_request, link_worker, story};

const ALINE: [(&str, &str); 8] = [
    ("civility", "mme"),
    ("name", "Aline Dumont"),
    ("birth_year", "1948"),
    ("commune", "bron"),
    ("phone", "04 65 71 00 12"),
    ("reasons", "feels_alone"),
    ("note", "Aimait chanter en chorale."),
    ("consent", "yes"),
];

async fn prescriber(test: &TestApp) -> (Browser, Page) {
    let mut browser = test.signed_in("prescriber@essarts.test").await;
    let page = browser.get("/prescrire").await;
    (browser, page)
}

async fn persons(test: &TestApp) -> i64 {
    let (count,): (i64,) = test.tx().await.one("SELECT COUNT(*) FROM person", &[]).await.unwrap();
    count
}

async fn letters(test: &TestApp, to: &str) -> Vec<outbox::Letter> {
    outbox::written_to(&mut test.tx().await, &Email::parse(to).unwrap()).await.unwrap()
}

#[tokio::test]
async fn a_prescriber_refers_in_one_form_and_gets_a_sheet_to_hand_over() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let (mut browser, page) = prescriber(&test).await;
        let page = browser.send(&page, "/prescrire", &ALINE).await;
        page.is(StatusCode::OK).says("Mme Aline Dumont").says("La demande est partie");
        let sheet = browser.get(&page.link("La feuille")).await;
        sheet.says("Bonjour Mme Aline Dumont").says("04 65 71 00 01").says("trois jours ouvrés");
        let page = browser.get("/mes-patients").await;
        let page = browser.get(&page.says("Mme Aline Dumont").link("Mme Aline Dumont")).await;
        page.says("Envoyée").does_not_say("La demande est partie");
    })
    .await;
}

#[tokio::test]
async fn a_prescriber_of_two_teams_says_which_one_it_is_for() {
    story(|test| async move {
        let essarts = Team::at_bron(&test).await;
        let plateau = Team::at_venissieux(&test).await;
        let mut tx = test.tx().await;
        accounts::join(&mut tx, essarts.prescriber, plateau.site, Role::Prescriber).await.unwrap();
        tx.commit().await.unwrap();
        let (mut browser, page) = prescriber(&test).await;
        page.says("Pour l’équipe « Centre de santé du Plateau »");
        let page = browser.get(&page.link("Plutôt pour « Maison de santé des Essarts »")).await;
        page.says("Pour l’équipe « Maison de santé des Essarts »");
        let page = browser.send(&page, "/prescrire", &ALINE[1..7]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Pour l’équipe « Maison de santé des Essarts »");
        browser
            .send(&page, "/prescrire", &ALINE)
            .await
            .is(StatusCode::OK)
            .says("Maison de santé des Essarts");
        link_worker(&test).await.get("/demandes").await.says("Mme Aline Dumont");
        let mut other = test.signed_in("link_worker@minguettes.test").await;
        other.get("/demandes").await.does_not_say("Aline Dumont");
    })
    .await;
}

#[tokio::test]
async fn without_the_person_s_agreement_nothing_is_sent_and_what_was_typed_is_kept() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let (mut browser, page) = prescriber(&test).await;
        let without: Vec<_> = ALINE.into_iter().filter(|(name, _)| *name != "consent").collect();
        let page = browser.send(&page, "/prescrire", &without).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Sans cet accord, rien ne peut être envoyé");
        assert_eq!(page.value("/prescrire", "name"), "Aline Dumont");
        assert_eq!(page.value("/prescrire", "reasons"), "feels_alone");
        assert_eq!(page.value("/prescrire", "note"), "Aimait chanter en chorale.");
        assert_eq!(persons(&test).await, 0);
    })
    .await;
}

#[tokio::test]
async fn each_field_that_cannot_be_kept_says_why() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let (mut browser, page) = prescriber(&test).await;
        let long = "a".repeat(2_000);
        let wrong = [
            ("name", ""),
            ("birth_year", "2048"),
            ("commune", "Atlantide"),
            ("phone", "04 65"),
            ("note", long.as_str()),
            ("consent", "yes"),
        ];
        let page = browser.send(&page, "/prescrire", &wrong).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY)
            .says("Indiquez le nom")
            .says("Cette année n’est pas possible")
            .says("Nous ne trouvons pas cette commune")
            .says("Ce numéro n’est pas complet")
            .says("1000 caractères au plus. Raccourcissez-le");
        assert_eq!(page.value("/prescrire", "commune"), "Atlantide");
        assert_eq!(page.value("/prescrire", "note"), long);
        assert_eq!(persons(&test).await, 0);
    })
    .await;
}

#[tokio::test]
async fn an_ambiguous_commune_shows_the_candidates() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let (mut browser, page) = prescriber(&test).await;
        let fields =
            ALINE.map(|(name, value)| if name == "commune" { (name, "Saint-Denis") } else { (name, value) });
        let page = browser.send(&page, "/prescrire", &fields).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Saint-Denis (93");
    })
    .await;
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
async fn a_double_click_sends_once() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let (mut browser, page) = prescriber(&test).await;
        let first = browser.send(&page, "/prescrire", &ALINE).await;
        let second = browser.send(&page, "/prescrire", &ALINE).await;
        assert_eq!(first.path, second.path);
        assert_eq!(persons(&test).await, 1);
    })
    .await;
}

#[tokio::test]
async fn ten_megabytes_in_a_field_are_refused_and_nothing_is_kept() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let (mut browser, page) = prescriber(&test).await;
        let huge = "a".repeat(10 * 1024 * 1024);
        let fields =
            ALINE.map(|(name, value)| if name == "note" { (name, huge.as_str()) } else { (name, value) });
        let page = browser.send(&page, "/prescrire", &fields).await;
        page.is(StatusCode::PAYLOAD_TOO_LARGE).says("C’est trop long").says("raccourcissez votre texte");
        assert_eq!(persons(&test).await, 0);
    })
    .await;
}

#[tokio::test]
async fn the_link_worker_accepts_and_the_prescriber_hears_of_it_without_a_name() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let id = a_request(&test, &team).await;
        let mut browser = link_worker(&test).await;
        let page = browser.get("/demandes").await;
        page.says("Mme Aline Dumont").says("nouvelle");
        let page = browser.get(&format!("/demandes/{id}")).await;
        page.says("Aimait chanter en chorale").says("Deuil, séparation");
        let page = browser.send(&page, &format!("/demandes/{id}/accepter"), &[]).await;
        page.is(StatusCode::OK).says("Premier contact à prendre");

        let letters = letters(&test, "prescriber@essarts.test").await;
        assert_eq!(letters.len(), 1);
        for token in ["Aline", "Dumont", "1948", "04 65", "Bron"] {
            assert!(!letters[0].body.contains(token) && !letters[0].subject.contains(token), "{token}");
        }
        let entries = audit::of_subject(&mut test.tx().await, id).await.unwrap();
        let actions: Vec<&str> = entries.iter().map(|entry| entry.action.as_str()).collect();
        assert_eq!(actions, ["created", "read", "changed"]);
    })
    .await;
}

#[tokio::test]
async fn a_declined_request_keeps_its_reason_and_tells_the_prescriber() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let id = a_request(&test, &team).await;
        let mut browser = link_worker(&test).await;
        let page = browser.get(&format!("/demandes/{id}")).await;
        browser.send(&page, &format!("/demandes/{id}/decliner"), &[("reason", "not_eligible")]).await;
        let (mut prescriber, _) = prescriber(&test).await;
        prescriber.get(&format!("/mes-patients/{id}")).await.says("Ne remplit pas les conditions");
        assert_eq!(letters(&test, "prescriber@essarts.test").await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn two_people_cannot_decide_the_same_request() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let id = a_request(&test, &team).await;
        let (mut nadia, mut camille) = (test.browser(), test.browser());
        nadia.sign_in("link_worker@essarts.test").await;
        camille.sign_in("coordinator@essarts.test").await;
        nadia.get(&format!("/demandes/{id}")).await;
        let seen_by_nadia = nadia.get(&format!("/demandes/{id}")).await;
        let seen_by_camille = camille.get(&format!("/demandes/{id}")).await;
        nadia.send(&seen_by_nadia, &format!("/demandes/{id}/accepter"), &[]).await.is(StatusCode::OK);
        let page =
            camille.send(&seen_by_camille, &format!("/demandes/{id}/decliner"), &[("reason", "full")]).await;
        page.is(StatusCode::CONFLICT).says("Quelqu’un a changé ce dossier entre-temps");
        assert_eq!(letters(&test, "prescriber@essarts.test").await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn another_team_s_request_looks_like_none() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        Team::at_venissieux(&test).await;
        let id = a_request(&test, &team).await;
        let mut browser = test.signed_in("link_worker@minguettes.test").await;
        let foreign = browser.get(&format!("/demandes/{id}")).await;
        let absent = browser.get("/demandes/0198f2c0-0000-7000-8000-000000000000").await;
        foreign.is(StatusCode::NOT_FOUND).does_not_say("Aline");
        assert_eq!(foreign.text(), absent.text());
        let mut other = test.signed_in("prescriber@minguettes.test").await;
        other.get(&format!("/mes-patients/{id}")).await.is(StatusCode::NOT_FOUND);
        other.get(&format!("/mes-patients/{id}/feuille")).await.is(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_person_asks_to_be_called_without_an_account() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut browser = test.browser();
        let page = browser.get("/demander").await;
        let page = browser.send(&page, "/demander", &ALINE).await;
        page.is(StatusCode::OK).says("Merci, c’est bien reçu");
        assert_eq!(page.path, "/merci");
        let mut nadia = link_worker(&test).await;
        nadia.get("/demandes").await.says("Demande de la personne elle-même");
    })
    .await;
}

#[tokio::test]
async fn a_commune_no_team_serves_is_said_kindly() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut browser = test.browser();
        let page = browser.get("/demander").await;
        let fields =
            ALINE.map(|(name, value)| if name == "commune" { (name, "29200") } else { (name, value) });
        let page = browser.send(&page, "/demander", &fields).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Aucune équipe ne couvre encore cette commune");
        assert_eq!(page.value("/demander", "commune"), "29200");
        assert_eq!(page.value("/demander", "note"), "Aimait chanter en chorale.");
        assert_eq!(persons(&test).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_neighbour_s_report_is_recognised_and_merged_by_the_link_worker() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        a_request(&test, &team).await;
        let mut visitor = test.browser();
        let page = visitor.get("/signaler").await;
        let mut fields = ALINE.to_vec();
        fields.extend([("reporter_name", "Odile Voisin"), ("reporter_contact", "04 65 71 00 77")]);
        visitor.send(&page, "/signaler", &fields).await.says("Merci").does_not_say("connue");

        let mut nadia = link_worker(&test).await;
        let (id,): (uuid::Uuid,) =
            test.tx().await.one("SELECT id FROM referral WHERE origin = 'third_party'", &[]).await.unwrap();
        let page = nadia.get(&format!("/demandes/{id}")).await;
        page.says("Odile Voisin").says("C’est la même personne");
        let page = nadia.send(&page, &format!("/demandes/{id}/reunir"), &[]).await;
        page.is(StatusCode::OK).does_not_say("C’est la même personne");
        let (alone,): (i64,) =
            test.tx().await.one("SELECT COUNT(DISTINCT person_id) FROM referral", &[]).await.unwrap();
        assert_eq!(alone, 1);
    })
    .await;
}

#[tokio::test]
async fn a_withdrawn_request_tells_nobody_anything_more() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let id = a_request(&test, &team).await;
        let mut nadia = link_worker(&test).await;
        let page = nadia.get(&format!("/demandes/{id}")).await;
        nadia.send(&page, &format!("/demandes/{id}/retirer"), &[]).await.is(StatusCode::OK);
        assert_eq!(letters(&test, "prescriber@essarts.test").await.len(), 0);
    })
    .await;
}

#[tokio::test]
async fn the_form_speaks_english() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut browser = test.browser().in_english();
        let page = browser.get("/demander").await;
        page.says("Ask to be called").does_not_say("Demander");
        browser.send(&page, "/demander", &[("name", "")]).await.says("Give the person’s name");
    })
    .await;
}

#[tokio::test]
async fn a_visitor_s_answers_reach_the_team_only_with_the_request() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut browser = test.browser();
        let page = browser.get("/se-reperer").await;
        let answers = [("ucla3.1", "3"), ("ucla3.2", "3"), ("ucla3.3", "2")];
        let page = browser.send(&page, "/se-reperer", &answers).await;
        let page = browser.send(&page, "/demander/repris", &[]).await;
        page.is(StatusCode::OK).says("Vos réponses seront transmises");
        browser.send(&page, "/demander", &ALINE).await.says("Merci");
        let (instrument, of_a_person): (String, bool) = test
            .tx()
            .await
            .one(
                "SELECT m.instrument, s.person_id IS NOT NULL FROM measurement m JOIN screening s ON s.id = m.screening_id",
                &[],
            )
            .await
            .unwrap();
        assert_eq!((instrument.as_str(), of_a_person), ("ucla3", true));
    })
    .await;
}

#[tokio::test]
async fn altered_answers_stop_the_request_before_anything_is_kept() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut browser = test.browser();
        let page = browser.get("/demander").await;
        let mut fields = ALINE.to_vec();
        fields.push(("screening", "{\"ucla3\":{\"ucla3.1\":99}}"));
        browser.send(&page, "/demander", &fields).await.is(StatusCode::BAD_REQUEST);
        assert_eq!(persons(&test).await, 0);
    })
    .await;
}

/// The third party's request about Aline, whom a prescriber has asked for too.
async fn two_requests_for_aline(test: &TestApp) -> (Team, ReferralId, ReferralId) {
    let team = Team::at_bron(test).await;
    let first = a_request(test, &team).await;
    let mut visitor = test.browser();
    let page = visitor.get("/signaler").await;
    let mut fields = ALINE.to_vec();
    fields.extend([("reporter_name", "Odile Voisin"), ("reporter_contact", "04 65 71 00 77")]);
    visitor.send(&page, "/signaler", &fields).await.says("Merci");
    let (second,): (uuid::Uuid,) =
        test.tx().await.one("SELECT id FROM referral WHERE origin = 'third_party'", &[]).await.unwrap();
    (team, first, ReferralId(second))
}

#[tokio::test]
async fn one_person_has_one_course_of_support_whatever_reaches_the_team() {
    story(|test| async move {
        let (_, first, second) = two_requests_for_aline(&test).await;
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
        let forced = [("version".to_owned(), version)];
        nadia.post(&format!("/demandes/{second}/accepter"), &forced).await.says("déjà accompagnée");
        let (cases,): (i64,) = test.tx().await.one("SELECT COUNT(*) FROM case_file", &[]).await.unwrap();
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
        let (_, first, second) = two_requests_for_aline(&test).await;
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
async fn a_request_is_declined_for_a_reason_somebody_chose() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let id = a_request(&test, &team).await;
        let mut nadia = link_worker(&test).await;
        let page = nadia.get(&format!("/demandes/{id}")).await;
        let page = nadia.send(&page, &format!("/demandes/{id}/decliner"), &[]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Choisissez une raison").says("Accepter et commencer");
        assert_eq!(letters(&test, "prescriber@essarts.test").await.len(), 0);
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

#[tokio::test]
async fn three_questions_may_be_asked_in_the_same_minute() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let (mut doctor, page) = prescriber(&test).await;
        let mut fields = ALINE.to_vec();
        fields.extend([("ucla3.1", "3"), ("ucla3.2", "3"), ("ucla3.3", "2")]);
        let without: Vec<_> = fields.iter().copied().filter(|(name, _)| *name != "consent").collect();
        let page = doctor.send(&page, "/prescrire", &without).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.value("/prescrire", "ucla3.1"), "3");
        doctor.send(&page, "/prescrire", &fields).await.is(StatusCode::OK);
        let (attached,): (i64,) = test
            .tx()
            .await
            .one("SELECT COUNT(*) FROM screening s JOIN referral r ON r.id = s.referral_id WHERE s.person_id = r.person_id", &[])
            .await
            .unwrap();
        assert_eq!(attached, 1);
    })
    .await;
}

#[tokio::test]
async fn whoever_would_rather_not_has_withdrawn_what_they_agreed_to() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let id = a_request(&test, &team).await;
        let mut nadia = link_worker(&test).await;
        let page = nadia.get(&format!("/demandes/{id}")).await;
        nadia.send(&page, &format!("/demandes/{id}/retirer"), &[]).await.is(StatusCode::OK);
        let standing = "SELECT COUNT(*) FROM consent WHERE withdrawn_at IS NULL";
        let (standing,): (i64,) = test.tx().await.one(standing, &[]).await.unwrap();
        assert_eq!(standing, 0);
    })
    .await;
}
