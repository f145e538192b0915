//! The prescriber's minute.

use axum::http::StatusCode;
use kernel::role::Role;
use platform::accounts;
use platform::testing::Team;

use super::{ALINE, aline_but, aline_without, persons, prescriber};
use crate::testing::{link_worker, story};

#[tokio::test]
async fn a_prescriber_refers_in_one_form_and_gets_a_sheet_to_hand_over() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let (mut browser, page) = prescriber(&test).await;
        let page = browser.send(&page, "/prescrire", &ALINE).await;
        page.is(StatusCode::OK).says("Mme Aline Dumont").says("La demande est partie");
        let sheet = browser.get(&page.link("La feuille")).await;
        sheet.says("Bonjour Madame Dumont,").says("04 65 71 00 01").says("trois jours ouvrés");
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
        let without = aline_without("consent");
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
        let fields = aline_but("commune", "Saint-Denis");
        let page = browser.send(&page, "/prescrire", &fields).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Saint-Denis (93");
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
        let fields = aline_but("note", &huge);
        let page = browser.send(&page, "/prescrire", &fields).await;
        page.is(StatusCode::PAYLOAD_TOO_LARGE).says("C’est trop long").says("raccourcissez votre texte");
        assert_eq!(persons(&test).await, 0);
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
        let attached = "SELECT COUNT(*) FROM screening s JOIN referral r ON r.id = s.referral_id
                        WHERE s.person_id = r.person_id";
        assert_eq!(test.count(attached).await, 1);
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
        browser.send(&page, "/demander", &[("name", "")]).await.says("Give your name");
    })
    .await;
}
