//! Who lost what they prove their second step with, on both engines.

use axum::http::StatusCode;
use jiff::SignedDuration;
use kernel::Lang;
use kernel::contact::Email;
use kernel::role::Role;

use super::second::{NADIA, phrase_given, shown, with_two_steps};
use super::{letters, link_to, story};
use crate::accounts::{self, LiftReason};
use crate::audit::{self, Who};
use crate::testing::{Browser, Page, TestApp, member};

const ANDREE: &str = "administrator@essarts.test";
const PHRASE: &str = "sept ponts sur la rivière";

/// Andrée sends a link of that kind to Nadia.
async fn sends(test: &TestApp, ending: &str, fields: &[(&str, &str)]) -> Page {
    let mut andree = test.signed_in(ANDREE).await;
    let page = andree.get("/comptes").await;
    if ending == "lien" {
        let nadia = page.actions().into_iter().filter(|act| act.ends_with("/lien"));
        let mut last = page.clone();
        for act in nadia {
            last = andree.send(&page, &act, &[]).await;
        }
        return last;
    }
    let path = page.link("Lever la validation");
    let page = andree.get(&path).await;
    page.is(StatusCode::OK).says("Nadia essarts").says("Que s’est-il passé");
    andree.send(&page, &path, fields).await
}

async fn follows(test: &TestApp) -> (Browser, Page) {
    let path = link_to(test, NADIA).await;
    let mut nadia = test.browser();
    let page = nadia.get(&path).await;
    page.is(StatusCode::OK);
    let page = nadia.send(&page, &path, &[("password", PHRASE)]).await;
    (nadia, page)
}

#[tokio::test]
async fn a_forgotten_phrase_takes_no_second_step_away() {
    story(|test| async move {
        let (_, secret, _) = with_two_steps(&test).await;
        sends(&test, "lien", &[]).await.is(StatusCode::OK);
        let (mut nadia, page) = follows(&test).await;
        page.says("Encore un code").does_not_say("Se déconnecter");
        nadia.get("/compte").await.says("Se connecter");
        let page = nadia.send(&page, "/connexion/code", &[("code", &shown(&test, &secret))]).await;
        page.says("Se déconnecter");
        nadia.get("/compte").await.says("Elle est active");
    })
    .await;
}

#[tokio::test]
async fn whoever_lost_everything_comes_back_by_a_link_sent_for_that() {
    story(|test| async move {
        with_two_steps(&test).await;
        let andree = accounts::credentials(&mut test.tx().await, &Email::parse(ANDREE).unwrap()).await;
        let andree = accounts::find(&mut test.tx().await, andree.unwrap().unwrap().0).await.unwrap().unwrap();
        let site = andree.memberships[0].site_id;
        member(&test, ("autre@essarts.test", "Autre"), Role::Administrator, &[site]).await;
        let page = sends(&test, "etapes", &[]).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("Dites ce qui s’est passé");
        let page = sends(&test, "etapes", &[("reason", "stolen")]).await;
        page.is(StatusCode::OK).says("Le lien est parti");
        let told = letters(&test, "autre@essarts.test").await;
        assert!(told[0].body.contains("Nadia essarts") && told[0].body.contains("volé"), "{}", told[0].body);
        assert!(!told[0].subject.contains("Nadia") && letters(&test, ANDREE).await.is_empty());
        // Nothing has changed until she follows it.
        let (_, page) = phrase_given(&test).await;
        page.says("Encore un code");
        let (mut nadia, page) = follows(&test).await;
        page.says("Se déconnecter");
        nadia.get("/compte").await.says("L’activer");
        let account = accounts::credentials(&mut test.tx().await, &Email::parse(NADIA).unwrap()).await;
        let trail = audit::of_subject(&mut test.tx().await, account.unwrap().unwrap().0).await.unwrap();
        let said: Vec<_> = trail.iter().map(|entry| (entry.actor.as_str(), entry.action.as_str())).collect();
        assert_eq!(said[1..], [("account", "lifting"), ("link_holder", "lifted")]);
    })
    .await;
}

#[tokio::test]
async fn whoever_still_has_their_telephone_makes_the_link_void() {
    story(|test| async move {
        let (_, secret, _) = with_two_steps(&test).await;
        sends(&test, "etapes", &[("reason", "lost")]).await;
        let path = link_to(&test, NADIA).await;
        let (mut nadia, page) = phrase_given(&test).await;
        nadia
            .send(&page, "/connexion/code", &[("code", &shown(&test, &secret))])
            .await
            .says("Se déconnecter");
        test.browser().get(&path).await.is(StatusCode::GONE);
        // So does a newer link, which takes nothing away.
        sends(&test, "etapes", &[("reason", "lost")]).await;
        let path = link_to(&test, NADIA).await;
        sends(&test, "lien", &[]).await;
        test.browser().get(&path).await.is(StatusCode::GONE);
    })
    .await;
}

#[tokio::test]
async fn nobody_takes_away_their_own_second_step_so_nor_that_of_another_team() {
    story(|test| async move {
        with_two_steps(&test).await;
        let mut andree = test.signed_in(ANDREE).await;
        let mut tx = test.tx().await;
        let sql = "INSERT INTO second_factor (account_id, secret, since, last_step)
                   SELECT id, 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', 0, 0 FROM account WHERE email = $1";
        tx.run(sql, &[ANDREE.into()]).await.unwrap();
        tx.commit().await.unwrap();
        let own = accounts::credentials(&mut test.tx().await, &Email::parse(ANDREE).unwrap()).await;
        let own = own.unwrap().unwrap().0;
        andree.get(&format!("/comptes/{own}/etapes")).await.is(StatusCode::NOT_FOUND);
        crate::testing::Team::at_venissieux(&test).await;
        let nadia = accounts::credentials(&mut test.tx().await, &Email::parse(NADIA).unwrap()).await;
        let path = format!("/comptes/{}/etapes", nadia.unwrap().unwrap().0);
        let mut theirs = test.signed_in("administrator@minguettes.test").await;
        theirs.get(&path).await.is(StatusCode::NOT_FOUND);
        let stolen = [("reason".to_owned(), "stolen".to_owned())];
        theirs.post(&path, &stolen).await.is(StatusCode::NOT_FOUND);
        // At a screen left open, not without proving it again.
        let mut again = test.signed_in("coordinator@essarts.test").await;
        again.get(&path).await.is(StatusCode::NOT_FOUND);
        test.app.wall().advance(SignedDuration::from_mins(11));
        andree.get(&path).await.says("Confirmez que c’est vous");
    })
    .await;
}

#[tokio::test]
async fn an_only_administrator_comes_back_from_the_machine_itself() {
    story(|test| async move {
        let team = crate::testing::Team::at_bron(&test).await;
        let mut tx = test.tx().await;
        let sql = "INSERT INTO second_factor (account_id, secret, since, last_step) VALUES ($1, 'A', 0, 0)";
        tx.run(sql, &[team.administrator.into()]).await.unwrap();
        let whom = (team.administrator, team.site);
        accounts::lift(&mut tx, &test.app, Who::Console, whom, LiftReason::Lost, Lang::Fr).await.unwrap();
        tx.commit().await.unwrap();
        let path = link_to(&test, ANDREE).await;
        let mut andree = test.browser();
        let page = andree.get(&path).await;
        andree.send(&page, &path, &[("password", PHRASE)]).await.says("Se déconnecter");
        assert_eq!(test.count("SELECT COUNT(*) FROM second_factor").await, 0);
    })
    .await;
}
