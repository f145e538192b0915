//! A provider says that somebody signed out there: what is closed, what is not, and who is not believed.

use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, HOST};
use jiff::SignedDuration;
use serde_json::{Value, json};
use tower::ServiceExt;

use super::keys::{self, Signing};
use super::*;

const TOLD: &str = "/connexion/fournisseur/proconnect/deconnexion";
const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";

/// As an honest provider says it of Nadia.
fn honest(stage: &Stage) -> Value {
    let now = stage.test.app.wall().now().as_second();
    json!({
        "iss": stage.provider.issuer, "aud": CLIENT, "iat": now, "exp": now + 120, "jti": format!("told-{now}"),
        "sub": HER, "events": { EVENT: {} },
    })
}

/// Its server says so to ours.
async fn tell(stage: &Stage, token: &str) -> Page {
    stage.test.browser().hand_in(TOLD, &crate::testing::pairs(&[("logout_token", token)]), &[]).await
}

async fn sessions(stage: &Stage) -> i64 {
    stage.test.count("SELECT COUNT(*) FROM session").await
}

/// A browser of Nadia's, signed in there in that session.
async fn here_from(stage: &Stage, claims: fn(&mut Value)) -> Browser {
    stage.provider.misbehave(Mischief { claims, ..Mischief::NONE });
    let mut browser = stage.test.browser();
    stage.come_in(&mut browser, HER).await.says("Se déconnecter");
    browser
}

async fn is_in(browser: &mut Browser) -> bool {
    browser.get("/compte").await.text().contains("Vos connexions ouvertes")
}

#[tokio::test]
async fn the_session_that_ended_there_ends_here_and_no_other() {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        let mut office = here_from(&stage, |c| c["sid"] = json!("office")).await;
        let mut home = here_from(&stage, |c| c["sid"] = json!("home")).await;
        let mut by_phrase = stage.test.signed_in(NADIA).await;
        let mut claims = honest(&stage);
        claims.as_object_mut().unwrap().remove("sub");
        claims["sid"] = json!("office");
        let answer = tell(&stage, &keys::signed(&claims, Signing::Kind("logout+jwt"))).await;
        answer.is(StatusCode::OK);
        assert_eq!(
            (answer.body.as_str(), &answer.headers["cache-control"]),
            ("", &"no-store".parse().unwrap())
        );
        assert!(!is_in(&mut office).await, "ended there");
        assert!(is_in(&mut home).await && is_in(&mut by_phrase).await, "others go on");
        // Also where it says whose session it was.
        stage.test.app.wall().advance(SignedDuration::from_secs(1));
        let mut claims = honest(&stage);
        claims["sid"] = json!("home");
        tell(&stage, &keys::signed(&claims, Signing::Well)).await.is(StatusCode::OK);
        assert!(!is_in(&mut home).await && is_in(&mut by_phrase).await);
    })
    .await;
}

#[tokio::test]
async fn whoever_signed_out_everywhere_there_is_in_nowhere_here_but_by_other_ways() {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        stage.link("camille", stage.team.coordinator).await;
        let mut office = here_from(&stage, |c| c["sid"] = json!("office")).await;
        let mut unnamed = here_from(&stage, |_| {}).await;
        let mut by_phrase = stage.test.signed_in(NADIA).await;
        let mut camille = stage.test.browser();
        stage.come_in(&mut camille, "camille").await.says("Se déconnecter");
        tell(&stage, &keys::signed(&honest(&stage), Signing::Elliptic)).await.is(StatusCode::OK);
        assert!(!is_in(&mut office).await && !is_in(&mut unnamed).await);
        assert!(is_in(&mut by_phrase).await && is_in(&mut camille).await);
    })
    .await;
}

#[tokio::test]
async fn a_session_whose_name_was_never_said_ends_with_any_of_its_owner_s() {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        let mut unnamed = here_from(&stage, |_| {}).await;
        let mut other = here_from(&stage, |c| c["sid"] = json!("other")).await;
        let mut claims = honest(&stage);
        claims["sid"] = json!("office");
        tell(&stage, &keys::signed(&claims, Signing::Well)).await.is(StatusCode::OK);
        assert!(!is_in(&mut unnamed).await && is_in(&mut other).await);
        // Nobody's is nobody's: the answer is the same.
        stage.test.app.wall().advance(SignedDuration::from_secs(1));
        let mut claims = honest(&stage);
        claims["sub"] = json!("nobody here");
        tell(&stage, &keys::signed(&claims, Signing::Well)).await.is(StatusCode::OK);
        assert!(is_in(&mut other).await);
    })
    .await;
}

#[tokio::test]
async fn a_word_serves_once_and_is_forgotten_when_it_can_serve_no_more() {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        let mut claims = honest(&stage);
        claims["exp"] = json!(stage.test.app.wall().now().as_second() + 24 * 3600);
        let token = keys::signed(&claims, Signing::Well);
        tell(&stage, &token).await.is(StatusCode::OK);
        let mut again = here_from(&stage, |_| {}).await;
        tell(&stage, &token).await.is(StatusCode::BAD_REQUEST);
        assert!(is_in(&mut again).await);
        // As long as its clock and ours may say that it serves.
        stage.test.app.wall().advance(SignedDuration::from_secs(24 * 3600 + 59));
        tell(&stage, &token).await.is(StatusCode::BAD_REQUEST);
        stage.test.app.wall().advance(SignedDuration::from_hours(1));
        tell(&stage, &keys::signed(&honest(&stage), Signing::Well)).await.is(StatusCode::OK);
        assert_eq!(stage.test.count("SELECT COUNT(*) FROM logout_told").await, 1, "the first is forgotten");
    })
    .await;
}

/// Nobody is signed out by this, for this reason.
async fn refused(change: fn(&mut Value), signing: Signing, refusal: Refusal) {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        let mut browser = here_from(&stage, |c| c["sid"] = json!("office")).await;
        let mut claims = honest(&stage);
        claims["sid"] = json!("office");
        change(&mut claims);
        let token = keys::signed(&claims, signing);
        let known = Federation::of(&stage.test.app).find("proconnect").unwrap();
        let now = stage.test.app.wall().now();
        assert_eq!(known.signed_out(&token, now).await.err(), Some(refusal));
        let answer = tell(&stage, &token).await;
        answer.is(StatusCode::BAD_REQUEST);
        assert_eq!(answer.body, r#"{"error":"invalid_request"}"#);
        assert_eq!(answer.headers["cache-control"], "no-store");
        assert!(is_in(&mut browser).await);
        assert_eq!(stage.test.count("SELECT COUNT(*) FROM logout_told").await, 0);
    })
    .await;
}

macro_rules! refused {
    ($($name:ident: $refusal:ident, $signing:expr, $change:expr;)*) => {$(
        #[tokio::test]
        async fn $name() {
            refused($change, $signing, Refusal::$refusal).await;
        }
    )*};
}

fn without(claims: &mut Value, name: &str) {
    claims.as_object_mut().unwrap().remove(name);
}

refused! {
    a_word_signed_with_another_key: Signature, Signing::OtherKey, |_| {};
    a_word_changed_after_it_was_signed: Signature, Signing::ThenChanged, |_| {};
    a_word_nobody_signed: Algorithm, Signing::Nothing, |_| {};
    a_word_signed_with_the_public_key: Algorithm, Signing::PublicKeyAsSecret, |_| {};
    a_word_signed_with_our_own_secret: Algorithm, Signing::ClientSecret, |_| {};
    a_word_signed_with_a_key_nobody_published: Key, Signing::UnknownKid, |_| {};
    a_word_whose_head_we_do_not_understand: Shape, Signing::Critical, |_| {};
    a_token_for_other_uses: Shape, Signing::Kind("at+jwt"), |_| {};
    a_word_of_another_issuer: Issuer, Signing::Well, |c| c["iss"] = json!("https://idp.example");
    a_word_for_somebody_else: Audience, Signing::Well, |c| c["aud"] = json!("another");
    a_word_for_us_and_others: Audience, Signing::Well, |c| c["aud"] = json!([CLIENT, "another"]);
    a_word_too_old: Expired, Signing::Well, |c| c["exp"] = json!(c["iat"].as_i64().unwrap() - 61);
    a_word_from_the_future: Early, Signing::Well, |c| c["iat"] = json!(c["iat"].as_i64().unwrap() + 61);
    a_word_for_ever: Lasting, Signing::Well, |c| c["exp"] = json!(c["iat"].as_i64().unwrap() + 24 * 3600 + 1);
    a_word_without_an_end: Shape, Signing::Well, |c| without(c, "exp");
    a_word_of_no_day: Shape, Signing::Well, |c| without(c, "iat");
    a_word_without_a_name: Shape, Signing::Well, |c| without(c, "jti");
    a_word_of_an_empty_name: Shape, Signing::Well, |c| c["jti"] = json!("");
    an_id_token: Nonce, Signing::Well, |c| c["nonce"] = json!("n");
    an_id_token_of_no_nonce: Nonce, Signing::Well, |c| c["nonce"] = json!(null);
    a_word_of_nothing: Shape, Signing::Well, |c| without(c, "events");
    a_word_of_something_else: Event, Signing::Well, |c| c["events"] = json!({ "http://idp.example/event": {} });
    a_word_of_an_event_that_is_none: Event, Signing::Well, |c| c["events"] = json!({ EVENT: true });
    a_word_about_nobody: Subject, Signing::Well, |c| { without(c, "sub"); without(c, "sid"); };
    a_word_about_somebody_without_a_name: Subject, Signing::Well, |c| c["sub"] = json!("");
}

#[tokio::test]
async fn garbage_signs_nobody_out() {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        for garbage in ["", ".", "..", "a.b.c", "e30.e30.", "\u{0}", "Ünïcödé"] {
            tell(&stage, garbage).await.is(StatusCode::BAD_REQUEST);
        }
        stage.test.browser().hand_in(TOLD, &[], &[]).await.is(StatusCode::BAD_REQUEST);
        let elsewhere = TOLD.replace("proconnect", "autre");
        stage.test.browser().hand_in(&elsewhere, &[], &[]).await.is(StatusCode::NOT_FOUND);
        assert_eq!(sessions(&stage).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_server_may_say_so_and_a_page_of_another_site_may_not() {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        let mut browser = here_from(&stage, |_| {}).await;
        let token = keys::signed(&honest(&stage), Signing::Well);
        let asked = |origin: Option<&str>| {
            let mut request =
                axum::http::Request::builder().method("POST").uri(TOLD).header(HOST, "maillage.test");
            if let Some(origin) = origin {
                request = request.header("origin", origin).header("sec-fetch-site", "cross-site");
            }
            let body = axum::body::Body::from(format!("logout_token={token}"));
            request.header(CONTENT_TYPE, "application/x-www-form-urlencoded").body(body).unwrap()
        };
        let by_a_page = asked(Some("https://evil.example"));
        assert_eq!(stage.test.app.router().oneshot(by_a_page).await.unwrap().status(), StatusCode::FORBIDDEN);
        assert!(is_in(&mut browser).await);
        let by_a_server = asked(None);
        assert_eq!(stage.test.app.router().oneshot(by_a_server).await.unwrap().status(), StatusCode::OK);
        assert!(!is_in(&mut browser).await);
    })
    .await;
}

#[tokio::test]
async fn the_journal_says_who_came_by_a_provider_and_who_was_signed_out_there() {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        let mut nadia = stage.test.browser();
        stage.come_in(&mut nadia, super::HER).await.says("Se déconnecter");
        stage.come_in(&mut stage.test.browser(), "nobody here").await.does_not_say("Se déconnecter");
        stage.test.app.wall().advance(SignedDuration::from_mins(1));
        tell(&stage, &keys::signed(&honest(&stage), Signing::Well)).await.is(StatusCode::OK);
        let (mut lines, theirs) = crate::accounts::tests::journal(&stage.test).await;
        lines.sort();
        assert_eq!(lines, ["sign_in provider no 1", "sign_in provider yes 1", "sign_out provider yes 1"]);
        assert_eq!(theirs, 2);
    })
    .await;
}
