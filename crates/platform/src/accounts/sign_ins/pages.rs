//! `/compte/connexions`, one's own; `/connexions`, those of the teams one administers.

use askama::Template;
use kernel::id::AccountId;
use serde::Deserialize;

use super::labels;
use super::sql::{self, Entry};
use crate::audit::{self, Action, Kind, Subject};
use crate::db::{DbError, Tx};
use crate::web::dates;
use crate::web::form::Query;
use crate::web::may::{May, ReadAudit, SignedIn};
use crate::web::page::{self, Answer};
use crate::web::pager::{self, Pager};
use crate::web::ui::Ui;

const OWN: &str = "/compte/connexions";
const TEAMS: &str = "/connexions";
const PER_PAGE: usize = 50;
/// On « Mon compte ».
const LATEST: i64 = 5;

#[derive(Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    page: u16,
    /// Only what was refused.
    refus: Option<String>,
}

/// An entry as it is read.
#[derive(Clone, Debug)]
pub(in crate::accounts) struct Line {
    pub(in crate::accounts) moment: String,
    pub(in crate::accounts) who: String,
    pub(in crate::accounts) what: String,
    pub(in crate::accounts) way: Option<String>,
    pub(in crate::accounts) whence: String,
    pub(in crate::accounts) times: i64,
    pub(in crate::accounts) is_refused: bool,
}

#[derive(Template)]
#[template(path = "accounts/sign_ins/own.html")]
struct OwnPage<'a> {
    ui: &'a Ui,
    lines: Vec<Line>,
    pager: Pager,
}

#[derive(Template)]
#[template(path = "accounts/sign_ins/teams.html")]
struct TeamsPage<'a> {
    ui: &'a Ui,
    lines: Vec<Line>,
    pager: Pager,
    only_refused: bool,
}

pub(super) async fn own(me: SignedIn, Query(wanted): Query<Wanted>) -> Answer {
    let page = wanted.page.max(1);
    let mut tx = me.ui.app.db().read().await?;
    let entries = sql::of_account(&mut tx, me.account.id, pager::span(page, PER_PAGE)).await?;
    let (entries, pager) = pager::shown(page, PER_PAGE, entries, |page| format!("{OWN}?page={page}"));
    page::show(&OwnPage { ui: &me.ui, lines: lines(&me.ui, &entries), pager })
}

/// Colleagues' comings and goings: that they were looked at stands in the trail.
pub(super) async fn of_teams(may: May<ReadAudit>, Query(wanted): Query<Wanted>) -> Answer {
    let (page, only_refused) = (wanted.page.max(1), wanted.refus.is_some());
    let mut tx = may.app().db().begin().await?;
    let entries = sql::of_teams(&mut tx, may.id(), only_refused, pager::span(page, PER_PAGE)).await?;
    let (subject, now) = (Subject::list(Kind::SignIns), may.app().clock().now());
    audit::note(&mut tx, may.who(), Action::Listed, subject, Some(may.site()?), now).await?;
    tx.commit().await?;
    let kept = if only_refused { "&refus=oui" } else { "" };
    let at = |page: u16| format!("{TEAMS}?page={page}{kept}");
    let (entries, pager) = pager::shown(page, PER_PAGE, entries, at);
    page::show(&TeamsPage { ui: &may.ui, lines: lines(&may.ui, &entries), pager, only_refused })
}

/// The last of somebody's own, for « Mon compte ».
///
/// # Errors
/// The store's.
pub(in crate::accounts) async fn latest(
    tx: &mut Tx,
    ui: &Ui,
    account: AccountId,
) -> Result<Vec<Line>, DbError> {
    let entries = sql::of_account(tx, account, (0, LATEST)).await?;
    Ok(lines(ui, &entries))
}

fn lines(ui: &Ui, entries: &[Entry]) -> Vec<Line> {
    entries.iter().map(|entry| line(ui, entry)).collect()
}

fn line(ui: &Ui, entry: &Entry) -> Line {
    Line {
        moment: dates::moment(entry.at, ui.lang),
        who: entry.account_name.clone().unwrap_or_else(|| ui.frame().door_nobody()),
        what: labels::what(entry, ui),
        way: labels::way(entry, ui),
        whence: labels::whence(entry, ui),
        times: entry.times,
        is_refused: labels::is_refused(entry),
    }
}
