//! « Quartiers »: the outlines there are, and how to bring others.

use askama::Template;
use platform::web::may::{May, VerifyDirectory};
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Problems, Query, Ui, once};
use serde::Deserialize;

use super::LIST;
use super::show::address;
use crate::neighbourhood::{LARGEST, acts, sql};
use crate::words::{Words, words};

/// On one page.
const PAGE: i64 = 100;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::neighbourhood) struct Asked {
    page: String,
    /// How many were kept just before.
    gardes: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::neighbourhood) struct Gone {
    once: String,
    code: String,
}

#[derive(Template)]
#[template(path = "neighbourhood/pages/list.html")]
struct ListPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    rows: Vec<Row>,
    total: i64,
    page: i64,
    kept: Option<String>,
    problems: Problems,
}

struct Row {
    code: String,
    name: String,
    href: String,
}

pub(in crate::neighbourhood) async fn ask(may: May<VerifyDirectory>, Query(asked): Query<Asked>) -> Answer {
    let number = asked.page.parse().unwrap_or(1).max(1);
    let mut shown = read(&may, number, Problems::default()).await?;
    shown.kept = asked.gardes.parse::<u16>().ok().map(|count| shown.w.neighbourhood_kept(count));
    page::show(&shown)
}

/// The same with what is wrong with a file.
pub(super) async fn drawn(may: &May<VerifyDirectory>, number: i64, problems: Problems) -> Answer {
    page::with_problems(&read(may, number, problems).await?)
}

pub(in crate::neighbourhood) async fn take_out(may: May<VerifyDirectory>, Form(gone): Form<Gone>) -> Answer {
    let now = may.app().clock().now();
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &gone.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    if !acts::take_out(&mut tx, &gone.code, may.who(), now).await? {
        return Err(Nope::NotFound);
    }
    once::commit(tx, &gone.once, Some(may.id()), LIST, now).await
}

async fn read(may: &May<VerifyDirectory>, number: i64, problems: Problems) -> Result<ListPage<'_>, Nope> {
    let mut tx = may.app().db().read().await?;
    let (rows, total) = sql::page(&mut tx, (number - 1).saturating_mul(PAGE), PAGE).await?;
    let row = |(code, name): (String, String)| Row { href: address(&code), code, name };
    Ok(ListPage {
        ui: &may.ui,
        w: words(may.lang),
        rows: rows.into_iter().map(row).collect(),
        total,
        page: number,
        kept: None,
        problems,
    })
}

impl ListPage<'_> {
    fn largest(&self) -> i64 {
        i64::try_from(LARGEST >> 20).unwrap_or_default()
    }

    fn previous(&self) -> Option<String> {
        (self.page > 1).then(|| format!("{LIST}?page={}", self.page - 1))
    }

    fn next(&self) -> Option<String> {
        let shown = self.page.saturating_mul(PAGE);
        (shown < self.total).then(|| format!("{LIST}?page={}", self.page.saturating_add(1)))
    }
}
