//! Signing in with a provider, on both engines, against one on this machine that speaks real HTTP
//! and signs with real keys.

mod hostile_answers;
mod hostile_browsers;
mod hostile_tokens;
mod keys;
mod provider;
mod told_out;
mod ways;

use std::time::Duration;

use kernel::contact::Email;
use kernel::id::AccountId;

use super::story;
use crate::accounts::federation;
use crate::oidc::{self, Federation, Refusal, Secrets, Userinfo, Vouched};
use crate::outbox;
use crate::testing::{Browser, Page, Team, TestApp};

use provider::{ACR, CLIENT, Mischief, Provider, SECRET};

const NADIA: &str = "link_worker@essarts.test";
/// Nadia, in the words of the provider.
const HER: &str = "8b7f0c1e";
const BACK: &str = "/connexion/retour/proconnect";

/// An application with one provider.
struct Stage {
    test: TestApp,
    provider: Provider,
    team: Team,
}

impl Stage {
    /// As ProConnect: userinfo signed.
    async fn like_proconnect(test: TestApp) -> Stage {
        Stage::with(test, Userinfo::Signed, Duration::from_secs(10)).await
    }

    async fn with(test: TestApp, userinfo: Userinfo, patience: Duration) -> Stage {
        let provider = Provider::start(test.app.wall().clone()).await;
        let client = (CLIENT, oidc::Secret::new(SECRET.to_owned()));
        let names = ("proconnect", "ProConnect");
        let mut known = oidc::Provider::parse(names, &provider.issuer, client, vec![ACR.to_owned()]).unwrap();
        known.userinfo = userinfo;
        let app = test.app.clone().with_part(Federation::with_patience(vec![known], patience));
        let test = TestApp { app };
        let team = Team::at_bron(&test).await;
        Stage { test, provider, team }
    }

    /// The same, where Nadia has linked her identity.
    async fn linked(test: TestApp) -> Stage {
        let stage = Stage::like_proconnect(test).await;
        stage.link(HER, stage.team.link_worker).await;
        stage
    }

    async fn link(&self, subject: &str, account: AccountId) {
        let mut tx = self.test.tx().await;
        let identity = (self.provider.issuer.as_str(), subject);
        assert!(federation::link(&mut tx, identity, account, self.test.app.wall().now()).await.unwrap());
        tx.commit().await.unwrap();
    }

    /// From a button to the address the provider sends back to, its person signed in there.
    async fn there(&self, browser: &mut Browser, act: &str, subject: &str) -> String {
        let page = browser.hand_in(act, &[], &[]).await;
        self.provider.sign_in(&page.link("Continuer avec ProConnect"), subject)
    }

    /// There and back.
    async fn come_in(&self, browser: &mut Browser, subject: &str) -> Page {
        let back = self.there(browser, "/connexion/avec/proconnect", subject).await;
        browser.get(&back).await
    }

    /// The protocol alone, without a browser.
    async fn asked(&self) -> Result<Vouched, Refusal> {
        let known = Federation::of(&self.test.app).find("proconnect").unwrap();
        let (secrets, now) = (Secrets::fresh().unwrap(), self.test.app.wall().now());
        let redirect_uri = "http://maillage.test/connexion/retour/proconnect";
        let asked = oidc::Asked { redirect_uri, again: false, lang: kernel::Lang::Fr };
        let there = known.way_there(&secrets, asked, now).await?;
        let back = self.provider.sign_in(there.as_str(), HER);
        let brought: std::collections::HashMap<String, String> =
            serde_urlencoded::from_str(back.split_once('?').unwrap().1).unwrap();
        let came = (brought.get("code").map_or("", String::as_str), brought.get("iss").map(String::as_str));
        known.who(came, (&secrets, redirect_uri), None, now).await
    }

    /// Nobody is signed in on this browser, nothing was stored nor written, and they were told why.
    async fn nobody_came_in(&self, browser: &mut Browser, page: &Page, told: &str) {
        page.says(told).does_not_say("Se déconnecter");
        for secret in ["code=", "state=", "iss="] {
            assert!(!page.path.contains(secret), "{} holds {secret}", page.path);
        }
        browser.get("/compte").await.says("Se connecter").does_not_say("Vos connexions ouvertes");
        assert_eq!(self.test.count("SELECT COUNT(*) FROM session").await, 0, "a session");
        assert_eq!(self.test.count("SELECT COUNT(*) FROM identity").await, 1, "an identity");
        assert_eq!(self.test.count("SELECT COUNT(*) FROM account").await, 4, "an account");
        assert_eq!(self.test.count("SELECT COUNT(*) FROM audit_entry").await, 0, "an entry of the trail");
        assert!(self.letters(NADIA).await.is_empty(), "a letter");
    }

    async fn letters(&self, to: &str) -> Vec<String> {
        let to = Email::parse(to).unwrap();
        let letters = outbox::written_to(&mut self.test.tx().await, &to).await.unwrap();
        letters.into_iter().map(|letter| letter.subject).collect()
    }
}

const UNVERIFIED: &str = "La réponse de ProConnect n’a pas pu être vérifiée";
const SILENT: &str = "ProConnect ne répond pas comme il faut en ce moment";
const NOT_BEGUN: &str = "Nous n’avons pas pu relier cette réponse de ProConnect à votre demande";

/// A provider that does this lets nobody in: by the protocol, for this reason, and through the pages,
/// where they are told this.
async fn refused(mischief: Mischief, refusal: Refusal, told: &str) {
    refused_within(Duration::from_secs(10), mischief, refusal, told).await;
}

async fn refused_within(patience: Duration, mischief: Mischief, refusal: Refusal, told: &str) {
    story(|test| async move {
        let stage = Stage::with(test, Userinfo::Signed, patience).await;
        stage.link(HER, stage.team.link_worker).await;
        stage.provider.misbehave(mischief);
        assert_eq!(stage.asked().await.err(), Some(refusal));
        // One that failed is left alone for a moment.
        stage.test.app.wall().advance(jiff::SignedDuration::from_secs(11));
        let mut browser = stage.test.browser();
        let page = browser.hand_in("/connexion/avec/proconnect", &[], &[]).await;
        let page = match page.headers.get("location") {
            Some(refused) => browser.get(refused.to_str().unwrap()).await,
            None => {
                let back = stage.provider.sign_in(&page.link("Continuer avec ProConnect"), HER);
                browser.get(&back).await
            }
        };
        stage.nobody_came_in(&mut browser, &page, told).await;
    })
    .await;
}
