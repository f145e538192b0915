//! Answers that let nobody in, each for its reason.

use jiff::SignedDuration;
use serde_json::json;

use super::authenticator::{FLAGS_AT, bytes, text};
use super::*;
use crate::webauthn::{Asserted, Created};

const UNVERIFIED: &str = "n’a pas pu être vérifiée";
const NOT_BEGUN: &str = "Nous n’avons pas pu relier cette réponse";
const UNKNOWN: &str = "n’ouvre pas de compte ici";

/// Nobody is signed in on this browser, and the passkey is as it was.
async fn nobody_came_in(test: &TestApp, browser: &mut Browser, page: &Page, told: &str) {
    page.is(StatusCode::UNPROCESSABLE_ENTITY).says(told).does_not_say("Se déconnecter");
    assert_eq!(page.value(ENTER, "suite"), "/compte", "where they were going is kept");
    browser.get("/compte").await.says("Se connecter").does_not_say("Vos connexions ouvertes");
    // Hers, from which the passkey was added.
    assert_eq!(test.count("SELECT COUNT(*) FROM session").await, 1);
    assert_eq!(test.count("SELECT COUNT(*) FROM passkey WHERE used_at IS NOT NULL").await, 0);
    assert_eq!(test.count("SELECT COUNT(*) FROM passkey_ceremony").await, 0, "it has served");
}

/// What the answer alone says, of an authenticator that was honest when its key was made.
fn by_the_protocol(mischief: Mischief) -> Result<u32, Refusal> {
    let (mut key, ceremony) = (Authenticator::new(), Ceremony::fresh().unwrap());
    let question = webauthn::to_create(&us(), &ceremony, (&[1], "", ""), &[]);
    let created = Created::parse(&key.create(&question, Mischief::NONE)).unwrap();
    let known = created.checked(&ceremony, &us()).unwrap();
    let answer = key.get(&webauthn::to_get(&us(), &ceremony, &[]), mischief);
    Asserted::parse(&answer)?.checked(&known, &ceremony, &us())
}

async fn refused(mischief: Mischief, told: &str) {
    story(|test| async move {
        let (_, _, mut key) = with_a_passkey(&test).await;
        let mut browser = test.browser();
        let page = entered(&mut browser, &mut key, mischief).await;
        nobody_came_in(&test, &mut browser, &page, told).await;
        assert_eq!(letters(&test, NADIA).await.len(), 1, "of the day it was added");
    })
    .await;
}

macro_rules! refused {
    ($($name:ident: $refusal:ident, $part:ident $change:expr;)*) => {$(
        #[tokio::test]
        async fn $name() {
            let mischief = Mischief { $part: $change, ..Mischief::NONE };
            assert_eq!(by_the_protocol(mischief), Err(Refusal::$refusal));
            refused(mischief, UNVERIFIED).await;
        }
    )*};
}

refused! {
    an_answer_given_on_another_site: Origin, client |c| c["origin"] = json!("https://maillage.example");
    an_answer_given_on_a_site_below_ours: Origin, client |c| c["origin"] = json!("http://x.maillage.test");
    an_answer_given_in_a_frame: Framed, client |c| c["crossOrigin"] = json!(true);
    an_answer_given_below_another_site: Framed, client |c| c["topOrigin"] = json!("https://maillage.example");
    a_key_instead_of_a_signature: Kind, client |c| c["type"] = json!("webauthn.create");
    an_answer_to_another_question: Challenge, client |c| c["challenge"] = json!(text(&[7; 32]));
    an_answer_to_no_question: Challenge, client |c| c["challenge"] = json!("");
    an_answer_for_another_domain: RelyingParty, data |d| d[31] ^= 1;
    an_answer_by_nobody_present: Absent, data |d| d[FLAGS_AT] &= !1;
    an_answer_by_nobody_verified: Unverified, data |d| d[FLAGS_AT] &= !(1 << 2);
    an_answer_by_a_key_that_may_be_shared_now: Flags, data |d| d[FLAGS_AT] |= 1 << 3;
    an_answer_cut_short: Shape, data |d| { d.pop(); };
    an_answer_with_words_behind_it: Shape, data |d| d.push(0);
    an_altered_signature: Signature, signature |s| { let last = s.len() - 1; s[last] ^= 1; };
    no_signature: Signature, signature |s| s.clear();
    an_answer_altered_after_it_was_signed: Signature, answer |a| {
        let data = a["data"].as_str().unwrap().to_owned();
        // A counter further on.
        a["data"] = json!(format!("{}Ag", &data[..data.len() - 2]));
    };
}

#[tokio::test]
async fn the_key_of_nobody_here() {
    refused(Mischief { answer: |a| a["id"] = json!(text(&[7; 16])), ..Mischief::NONE }, UNKNOWN).await;
}

#[tokio::test]
async fn a_key_that_says_it_is_somebody_else_s() {
    refused(Mischief { answer: |a| a["user"] = json!(text(&[7; 16])), ..Mischief::NONE }, UNKNOWN).await;
}

#[tokio::test]
async fn a_key_that_says_whose_it_is_to_nobody() {
    refused(Mischief { answer: |a| a["user"] = json!(null), ..Mischief::NONE }, UNKNOWN).await;
}

#[tokio::test]
async fn garbage_at_the_door() {
    for garbage in ["", "{}", "null", "[1]", "\u{0}", "{\"id\":\"AA\"}", "Ünïcödé"] {
        story(|test| async move {
            with_a_passkey(&test).await;
            let mut browser = test.browser();
            let page = browser.get("/connexion?suite=/compte").await;
            asked(&mut browser, ENTER).await;
            let page = browser.send(&page, ENTER, &[("answer", garbage)]).await;
            nobody_came_in(&test, &mut browser, &page, UNVERIFIED).await;
        })
        .await;
    }
}

#[tokio::test]
async fn an_answer_serves_once_also_for_a_thief_who_read_it() {
    story(|test| async move {
        let (_, _, mut key) = with_a_passkey(&test).await;
        let mut owner = test.browser();
        let page = owner.get("/connexion").await;
        let answer = key.get(&asked(&mut owner, ENTER).await, Mischief::NONE);
        let mut thief = owner.clone();
        owner.send(&page, ENTER, &[("answer", &answer)]).await.says("Se déconnecter");
        thief.send(&page, ENTER, &[("answer", &answer)]).await.says(NOT_BEGUN);
        // In a ceremony of the thief's own, it is an answer to another question.
        asked(&mut thief, ENTER).await;
        thief.send(&page, ENTER, &[("answer", &answer)]).await.says(UNVERIFIED);
        thief.get("/compte").await.says("Se connecter");
    })
    .await;
}

#[tokio::test]
async fn an_answer_given_in_another_browser() {
    story(|test| async move {
        let (_, _, mut key) = with_a_passkey(&test).await;
        let (mut owner, mut thief) = (test.browser(), test.browser());
        let answer = key.get(&asked(&mut owner, ENTER).await, Mischief::NONE);
        let page = thief.get("/connexion").await;
        thief.send(&page, ENTER, &[("answer", &answer)]).await.says(NOT_BEGUN);
        thief.get("/compte").await.says("Se connecter");
    })
    .await;
}

#[tokio::test]
async fn an_answer_given_too_late() {
    story(|test| async move {
        let (_, _, mut key) = with_a_passkey(&test).await;
        let mut browser = test.browser();
        let page = browser.get("/connexion?suite=/compte").await;
        let answer = key.get(&asked(&mut browser, ENTER).await, Mischief::NONE);
        test.app.wall().advance(SignedDuration::from_secs(301));
        let page = browser.send(&page, ENTER, &[("answer", &answer)]).await;
        nobody_came_in(&test, &mut browser, &page, NOT_BEGUN).await;
    })
    .await;
}

#[tokio::test]
async fn a_ceremony_begun_to_confirm_lets_nobody_in() {
    story(|test| async move {
        let (_, mut nadia, mut key) = with_a_passkey(&test).await;
        let page = test.browser().get("/connexion").await;
        let answer = key.get(&asked(&mut nadia, CONFIRM).await, Mischief::NONE);
        nadia.send(&page, ENTER, &[("answer", &answer)]).await.says(NOT_BEGUN);
        assert_eq!(test.count("SELECT COUNT(*) FROM session").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_key_that_says_it_is_another_account_s_lets_nobody_in_there() {
    story(|test| async move {
        let (team, _, mut key) = with_a_passkey(&test).await;
        key.user = team.administrator.0.as_bytes().to_vec();
        let mut browser = test.browser();
        let page = entered(&mut browser, &mut key, Mischief::NONE).await;
        nobody_came_in(&test, &mut browser, &page, UNKNOWN).await;
    })
    .await;
}

#[tokio::test]
async fn the_name_of_a_key_is_not_enough() {
    story(|test| async move {
        let (_, _, key) = with_a_passkey(&test).await;
        let mut forged = Authenticator::new();
        (forged.id, forged.user) = (key.id.clone(), key.user.clone());
        let mut browser = test.browser();
        let page = entered(&mut browser, &mut forged, Mischief::NONE).await;
        nobody_came_in(&test, &mut browser, &page, UNVERIFIED).await;
    })
    .await;
}

#[tokio::test]
async fn whoever_is_in_no_team_any_more_comes_in_by_no_passkey() {
    story(|test| async move {
        let (team, _, mut key) = with_a_passkey(&test).await;
        let mut tx = test.tx().await;
        let sql = "UPDATE account SET closed_at = 0 WHERE id = $1";
        tx.run(sql, &[team.link_worker.into()]).await.unwrap();
        tx.commit().await.unwrap();
        let mut browser = test.browser();
        let page = entered(&mut browser, &mut key, Mischief::NONE).await;
        nobody_came_in(&test, &mut browser, &page, UNKNOWN).await;
    })
    .await;
}

#[tokio::test]
async fn a_key_that_counts_backwards_opens_nothing_and_its_owner_is_told() {
    story(|test| async move {
        let (_, _, mut key) = with_a_passkey(&test).await;
        key.counter = 6;
        entered(&mut test.browser(), &mut key, Mischief::NONE).await.says("Se déconnecter");
        let mut copy = test.browser();
        for counter in [0, 5, 6] {
            key.counter = counter;
            let page = entered(&mut copy, &mut key, Mischief::NONE).await;
            page.is(StatusCode::UNPROCESSABLE_ENTITY).says("compte à rebours").does_not_say("Se déconnecter");
            copy.get("/compte").await.says("Se connecter");
        }
        assert_eq!(test.count("SELECT counter FROM passkey").await, 7);
        let told = letters(&test, NADIA).await;
        assert_eq!(told.iter().filter(|l| *l == "Une de vos clés d’accès a peut-être été copiée").count(), 3);
        key.counter = 7;
        entered(&mut copy, &mut key, Mischief::NONE).await.says("Se déconnecter");
    })
    .await;
}

#[test]
fn each_bit_of_an_answer_turned_is_refused() {
    let (mut key, ceremony) = (Authenticator::new(), Ceremony::fresh().unwrap());
    let question = webauthn::to_create(&us(), &ceremony, (&[1], "", ""), &[]);
    let created = Created::parse(&key.create(&question, Mischief::NONE)).unwrap();
    let known = created.checked(&ceremony, &us()).unwrap();
    let answer = key.get(&webauthn::to_get(&us(), &ceremony, &[]), Mischief::NONE);
    let answer: Value = serde_json::from_str(&answer).unwrap();
    let checked = |answer: &Value| Asserted::parse(&answer.to_string())?.checked(&known, &ceremony, &us());
    assert_eq!(checked(&answer), Ok(1));
    let mut turned = 0;
    for part in ["client", "data", "signature"] {
        let bytes = bytes(&answer[part]);
        for at in 0..bytes.len() * 8 {
            let mut other = bytes.clone();
            other[at / 8] ^= 1 << (at % 8);
            let mut altered = answer.clone();
            altered[part] = json!(text(&other));
            assert!(checked(&altered).is_err(), "bit {at} of {part}");
            turned += 1;
        }
        for length in 0..bytes.len() {
            let mut cut = answer.clone();
            cut[part] = json!(text(&bytes[..length]));
            assert!(checked(&cut).is_err(), "{part} cut at {length}");
        }
    }
    assert!(turned > 1000, "{turned}");
}
