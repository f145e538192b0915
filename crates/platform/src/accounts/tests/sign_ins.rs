//! The journal of sign-ins, on both engines.

use axum::http::StatusCode;
use jiff::SignedDuration;
use kernel::contact::Email;

use super::{journal, story};
use crate::accounts;
use crate::accounts::second::code::shown_at;
use crate::testing::{Browser, PASS_PHRASE, Page, Team, TestApp};

const NADIA: &str = "link_worker@essarts.test";
const FIREFOX: &str = "Mozilla/5.0 (Windows NT 10.0; rv:145.0) Gecko/20100101 Firefox/145.0";
const SAFARI: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) Version/18.6 Safari/604.1";

async fn tries(browser: &mut Browser, email: &str, phrase: &str) -> Page {
    let page = browser.get("/connexion").await;
    browser.send(&page, "/connexion", &[("email", email), ("password", phrase)]).await
}

fn a_minute_later(test: &TestApp) {
    test.app.wall().advance(SignedDuration::from_mins(1));
}

#[tokio::test]
async fn each_time_somebody_comes_in_or_is_refused_stands_in_the_journal() {
    story(|test| async move {
        Team::at_bron(&test).await;
        let mut nadia = test.browser().at("192.0.2.7", FIREFOX);
        tries(&mut nadia, NADIA, "pas celle-là du tout").await.is(StatusCode::UNPROCESSABLE_ENTITY);
        a_minute_later(&test);
        let mut telephone = test.browser().at("2001:db8:1:2:3::4", SAFARI);
        tries(&mut telephone, NADIA, PASS_PHRASE).await.says("Se déconnecter");
        a_minute_later(&test);
        tries(&mut nadia, NADIA, PASS_PHRASE).await.says("Se déconnecter");
        let page = nadia.get("/compte").await;
        page.says("Les dernières fois").says("Entrée, par la phrase de passe").says("Entrée refusée");
        nadia.send(&page, "/compte/fermer", &[]).await;
        nadia.get("/compte/connexions").await.says("Connexion fermée à distance");
        a_minute_later(&test);
        let page = nadia.get("/compte/confirmer").await;
        nadia.send(&page, "/compte/confirmer", &[("current", "pas celle-là")]).await;
        nadia.send(&page, "/compte/confirmer", &[("current", PASS_PHRASE)]).await;
        let page = nadia.get("/compte/connexions").await;
        page.says("13 janvier 2026")
            .says("Firefox, Windows · 192.0.2.x")
            .says("Safari, iPhone · 2001:db8:1:x");
        page.says("Identité confirmée, par la phrase").says("Confirmation refusée");
        assert!(!page.body.contains("192.0.2.7") && !page.body.contains("2001:db8:1:2"));
        a_minute_later(&test);
        nadia.post("/deconnexion", &[]).await;
        let (lines, theirs) = journal(&test).await;
        assert_eq!(lines.last().unwrap(), "sign_out button yes 1");
        assert_eq!(theirs, lines.len());
    })
    .await;
}

#[tokio::test]
async fn a_thousand_attempts_are_a_few_lines_and_nothing_that_was_typed_is_kept() {
    story(|test| async move {
        Team::at_bron(&test).await;
        for turn in 0..40 {
            let address = if turn % 2 == 0 { "192.0.2.7" } else { "198.51.100.9" };
            let mut guesser = test.browser().at(address, FIREFOX);
            tries(&mut guesser, NADIA, "pas celle-là du tout").await;
            tries(&mut guesser, &format!("quelquun{turn}@essarts.test"), "pas celle-là du tout").await;
            tries(&mut guesser, "pas une adresse", "ni une phrase").await;
        }
        let (mut lines, theirs) = journal(&test).await;
        lines.sort();
        let said = [
            "sign_in phrase no 10",
            "sign_in phrase no 50",
            "sign_in phrase too_many 30",
            "sign_in phrase too_many 30",
        ];
        assert_eq!((lines, theirs), (said.map(str::to_owned).to_vec(), 2));
        assert_eq!(test.count("SELECT COUNT(*) FROM sign_in_entry WHERE network IS NOT NULL").await, 0);
        let mut andree = test.signed_in("administrator@essarts.test").await;
        let page = andree.get("/connexions?refus=oui").await;
        page.says("Compte inconnu")
            .says("Nadia essarts")
            .says("50 fois")
            .says("Trop d’essais, pas même regardés");
        page.says("Firefox, Windows").does_not_say("quelquun").does_not_say("Entrée, par la phrase");
    })
    .await;
}

#[tokio::test]
async fn an_administrator_reads_those_of_their_teams_and_that_they_did_is_in_the_trail() {
    story(|test| async move {
        Team::at_bron(&test).await;
        Team::at_venissieux(&test).await;
        test.signed_in(NADIA).await;
        test.signed_in("link_worker@minguettes.test").await;
        let mut andree = test.signed_in("administrator@essarts.test").await;
        let page = andree.get("/connexions").await;
        page.is(StatusCode::OK).says("Nadia essarts").does_not_say("Nadia minguettes");
        let sql = "SELECT COUNT(*) FROM audit_entry WHERE subject_kind = 'sign_ins' AND action = 'listed'";
        assert_eq!(test.count(sql).await, 1);
        andree.get("/journal").await.says("Connexions de l’équipe");
        for other in [NADIA, "coordinator@essarts.test", "prescriber@essarts.test"] {
            test.signed_in(other).await.get("/connexions").await.is(StatusCode::NOT_FOUND);
        }
    })
    .await;
}

#[tokio::test]
async fn the_second_step_and_what_replaces_it_stand_in_the_journal() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        let mut tx = test.tx().await;
        let sql = "INSERT INTO second_factor (account_id, secret, since, last_step) VALUES ($1, $2, 0, 0)";
        tx.run(sql, &[team.link_worker.into(), secret.into()]).await.unwrap();
        tx.commit().await.unwrap();
        let mut nadia = test.browser();
        let page = tries(&mut nadia, NADIA, PASS_PHRASE).await;
        a_minute_later(&test);
        nadia.send(&page, "/connexion/code", &[("code", "000000")]).await;
        let code = shown_at(secret, test.app.wall().now());
        nadia.send(&page, "/connexion/code", &[("code", &code)]).await.says("Se déconnecter");
        let (mut lines, _) = journal(&test).await;
        lines.sort();
        assert_eq!(lines, ["sign_in code no 1", "sign_in code yes 1", "sign_in phrase half 1"]);

        let to = Email::parse("coordinator@essarts.test").unwrap();
        let mut tx = test.tx().await;
        accounts::invite(&mut tx, &test.app, team.coordinator, &to, kernel::Lang::Fr).await.unwrap();
        let letters = crate::outbox::written_to(&mut tx, &to).await.unwrap();
        tx.commit().await.unwrap();
        let link = letters[0].body.split_whitespace().find(|word| word.starts_with("http")).unwrap();
        let page = test.browser().get(link).await;
        let path = link.strip_prefix("http://maillage.test").unwrap();
        test.browser().send(&page, path, &[("password", "sept ponts sur la rivière")]).await;
        assert!(journal(&test).await.0.contains(&"sign_in link yes 1".to_owned()));
    })
    .await;
}

#[tokio::test]
async fn after_a_year_a_line_of_the_journal_is_forgotten() {
    story(|test| async move {
        Team::at_bron(&test).await;
        test.signed_in(NADIA).await;
        for (days, left) in [(364, 1), (2, 0)] {
            test.app.wall().advance(SignedDuration::from_hours(24 * days));
            crate::upkeep::begin(&test.app).await.unwrap();
            crate::jobs::run_due(&test.app).await.unwrap();
            assert_eq!(test.count("SELECT COUNT(*) FROM sign_in_entry").await, left);
        }
    })
    .await;
}
