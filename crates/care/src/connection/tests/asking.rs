//! Consent first, then one letter.

use axum::http::StatusCode;

use super::{CHOIR, Scene, a_choir, entries, jobs_left, letters, link, proposed, published};
use crate::consent;
use crate::testing::{a_case, events, link_worker, story};
use platform::testing::{Team, pairs};

#[tokio::test]
async fn a_resource_is_proposed_once_and_its_page_says_what_comes_next() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let case = a_case(&test, &team).await;
        a_choir(&test).await;
        let mut nadia = link_worker(&test).await;
        nadia.get(&format!("/personnes/{case}/liens")).await.says("Rien n’a encore été proposé");
        let path = format!("/personnes/{case}/liens");
        let form = pairs(&[("resource", "test--choeur")]);
        let page = nadia.post(&path, &form).await;
        page.is(StatusCode::OK)
            .says("Le chœur du mardi")
            .says("avec Les Amis du chant")
            .says("Parlez-en ensemble");
        nadia.post(&path, &form).await.is(StatusCode::CONFLICT).says("déjà proposée à cette personne");
        nadia.get(&path).await.says("Le chœur du mardi").says("Proposé, pas encore demandé");
        let unknown = pairs(&[("resource", "test--nulle-part")]);
        nadia.post(&path, &unknown).await.is(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn the_organisation_is_asked_with_the_consent_as_it_was_worded() {
    story(|test| async move {
        let mut scene = Scene::of(&test).await;
        let action = format!("{}/demander", scene.path());
        let page = scene.nadia.get(&action).await;
        page.says("Mme Aline Dumont accepte que l’équipe « Maison de santé des Essarts » demande une place à « Les Amis du chant »");
        page.says("Âge · entre 70 et 79 ans").says("Prénom et initiale · Mme Aline D.");
        assert!(!page.filled_form(&action, &[]).iter().any(|(name, _)| name == "shared"), "nothing is ticked before");
        let fields = [
            ("shared", "name"),
            ("shared", "likes"),
            ("likes", "Chanter des airs de son enfance"),
            ("agreed", "yes"),
        ];
        let page = scene.nadia.send(&page, &action, &fields).await;
        page.is(StatusCode::OK).says("Demande envoyée le 13 janvier 2026").says("une relance part le 23 janvier 2026");
        page.says("la demande s’éteint le 12 février 2026").says("Donné le 13 janvier 2026");

        let given = {
            let mut tx = test.tx().await;
            let case = crate::caseload::find(&mut tx, scene.case).await.unwrap().unwrap();
            consent::of_person(&mut tx, case.person_id).await.unwrap()
        };
        let for_choir: Vec<_> = given.iter().filter(|one| one.recipient == "resource:test--choeur").collect();
        assert_eq!(for_choir.len(), 1);
        insta::assert_snapshot!("the_words_agreed_to", for_choir[0].wording);
        assert_eq!(letters(&test).await.len(), 1);
        assert_eq!(events(&test, scene.case).await.last().unwrap(), "asked");
    })
    .await;
}

#[tokio::test]
async fn without_consent_nothing_is_sent_and_everything_typed_is_kept() {
    story(|test| async move {
        let mut scene = Scene::of(&test).await;
        let fields = [("shared", "phone"), ("shared", "likes"), ("likes", "Les airs anciens")];
        let page = scene.ask(&fields).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Sans l’accord de la personne, rien n’est envoyé");
        let action = format!("{}/demander", scene.path());
        assert_eq!(page.value(&action, "likes"), "Les airs anciens");
        let ticked: Vec<String> = page
            .filled_form(&action, &[])
            .into_iter()
            .filter_map(|(name, value)| (name == "shared").then_some(value))
            .collect();
        assert_eq!(ticked, ["phone", "likes"]);
        assert_eq!((letters(&test).await.len(), jobs_left(&test).await), (0, 0));
        assert_eq!(scene.state(&test).await, "proposed");
    })
    .await;
}

#[tokio::test]
async fn words_are_passed_on_only_when_ticked_and_never_at_any_length() {
    story(|test| async move {
        let mut scene = Scene::of(&test).await;
        let refused = StatusCode::UNPROCESSABLE_ENTITY;
        let unticked = [("likes", "Les airs anciens"), ("agreed", "yes")];
        scene.ask(&unticked).await.is(refused).says("Ce texte ne sera transmis que si vous cochez");
        let empty = [("shared", "likes"), ("agreed", "yes")];
        scene.ask(&empty).await.is(refused).says("Écrivez ce qui lui plaît, ou décochez la case");
        let long = "a".repeat(401);
        let too_long = [("shared", "likes"), ("likes", long.as_str()), ("agreed", "yes")];
        let page = scene.ask(&too_long).await;
        page.is(refused).says("400 caractères au plus");
        assert_eq!(page.value(&format!("{}/demander", scene.path()), "likes"), long);
        assert_eq!(letters(&test).await.len(), 0);
    })
    .await;
}

#[tokio::test]
async fn an_organisation_without_an_address_is_called_with_a_sheet() {
    story(|test| async move {
        let mut scene = Scene::of(&test).await;
        scene.tie = proposed(&test, &scene.team, scene.case, "test--marche").await;
        let action = format!("{}/demander", scene.path());
        scene.nadia.get(&action).await.says("une feuille vous dit qui appeler et quoi dire");
        let page = scene.ask(&[("shared", "name"), ("agreed", "yes"), ("by", "phone")]).await;
        page.says("appelez l’organisation")
            .says("04 65 71 00 77")
            .says("Mme Aline D.")
            .does_not_say("04 65 71 00 12");
        assert!(page.body.contains("tel:+33465710077"));
        let page = scene.step("oui", &[("meeting_on", "2026-01-20"), ("meeting_place", "Au parc")]).await;
        page.is(StatusCode::OK).says("L’organisation a dit oui");
        assert_eq!(letters(&test).await.len(), 0);
        assert_eq!(jobs_left(&test).await, 1, "only the expiry: nobody to remind by letter");
        test.days_pass(31).await;
        assert_eq!((scene.state(&test).await, jobs_left(&test).await), ("accepted", 0));
    })
    .await;
}

#[tokio::test]
async fn a_double_click_asks_once_and_leaves_one_entry_in_the_trail() {
    story(|test| async move {
        let mut scene = Scene::of(&test).await;
        let action = format!("{}/demander", scene.path());
        let page = scene.nadia.get(&action).await;
        let before = entries(&test).await;
        scene.nadia.send(&page, &action, &[("agreed", "yes")]).await.is(StatusCode::OK);
        // One for the change, one for the page it leads to.
        assert_eq!(entries(&test).await, before + 2);
        scene.nadia.send(&page, &action, &[("agreed", "yes")]).await.is(StatusCode::OK);
        assert_eq!(letters(&test).await.len(), 1);
        assert_eq!(jobs_left(&test).await, 2);
    })
    .await;
}

#[tokio::test]
async fn the_address_proposed_is_the_one_given_for_requests() {
    story(|test| async move {
        let scene = Scene::asked(&test).await;
        assert_eq!(scene.stored(&test).await.request.unwrap().email.unwrap().as_str(), CHOIR);
        assert!(link(&test).await.starts_with("/reponse/"));
    })
    .await;
}

#[tokio::test]
async fn a_published_address_is_to_be_checked_and_one_that_answered_is_remembered() {
    story(|test| async move {
        let mut scene = Scene::of(&test).await;
        published(&test, "test--marche", "contact@marche.example").await;
        scene.tie = proposed(&test, &scene.team, scene.case, "test--marche").await;
        let action = format!("{}/demander", scene.path());
        let page = scene.nadia.get(&action).await;
        page.says("Adresse publiée dans l’annuaire").says("vérifiez-la au téléphone");
        assert_eq!(page.value(&action, "email"), "contact@marche.example");
        let page = scene.ask(&[("email", "marie@marche.example"), ("agreed", "yes")]).await;
        page.is(StatusCode::OK).says("Demande envoyée le 13 janvier 2026");
        let address = scene.stored(&test).await.request.unwrap().email.unwrap();
        assert_eq!(address.as_str(), "marie@marche.example");

        scene.step("abandon", &[("drop_reason", "not_interested")]).await.is(StatusCode::OK);
        scene.tie = proposed(&test, &scene.team, scene.case, "test--marche").await;
        let action = format!("{}/demander", scene.path());
        let page = scene.nadia.get(&action).await;
        assert_eq!(page.value(&action, "email"), "contact@marche.example", "nobody answered from there");
        scene.ask(&[("email", "marie@marche.example"), ("agreed", "yes")]).await.is(StatusCode::OK);
        scene.step("non", &[("reason", "full")]).await.is(StatusCode::OK);

        scene.tie = proposed(&test, &scene.team, scene.case, "test--marche").await;
        let action = format!("{}/demander", scene.path());
        let page = scene.nadia.get(&action).await;
        page.says("a déjà reçu une réponse");
        assert_eq!(page.value(&action, "email"), "marie@marche.example");
    })
    .await;
}

#[tokio::test]
async fn a_letter_needs_an_address_that_can_be_one() {
    story(|test| async move {
        let mut scene = Scene::of(&test).await;
        scene.tie = proposed(&test, &scene.team, scene.case, "test--marche").await;
        let action = format!("{}/demander", scene.path());
        scene.nadia.get(&action).await.says("Aucune adresse n’est connue");
        let refused = StatusCode::UNPROCESSABLE_ENTITY;
        let page = scene.ask(&[("email", ""), ("agreed", "yes")]).await;
        page.is(refused).says("Écrivez l’adresse de l’organisation");
        let page = scene.ask(&[("email", "marie chez marche"), ("agreed", "yes")]).await;
        page.is(refused).says("ne peut pas recevoir de courriel");
        assert_eq!(page.value(&action, "email"), "marie chez marche");
        assert_eq!((scene.state(&test).await, jobs_left(&test).await), ("proposed", 0));
    })
    .await;
}
