//! Letting time pass: a page for visitors who want to see what happens after ten days of silence.

use askama::Template;
use axum::response::Response;
use jiff::Timestamp;
use platform::outbox::Written;
use platform::web::form::{Form, Query};
use platform::web::guard::Demonstration;
use platform::web::navigation::Menu;
use platform::web::nope::Nope;
use platform::web::page::{self, Answer};
use platform::web::ui::Ui;
use platform::web::{dates, once};
use platform::{jobs, outbox};
use serde::Deserialize;

use super::present;
use crate::words::{Words, words};

const CHOICES: [i64; 3] = [1, 10, 30];

#[derive(Deserialize)]
pub(super) struct Since {
    /// Unix second from which time was let pass.
    depuis: Option<i64>,
}

#[derive(Deserialize)]
pub(super) struct Chosen {
    #[serde(default)]
    once: String,
    days: i64,
}

#[derive(Template)]
#[template(path = "demo/time.html")]
struct TimePage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    now: String,
    happened: Option<Happened>,
    has_ended: bool,
}

/// What a stretch of time brought.
struct Happened {
    days: i64,
    jobs: i64,
    written: Vec<Written>,
}

impl Happened {
    fn messages(&self) -> i64 {
        self.written.iter().map(|written| written.count).sum()
    }
}

pub(super) fn navigation(ui: &Ui, menu: &mut Menu) {
    menu.add(99, "/demo/temps", words(ui.lang).demo_menu());
}

pub(super) async fn show(_: Demonstration, ui: Ui, Query(since): Query<Since>) -> Answer {
    let happened = match since.depuis.and_then(|second| Timestamp::from_second(second).ok()) {
        Some(since) => Some(happened(&ui, since).await?),
        None => None,
    };
    page::show(&time_page(&ui, happened, false))
}

pub(super) async fn pass(_: Demonstration, ui: Ui, Form(chosen): Form<Chosen>) -> Answer {
    if !CHOICES.contains(&chosen.days) {
        return Err(Nope::Unreadable);
    }
    let before = ui.app.clock().now();
    let location = format!("/demo/temps?depuis={}", before.as_second());
    if let Some(earlier) = keep(&ui, &chosen.once, &location, before).await? {
        return Ok(earlier);
    }
    if present::let_pass(&ui.app, chosen.days).await? {
        page::see(&location)
    } else {
        page::with_problems(&time_page(&ui, None, true))
    }
}

/// Keeps the form's key before days pass, which takes several transactions; answers like the first
/// click when there was one.
async fn keep(ui: &Ui, key: &str, location: &str, now: Timestamp) -> Result<Option<Response>, Nope> {
    let account = ui.account.as_ref().map(|account| account.id);
    let mut tx = ui.app.db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, key, account).await? {
        return Ok(Some(earlier));
    }
    once::commit(tx, key, account, location, now).await?;
    Ok(None)
}

async fn happened(ui: &Ui, since: Timestamp) -> Result<Happened, Nope> {
    let now = ui.app.clock().now();
    let mut tx = ui.app.db().read().await?;
    Ok(Happened {
        days: now.duration_since(since).as_hours() / 24,
        jobs: jobs::done_between(&mut tx, since, now).await?,
        written: outbox::written_between(&mut tx, since, now).await?,
    })
}

fn time_page(ui: &Ui, happened: Option<Happened>, has_ended: bool) -> TimePage<'_> {
    let now = ui.app.clock().now().as_second();
    let now = dates::long(dates::day(now), ui.lang);
    TimePage { ui, w: words(ui.lang), now, happened, has_ended }
}
