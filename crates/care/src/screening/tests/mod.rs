//! Stories of screening through HTTP, on both engines.

use platform::testing::{Page, TestApp};

mod carrying;
mod case;
mod consultation;
mod counting;
mod sheet;
mod visitor;

/// UCLA-3 answered 3, 2, 3: eight of nine.
const UCLA3: [(&str, &str); 3] = [("ucla3.1", "3"), ("ucla3.2", "2"), ("ucla3.3", "3")];
const OFTEN_LONELY: (&str, &str) = ("insee_loneliness.1", "4");

/// How many screenings, filled instruments and entries of the trail the store holds.
async fn kept(test: &TestApp) -> (i64, i64, i64) {
    let mut tx = test.tx().await;
    tx.one(
        "SELECT (SELECT COUNT(*) FROM screening), (SELECT COUNT(*) FROM measurement), (SELECT COUNT(*) FROM audit_entry)",
        &[],
    )
    .await
    .unwrap()
}

/// What a browser would send of a page's form, then changed by hand on its way.
fn tampered(page: &Page, action: &str, fields: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut pairs = page.filled_form(action, &[]);
    for (name, value) in fields {
        pairs.retain(|(field, _)| field != name);
        pairs.push(((*name).to_owned(), (*value).to_owned()));
    }
    pairs
}

/// Ten megabytes in one field.
fn ten_megabytes(field: &str) -> Vec<(String, String)> {
    vec![(field.to_owned(), "x".repeat(10 * 1024 * 1024))]
}
