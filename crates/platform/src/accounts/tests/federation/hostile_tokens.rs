//! Tokens that must not be believed.

use serde_json::json;

use super::keys::Signing;
use super::provider::{Mischief, Shape};
use super::{Stage, UNVERIFIED, refused};
use crate::accounts::tests::story;
use crate::oidc::Refusal;

const WEAK: &str = "ProConnect ne vous a pas identifié assez sûrement";

#[tokio::test]
async fn a_token_changed_after_it_was_signed() {
    let mischief = Mischief { signing: Signing::ThenChanged, ..Mischief::NONE };
    refused(mischief, Refusal::Signature, UNVERIFIED).await;
}

#[tokio::test]
async fn a_token_signed_with_another_key_of_the_same_name() {
    let mischief = Mischief { signing: Signing::OtherKey, ..Mischief::NONE };
    refused(mischief, Refusal::Signature, UNVERIFIED).await;
}

#[tokio::test]
async fn a_token_nobody_signed() {
    let mischief = Mischief { signing: Signing::Nothing, ..Mischief::NONE };
    refused(mischief, Refusal::Algorithm, UNVERIFIED).await;
}

#[tokio::test]
async fn a_token_whose_secret_is_the_public_key() {
    let mischief = Mischief { signing: Signing::PublicKeyAsSecret, ..Mischief::NONE };
    refused(mischief, Refusal::Algorithm, UNVERIFIED).await;
}

#[tokio::test]
async fn a_token_signed_with_the_secret_of_the_client() {
    let mischief = Mischief { signing: Signing::ClientSecret, ..Mischief::NONE };
    refused(mischief, Refusal::Algorithm, UNVERIFIED).await;
}

#[tokio::test]
async fn a_token_of_a_key_nobody_published() {
    let mischief = Mischief { signing: Signing::UnknownKid, ..Mischief::NONE };
    refused(mischief, Refusal::Key, UNVERIFIED).await;
}

#[tokio::test]
async fn a_token_with_something_critical_we_do_not_know() {
    let mischief = Mischief { signing: Signing::Critical, ..Mischief::NONE };
    refused(mischief, Refusal::Shape, UNVERIFIED).await;
}

#[tokio::test]
async fn a_token_that_is_none() {
    let mischief = Mischief {
        token: |mut honest| {
            honest["id_token"] = json!("not.a.token");
            super::provider::Reply::Json(axum::http::StatusCode::OK, honest)
        },
        ..Mischief::NONE
    };
    refused(mischief, Refusal::Shape, UNVERIFIED).await;
}

#[tokio::test]
async fn an_expired_token() {
    let mischief = Mischief {
        claims: |claims| claims["exp"] = json!(claims["iat"].as_i64().unwrap() - 61),
        ..Mischief::NONE
    };
    refused(mischief, Refusal::Expired, UNVERIFIED).await;
}

#[tokio::test]
async fn a_token_that_never_ends() {
    let mischief = Mischief {
        claims: |claims| {
            claims.as_object_mut().unwrap().remove("exp");
        },
        ..Mischief::NONE
    };
    refused(mischief, Refusal::Shape, UNVERIFIED).await;
}

#[tokio::test]
async fn a_token_issued_in_the_future() {
    let mischief = Mischief {
        claims: |claims| claims["iat"] = json!(claims["iat"].as_i64().unwrap() + 61),
        ..Mischief::NONE
    };
    refused(mischief, Refusal::Early, UNVERIFIED).await;
}

#[tokio::test]
async fn a_token_of_another_issuer() {
    let other = Mischief { claims: |c| c["iss"] = json!("https://elsewhere.example"), ..Mischief::NONE };
    let almost = Mischief {
        claims: |c| c["iss"] = json!(format!("{}/", c["iss"].as_str().unwrap())),
        ..Mischief::NONE
    };
    for mischief in [other, almost] {
        refused(mischief, Refusal::Issuer, UNVERIFIED).await;
    }
}

#[tokio::test]
async fn a_token_for_another_application() {
    let mischief = Mischief { claims: |claims| claims["aud"] = json!("another"), ..Mischief::NONE };
    refused(mischief, Refusal::Audience, UNVERIFIED).await;
}

#[tokio::test]
async fn a_token_for_several_applications_without_saying_who_asked() {
    let mischief =
        Mischief { claims: |claims| claims["aud"] = json!(["maillage", "another"]), ..Mischief::NONE };
    refused(mischief, Refusal::Audience, UNVERIFIED).await;
}

#[tokio::test]
async fn a_token_for_several_applications_even_when_we_asked() {
    let mischief = Mischief {
        claims: |claims| {
            claims["aud"] = json!(["maillage", "another"]);
            claims["azp"] = json!("maillage");
        },
        ..Mischief::NONE
    };
    refused(mischief, Refusal::Audience, UNVERIFIED).await;
}

#[tokio::test]
async fn a_token_another_application_asked_for() {
    let mischief = Mischief { claims: |claims| claims["azp"] = json!("another"), ..Mischief::NONE };
    refused(mischief, Refusal::Audience, UNVERIFIED).await;
}

#[tokio::test]
async fn a_token_for_nobody() {
    let mischief = Mischief { claims: |claims| claims["aud"] = json!([]), ..Mischief::NONE };
    refused(mischief, Refusal::Audience, UNVERIFIED).await;
}

#[tokio::test]
async fn a_token_of_another_sign_in() {
    let mischief = Mischief { claims: |claims| claims["nonce"] = json!("another"), ..Mischief::NONE };
    refused(mischief, Refusal::Nonce, UNVERIFIED).await;
}

#[tokio::test]
async fn a_token_of_no_sign_in() {
    let mischief = Mischief {
        claims: |claims| {
            claims.as_object_mut().unwrap().remove("nonce");
        },
        ..Mischief::NONE
    };
    refused(mischief, Refusal::Nonce, UNVERIFIED).await;
}

#[tokio::test]
async fn somebody_who_signed_in_too_weakly() {
    let mischief = Mischief { claims: |claims| claims["acr"] = json!("eidas1"), ..Mischief::NONE };
    refused(mischief, Refusal::Weak, WEAK).await;
}

#[tokio::test]
async fn somebody_of_whom_nothing_says_how_they_signed_in() {
    let mischief = Mischief {
        claims: |claims| {
            claims.as_object_mut().unwrap().remove("acr");
        },
        ..Mischief::NONE
    };
    refused(mischief, Refusal::Weak, WEAK).await;
}

#[tokio::test]
async fn an_access_token_put_beside_another_id_token() {
    let mischief = Mischief { claims: |claims| claims["at_hash"] = json!("AAAA"), ..Mischief::NONE };
    refused(mischief, Refusal::AccessToken, UNVERIFIED).await;
}

#[tokio::test]
async fn a_token_about_nobody() {
    let mischief = Mischief { claims: |claims| claims["sub"] = json!(""), ..Mischief::NONE };
    refused(mischief, Refusal::Subject, UNVERIFIED).await;
}

#[tokio::test]
async fn userinfo_of_somebody_else() {
    let mischief = Mischief { userinfo: |claims| claims["sub"] = json!("somebody else"), ..Mischief::NONE };
    refused(mischief, Refusal::OtherSubject, UNVERIFIED).await;
}

#[tokio::test]
async fn userinfo_nobody_signed_where_a_signature_is_due() {
    let mischief = Mischief { userinfo_shape: Shape::Json, ..Mischief::NONE };
    refused(mischief, Refusal::UserinfoShape, UNVERIFIED).await;
}

#[tokio::test]
async fn userinfo_whose_token_nobody_signed() {
    let mischief = Mischief { userinfo_signing: Signing::Nothing, ..Mischief::NONE };
    refused(mischief, Refusal::Algorithm, UNVERIFIED).await;
}

#[tokio::test]
async fn userinfo_signed_by_another() {
    let mischief = Mischief { userinfo_signing: Signing::OtherKey, ..Mischief::NONE };
    refused(mischief, Refusal::Signature, UNVERIFIED).await;
}

#[tokio::test]
async fn userinfo_for_another_application() {
    let mischief = Mischief { userinfo: |claims| claims["aud"] = json!("another"), ..Mischief::NONE };
    refused(mischief, Refusal::Audience, UNVERIFIED).await;
}

#[tokio::test]
async fn userinfo_of_another_issuer() {
    let mischief =
        Mischief { userinfo: |claims| claims["iss"] = json!("https://elsewhere.example"), ..Mischief::NONE };
    refused(mischief, Refusal::Issuer, UNVERIFIED).await;
}

#[tokio::test]
async fn honest_tokens_let_in_and_keys_are_asked_for_at_a_bounded_pace() {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        for signing in [Signing::Well, Signing::Elliptic] {
            stage.provider.misbehave(Mischief { signing, ..Mischief::NONE });
            assert_eq!(stage.asked().await.unwrap().subject, super::HER);
        }
        assert_eq!(stage.provider.calls("/keys"), 1);
        stage.provider.misbehave(Mischief { signing: Signing::UnknownKid, ..Mischief::NONE });
        for (later, asked) in [(0, 1), (31, 2), (5, 2), (31, 3)] {
            stage.test.app.wall().advance(jiff::SignedDuration::from_secs(later));
            assert_eq!(stage.asked().await.err(), Some(Refusal::Key));
            assert_eq!(stage.provider.calls("/keys"), asked);
        }
        // Published since.
        let rolled = Mischief {
            signing: Signing::UnknownKid,
            userinfo_signing: Signing::UnknownKid,
            keys: |keys| keys["keys"][2]["kid"] = json!("second"),
            ..Mischief::NONE
        };
        stage.provider.misbehave(rolled);
        stage.test.app.wall().advance(jiff::SignedDuration::from_secs(31));
        assert_eq!(stage.asked().await.unwrap().subject, super::HER);
        assert_eq!(stage.provider.calls("/.well-known/openid-configuration"), 1);
    })
    .await;
}
