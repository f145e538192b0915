//! What leaves the house: the text as a whole, and what is never in it.

use axum::http::StatusCode;
use kernel::Lang;
use kernel::contact::Email;
use platform::audit::Who;
use platform::outbox::{self, Mail};

use super::{Scene, letters};
use crate::act::Acting;
use crate::caseload;
use crate::connection::mails::{Letter, Sender};
use crate::testing::story;

/// A letter's text with its link, whose token differs each time, made plain.
fn shown(mail: &Mail) -> String {
    let words = mail.body.split(' ').map(|word| match word.split_once("/reponse/") {
        Some((before, after)) => {
            let rest = after.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_');
            format!("{before}/reponse/…{rest}")
        }
        None => word.to_owned(),
    });
    format!("{}\n\n{}", mail.subject, words.collect::<Vec<_>>().join(" "))
}

#[tokio::test]
async fn each_letter_says_who_asks_for_what_and_names_nobody() {
    story(|test| async move {
        let scene = Scene::asked(&test).await;
        let connection = scene.stored(&test).await;
        let mut tx = test.tx().await;
        let case = caseload::find(&mut tx, scene.case).await.unwrap().unwrap();
        let acting = Acting::new(&test.app, Who::TimePassing);
        let sender = Sender::of(&mut tx, &case).await.unwrap();
        for (letter, name) in
            [(Letter::Request, "request"), (Letter::Reminder, "reminder"), (Letter::Waiting, "waiting")]
        {
            for lang in Lang::ALL {
                let to = (Email::parse("accueil@choeur.example").unwrap(), lang);
                let mail = letter.written(&acting, &sender, &connection, to, acting.now);
                insta::assert_snapshot!(format!("{name}_{}", lang.code()), shown(&mail));
            }
        }
    })
    .await;
}

#[tokio::test]
async fn no_word_about_the_person_leaves_by_e_mail() {
    story(|test| async move {
        let mut scene = Scene::of(&test).await;
        let fields = [
            ("shared", "name"),
            ("shared", "age_band"),
            ("shared", "phone"),
            ("shared", "likes"),
            ("shared", "accompaniment"),
            ("likes", "Chanter des airs de Provence"),
            ("agreed", "yes"),
        ];
        scene.ask(&fields).await;
        test.days_pass(10).await;
        let letters = letters(&test).await;
        assert_eq!(letters.len(), 2);
        for letter in letters {
            let text = format!("{}\n{}", letter.subject, letter.body).to_lowercase();
            // A link may hold anything.
            let text: String = text.lines().filter(|line| !line.contains("http")).collect();
            let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
            for token in ["aline", "dumont", "mme", "1948", "78", "70", "79", "provence", "rue"] {
                assert!(!words.contains(&token), "« {token} » is in {text}");
            }
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            assert!(digits.contains("0465710001"), "the team's own telephone: {text}");
            assert!(!digits.contains("0465710012"), "the person's telephone: {text}");
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_kept_a_place_is_told_that_nobody_comes() {
    story(|test| async move {
        let mut scene = Scene::asked(&test).await;
        scene.step("oui", &[("meeting_on", "2026-01-20")]).await.is(StatusCode::OK);
        scene.step("abandon", &[("drop_reason", "not_interested")]).await.is(StatusCode::OK);
        let letters = letters(&test).await;
        let last = letters.last().unwrap();
        assert_eq!(letters.len(), 2);
        assert_eq!(last.subject, "Une place est libre à nouveau pour «\u{a0}Le chœur du mardi\u{a0}»");
        assert!(last.body.contains("Elle ne viendra pas") && !last.body.contains("Aline"), "{}", last.body);
    })
    .await;
}

#[tokio::test]
async fn the_prescriber_hears_that_another_place_is_looked_for() {
    story(|test| async move {
        let mut scene = Scene::asked(&test).await;
        scene.step("non", &[("reason", "full")]).await.is(StatusCode::OK);
        let to = Email::parse("prescriber@essarts.test").unwrap();
        let news = outbox::written_to(&mut test.tx().await, &to).await.unwrap();
        assert!(news.last().unwrap().body.contains("cherche avec elle une autre activité"));
    })
    .await;
}
