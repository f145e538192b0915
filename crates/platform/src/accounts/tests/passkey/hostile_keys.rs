//! Keys that are not made known, each for its reason.

use jiff::SignedDuration;
use serde_json::json;

use super::authenticator::{ALGORITHM_AT, FLAGS_AT, text};
use super::*;
use crate::webauthn::Created;

const UNVERIFIED: &str = "n’a pas pu être vérifiée";
const NOT_BEGUN: &str = "Nous n’avons pas pu relier cette réponse";

/// Nothing was kept, and nobody written to.
async fn nothing_was_added(test: &TestApp, page: &Page, told: &str) {
    page.is(StatusCode::UNPROCESSABLE_ENTITY).says(told);
    assert_eq!(page.value(HERE, "name"), "Mon téléphone");
    assert_eq!(test.count("SELECT COUNT(*) FROM passkey").await, 0);
    assert_eq!(test.count("SELECT COUNT(*) FROM passkey_ceremony").await, 0, "it has served");
    assert_eq!(test.count("SELECT COUNT(*) FROM audit_entry").await, 0);
    assert!(letters(test, NADIA).await.is_empty());
}

/// By the protocol for this reason, and through the pages.
async fn refused(mischief: Mischief, refusal: Refusal) {
    let ceremony = Ceremony::fresh().unwrap();
    let question = webauthn::to_create(&us(), &ceremony, (&[1], "", ""), &[]);
    let answer = Authenticator::new().create(&question, mischief);
    let checked = Created::parse(&answer).and_then(|created| created.checked(&ceremony, &us()));
    assert_eq!(checked, Err(refusal));
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut nadia = test.signed_in(NADIA).await;
        let page = added(&mut nadia, &mut Authenticator::new(), mischief).await;
        nothing_was_added(&test, &page, UNVERIFIED).await;
    })
    .await;
}

macro_rules! refused {
    ($($name:ident: $refusal:ident, $part:ident $change:expr;)*) => {$(
        #[tokio::test]
        async fn $name() {
            refused(Mischief { $part: $change, ..Mischief::NONE }, Refusal::$refusal).await;
        }
    )*};
}

refused! {
    a_key_made_on_another_site: Origin, client |c| c["origin"] = json!("https://maillage.example");
    a_key_made_on_a_neighbour_s_port: Origin, client |c| c["origin"] = json!("http://maillage.test:8080");
    a_key_made_in_a_frame: Framed, client |c| c["crossOrigin"] = json!(true);
    a_key_made_below_another_site: Framed, client |c| c["topOrigin"] = json!("https://maillage.example");
    a_signature_instead_of_a_key: Kind, client |c| c["type"] = json!("webauthn.get");
    a_key_for_another_question: Challenge, client |c| c["challenge"] = json!(text(&[7; 32]));
    a_key_for_another_domain: RelyingParty, data |d| d[0] ^= 1;
    a_key_made_by_nobody_present: Absent, data |d| d[FLAGS_AT] &= !1;
    a_key_made_by_nobody_verified: Unverified, data |d| d[FLAGS_AT] &= !(1 << 2);
    a_key_shared_that_may_not_be: Flags, data |d| d[FLAGS_AT] |= 1 << 4;
    no_key_at_all: NoKey, data |d| { d.truncate(37); d[FLAGS_AT] &= !(1 << 6); };
    a_key_of_an_algorithm_we_do_not_verify: Key, data |d| d[ALGORITHM_AT] = 0x27;
    a_key_with_words_behind_it: Shape, data |d| d.push(0);
    a_key_cut_short: Shape, data |d| { d.pop(); };
    a_key_of_another_name: OtherId, answer |a| a["id"] = json!(text(&[7; 16]));
    a_key_that_is_no_cbor: Shape, answer |a| a["attestation"] = json!(text(&[0xff; 200]));
    a_key_that_is_no_base64: Shape, answer |a| a["attestation"] = json!("é!");
    a_browser_that_says_nothing: Shape, answer |a| a["client"] = json!("");
    a_browser_that_says_something_twice: Shape, answer |a| a["client"] = json!(text(br#"{"type":"webauthn.create","type":"webauthn.create"}"#));
}

#[tokio::test]
async fn garbage_instead_of_an_answer() {
    for garbage in ["", "{}", "null", "[1]", "\u{0}", "{\"id\":\"AA\"}", "Ünïcödé"] {
        story(|test| async move {
            Team::at_bron(&test).await;
            let mut nadia = test.signed_in(NADIA).await;
            let page = nadia.get(HERE).await;
            asked(&mut nadia, HERE).await;
            let fields = [("name", "Mon téléphone"), ("answer", garbage)];
            let page = nadia.send(&page, HERE, &fields).await;
            nothing_was_added(&test, &page, UNVERIFIED).await;
        })
        .await;
    }
}

#[tokio::test]
async fn a_key_made_too_late() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut nadia = test.signed_in(NADIA).await;
        let page = nadia.get(HERE).await;
        let answer = Authenticator::new().create(&asked(&mut nadia, HERE).await, Mischief::NONE);
        test.app.wall().advance(SignedDuration::from_secs(301));
        let page = nadia.send(&page, HERE, &[("name", "Mon téléphone"), ("answer", &answer)]).await;
        nothing_was_added(&test, &page, NOT_BEGUN).await;
    })
    .await;
}

#[tokio::test]
async fn a_key_made_in_another_browser_or_for_another_errand() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let (mut nadia, mut elsewhere) = (test.signed_in(NADIA).await, test.signed_in(NADIA).await);
        let answer = Authenticator::new().create(&asked(&mut elsewhere, HERE).await, Mischief::NONE);
        let page = nadia.get(HERE).await;
        let fields = [("name", "Mon téléphone"), ("answer", answer.as_str())];
        nadia.send(&page, HERE, &fields).await.is(StatusCode::UNPROCESSABLE_ENTITY).says(NOT_BEGUN);
        // With a ceremony of one's own, it is the answer to another question.
        asked(&mut nadia, HERE).await;
        nadia.send(&page, HERE, &fields).await.says(UNVERIFIED);
        // One begun at the door, or to confirm, is none of those that add.
        for errand in [ENTER, CONFIRM] {
            let begun = asked(&mut nadia, errand).await;
            let mut question = webauthn::to_create(&us(), &Ceremony::fresh().unwrap(), (&[1], "", ""), &[]);
            question["challenge"] = begun["challenge"].clone();
            let answer = Authenticator::new().create(&question, Mischief::NONE);
            let fields = [("name", "Mon téléphone"), ("answer", answer.as_str())];
            nadia.send(&page, HERE, &fields).await.says(NOT_BEGUN);
        }
        assert_eq!(test.count("SELECT COUNT(*) FROM passkey").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_key_that_opens_an_account_already_opens_no_other() {
    story(|test| async move {
        let (_, mut nadia, mut key) = with_a_passkey(&test).await;
        let mut camille = test.signed_in("coordinator@essarts.test").await;
        let user = key.user.clone();
        for browser in [&mut camille, &mut nadia] {
            let page = added(browser, &mut key, Mischief::NONE).await;
            page.is(StatusCode::UNPROCESSABLE_ENTITY).says("ouvre déjà un compte");
        }
        assert_eq!(test.count("SELECT COUNT(*) FROM passkey").await, 1);
        assert!(letters(&test, "coordinator@essarts.test").await.is_empty());
        key.user = user;
        entered(&mut test.browser(), &mut key, Mischief::NONE).await.says("Nadia essarts");
    })
    .await;
}
