//! Time points, letters, deviations.

use axum::http::StatusCode;
use kernel::contact::Email;
use platform::outbox;
use platform::testing::TestApp;

use super::{NADIA, agrees, answers, days, file, opened};
use crate::testing::{at_desk, link_worker, story};

const OPENS: &str = "Des questions d’étude sont à poser";
const CLOSES: &str = "Des questions d’étude sont bientôt trop tardives";

async fn letters(test: &TestApp, subject: &str) -> usize {
    let letters = outbox::written_to(&mut test.tx().await, &Email::parse(NADIA).unwrap()).await.unwrap();
    let about = letters.iter().filter(|letter| letter.subject == subject);
    about.inspect(|letter| assert!(!letter.body.contains("Aline") && !letter.body.contains("PRI-"))).count()
}

#[tokio::test]
async fn what_is_answered_in_a_window_counts_and_letters_go_before_it_closes() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let study = opened(&test, &[]).await;
        answers(&mut nadia, case).await;
        let here = file(case, study);
        let page = agrees(&mut nadia, &here, &[]).await;
        page.says("Au début répondu").says("UCLA").says("À 3 mois à venir");
        // Enrolled on 13 January: three months later is 13 April, its window from 30 March to 27 April.
        days(&test, 75).await;
        assert_eq!((letters(&test, OPENS).await, letters(&test, CLOSES).await), (0, 0));
        days(&test, 1).await;
        assert_eq!(letters(&test, OPENS).await, 1, "the window opened");
        let list = format!("/etudes/{study}/suivi");
        let mut nadia = link_worker(&test).await;
        nadia.get(&list).await.says("Mme Aline Dumont À 3 moisJusqu’au 27 avril 2026");
        let day = nadia.get("/ma-journee").await;
        assert_eq!(day.link("Étude « PRISMUR » : une personne à interroger"), list);
        days(&test, 23).await;
        assert_eq!(letters(&test, CLOSES).await, 0);
        days(&test, 1).await;
        assert_eq!((letters(&test, OPENS).await, letters(&test, CLOSES).await), (1, 1), "four days are left");
        let mut nadia = link_worker(&test).await;
        nadia.get(&here).await.says("À 3 mois en retard");
        answers(&mut nadia, case).await;
        nadia.get(&here).await.says("À 3 mois répondu");
        nadia.get(&list).await.says("Rien à demander aujourd’hui");
        nadia.get("/ma-journee").await.does_not_say("à interroger");
        days(&test, 10).await;
        assert_eq!((letters(&test, OPENS).await, letters(&test, CLOSES).await), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn a_study_goes_on_asking_once_the_support_has_ended() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let study = opened(&test, &[]).await;
        let here = file(case, study);
        let home = format!("/personnes/{case}/mesures");
        agrees(&mut nadia, &here, &[]).await;
        let close = format!("/personnes/{case}/cloture");
        let page = nadia.get(&close).await;
        nadia.send(&page, &close, &[("outcome", "goals_reached")]).await.is(StatusCode::OK);
        days(&test, 80).await;
        let mut nadia = link_worker(&test).await;
        nadia.get(&home).await.says("UCLA");
        answers(&mut nadia, case).await;
        let page = nadia.get(&here).await;
        page.says("À 3 mois répondu");
        nadia.send(&page, &format!("{here}/retrait"), &[("keep", "yes")]).await.says("restent dans l’étude");
        let fields = [
            ("instrument", "ucla3"),
            ("held_on", "2026-04-05"),
            ("mode", "professional"),
            ("moment", "review"),
        ];
        let typed: Vec<(String, String)> =
            fields.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        nadia.post(&home, &typed).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn what_came_too_late_is_seen_and_a_correction_is_added() {
    story(|test| async move {
        let (_, case, mut nadia) = at_desk(&test).await;
        let study = opened(&test, &[]).await;
        let here = file(case, study);
        agrees(&mut nadia, &here, &[]).await;
        days(&test, 120).await;
        let mut nadia = link_worker(&test).await;
        answers(&mut nadia, case).await;
        days(&test, 1).await;
        let mut nadia = link_worker(&test).await;
        let page = nadia.get(&here).await;
        page.says("À 3 mois manqué").says("Hors fenêtreÀ 3 mois · 13 mai 2026").says("Vu par le programme");
        let notes = format!("{here}/ecarts");
        let fields = [("kind", "other"), ("on", "2026-05-14"), ("words", " ")];
        let again = nadia.send(&page, &notes, &fields).await;
        again.is(StatusCode::UNPROCESSABLE_ENTITY).says("Dites ce qui s’est passé");
        assert_eq!(again.value(&notes, "on"), "2026-05-14", "what was typed is kept");
        let future = [("kind", "other"), ("on", "2027-05-14"), ("words", "Plus tard.")];
        nadia.send(&page, &notes, &future).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("pas encore venu");
        let mut tx = test.tx().await;
        let (found,): (uuid::Uuid,) = tx.one("SELECT id FROM study_deviation", &[]).await.unwrap();
        drop(tx);
        let found = found.to_string();
        let fields = [
            ("kind", "outside_window"),
            ("point", "t3"),
            ("on", "2026-05-13"),
            ("words", "Hospitalisée en avril."),
            ("corrects", found.as_str()),
        ];
        let page = nadia.send(&page, &notes, &fields).await;
        page.is(StatusCode::OK).says("corrigé").says("Hospitalisée en avril.").says("Vu par le programme");
        nadia.get(&format!("/etudes/{study}/ecarts")).await.says("Hospitalisée en avril.").says("PRI-");
        days(&test, 3).await;
        assert_eq!(test.count("SELECT COUNT(*) FROM study_deviation").await, 2, "found once");
    })
    .await;
}
