//! What works: coming in, linking, unlinking, by invitation, proving it again, going out.

use axum::http::StatusCode;
use jiff::SignedDuration;
use kernel::Lang;
use kernel::contact::Email;
use kernel::id::AccountId;
use serde_json::json;

use super::provider::{Mischief, Shape};
use super::{BACK, HER, NADIA, Stage};
use crate::accounts::tests::story;
use crate::app::Settings;
use crate::audit;
use crate::oidc::Userinfo;
use crate::outbox;
use crate::testing::TestApp;

const LINK: &str = "/compte/identites/lier/proconnect";
const UNLINK: &str = "/compte/identites/delier";

/// The path of a link sent to somebody.
pub(super) async fn invited(stage: &Stage, account: AccountId, to: &Email) -> String {
    let mut tx = stage.test.tx().await;
    crate::accounts::invite(&mut tx, &stage.test.app, account, to, Lang::Fr).await.unwrap();
    let letters = outbox::written_to(&mut tx, to).await.unwrap();
    tx.commit().await.unwrap();
    let newest = letters.iter().rfind(|letter| letter.body.contains("/invitation/")).unwrap();
    let link = newest.body.split_whitespace().find(|word| word.starts_with("http")).unwrap();
    link.strip_prefix("http://maillage.test").unwrap().to_owned()
}

#[tokio::test]
async fn somebody_comes_in_with_the_identity_they_linked_and_goes_where_they_were_going() {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        let mut browser = stage.test.browser();
        let page = browser.get("/compte").await;
        assert_eq!(page.path, "/connexion?suite=%2Fcompte");
        let form = page.filled_form("/connexion/avec/proconnect", &[]);
        let page = browser.hand_in("/connexion/avec/proconnect", &form, &[]).await;
        let there = page.link("Continuer avec ProConnect");
        assert_eq!(page.headers["refresh"], format!("0; url={there}").as_str());
        let back = stage.provider.sign_in(&there, HER);
        let answer = browser.ask(&back).await;
        answer.is(StatusCode::SEE_OTHER);
        assert_eq!(answer.headers["location"], "/compte", "code and state are gone");
        browser.get("/compte").await.says("Nadia essarts").says("Vos autres façons d’entrer");
        assert_eq!(stage.test.count("SELECT COUNT(*) FROM identity_attempt").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_provider_like_pro_sante_connect_tells_userinfo_as_json() {
    story(|test| async move {
        let stage = Stage::with(test, Userinfo::Json, std::time::Duration::from_secs(10)).await;
        stage.link(HER, stage.team.link_worker).await;
        stage.provider.misbehave(Mischief { userinfo_shape: Shape::Json, ..Mischief::NONE });
        stage.come_in(&mut stage.test.browser(), HER).await.says("Se déconnecter");
    })
    .await;
}

#[tokio::test]
async fn an_identity_is_linked_on_mon_compte_told_and_unlinked() {
    story(|test| async move {
        let stage = Stage::like_proconnect(test).await;
        let mut office = stage.test.signed_in(NADIA).await;
        office.get("/compte").await.says("Vos autres façons d’entrer");
        let page = office.get("/compte/identites").await;
        page.says("Aucune identité n’est liée");
        let form = page.filled_form(LINK, &[]);
        let page = office.hand_in(LINK, &form, &[]).await;
        let back = stage.provider.sign_in(&page.link("Continuer avec ProConnect"), HER);
        office.get(&back).await.says("cette identité ouvre désormais votre compte").says("13 janvier 2026");
        assert_eq!(stage.letters(NADIA).await, ["Une identité ProConnect ouvre votre compte"]);
        // Again is no harm, and no news.
        let back = stage.there(&mut office, LINK, HER).await;
        office.get(&back).await.is(StatusCode::OK);
        assert_eq!(stage.letters(NADIA).await.len(), 1);

        let mut telephone = stage.test.browser();
        stage.come_in(&mut telephone, HER).await.says("Se déconnecter");
        let page = office.get("/compte/identites").await;
        office.send(&page, UNLINK, &[]).await.says("n’ouvre plus votre compte").says("Aucune identité");
        office.send(&page, UNLINK, &[]).await.is(StatusCode::OK);
        telephone.get("/compte").await.says("Se connecter").does_not_say("Vos connexions");
        assert_eq!(stage.letters(NADIA).await.len(), 2);
        let entries = audit::of_subject(&mut stage.test.tx().await, stage.team.link_worker).await.unwrap();
        assert_eq!(entries.iter().map(|e| e.action.as_str()).collect::<Vec<_>>(), ["changed", "changed"]);
        stage.come_in(&mut telephone, HER).await.does_not_say("Se déconnecter");
    })
    .await;
}

#[tokio::test]
async fn an_invitation_is_followed_without_ever_choosing_a_phrase() {
    story(|test| async move {
        let stage = Stage::like_proconnect(test).await;
        let mut andree = stage.test.signed_in("administrator@essarts.test").await;
        let page = andree.get("/comptes").await;
        let fields = [("name", "Zoé Martin"), ("email", "zoe@essarts.test"), ("role", "link_worker")];
        andree.send(&page, "/comptes", &fields).await.is(StatusCode::OK);
        let to = Email::parse("zoe@essarts.test").unwrap();
        let letters = outbox::written_to(&mut stage.test.tx().await, &to).await.unwrap();
        let link = letters[0].body.split("maillage.test").nth(1).unwrap().split_whitespace().next().unwrap();
        let mut zoe = stage.test.browser();
        zoe.get(link).await.says("Ou sans phrase de passe");
        let back = stage.there(&mut zoe, &format!("{link}/avec/proconnect"), "zoe").await;
        zoe.get(&back).await.says("Se déconnecter").says("Zoé Martin");
        assert_eq!(
            stage.letters("zoe@essarts.test").await,
            ["Votre compte Maillage vous attend", "Une identité ProConnect ouvre votre compte"]
        );
        stage.test.browser().get(link).await.says("Votre compte est déjà ouvert");
        andree.get("/comptes").await.does_not_say("Invitation envoyée");
        zoe.get("/compte").await.says("Votre compte n’a pas de phrase de passe");

        // Their only way in stays.
        let back = stage.there(&mut zoe, "/compte/confirmer/proconnect", "zoe").await;
        zoe.get(&back).await.says("Se déconnecter");
        let page = zoe.get("/compte/identites").await;
        zoe.send(&page, UNLINK, &[]).await.says("C’est votre seule façon d’entrer");
        stage.come_in(&mut stage.test.browser(), "zoe").await.says("Zoé Martin");
    })
    .await;
}

#[tokio::test]
async fn whoever_has_no_phrase_proves_it_by_signing_in_there_again() {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        let mut tx = stage.test.tx().await;
        tx.run("UPDATE account SET password_hash = NULL WHERE email = $1", &[NADIA.into()]).await.unwrap();
        tx.commit().await.unwrap();
        let mut browser = stage.test.browser();
        stage.come_in(&mut browser, HER).await;
        stage.test.app.wall().advance(SignedDuration::from_mins(11));
        let page = browser.get("/compte/identites").await;
        page.says("Confirmez que c’est vous").does_not_say("phrase de passe actuelle");
        let act = "/compte/confirmer/proconnect";
        let form = page.filled_form(act, &[]);
        let going = async |browser: &mut crate::testing::Browser, subject| {
            let page = browser.hand_in(act, &form, &[]).await;
            stage.provider.sign_in(&page.link("Continuer avec ProConnect"), subject)
        };
        // One that did not ask them again, one that does not say, and somebody else's identity.
        let before = Mischief {
            claims: |c| c["auth_time"] = json!(c["iat"].as_i64().unwrap() - 61),
            ..Mischief::NONE
        };
        let unsaid = Mischief {
            claims: |c| {
                c.as_object_mut().unwrap().remove("auth_time");
            },
            ..Mischief::NONE
        };
        for mischief in [before, unsaid] {
            stage.provider.misbehave(mischief);
            let back = going(&mut browser, HER).await;
            browser.get(&back).await.says("ne vous a pas identifié de nouveau");
            browser.get("/compte/identites").await.says("Confirmez que c’est vous");
        }
        stage.provider.misbehave(Mischief::NONE);
        let back = going(&mut browser, "somebody else").await;
        browser.get(&back).await.says("n’est pas liée à votre compte");
        browser.get("/compte/identites").await.says("Confirmez que c’est vous");

        let back = going(&mut browser, HER).await;
        assert_eq!(browser.get(&back).await.path, "/compte/identites");
        browser.get("/compte/identites").await.says("Vos autres façons d’entrer").says("ProConnect");
    })
    .await;
}

#[tokio::test]
async fn signing_out_ends_there_too_and_the_store_cannot_read_what_it_takes() {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        let mut browser = stage.test.browser();
        let page = stage.come_in(&mut browser, HER).await;
        let mut tx = stage.test.tx().await;
        let (kept,): (String,) = tx.one("SELECT id_token FROM session", &[]).await.unwrap();
        drop(tx);
        assert!(!kept.contains('.') && kept.len() > 200, "{kept}");
        let page = browser.send(&page, "/deconnexion", &[]).await;
        page.says("Direction ProConnect").does_not_say("Se déconnecter");
        let there = url::Url::parse(&page.link("Continuer avec ProConnect")).unwrap();
        assert_eq!(there.path(), "/end");
        let asked: std::collections::HashMap<String, String> = there.query_pairs().into_owned().collect();
        assert_eq!(asked["post_logout_redirect_uri"], "http://maillage.test/deconnexion/retour");
        assert_eq!(asked["id_token_hint"].split('.').count(), 3);
        assert!(!asked["state"].is_empty());
        assert_eq!(stage.test.count("SELECT COUNT(*) FROM session").await, 0);
        browser.get("/compte").await.says("Se connecter");
        assert_eq!(browser.ask("/deconnexion/retour?state=x").await.headers["location"], "/");
        // By a phrase, nobody is sent there.
        let mut browser = stage.test.signed_in(NADIA).await;
        let page = browser.get("/compte").await;
        assert_ne!(browser.send(&page, "/deconnexion", &[]).await.path, "/deconnexion");
    })
    .await;
}

#[tokio::test]
async fn the_second_step_of_ours_is_not_asked_of_whoever_the_provider_vouches_for() {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        let mut tx = stage.test.tx().await;
        let sql = "INSERT INTO second_factor (account_id, secret, since, last_step) VALUES ($1, 'A', 0, 0)";
        tx.run(sql, &[stage.team.link_worker.into()]).await.unwrap();
        tx.commit().await.unwrap();
        stage.come_in(&mut stage.test.browser(), HER).await.says("Se déconnecter");
    })
    .await;
}

#[tokio::test]
async fn over_tls_the_cookie_of_an_attempt_is_the_host_s_alone_and_short() {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        let settings =
            Settings { public_url: "https://maillage.test".to_owned(), ..stage.test.app.settings().clone() };
        let test = TestApp { app: stage.test.app.clone().with_settings(settings) };
        let page = test.browser().hand_in("/connexion/avec/proconnect", &[], &[]).await;
        let cookie = page.headers["set-cookie"].to_str().unwrap();
        assert!(cookie.starts_with("__Host-maillage-identite="), "{cookie}");
        for part in ["HttpOnly", "Secure", "SameSite=Lax", "Path=/", "Max-Age=300"] {
            assert!(cookie.contains(part), "{part} is not in {cookie}");
        }
    })
    .await;
}

#[tokio::test]
async fn without_a_provider_no_page_speaks_of_one() {
    story(|test| async move {
        crate::testing::Team::at_bron(&test).await;
        test.browser().get("/connexion").await.does_not_say("Continuer avec");
        test.signed_in(NADIA).await.get("/compte").await.does_not_say("Vos autres façons d’entrer");
        test.browser().get(BACK).await.is(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn english_is_spoken_of_it_too() {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        let mut browser = stage.test.browser().in_english();
        let page = browser.get("/connexion").await;
        page.says("Continue with ProConnect");
        let page = browser.hand_in("/connexion/avec/proconnect", &[], &[]).await;
        let there = page.link("Continue with ProConnect");
        assert!(there.contains("ui_locales=en"));
        let back = stage.provider.sign_in(&there, "somebody else");
        browser.get(&back).await.says("no account here is linked to this identity");
    })
    .await;
}

#[tokio::test]
async fn a_provider_the_deployer_finds_strong_enough_is_worth_two_steps() {
    story(|test| async move {
        let second_step = vec![kernel::role::Role::LinkWorker];
        let settings = Settings { second_step, ..test.app.settings().clone() };
        let stage = Stage::linked(TestApp { app: test.app.with_settings(settings) }).await;
        let mut nadia = stage.test.browser();
        stage.come_in(&mut nadia, HER).await;
        nadia.get("/compte").await.says("Vos connexions ouvertes");
        let mut by_phrase = stage.test.signed_in(NADIA).await;
        by_phrase.get("/compte").await.says("Vous avez déjà mieux que votre phrase");
        let page = nadia.get("/compte/confirmer?suite=/compte/identites").await;
        nadia.send(&page, "/compte/confirmer", &[("current", crate::testing::PASS_PHRASE)]).await;
        let page = nadia.get("/compte/identites").await;
        nadia.send(&page, UNLINK, &[]).await.says("celle-ci est la seule");
    })
    .await;
}
