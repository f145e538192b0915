//! What is kept of a message, and how handing over stops; with a mail server that is not there.

use std::cell::Cell;

use jiff::SignedDuration;
use kernel::contact::Email;

use super::{Letter, Mail, Mailer, deliver, doubtful, put, sql, written_to};
use crate::app::App;
use crate::testing::{TestApp, on_both_engines};

const TO: &str = "accueil@chorale.test";

async fn story<F: Future<Output = ()>>(tell: impl Fn(TestApp) -> F) {
    on_both_engines(vec![crate::module()], |app: App| app, tell).await;
}

/// At a port that was free a moment ago.
fn nowhere() -> Mailer {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    Mailer::smtp(&format!("smtp://127.0.0.1:{port}")).unwrap()
}

async fn write(test: &TestApp, subject: &str) {
    let body = "Voici votre lien.".to_owned();
    let mail = Mail { to: Email::parse(TO).unwrap(), subject: subject.to_owned(), body };
    let mut tx = test.tx().await;
    put(&mut tx, &mail, test.app.clock().now()).await.unwrap();
    tx.commit().await.unwrap();
}

async fn letters(test: &TestApp) -> Vec<Letter> {
    written_to(&mut test.tx().await, &Email::parse(TO).unwrap()).await.unwrap()
}

#[tokio::test]
async fn whoever_asks_to_stop_waits_for_one_message_only() {
    story(|test| async move {
        for subject in ["un", "deux", "trois"] {
            write(&test, subject).await;
        }
        let asked = Cell::new(0);
        let after_one = || asked.replace(asked.get() + 1) > 0;
        deliver(&test.app, &nowhere(), after_one).await.unwrap();
        let tries: Vec<i64> = letters(&test).await.iter().map(|letter| letter.tries).collect();
        assert_eq!(tries, [1, 0, 0]);
    })
    .await;
}

#[tokio::test]
async fn a_message_given_up_keeps_no_link() {
    story(|test| async move {
        write(&test, "un").await;
        let mut tx = test.tx().await;
        tx.run("UPDATE outbox SET tries = 190", &[]).await.unwrap();
        tx.commit().await.unwrap();
        for body in ["Voici votre lien.", ""] {
            deliver(&test.app, &nowhere(), || false).await.unwrap();
            assert_eq!(letters(&test).await[0].body, body);
            test.app.clock().advance(SignedDuration::from_mins(16));
        }
    })
    .await;
}

#[tokio::test]
async fn a_message_whose_server_ended_in_the_middle_is_said_to_be_doubtful() {
    story(|test| async move {
        for subject in ["un", "deux"] {
            write(&test, subject).await;
        }
        // As a server does that ends right after handing it over.
        let mut tx = test.tx().await;
        let letter = sql::take(&mut tx, test.app.clock().now()).await.unwrap().unwrap();
        let now = test.app.clock().now();
        sql::claim(&mut tx, letter.id, now, now + SignedDuration::from_mins(5)).await.unwrap();
        tx.commit().await.unwrap();
        for (minutes, count) in [(1, 0), (20, 1), (20, 1)] {
            test.app.clock().advance(SignedDuration::from_mins(minutes));
            deliver(&test.app, &nowhere(), || false).await.unwrap();
            assert_eq!(doubtful(&mut test.tx().await).await.unwrap(), count, "one that was refused is not");
        }
    })
    .await;
}
