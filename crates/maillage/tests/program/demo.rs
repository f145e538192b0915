use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::process::Stdio;
use std::time::Duration;

use crate::running::{Folder, Running, answer, program, run, text};

#[test]
fn a_demonstration_starts_answers_lets_a_printed_account_in_and_stops() {
    let folder = Folder::new("demo");
    let mut demo = Running::demo(&folder.0, &[]);
    assert!(demo.get("/healthz", "").starts_with("HTTP/1.1 200"));
    assert!(demo.get("/", "").contains("Trouver de la compagnie"));

    let (email, phrase) = printed_account(&demo);
    let body = format!("email={}&password={}&suite=", email.replace('@', "%40"), phrase.replace(' ', "+"));
    let (first, rest) = demo.post("/connexion", &body);
    let mut stream = demo.connect();
    stream.write_all((first + &rest).as_bytes()).unwrap();
    let signed_in = answer(stream);
    assert!(signed_in.starts_with("HTTP/1.1 303"), "{signed_in}");
    let cookie = signed_in.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
    let accounts = demo.get("/comptes", cookie.split(';').next().unwrap());
    assert!(accounts.starts_with("HTTP/1.1 200") && accounts.contains(&email), "{accounts}");

    demo.ask_to_stop();
    demo.ends();
}

#[test]
fn the_trail_of_a_demonstration_is_verified_and_held_against_a_mark() {
    let folder = Folder::new("trail");
    let verify =
        |more: &[&str]| run(&[&["audit", "verify", "--data", folder.0.to_str().unwrap()][..], more].concat());
    let absent = verify(&[]);
    assert_eq!(absent.status.code(), Some(1));
    assert!(!folder.0.join("store.db").exists(), "looking makes no store");
    let mut demo = Running::demo(&folder.0, &[]);
    demo.ask_to_stop();
    demo.ends();
    let whole = verify(&[]);
    let said = text(&whole.stdout);
    assert!(whole.status.success() && said.contains("Le journal est entier"), "{said}");
    let mark = said.lines().last().unwrap().strip_prefix("audit: ").unwrap();
    assert!(verify(&["--anchor", mark]).status.success());
    let kept = folder.0.join("anchors");
    let verify_kept = || verify(&["--anchors", kept.to_str().unwrap()]);
    assert_eq!(verify_kept().status.code(), Some(1), "there is no such file");
    std::fs::write(&kept, format!("2026-01-14T02:00:00Z {mark}\n")).unwrap();
    assert!(verify_kept().status.success());
    std::fs::write(&kept, format!("2026-01-13T02:00:00Z 1:another\n2026-01-14T02:00:00Z {mark}\n")).unwrap();
    assert_eq!(verify_kept().status.code(), Some(1));
    let forged = verify(&["--anchor", "1:another"]);
    assert_eq!(forged.status.code(), Some(1));
    assert!(text(&forged.stdout).lines().last().unwrap().starts_with("audit: "), "{forged:?}");
}

#[test]
fn a_form_being_sent_when_the_server_is_stopped_is_still_answered() {
    let folder = Folder::new("stop");
    let mut demo = Running::demo(&folder.0, &[]);
    let (first, rest) = demo.post("/connexion", "email=nobody%40demo.example&password=no+phrase+at+all");
    let mut stream = demo.connect();
    stream.write_all(first.as_bytes()).unwrap();
    let idle = demo.connect();
    std::thread::sleep(Duration::from_millis(300));
    demo.ask_to_stop();
    std::thread::sleep(Duration::from_millis(300));
    assert!(TcpStream::connect(&demo.at).is_err(), "a new connection is still taken");
    assert!(demo.child.try_wait().unwrap().is_none(), "it did not wait for the form");
    stream.write_all(rest.as_bytes()).unwrap();
    let answered = answer(stream);
    assert!(answered.starts_with("HTTP/1.1 422"), "{answered}");
    assert!(demo.ends() < Duration::from_secs(10), "a connection without a request holds it back");
    drop(idle);
}

#[test]
fn a_demonstration_open_to_others_must_be_asked_for() {
    let folder = Folder::new("loopback");
    let refused = run(&["demo", "--listen", "0.0.0.0:0", "--data", folder.0.to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(1));
    let said = text(&refused.stderr);
    assert!(said.contains("--public") && said.trim().lines().count() == 1, "{said}");
    assert!(!folder.0.join("store.db").exists());

    let mut command = program();
    command
        .args(["demo", "--listen", "0.0.0.0:0", "--public", "https://demo.example", "--data"])
        .arg(&folder.0);
    let child = command.stdout(Stdio::piped()).spawn().unwrap();
    let mut running = Running { child, at: String::new(), printed: Vec::new() };
    let mut line = String::new();
    BufReader::new(running.child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert!(line.contains("https://demo.example"), "{line}");
}

/// The pass phrase and the administrator's address, as printed.
fn printed_account(running: &Running) -> (String, String) {
    let word = |needle: &str| {
        running
            .printed
            .iter()
            .flat_map(|l| l.split_whitespace())
            .find(|w| w.starts_with(needle))
            .unwrap()
            .to_owned()
    };
    let phrase =
        running.printed.iter().find_map(|line| line.split_once("comptes\u{a0}: ")).unwrap().1.to_owned();
    (word("administration@"), phrase)
}
