//! Stories of reported errors, on both engines.

use axum::http::StatusCode;

use crate::testing::in_the_demo_with_a_team;

const MEAL: &str = "/ressources/demo--repas-du-jeudi";
const LIST: &str = "/annuaire/signalements";

const SAID: [(&str, &str); 3] =
    [("erreur", "hours"), ("texte", "C’est le mercredi."), ("contact", "06 39 98 00 01")];

#[tokio::test]
async fn anybody_says_what_is_wrong_and_whoever_verifies_answers_once() {
    in_the_demo_with_a_team(|test| async move {
        let mut visitor = test.browser();
        let page = visitor.get(MEAL).await;
        let form = visitor.get(&page.link("Signaler une erreur")).await;
        let fields = form.filled_form(&format!("{MEAL}/erreur"), &SAID);
        for _ in 0..2 {
            let thanks = visitor.post(&format!("{MEAL}/erreur"), &fields).await;
            thanks.is(StatusCode::OK).says("Merci");
        }
        assert_eq!(test.count("SELECT COUNT(*) FROM report").await, 1, "said twice by one press too many");

        let mut coordinator = test.signed_in("coordinator@essarts.test").await;
        let list = coordinator.get(LIST).await;
        list.says("Repas partagé du jeudi").says("« C’est le mercredi. »").says("06 39 98 00 01");
        let action = list.actions().into_iter().find(|action| action.starts_with(LIST)).unwrap();
        let seen = coordinator.send(&list, &action, &[("reponse", "seen")]).await;
        seen.is(StatusCode::OK).says("Vu").says("06 39 98 00 01");
        let stale = coordinator.send(&list, &action, &[("reponse", "unfounded"), ("once", "")]).await;
        stale.is(StatusCode::CONFLICT);
        let done = coordinator.send(&seen, &action, &[("reponse", "corrected")]).await;
        done.is(StatusCode::OK).does_not_say("Repas partagé du jeudi");
        assert_eq!(test.count("SELECT COUNT(*) FROM report WHERE contact IS NOT NULL").await, 0);
        assert_eq!(test.count("SELECT COUNT(*) FROM audit_entry WHERE subject_kind = 'report'").await, 3);
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_with_an_organization_is_said_and_answered_the_same_way() {
    in_the_demo_with_a_team(|test| async move {
        let (mut visitor, voices) = (test.browser(), "/organisations/demo--voix-voisines");
        let page = visitor.get(voices).await;
        let action = page.link("Signaler une erreur");
        assert_eq!(action, format!("{voices}/erreur"));
        for _ in 0..12 {
            let form = visitor.get(&action).await;
            visitor.send(&form, &action, &SAID).await.is(StatusCode::OK).says("Merci");
        }
        let of_organization = "SELECT COUNT(*) FROM report WHERE organization_id = 'demo--voix-voisines'";
        assert_eq!(test.count(of_organization).await, super::sql::MOST_OPEN);
        let mut coordinator = test.signed_in("coordinator@essarts.test").await;
        let list = coordinator.get(LIST).await;
        list.says("Voix voisines").says("« C’est le mercredi. »");
        assert_eq!(list.link("Voix voisines"), voices);
        let answer = list.actions().into_iter().find(|action| action.starts_with(LIST)).unwrap();
        coordinator.send(&list, &answer, &[("reponse", "corrected")]).await.is(StatusCode::OK);
        assert_eq!(test.count(of_organization).await, super::sql::MOST_OPEN);
        assert_eq!(test.count("SELECT COUNT(*) FROM report WHERE state = 'corrected'").await, 1);
        visitor.get("/organisations/demo--nothing/erreur").await.is(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_kept_is_told_and_what_was_typed_stays() {
    in_the_demo_with_a_team(|test| async move {
        let mut visitor = test.browser();
        let form = visitor.get(&format!("{MEAL}/erreur")).await;
        let action = format!("{MEAL}/erreur");
        let page = visitor.send(&form, &action, &[("texte", "C’est fermé.")]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Choisissez ce qui ne va pas");
        assert_eq!(page.value(&action, "texte"), "C’est fermé.");
        let long = "a".repeat(1_001);
        let page = visitor.send(&form, &action, &[("erreur", "gone"), ("texte", &long)]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("C’est trop long");
        assert_eq!(test.count("SELECT COUNT(*) FROM report").await, 0);
    })
    .await;
}

#[tokio::test]
async fn one_entry_does_not_fill_the_list_and_an_unknown_one_has_no_form() {
    in_the_demo_with_a_team(|test| async move {
        let mut visitor = test.browser();
        for _ in 0..12 {
            let form = visitor.get(&format!("{MEAL}/erreur")).await;
            visitor.send(&form, &format!("{MEAL}/erreur"), &[("erreur", "gone")]).await.says("Merci");
        }
        assert_eq!(test.count("SELECT COUNT(*) FROM report").await, super::sql::MOST_OPEN);
        visitor.get("/ressources/demo--nothing/erreur").await.is(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn what_nobody_has_seen_comes_first_and_the_list_has_pages() {
    in_the_demo_with_a_team(|test| async move {
        let mut visitor = test.browser();
        let mut tx = test.tx().await;
        let sql = "SELECT id FROM resource ORDER BY id LIMIT 6";
        let entries: Vec<(String,)> = tx.all(sql, &[]).await.unwrap();
        drop(tx);
        for (entry,) in entries.iter().flat_map(|entry| [entry; 9]) {
            let action = format!("/ressources/{entry}/erreur");
            let form = visitor.get(&action).await;
            visitor.send(&form, &action, &[("erreur", "gone")]).await.says("Merci");
        }
        let mut coordinator = test.signed_in("coordinator@essarts.test").await;
        let first = coordinator.get(LIST).await;
        let seen = first.actions().into_iter().find(|action| action.starts_with(LIST)).unwrap();
        let after = coordinator.send(&first, &seen, &[("reponse", "seen")]).await;
        let actions = |page: &platform::testing::Page| -> Vec<String> {
            page.actions().into_iter().filter(|action| action.starts_with(LIST)).collect()
        };
        assert_eq!(actions(&after).len(), 50);
        assert!(!actions(&after).contains(&seen), "behind those nobody has seen");
        let second = coordinator.get(&after.link("Suivantes")).await;
        assert_eq!(actions(&second).len(), 4);
        assert_eq!(actions(&second).last(), Some(&seen));
    })
    .await;
}

#[tokio::test]
async fn who_does_not_verify_the_directory_finds_no_list() {
    in_the_demo_with_a_team(|test| async move {
        for role in ["prescriber", "link_worker"] {
            let mut browser = test.signed_in(&format!("{role}@essarts.test")).await;
            browser.get(LIST).await.is(StatusCode::NOT_FOUND);
            let id = kernel::id::ReportId::new();
            browser.post(&format!("{LIST}/{id}"), &[]).await.is(StatusCode::NOT_FOUND);
        }
        test.browser().get(LIST).await.says("Se connecter");
    })
    .await;
}

#[tokio::test]
async fn errors_said_too_fast_are_kept_on_the_screen_with_whom_to_telephone() {
    in_the_demo_with_a_team(|test| async move {
        let mut hasty = test.browser().at("192.0.2.7", "Firefox/145.0");
        let act = format!("{MEAL}/erreur");
        for _ in 0..10 {
            let form = hasty.get(&act).await;
            hasty.send(&form, &act, &SAID).await.is(StatusCode::OK).says("Merci");
        }
        let form = hasty.get(&act).await;
        let page = hasty.send(&form, &act, &SAID).await;
        page.is(StatusCode::TOO_MANY_REQUESTS)
            .says("Trop de demandes arrivent")
            .says("Maison de santé des Essarts");
        assert_eq!(page.value(&act, "texte"), "C’est le mercredi.");
        test.app.wall().advance(jiff::SignedDuration::from_mins(3));
        hasty.send(&page, &act, &[]).await.is(StatusCode::OK).says("Merci");
    })
    .await;
}
