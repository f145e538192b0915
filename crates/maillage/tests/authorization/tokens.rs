//! Where what was typed of somebody is found again: on pages, in addresses, letters and logs.

use std::collections::BTreeSet;
use std::io;
use std::sync::Once;
use std::sync::atomic::{AtomicUsize, Ordering};

use platform::testing::{Page, TestApp};
use tracing_subscriber::EnvFilter;

use crate::forms::phone;

/// What every token begins with; long enough for no secret of a link to hold it by chance.
pub(crate) const MARK: &str = "Qxzkj";

/// Lines the program has written about itself that held a token, since it started.
static TOLD: AtomicUsize = AtomicUsize::new(0);

/// The tokens of a text, as « a.note »: the letter of whose file it is, and the field.
pub(crate) fn fields_in(text: &str) -> BTreeSet<String> {
    let tokens = text.split(MARK).skip(1).filter_map(|piece| {
        let end = piece.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(piece.len());
        let (field, letter) = piece.get(..end)?.split_at_checked(end.checked_sub(1)?)?;
        Some(format!("{letter}.{field}"))
    });
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let numbers = ('a'..='j').zip(0..).filter_map(|(letter, nth)| {
        let number = phone(nth).replace(' ', "");
        let is_there = digits.contains(&number) || digits.contains(&number.replacen('0', "+33", 1));
        is_there.then(|| format!("{letter}.phone"))
    });
    tokens.chain(numbers).collect()
}

/// No address on a page tells of somebody: it would stay in histories and in the logs of others. A
/// telephone is dialled by one, which leads to no server.
#[track_caller]
pub(crate) fn are_in_no_address(page: &Page) {
    for name in ["href=\"", "action=\"", "src=\""] {
        for address in page.body.split(name).skip(1).filter_map(|rest| rest.split('"').next()) {
            let told = fields_in(address);
            assert!(told.is_empty() || address.starts_with("tel:"), "{} leads to {address}", page.path);
        }
    }
    let led = page.headers.get("location").and_then(|to| to.to_str().ok()).unwrap_or_default();
    assert!(fields_in(led).is_empty(), "{} leads to {led}", page.path);
}

/// Nobody is named in a letter.
pub(crate) async fn are_in_no_letter(test: &TestApp) {
    let mut tx = test.app.db().read().await.unwrap();
    let letters: Vec<(String, String)> = tx.all("SELECT subject, body FROM outbox", &[]).await.unwrap();
    assert!(!letters.is_empty(), "nobody was written to");
    for (subject, body) in letters {
        assert!(fields_in(&format!("{subject} {body}")).is_empty(), "« {subject} » names somebody:\n{body}");
    }
}

/// From now on, whatever the program writes about itself is read, down to its smallest remarks.
pub(crate) fn listen_to_logs() {
    // Without nextest the parts share one process.
    static HEARD: Once = Once::new();
    HEARD.call_once(|| {
        let ours = "info,platform=trace,directory=trace,care=trace,maillage=trace,tower_http=debug";
        tracing_subscriber::fmt().with_env_filter(EnvFilter::new(ours)).with_writer(|| Ear).init();
    });
}

#[track_caller]
pub(crate) fn were_in_no_log() {
    assert_eq!(TOLD.load(Ordering::Relaxed), 0, "lines of the log that tell of somebody");
}

struct Ear;

impl io::Write for Ear {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        if !fields_in(&String::from_utf8_lossy(line)).is_empty() {
            TOLD.fetch_add(1, Ordering::Relaxed);
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
