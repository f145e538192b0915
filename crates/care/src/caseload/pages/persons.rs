//! « Personnes »: the whole caseload. A name is looked for by POST, so that it stays out of
//! addresses and histories.

use askama::Template;
use kernel::text::fold;
use platform::audit::Kind;
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer};
use platform::web::{Form, Query, Ui};
use serde::Deserialize;

use crate::act::Acting;
use crate::caseload::work_list::{self, Row};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "caseload/pages/persons.html")]
struct PersonsPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    rows: Vec<Row>,
    shows_closed: bool,
    looked_for: String,
}

impl PersonsPage<'_> {
    fn count(&self) -> i64 {
        i64::try_from(self.rows.len()).unwrap_or(i64::MAX)
    }
}

#[derive(Deserialize)]
pub(in crate::caseload) struct Wanted {
    #[serde(default)]
    closes: Option<String>,
}

#[derive(Deserialize)]
pub(in crate::caseload) struct LookedFor {
    #[serde(default)]
    name: String,
}

pub(in crate::caseload) async fn list(may: May<RunCaseload>, Query(wanted): Query<Wanted>) -> Answer {
    let shows_closed = wanted.closes.is_some();
    draw(&may, shows_closed, String::new()).await
}

pub(in crate::caseload) async fn look(may: May<RunCaseload>, Form(looked_for): Form<LookedFor>) -> Answer {
    draw(&may, true, looked_for.name).await
}

async fn draw(may: &May<RunCaseload>, shows_closed: bool, looked_for: String) -> Answer {
    let acting = Acting::by(may);
    let mut tx = may.app().db().begin().await?;
    let rows = work_list::rows(&mut tx, may.id(), acting.now).await?;
    acting.trace_list(&mut tx, Kind::Case, may.sites()).await?;
    tx.commit().await?;
    let sought = fold(&looked_for);
    let mut rows: Vec<Row> = rows
        .into_iter()
        .filter(|row| shows_closed || row.is_open())
        .filter(|row| fold(row.name()).contains(&sought))
        .collect();
    rows.sort_by_cached_key(|row| by_family_name(row.name()));
    page::show(&PersonsPage { ui: &may.ui, w: words(may.lang), rows, shows_closed, looked_for })
}

/// Most people write the family name last, and look for it first.
fn by_family_name(name: &str) -> (String, String) {
    let whole = fold(name);
    (whole.rsplit(' ').next().unwrap_or_default().to_owned(), whole)
}
