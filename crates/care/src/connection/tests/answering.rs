//! The organisation answers, without an account.

use axum::http::StatusCode;

use super::{Scene, entries, jobs_left, letters, link};
use crate::caseload;
use crate::testing::{events, story};

#[tokio::test]
async fn the_page_behind_the_link_shows_what_was_agreed_and_nothing_else() {
    story(|test| async move {
        let _scene = Scene::asked(&test).await;
        let mut choir = test.browser();
        let page = choir.get(&link(&test).await).await;
        page.is(StatusCode::OK).says("Pouvez-vous accueillir une personne ?").says("Mme Aline D.");
        page.says("04 65 71 00 12").says("Nadia essarts (Maison de santé des Essarts)");
        page.does_not_say("Dumont")
            .does_not_say("70 et 79")
            .does_not_say("1948")
            .does_not_say("rue des Essarts");
    })
    .await;
}

#[tokio::test]
async fn a_letter_box_that_opens_links_answers_nothing() {
    story(|test| async move {
        let scene = Scene::asked(&test).await;
        let before = scene.stored(&test).await;
        let path = link(&test).await;
        let trail = entries(&test).await;
        for _ in 0..3 {
            test.browser().get(&path).await.is(StatusCode::OK);
        }
        for answer in ["oui", "attente", "non"] {
            test.browser().get(&format!("{path}/{answer}")).await.is(StatusCode::OK).says("Pouvez-vous");
        }
        assert_eq!(scene.stored(&test).await, before);
        assert_eq!(entries(&test).await, trail + 6, "each opening leaves one entry");
    })
    .await;
}

#[tokio::test]
async fn yes_with_a_day_leads_to_a_first_meeting() {
    story(|test| async move {
        let mut scene = Scene::asked(&test).await;
        let (path, mut choir) = (link(&test).await, test.browser());
        let page = choir.get(&path).await;
        let fields = [
            ("meeting_on", "2026-01-20"),
            ("meeting_place", "Salle des Essarts"),
            ("meeting_contact", "Paule"),
        ];
        let page = choir.send(&page, &format!("{path}/oui"), &fields).await;
        page.is(StatusCode::OK)
            .says("Merci, votre réponse est arrivée")
            .says("Vous avez répondu oui le 13 janvier 2026")
            .says("prévient la personne et vous rappelle pour préparer sa venue");
        assert!(page.body.contains("<a href=\"tel:+33465710001\">"), "the team's number can be dialled");
        assert_eq!(page.actions().iter().filter(|action| action.starts_with("/reponse")).count(), 0);

        let page = scene.nadia.get(&scene.path()).await;
        page.says("L’organisation a dit oui")
            .says("par l’organisation, avec son lien")
            .says("mardi 20 janvier 2026");
        let action = format!("{}/rencontre", scene.path());
        assert_eq!(page.value(&action, "meeting_place"), "Salle des Essarts");
        assert_eq!(page.value(&action, "meeting_contact"), "Paule");
        let page = scene.nadia.send(&page, &action, &[("going", "accompanied")]).await;
        page.is(StatusCode::OK).says("La première rencontre est prévue le mardi 20 janvier 2026");
        assert_eq!(scene.state(&test).await, "introduced");
        test.days_pass(31).await;
        assert_eq!((scene.state(&test).await, letters(&test).await.len()), ("introduced", 1));
        assert_eq!(jobs_left(&test).await, 0);
    })
    .await;
}

#[tokio::test]
async fn no_keeps_its_reason_and_its_words_for_the_team() {
    story(|test| async move {
        let mut scene = Scene::asked(&test).await;
        let (path, mut choir) = (link(&test).await, test.browser());
        let page = choir.get(&path).await;
        let action = format!("{path}/non");
        let page = choir.send(&page, &action, &[("words", "Plus une chaise de libre")]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Choisissez une raison");
        assert_eq!(page.value(&action, "words"), "Plus une chaise de libre");
        let fields = [("reason", "full"), ("words", "Plus une chaise de libre")];
        let page = choir.send(&page, &action, &fields).await;
        page.says("Vous avez répondu non le 13 janvier 2026").says("Complet").does_not_say("Mme Aline D.");
        let page = scene.nadia.get(&scene.path()).await;
        page.says("n’a pas pu dire oui")
            .says("Complet")
            .says("Plus une chaise de libre")
            .says("Trouver une activité");
        assert_eq!(events(&test, scene.case).await.last().unwrap(), "declined");
    })
    .await;
}

#[tokio::test]
async fn a_second_answer_changes_nothing_and_says_what_was_answered() {
    story(|test| async move {
        let scene = Scene::asked(&test).await;
        let path = link(&test).await;
        let (mut first, mut second) = (test.browser(), test.browser());
        let (seen, seen_too) = (first.get(&path).await, second.get(&path).await);
        first.send(&seen, &format!("{path}/oui"), &[]).await.is(StatusCode::OK);
        let trail = entries(&test).await;
        let page = second.send(&seen_too, &format!("{path}/non"), &[("reason", "full")]).await;
        page.is(StatusCode::CONFLICT)
            .says("Il n’a rien été changé")
            .says("Vous avez répondu oui le 13 janvier 2026");
        assert_eq!(entries(&test).await, trail + 1);
        let page = first.send(&seen, &format!("{path}/oui"), &[]).await;
        page.is(StatusCode::OK).does_not_say("Il n’a rien été changé");
        assert_eq!(scene.state(&test).await, "accepted");
        assert_eq!(events(&test, scene.case).await.iter().filter(|kind| *kind == "accepted").count(), 1);
    })
    .await;
}

#[tokio::test]
async fn an_altered_link_is_not_found_and_an_old_one_is_gone() {
    story(|test| async move {
        let scene = Scene::asked(&test).await;
        let path = link(&test).await;
        let another = if &path[20..21] == "x" { "y" } else { "x" };
        let altered = format!("{}{another}{}", &path[..20], &path[21..]);
        let mut choir = test.browser();
        choir.get(&altered).await.is(StatusCode::NOT_FOUND).says("incomplet");
        choir.post(&format!("{altered}/oui"), &[]).await.is(StatusCode::NOT_FOUND).says("incomplet");
        assert_eq!(scene.state(&test).await, "asked");
        let page = choir.get(&path).await;
        test.days_pass(31).await;
        choir.get(&path).await.is(StatusCode::GONE).says("plus valable");
        choir.send(&page, &format!("{path}/oui"), &[]).await.is(StatusCode::GONE);
        assert_eq!(scene.state(&test).await, "expired");
    })
    .await;
}

#[tokio::test]
async fn a_day_gone_by_or_unreadable_is_refused_and_kept() {
    story(|test| async move {
        let scene = Scene::asked(&test).await;
        let (path, mut choir) = (link(&test).await, test.browser());
        let page = choir.get(&path).await;
        let yes = format!("{path}/oui");
        let page =
            choir.send(&page, &yes, &[("meeting_on", "2026-01-12"), ("meeting_place", "Salle 2")]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Ce jour est déjà passé");
        assert_eq!(page.value(&yes, "meeting_place"), "Salle 2");
        let page = choir.send(&page, &yes, &[("meeting_on", "mardi")]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Cette date ne se lit pas");
        let page = choir.send(&page, &format!("{path}/attente"), &[("until", "2026-01-13")]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Ce jour est déjà passé");
        assert_eq!(scene.state(&test).await, "asked");
    })
    .await;
}

#[tokio::test]
async fn the_link_worker_types_an_answer_given_by_telephone() {
    story(|test| async move {
        let mut scene = Scene::asked(&test).await;
        let page = scene.step("attente", &[("until", "2026-03-02")]).await;
        page.is(StatusCode::OK).says("interrogée de nouveau le 2 mars 2026").does_not_say("avec son lien");
        scene.step("oui", &[]).await.is(StatusCode::OK).says("Préparez la première rencontre");
        assert_eq!(scene.state(&test).await, "accepted");
    })
    .await;
}

#[tokio::test]
async fn a_request_that_ended_otherwise_says_so_to_the_organisation() {
    story(|test| async move {
        let mut scene = Scene::asked(&test).await;
        let path = link(&test).await;
        scene
            .step("abandon", &[("drop_reason", "not_mobile")])
            .await
            .is(StatusCode::OK)
            .says("Ne peut pas se déplacer");
        let page = test.browser().get(&path).await;
        page.is(StatusCode::GONE).says("Cette demande a été retirée").does_not_say("Aline");
    })
    .await;
}

#[tokio::test]
async fn a_closed_course_of_support_closes_the_link_too() {
    story(|test| async move {
        let scene = Scene::asked(&test).await;
        let mut tx = test.tx().await;
        let case = caseload::find(&mut tx, scene.case).await.unwrap().unwrap();
        let closed = case.closed(caseload::Outcome::Moved).unwrap();
        assert!(caseload::update(&mut tx, &closed).await.unwrap());
        tx.commit().await.unwrap();
        test.browser().get(&link(&test).await).await.is(StatusCode::GONE).says("Cette demande a été retirée");
        test.days_pass(31).await;
        assert_eq!((letters(&test).await.len(), jobs_left(&test).await), (1, 0));
    })
    .await;
}
