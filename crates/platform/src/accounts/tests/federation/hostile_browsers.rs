//! Browsers that bring what they did not fetch, or ask for what is not theirs.

use axum::http::StatusCode;
use jiff::SignedDuration;
use kernel::contact::Email;

use super::provider::Mischief;
use super::{BACK, HER, NADIA, NOT_BEGUN, Stage, UNVERIFIED};
use crate::accounts::tests::story;
use crate::testing::Browser;

const ENTER: &str = "/connexion/avec/proconnect";
const UNKNOWN: &str = "aucun compte d’ici n’est lié à cette identité";

#[tokio::test]
async fn an_answer_brought_twice() {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        let mut browser = stage.test.browser();
        let cookies = {
            let back = stage.there(&mut browser, ENTER, HER).await;
            let before = browser.clone();
            browser.get(&back).await.says("Se déconnecter");
            (before, back)
        };
        let page = browser.get("/compte").await;
        browser.send(&page, "/deconnexion", &[]).await;
        // The same cookies, the same address: as a thief of both would.
        let (mut thief, back) = cookies;
        let page = thief.get(&back).await;
        stage.nobody_came_in(&mut thief, &page, NOT_BEGUN).await;
    })
    .await;
}

#[tokio::test]
async fn an_answer_of_another_browser() {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        let (mut hers, mut theirs) = (stage.test.browser(), stage.test.browser());
        let back = stage.there(&mut hers, ENTER, HER).await;
        stage.there(&mut theirs, ENTER, "somebody else").await;
        let page = theirs.get(&back).await;
        stage.nobody_came_in(&mut theirs, &page, NOT_BEGUN).await;
        let mut without = stage.test.browser();
        let page = without.get(&back).await;
        stage.nobody_came_in(&mut without, &page, NOT_BEGUN).await;
        // Hers still serves: nobody else's mistake ends it.
        hers.get(&back).await.says("Se déconnecter");
    })
    .await;
}

#[tokio::test]
async fn an_answer_with_a_state_nobody_gave() {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        let mut browser = stage.test.browser();
        let back = stage.there(&mut browser, ENTER, HER).await;
        let code = back.split("code=").nth(1).unwrap().split('&').next().unwrap();
        for forged in
            [format!("{BACK}?code={code}&state=forged"), format!("{BACK}?code={code}"), BACK.to_owned()]
        {
            let page = browser.get(&forged).await;
            stage.nobody_came_in(&mut browser, &page, NOT_BEGUN).await;
        }
    })
    .await;
}

#[tokio::test]
async fn an_answer_after_five_minutes() {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        let mut browser = stage.test.browser();
        let back = stage.there(&mut browser, ENTER, HER).await;
        stage.test.app.wall().advance(SignedDuration::from_secs(301));
        let page = browser.get(&back).await;
        stage.nobody_came_in(&mut browser, &page, NOT_BEGUN).await;
        let back = stage.there(&mut browser, ENTER, HER).await;
        stage.test.app.wall().advance(SignedDuration::from_secs(299));
        browser.get(&back).await.says("Se déconnecter");
    })
    .await;
}

#[tokio::test]
async fn a_code_that_has_served() {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        let (mut first, mut second) = (stage.test.browser(), stage.test.browser());
        let back = stage.there(&mut first, ENTER, HER).await;
        let used = back.split("code=").nth(1).unwrap().split('&').next().unwrap().to_owned();
        let page = first.get(&back).await;
        first.send(&page, "/deconnexion", &[]).await;
        let back = stage.there(&mut second, ENTER, "somebody else").await;
        let page = second.get(&back.replace("code-2", &used)).await;
        stage.nobody_came_in(&mut second, &page, UNVERIFIED).await;
    })
    .await;
}

#[tokio::test]
async fn a_code_fetched_for_another_browser() {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        let (mut hers, mut theirs) = (stage.test.browser(), stage.test.browser());
        stage.there(&mut hers, ENTER, HER).await;
        // Her code, never used, in an attempt of theirs: its verifier is not theirs (RFC 7636).
        let back = stage.there(&mut theirs, ENTER, "somebody else").await;
        let page = theirs.get(&back.replace("code-2", "code-1")).await;
        stage.nobody_came_in(&mut theirs, &page, UNVERIFIED).await;
    })
    .await;
}

#[tokio::test]
async fn an_answer_that_names_another_issuer() {
    let other =
        Mischief { answer: |answer| answer[2].1 = "https://elsewhere.example".to_owned(), ..Mischief::NONE };
    let none = Mischief {
        answer: |answer| {
            answer.pop();
        },
        ..Mischief::NONE
    };
    for mischief in [other, none] {
        story(|test| async move {
            let stage = Stage::linked(test).await;
            stage.provider.misbehave(mischief);
            assert_eq!(stage.asked().await.err(), Some(crate::oidc::Refusal::MixUp));
            let mut browser = stage.test.browser();
            let page = stage.come_in(&mut browser, HER).await;
            stage.nobody_came_in(&mut browser, &page, UNVERIFIED).await;
            assert_eq!(stage.provider.calls("/token"), 0, "the code went nowhere");
        })
        .await;
    }
}

#[tokio::test]
async fn a_wish_to_be_led_elsewhere_afterwards() {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        for elsewhere in
            ["https://evil.example", "//evil.example", "/\\evil.example", "/a\r\nSet-Cookie: x=y"]
        {
            let mut browser = stage.test.browser();
            let wish = [("suite".to_owned(), elsewhere.to_owned())];
            let page = browser.hand_in(ENTER, &wish, &[]).await;
            let back = stage.provider.sign_in(&page.link("Continuer avec ProConnect"), HER);
            let answer = browser.ask(&back).await;
            assert_eq!(answer.headers["location"], "/", "{elsewhere}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_identity_nobody_linked_though_its_e_mail_is_somebody_s() {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        let mut browser = stage.test.browser();
        // The provider says, and says it was verified, that this is Nadia's address.
        let page = stage.come_in(&mut browser, "somebody else").await;
        stage.nobody_came_in(&mut browser, &page, UNKNOWN).await;
        page.says("demandez une invitation");
    })
    .await;
}

#[tokio::test]
async fn an_identity_of_another_issuer_of_the_same_name() {
    story(|test| async move {
        let stage = Stage::like_proconnect(test).await;
        let mut tx = stage.test.tx().await;
        let (elsewhere, now) = (("https://elsewhere.example", HER), stage.test.app.wall().now());
        crate::accounts::federation::link(&mut tx, elsewhere, stage.team.link_worker, now).await.unwrap();
        tx.commit().await.unwrap();
        let mut browser = stage.test.browser();
        let page = stage.come_in(&mut browser, HER).await;
        stage.nobody_came_in(&mut browser, &page, UNKNOWN).await;
    })
    .await;
}

#[tokio::test]
async fn a_closed_account() {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        let mut tx = stage.test.tx().await;
        tx.run("UPDATE account SET closed_at = 1 WHERE email = $1", &[NADIA.into()]).await.unwrap();
        tx.commit().await.unwrap();
        let mut browser = stage.test.browser();
        let page = stage.come_in(&mut browser, HER).await;
        stage.nobody_came_in(&mut browser, &page, UNKNOWN).await;
    })
    .await;
}

#[tokio::test]
async fn a_closed_account_opened_again_is_not_opened_by_its_old_identity() {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        let mut andree = stage.test.signed_in("administrator@essarts.test").await;
        let closing = format!("/comptes/{}/fermer", stage.team.link_worker);
        let page = andree.get("/comptes").await;
        andree.send(&page, &closing, &[]).await;
        let page = andree.get("/comptes").await;
        let fields = [("name", "Nadia"), ("email", NADIA), ("role", "link_worker")];
        andree.send(&page, "/comptes", &fields).await.is(StatusCode::OK);
        let page = stage.come_in(&mut stage.test.browser(), HER).await;
        page.says(UNKNOWN).does_not_say("Se déconnecter");
        assert_eq!(stage.test.count("SELECT COUNT(*) FROM identity").await, 0);
    })
    .await;
}

/// Signed in by a phrase a moment ago, on the page of identities.
async fn on_identities(stage: &Stage, email: &str) -> Browser {
    let mut browser = stage.test.signed_in(email).await;
    browser.get("/compte/identites").await.is(StatusCode::OK).says("Vos autres façons d’entrer");
    browser
}

#[tokio::test]
async fn linking_what_is_somebody_else_s() {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        let mut andree = on_identities(&stage, "administrator@essarts.test").await;
        let back = stage.there(&mut andree, "/compte/identites/lier/proconnect", HER).await;
        andree.get(&back).await.says("ouvre déjà un autre compte").says("Aucune identité n’est liée");
        assert_eq!(stage.test.count("SELECT COUNT(*) FROM identity").await, 1);
        assert_eq!(stage.test.count("SELECT COUNT(*) FROM audit_entry").await, 0);
        assert!(stage.letters("administrator@essarts.test").await.is_empty());
        stage.come_in(&mut stage.test.browser(), HER).await.says("Nadia essarts");
    })
    .await;
}

#[tokio::test]
async fn linking_in_a_session_that_is_not_the_one_it_was_begun_in() {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        let mut browser = on_identities(&stage, NADIA).await;
        let back = stage.there(&mut browser, "/compte/identites/lier/proconnect", "new").await;
        // Meanwhile somebody else signs in on this browser.
        browser.sign_in("administrator@essarts.test").await;
        browser.get(&back).await.says(NOT_BEGUN);
        assert_eq!(stage.test.count("SELECT COUNT(*) FROM identity").await, 1);
    })
    .await;
}

#[tokio::test]
async fn linking_and_unlinking_without_having_proven_it_a_moment_ago() {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        let mut browser = on_identities(&stage, NADIA).await;
        stage.test.app.wall().advance(SignedDuration::from_mins(20));
        browser.get("/compte/identites").await.says("Confirmez que c’est vous");
        stage.test.app.wall().advance(SignedDuration::from_mins(11));
        browser.get("/compte").await;
        let page = browser.hand_in("/compte/identites/lier/proconnect", &[], &[]).await;
        page.is(StatusCode::SEE_OTHER);
        let mut stranger = stage.test.browser();
        for act in
            ["/compte/identites/lier/proconnect", "/compte/identites/delier", "/compte/confirmer/proconnect"]
        {
            stranger.post(act, &[]).await.says("Se connecter");
        }
        assert_eq!(stage.test.count("SELECT COUNT(*) FROM identity").await, 1);
        assert_eq!(stage.test.count("SELECT COUNT(*) FROM identity_attempt").await, 0);
    })
    .await;
}

#[tokio::test]
async fn unlinking_what_is_somebody_else_s() {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        let mut hers = on_identities(&stage, NADIA).await;
        let page = hers.get("/compte/identites").await;
        let form = page.filled_form("/compte/identites/delier", &[]);
        let mut andree = on_identities(&stage, "administrator@essarts.test").await;
        andree.post("/compte/identites/delier", &form).await.is(StatusCode::NOT_FOUND);
        assert_eq!(stage.test.count("SELECT COUNT(*) FROM identity").await, 1);
    })
    .await;
}

#[tokio::test]
async fn an_invitation_followed_with_an_identity_that_opens_another_account() {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        let andree = Email::parse("administrator@essarts.test").unwrap();
        let link = super::ways::invited(&stage, stage.team.administrator, &andree).await;
        let mut browser = stage.test.browser();
        let back = stage.there(&mut browser, &format!("{link}/avec/proconnect"), HER).await;
        let page = browser.get(&back).await;
        page.says("ouvre déjà un autre compte").says("rouvrez le lien").does_not_say("Se déconnecter");
        assert_eq!(stage.test.count("SELECT COUNT(*) FROM session").await, 0);
        assert_eq!(stage.test.count("SELECT COUNT(*) FROM invitation WHERE used_at IS NULL").await, 1);
    })
    .await;
}

#[tokio::test]
async fn an_invitation_that_was_used_or_ended_meanwhile() {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        let andree = Email::parse("administrator@essarts.test").unwrap();
        let link = super::ways::invited(&stage, stage.team.administrator, &andree).await;
        let act = format!("{link}/avec/proconnect");
        let (mut slow, mut quick) = (stage.test.browser(), stage.test.browser());
        let late = stage.there(&mut slow, &act, "one").await;
        let back = stage.there(&mut quick, &act, "two").await;
        quick.get(&back).await.says("Se déconnecter");
        slow.get(&late).await.says(NOT_BEGUN).does_not_say("Se déconnecter");
        assert_eq!(stage.test.count("SELECT COUNT(*) FROM identity").await, 2);
        let other = super::ways::invited(&stage, stage.team.administrator, &andree).await;
        stage.test.app.wall().advance(SignedDuration::from_hours(8 * 24));
        slow.post(&format!("{other}/avec/proconnect"), &[]).await.is(StatusCode::GONE);
        slow.post("/invitation/forged/avec/proconnect", &[]).await.is(StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_provider_nobody_configured() {
    story(|test| async move {
        let stage = Stage::linked(test).await;
        let mut browser = stage.test.browser();
        browser.post("/connexion/avec/ailleurs", &[]).await.is(StatusCode::NOT_FOUND);
        browser.get("/connexion/retour/ailleurs?code=a&state=b").await.is(StatusCode::NOT_FOUND);
    })
    .await;
}
