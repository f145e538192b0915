//! Messages handed over by real SMTP to a mail server of another make: `tests/browser/smtp-sink.mjs`.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use kernel::contact::Email;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::{Letter, Mail, Mailer, deliver, put, written_to};
use crate::app::App;
use crate::testing::{Team, TestApp, on_both_engines};

/// Environment variable, set by `cargo xtask test`: nothing may be skipped.
const REQUIRE: &str = "MAILLAGE_TEST_REQUIRE";
const PATIENCE: Duration = Duration::from_secs(20);
const TO: &str = "accueil@chorale.test";
const SUBJECT: &str = "Une place pour la répétition de mardi ?";
const BODY: &str = "Bonjour,\n\nÀ l’accueil, quelqu’un vous attend : « La Clé des chants », 3 €.\n.\n\
    https://maillage.test/reponse/eyJhbGciOiJIUzI1NiJ9-une-adresse-plus-longue-qu-une-ligne-de-courriel-ne-peut-l-etre\n";

async fn story<F: Future<Output = ()>>(tell: impl Fn(TestApp) -> F) {
    if sink_is_installed() {
        on_both_engines(vec![crate::module()], |app: App| app, tell).await;
    }
}

#[tokio::test]
async fn a_message_arrives_as_it_was_written() {
    story(|test| async move {
        let sink = Sink::start(0);
        put_one(&test).await;
        assert_eq!(delivered(&test, &sink.mailer()).await, 1);
        let heard = sink.next();
        assert_eq!(heard.envelope.from, "maillage@maillage.test");
        assert_eq!(heard.envelope.to, [TO]);
        assert_eq!(heard.headers.subject, SUBJECT);
        assert_eq!(heard.headers.from, "Maillage <maillage@maillage.test>");
        assert_eq!(heard.headers.to, TO);
        assert!(heard.headers.content_type.starts_with("text/plain; charset=utf-8"));
        assert!(!heard.headers.date.is_empty());
        assert_eq!(heard.text.replace("\r\n", "\n").trim_end(), BODY.trim_end());
        assert!(heard.raw.lines().all(|line| line.len() <= 998 && line.is_ascii()), "{}", heard.raw);
    })
    .await;
}

#[tokio::test]
async fn a_message_leaves_once() {
    story(|test| async move {
        let sink = Sink::start(0);
        put_one(&test).await;
        assert_eq!(delivered(&test, &sink.mailer()).await, 1);
        assert_eq!(delivered(&test, &sink.mailer()).await, 0);
        let sent = letter(&test).await;
        assert!(sent.sent_at.is_some());
        assert_eq!(sent.body, "", "nobody reads its links here any more");
    })
    .await;
}

#[tokio::test]
async fn a_refused_message_stays_and_leaves_later_under_the_same_id() {
    story(|test| async move {
        let sink = Sink::start(1);
        put_one(&test).await;
        assert_eq!(delivered(&test, &sink.mailer()).await, 0);
        let refused = sink.next();
        assert!(refused.is_refused);
        let kept = letter(&test).await;
        assert_eq!((kept.sent_at, kept.tries), (None, 1));

        assert_eq!(delivered(&test, &sink.mailer()).await, 0, "not at once");
        test.app.clock().advance(jiff::SignedDuration::from_mins(16));
        assert_eq!(delivered(&test, &sink.mailer()).await, 1);
        let taken = sink.next();
        assert!(!taken.is_refused);
        assert_eq!(taken.headers.message_id, refused.headers.message_id);
        assert_eq!(taken.headers.message_id, format!("<{}@maillage.test>", kept.id));
        let sent = letter(&test).await;
        assert_eq!((sent.sent_at.is_some(), sent.tries), (true, 2));
    })
    .await;
}

#[tokio::test]
async fn a_mail_server_that_is_down_loses_nothing() {
    story(|test| async move {
        let sink = Sink::start(0);
        let mailer = sink.mailer();
        drop(sink);
        put_one(&test).await;
        assert_eq!(delivered(&test, &mailer).await, 0);
        let kept = letter(&test).await;
        assert_eq!((kept.sent_at, kept.body.as_str()), (None, BODY));
        let sink = Sink::start(0);
        test.app.clock().advance(jiff::SignedDuration::from_mins(16));
        assert_eq!(delivered(&test, &sink.mailer()).await, 1);
        assert_eq!(sink.next().headers.subject, SUBJECT);
    })
    .await;
}

#[tokio::test]
async fn an_invitation_names_nobody_in_its_subject() {
    story(|test| async move {
        let team = Team::at_bron(&test).await;
        let mut browser = test.signed_in("administrator@essarts.test").await;
        let page = browser.get("/comptes").await;
        let (email, site) = ("zelie.quincampoix@essarts.test", team.site.to_string());
        let fields =
            [("name", "Zélie Quincampoix"), ("email", email), ("role", "link_worker"), ("site", &site)];
        browser.send(&page, "/comptes", &fields).await;

        let sink = Sink::start(0);
        assert_eq!(delivered(&test, &sink.mailer()).await, 1);
        let heard = sink.next();
        assert_eq!(heard.envelope.to, [email]);
        assert_eq!(heard.headers.subject, "Votre compte Maillage vous attend");
        assert!(heard.text.contains("http://maillage.test/invitation/"));
    })
    .await;
}

async fn put_one(test: &TestApp) {
    let mail = Mail { to: Email::parse(TO).unwrap(), subject: SUBJECT.to_owned(), body: BODY.to_owned() };
    let mut tx = test.tx().await;
    put(&mut tx, &mail, test.app.clock().now()).await.unwrap();
    tx.commit().await.unwrap();
}

async fn delivered(test: &TestApp, mailer: &Mailer) -> usize {
    deliver(&test.app, mailer, || false).await.unwrap()
}

async fn letter(test: &TestApp) -> Letter {
    let mut tx = test.tx().await;
    written_to(&mut tx, &Email::parse(TO).unwrap()).await.unwrap().remove(0)
}

/// One message as the other side understood it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Heard {
    is_refused: bool,
    envelope: Envelope,
    headers: Headers,
    text: String,
    raw: String,
}

#[derive(Debug, Deserialize)]
struct Envelope {
    from: String,
    to: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Headers {
    from: String,
    to: String,
    subject: String,
    message_id: String,
    content_type: String,
    date: String,
}

/// A mail server that ends with the test.
struct Sink {
    process: Child,
    /// It listens for as long as this is open.
    _open: ChildStdin,
    lines: Receiver<String>,
    port: u16,
}

impl Sink {
    /// Refuses the first messages for good, as far as it knows.
    fn start(refuse: usize) -> Sink {
        let mut node = Command::new("node");
        node.arg("smtp-sink.mjs").args(["--refuse", &refuse.to_string()]).current_dir(folder());
        let mut process = node.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("Node.js");
        let stdout = BufReader::new(process.stdout.take().unwrap());
        let (tell, lines) = channel();
        std::thread::spawn(move || stdout.lines().map_while(Result::ok).try_for_each(|line| tell.send(line)));
        let open = process.stdin.take().unwrap();
        let mut sink = Sink { process, _open: open, lines, port: 0 };
        sink.port = sink.read::<Listening>().port;
        sink
    }

    fn mailer(&self) -> Mailer {
        Mailer::smtp(&format!("smtp://127.0.0.1:{}", self.port)).unwrap()
    }

    fn next(&self) -> Heard {
        self.read()
    }

    fn read<T: DeserializeOwned>(&self) -> T {
        let line = self.lines.recv_timeout(PATIENCE).expect("a line of the mail server");
        serde_json::from_str(&line).expect(&line)
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        // Ended already, if its own failure is what ends the test.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[derive(Deserialize)]
struct Listening {
    port: u16,
}

fn sink_is_installed() -> bool {
    let is_there = folder().join("node_modules/smtp-server").exists();
    if !is_there {
        let why = "skipped: run `npm ci` in tests/browser, or `cargo xtask test`";
        assert!(std::env::var_os(REQUIRE).is_none(), "{why}");
        println!("{why}");
    }
    is_there
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/browser")
}
