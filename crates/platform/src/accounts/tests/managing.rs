//! What an administrator does about accounts: inviting again, a new link, ending.

use axum::http::StatusCode;
use jiff::SignedDuration;
use kernel::contact::Email;
use kernel::id::{AccountId, SiteId};
use kernel::role::Role;

use super::{letters, link_to, story};
use crate::testing::{Browser, Page, Team, TestApp, pairs};
use crate::{accounts, audit};

const NADIA: &str = "link_worker@essarts.test";
const PHRASE: &str = "un long chemin de pierres";

async fn signs_in(test: &TestApp, email: &str, phrase: &str) -> Page {
    let mut browser = test.browser();
    let page = browser.get("/connexion").await;
    browser.send(&page, "/connexion", &[("email", email), ("password", phrase)]).await
}

async fn press(browser: &mut Browser, account: AccountId, button: &str) -> Page {
    let page = browser.get("/comptes").await;
    browser.send(&page, &format!("/comptes/{account}/{button}"), &[]).await
}

async fn is_at(test: &TestApp, account: AccountId, site: SiteId) -> bool {
    let account = accounts::find(&mut test.tx().await, account).await.unwrap();
    account.is_some_and(|account| account.memberships.iter().any(|m| m.site_id == site))
}

#[tokio::test]
async fn a_closed_account_is_opened_again_by_an_invitation_without_its_old_phrase() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let mut nadia = test.signed_in(NADIA).await;
        let mut andree = test.signed_in("administrator@essarts.test").await;
        press(&mut andree, team.link_worker, "fermer").await.is(StatusCode::OK).does_not_say(NADIA);
        nadia.get("/comptes").await.says("Se connecter");
        signs_in(&test, NADIA, crate::testing::PASS_PHRASE).await.is(StatusCode::UNPROCESSABLE_ENTITY);

        let page = andree.get("/comptes").await;
        let fields = [("name", "Nadia de retour"), ("email", NADIA), ("role", "coordinator")];
        let page = andree.send(&page, "/comptes", &fields).await;
        page.is(StatusCode::OK).says("Nadia de retour").says("Invitation envoyée");
        nadia.get("/connexion").await.does_not_say("Se déconnecter");
        signs_in(&test, NADIA, crate::testing::PASS_PHRASE).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let path = link_to(&test, NADIA).await;
        let page = nadia.get(&path).await;
        nadia.send(&page, &path, &[("password", PHRASE)]).await.says("Se déconnecter");
        let account = accounts::find(&mut test.tx().await, team.link_worker).await.unwrap().unwrap();
        assert!(account.is_at(Role::Coordinator, team.site));
    })
    .await;
}

#[tokio::test]
async fn an_account_of_two_teams_leaves_one_and_stays_in_the_other() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let elsewhere = Team::at_venissieux(&test).await;
        let mut theirs = test.signed_in("administrator@minguettes.test").await;
        let page = theirs.get("/comptes").await;
        let fields = [("name", "Une autre Nadia"), ("email", NADIA), ("role", "prescriber")];
        let page = theirs.send(&page, "/comptes", &fields).await;
        page.is(StatusCode::OK).says("Nadia essarts").does_not_say("Une autre Nadia");
        assert_eq!(letters(&test, NADIA).await.len(), 0, "she signs in as before");

        let mut nadia = test.signed_in(NADIA).await;
        let mut andree = test.signed_in("administrator@essarts.test").await;
        press(&mut andree, team.link_worker, "fermer").await.is(StatusCode::OK).does_not_say(NADIA);
        assert!(!is_at(&test, team.link_worker, team.site).await);
        assert!(is_at(&test, team.link_worker, elsewhere.site).await);
        nadia.get("/connexion").await.says("Se déconnecter");
        theirs.get("/comptes").await.says(NADIA);
        press(&mut theirs, team.link_worker, "fermer").await.is(StatusCode::OK).does_not_say(NADIA);
        nadia.get("/connexion").await.does_not_say("Se déconnecter");
    })
    .await;
}

#[tokio::test]
async fn somebody_of_the_team_is_not_invited_twice() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut andree = test.signed_in("administrator@essarts.test").await;
        let page = andree.get("/comptes").await;
        let fields = [("name", "Nadia"), ("email", NADIA), ("role", "coordinator")];
        let page = andree.send(&page, "/comptes", &fields).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY).says("fait déjà partie de cette équipe");
        assert_eq!(page.value("/comptes", "email"), NADIA);
    })
    .await;
}

#[tokio::test]
async fn a_forgotten_phrase_is_chosen_again_behind_a_new_link_that_ends_other_sessions() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        test.browser().get("/connexion").await.says("Phrase oubliée ? Demandez un nouveau lien");
        let mut left_open = test.signed_in(NADIA).await;
        let mut andree = test.signed_in("administrator@essarts.test").await;
        let page = press(&mut andree, team.link_worker, "lien").await;
        page.is(StatusCode::OK).says("Le lien est parti");
        let first = link_to(&test, NADIA).await;
        press(&mut andree, team.link_worker, "lien").await;
        let path = link_to(&test, NADIA).await;
        let trail = audit::of_subject(&mut test.tx().await, team.link_worker).await.unwrap();
        let trail: Vec<&str> = trail.iter().map(|entry| entry.action.as_str()).collect();
        assert_eq!(trail, ["sent", "sent"]);
        assert!(letters(&test, NADIA).await[0].body.contains("une nouvelle phrase de passe"));
        left_open.get("/connexion").await.says("Se déconnecter");

        let mut nadia = test.browser();
        nadia.get(&first).await.is(StatusCode::GONE);
        let page = nadia.get(&path).await;
        nadia.send(&page, &path, &[("password", PHRASE)]).await.says("Se déconnecter");
        left_open.get("/connexion").await.does_not_say("Se déconnecter");
        signs_in(&test, NADIA, crate::testing::PASS_PHRASE).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        signs_in(&test, NADIA, PHRASE).await.says("Se déconnecter");
    })
    .await;
}

#[tokio::test]
async fn an_invitation_left_unanswered_is_said_and_sent_again() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut andree = test.signed_in("administrator@essarts.test").await;
        let page = andree.get("/comptes").await;
        let fields = [("name", "Zoé Martin"), ("email", "zoe@essarts.test"), ("role", "link_worker")];
        andree.send(&page, "/comptes", &fields).await.does_not_say("restée sans réponse");
        test.app.wall().advance(SignedDuration::from_hours(24 * 8));
        andree.sign_in("administrator@essarts.test").await;
        andree.get("/comptes").await.says("Invitation restée sans réponse");
        let email = Email::parse("zoe@essarts.test").unwrap();
        let (zoe, _) = accounts::credentials(&mut test.tx().await, &email).await.unwrap().unwrap();
        press(&mut andree, zoe, "lien").await.does_not_say("restée sans réponse");
        let path = link_to(&test, "zoe@essarts.test").await;
        let mut browser = test.browser();
        let page = browser.get(&path).await;
        browser.send(&page, &path, &[("password", PHRASE)]).await.says("Se déconnecter");
    })
    .await;
}

#[tokio::test]
async fn an_administrator_does_nothing_to_another_team_nor_to_their_own_access() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let elsewhere = Team::at_venissieux(&test).await;
        let mut andree = test.signed_in("administrator@essarts.test").await;
        let [ours, theirs] = [team.site, elsewhere.site].map(|site| site.to_string());
        for (account, site) in [(elsewhere.link_worker, &ours), (elsewhere.link_worker, &theirs)] {
            for button in ["lien", "fermer"] {
                let page =
                    andree.post(&format!("/comptes/{account}/{button}"), &pairs(&[("site", site)])).await;
                page.is(StatusCode::NOT_FOUND);
            }
        }
        assert!(is_at(&test, elsewhere.link_worker, elsewhere.site).await);
        let own = format!("/comptes/{}/fermer", team.administrator);
        assert!(!andree.get("/comptes").await.actions().contains(&own));
        andree.post(&own, &pairs(&[("site", &ours)])).await.is(StatusCode::NOT_FOUND);
    })
    .await;
}
