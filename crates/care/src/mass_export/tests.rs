//! Taking out the files of a team, on both engines.

use axum::http::StatusCode;
use kernel::contact::Email;
use platform::testing::{Browser, Page, Team, TestApp};
use platform::{audit, outbox};
use serde_json::Value as Json;
use uuid::Uuid;

use crate::testing::{at_desk, story};

const HERE: &str = "/donnees/emporter";
const WHY: &str = "Nous changeons de logiciel en janvier.";

async fn ask(browser: &mut Browser, reason: &str) -> Page {
    let page = browser.get(HERE).await;
    browser.send(&page, HERE, &[("reason", reason)]).await
}

/// The address of a link on the list.
fn leading_to(page: &Page, end: &str) -> Option<String> {
    page.links().into_iter().find(|link| link.ends_with(end))
}

async fn letters(test: &TestApp, to: &str, subject: &str) -> usize {
    let to = Email::parse(to).unwrap();
    let letters = outbox::written_to(&mut test.tx().await, &to).await.unwrap();
    let about = letters.iter().filter(|letter| letter.subject == subject);
    about.inspect(|letter| assert!(!letter.body.contains("logiciel en janvier"))).count()
}

#[tokio::test]
async fn two_persons_take_out_the_files_of_a_team_and_each_copy_is_noted() {
    story(|test| async move {
        at_desk(&test).await;
        let (person,): (Uuid,) = test.tx().await.one("SELECT id FROM person", &[]).await.unwrap();
        let mut camille = test.signed_in("coordinator@essarts.test").await;
        let page = ask(&mut camille, WHY).await;
        page.says("Attend la décision d’une autre personne").says(WHY);
        assert_eq!(leading_to(&page, "/accorder"), None, "not on one's own");
        assert_eq!(leading_to(&page, "/dossiers.json"), None, "not yet");
        assert_eq!(
            letters(&test, "administrator@essarts.test", "Une demande attend votre décision").await,
            1
        );

        let mut andree = test.signed_in("administrator@essarts.test").await;
        let grant = leading_to(&andree.get(HERE).await, "/accorder").unwrap();
        let page = andree.get(&grant).await;
        page.says("d’une personne quittera ce logiciel").says(WHY);
        let page = andree.send(&page, &grant, &[]).await;
        page.says("Accordé par");
        assert_eq!(leading_to(&page, "/dossiers.json"), None, "who grants takes nothing");
        let file = grant.replace("/accorder", "/dossiers.json");
        andree.get(&file).await.is(StatusCode::NOT_FOUND);
        assert_eq!(letters(&test, "coordinator@essarts.test", "Une décision sur votre demande").await, 1);

        let page = camille.get(HERE).await;
        let taken = camille.get(&leading_to(&page, "/dossiers.json").unwrap()).await;
        taken.is(StatusCode::OK);
        let copies: Json = serde_json::from_slice(&taken.bytes).unwrap();
        let own = camille.get(&format!("/droits/{person}/copie.json")).await;
        let own: Json = serde_json::from_slice(&own.bytes).unwrap();
        assert_eq!(copies.as_array().unwrap().len(), 1);
        assert_eq!(copies[0]["held"], own["held"], "what their own copy says");
        let trail = audit::about(&mut test.tx().await, person).await.unwrap();
        assert_eq!(trail.iter().filter(|entry| entry.action == "taken_out").count(), 1);
        camille.get(HERE).await.says("La copie d’une personne a été prise le");
    })
    .await;
}

#[tokio::test]
async fn nobody_else_asks_decides_or_takes() {
    story(|test| async move {
        at_desk(&test).await;
        Team::at_venissieux(&test).await;
        let mut camille = test.signed_in("coordinator@essarts.test").await;
        ask(&mut camille, WHY).await;
        let mut andree = test.signed_in("administrator@essarts.test").await;
        let grant = leading_to(&andree.get(HERE).await, "/accorder").unwrap();
        let file = grant.replace("/accorder", "/dossiers.json");
        andree.post(HERE, &[("reason".to_owned(), WHY.to_owned())]).await.is(StatusCode::NOT_FOUND);
        let page = camille.post(&grant, &[]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("vous ne pouvez pas décider de votre propre demande");
        camille.get(&file).await.is(StatusCode::NOT_FOUND);
        for stranger in ["coordinator@minguettes.test", "administrator@minguettes.test"] {
            let mut stranger = test.signed_in(stranger).await;
            stranger.get(HERE).await.does_not_say(WHY);
            stranger.get(&grant).await.is(StatusCode::NOT_FOUND);
            stranger.post(&grant, &[]).await.is(StatusCode::NOT_FOUND);
            stranger.get(&file).await.is(StatusCode::NOT_FOUND);
        }
        let mut nadia = test.signed_in("link_worker@essarts.test").await;
        for path in [HERE, &grant, &file] {
            assert_ne!(nadia.get(path).await.status, StatusCode::OK, "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_request_lapses_and_so_does_a_grant() {
    story(|test| async move {
        at_desk(&test).await;
        let mut camille = test.signed_in("coordinator@essarts.test").await;
        ask(&mut camille, WHY).await;
        let mut andree = test.signed_in("administrator@essarts.test").await;
        let grant = leading_to(&andree.get(HERE).await, "/accorder").unwrap();
        test.days_pass(7).await;
        let mut andree = test.signed_in("administrator@essarts.test").await;
        let page = andree.post(&grant, &[]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("son délai est passé");
        let mut camille = test.signed_in("coordinator@essarts.test").await;
        camille.get(HERE).await.says("il faut une nouvelle demande");
        ask(&mut camille, "Encore.").await;
        let grant = leading_to(&andree.get(HERE).await, "/accorder").unwrap();
        andree.post(&grant, &[]).await.says("Accordé par");
        test.days_pass(2).await;
        let mut camille = test.signed_in("coordinator@essarts.test").await;
        assert_eq!(leading_to(&camille.get(HERE).await, "/dossiers.json"), None);
        camille.get(&grant.replace("/accorder", "/dossiers.json")).await.is(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_reason_is_needed_and_so_is_somebody_else() {
    story(|test| async move {
        at_desk(&test).await;
        let mut camille = test.signed_in("coordinator@essarts.test").await;
        ask(&mut camille, " ").await.is(StatusCode::UNPROCESSABLE_ENTITY).says("Dites pourquoi");
        let long = "x".repeat(501);
        let page = ask(&mut camille, &long).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.value(HERE, "reason"), long, "what was typed is kept");
        let mut tx = test.tx().await;
        let sql = "DELETE FROM membership WHERE role = 'administrator'";
        tx.run(sql, &[]).await.unwrap();
        tx.commit().await.unwrap();
        let page = ask(&mut camille, WHY).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Il faut une deuxième personne");
        assert_eq!(test.count("SELECT COUNT(*) FROM mass_export").await, 0);
    })
    .await;
}
