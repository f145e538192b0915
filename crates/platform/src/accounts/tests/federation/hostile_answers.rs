//! A provider that answers badly, or not at all.

use std::time::{Duration, Instant};

use axum::http::StatusCode;
use serde_json::json;

use super::provider::{Mischief, Reply};
use super::{SILENT, Stage, UNVERIFIED, refused, refused_within};
use crate::accounts::tests::story;
use crate::oidc::Refusal;

const INTERRUPTED: &str = "L’échange avec ProConnect a été interrompu";

#[tokio::test]
async fn an_error_instead_of_tokens() {
    let mischief = Mischief {
        token: |_| Reply::Json(StatusCode::BAD_REQUEST, json!({ "error": "invalid_grant" })),
        ..Mischief::NONE
    };
    refused(mischief, Refusal::Code, UNVERIFIED).await;
}

#[tokio::test]
async fn a_page_instead_of_tokens() {
    refused(Mischief { token: |_| Reply::Html, ..Mischief::NONE }, Refusal::Unreadable, SILENT).await;
}

#[tokio::test]
async fn an_answer_that_does_not_end() {
    refused(Mischief { token: |_| Reply::Huge, ..Mischief::NONE }, Refusal::Huge, SILENT).await;
}

#[tokio::test]
async fn an_answer_that_does_not_come() {
    let begun = Instant::now();
    let mischief = Mischief { token: Reply::Slow, ..Mischief::NONE };
    refused_within(Duration::from_secs(1), mischief, Refusal::Slow, SILENT).await;
    assert!(begun.elapsed() < Duration::from_secs(20), "waited for {:?}", begun.elapsed());
}

#[tokio::test]
async fn an_answer_that_sends_us_elsewhere() {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        stage.provider.misbehave(Mischief { token: |_| Reply::Redirect, ..Mischief::NONE });
        assert_eq!(stage.asked().await.err(), Some(Refusal::Code));
        let mut browser = stage.test.browser();
        let page = stage.come_in(&mut browser, super::HER).await;
        stage.nobody_came_in(&mut browser, &page, UNVERIFIED).await;
        assert_eq!(stage.provider.calls("/elsewhere"), 0);
    })
    .await;
}

#[tokio::test]
async fn tokens_without_an_id_token() {
    let mischief = Mischief {
        token: |mut honest| {
            honest.as_object_mut().unwrap().remove("id_token");
            Reply::Json(StatusCode::OK, honest)
        },
        ..Mischief::NONE
    };
    refused(mischief, Refusal::NoToken, UNVERIFIED).await;
}

#[tokio::test]
async fn tokens_of_an_unknown_kind() {
    let mischief = Mischief {
        token: |mut honest| {
            honest["token_type"] = json!("mac");
            Reply::Json(StatusCode::OK, honest)
        },
        ..Mischief::NONE
    };
    refused(mischief, Refusal::Unreadable, SILENT).await;
}

#[tokio::test]
async fn a_provider_that_says_it_is_another() {
    let mischief =
        Mischief { discovery: |said| said["issuer"] = json!("https://elsewhere.example"), ..Mischief::NONE };
    refused(mischief, Refusal::OtherIssuer, SILENT).await;
}

#[tokio::test]
async fn a_provider_that_has_us_call_elsewhere() {
    for mischief in [
        Mischief { discovery: |s| s["token_endpoint"] = json!("http://127.0.0.1:1/token"), ..Mischief::NONE },
        Mischief { discovery: |s| s["jwks_uri"] = json!("http://169.254.169.254/keys"), ..Mischief::NONE },
        Mischief { discovery: |s| s["userinfo_endpoint"] = json!("file:///etc/passwd"), ..Mischief::NONE },
    ] {
        refused(mischief, Refusal::ForeignAddress, SILENT).await;
    }
}

#[tokio::test]
async fn a_provider_that_sends_people_where_anybody_listens() {
    let mischief = Mischief {
        discovery: |said| said["authorization_endpoint"] = json!("http://elsewhere.example/authorize"),
        ..Mischief::NONE
    };
    refused(mischief, Refusal::ForeignAddress, SILENT).await;
}

#[tokio::test]
async fn a_provider_that_sends_people_to_a_script() {
    let mischief = Mischief {
        discovery: |said| said["authorization_endpoint"] = json!("javascript:alert(1)"),
        ..Mischief::NONE
    };
    refused(mischief, Refusal::ForeignAddress, SILENT).await;
}

#[tokio::test]
async fn a_provider_without_keys() {
    let mischief = Mischief { keys: |keys| *keys = json!({ "keys": [] }), ..Mischief::NONE };
    refused_keys(mischief, Refusal::Key).await;
}

#[tokio::test]
async fn a_provider_whose_keys_are_no_keys() {
    let mischief = Mischief { keys: |keys| *keys = json!([1, 2, 3]), ..Mischief::NONE };
    refused_keys(mischief, Refusal::Unreadable).await;
}

/// Keys are not asked for again at once, so that the pages say the same a while later.
async fn refused_keys(mischief: Mischief, refusal: Refusal) {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        stage.provider.misbehave(mischief);
        assert_eq!(stage.asked().await.err(), Some(refusal));
        assert_eq!(stage.asked().await.err(), Some(Refusal::LeftAlone));
        let mut browser = stage.test.browser();
        let page = stage.come_in(&mut browser, super::HER).await;
        stage.nobody_came_in(&mut browser, &page, SILENT).await;
    })
    .await;
}

#[tokio::test]
async fn somebody_who_declined_there() {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        for error in ["access_denied", "login_required", "server_error", "<script>"] {
            let mut browser = stage.test.browser();
            let back = stage.there(&mut browser, "/connexion/avec/proconnect", super::HER).await;
            let state = back.split("state=").nth(1).unwrap().split('&').next().unwrap();
            let query = [("error", error), ("error_description", "Nadia Belkacem"), ("state", state)];
            let query = serde_urlencoded::to_string(query).unwrap();
            let page = browser.get(&format!("{}?{query}", super::BACK)).await;
            stage.nobody_came_in(&mut browser, &page, INTERRUPTED).await;
            page.does_not_say("Nadia Belkacem").does_not_say("script");
            // The way back: it serves no more, another begins.
            browser.get(&back).await.says(super::NOT_BEGUN);
            assert_eq!(stage.test.count("SELECT COUNT(*) FROM identity_attempt").await, 0);
        }
    })
    .await;
}

#[tokio::test]
async fn a_provider_that_is_down_is_left_alone_and_keeps_nobody_from_their_phrase() {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        stage.provider.misbehave(Mischief { discovery: |said| *said = json!({}), ..Mischief::NONE });
        let mut browser = stage.test.browser();
        for _ in 0..3 {
            let page = browser.post("/connexion/avec/proconnect", &[]).await;
            stage.nobody_came_in(&mut browser, &page, SILENT).await;
        }
        assert_eq!(stage.provider.calls("/.well-known/openid-configuration"), 1);
        browser.sign_in(super::NADIA).await;
    })
    .await;
}
