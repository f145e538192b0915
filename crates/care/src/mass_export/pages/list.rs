//! `/donnees/emporter`: asking for the files of a team, and what became of each request.

use askama::Template;
use jiff::Timestamp;
use kernel::id::SiteId;
use kernel::role::Role;
use kernel::text::{TextError, bounded};
use platform::db::Tx;
use platform::web::may::{AnswerForData, May};
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Problems, Ui, once};
use serde::Deserialize;

use crate::act::Acting;
use crate::mass_export::HERE;
use crate::mass_export::acts;
use crate::mass_export::model::MassExport;
use crate::mass_export::sql;
use crate::takes_two::{LONGEST_REASON, State, Told};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "mass_export/pages/list.html")]
struct ListPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    /// Where this account may ask; none for who opens no file.
    teams: Vec<(String, String)>,
    site: String,
    reason: String,
    problems: Problems,
    lines: Vec<Line>,
}

/// A request as its reader sees it.
struct Line {
    export: MassExport,
    team: String,
    told: Told,
    may_decide: bool,
    may_take: bool,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(in crate::mass_export) struct Typed {
    once: String,
    site: String,
    reason: String,
}

pub(in crate::mass_export) async fn show(may: May<AnswerForData>) -> Answer {
    page::show(&listed(&may, Typed::default(), Problems::default()).await?)
}

pub(in crate::mass_export) async fn ask(may: May<AnswerForData>, Form(typed): Form<Typed>) -> Answer {
    let w = words(may.lang);
    // An administrator opens no file, and so takes none away.
    let site = chosen(&may, &typed.site).ok_or(Nope::NotFound)?;
    let mut problems = Problems::default();
    let reason = problems.keep("reason", bounded(&typed.reason, LONGEST_REASON), |error| match error {
        TextError::Empty => w.mass_reason_needed(),
        TextError::TooLong(max) => w.text_too_long(i64::try_from(max).unwrap_or_default()),
    });
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &typed.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    if reason.is_some() && acts::deciders(&mut tx, site, may.id()).await?.is_empty() {
        problems.add("reason", w.mass_nobody_else());
    }
    let Some(reason) = reason.filter(|_| problems.is_empty()) else {
        drop(tx);
        return page::with_problems(&listed(&may, typed, problems).await?);
    };
    acts::ask(&mut tx, &acting, site, reason).await?;
    once::commit(tx, &typed.once, Some(may.id()), HERE, acting.now).await
}

/// The one team there is, or the one that was chosen.
fn chosen(may: &May<AnswerForData>, typed: &str) -> Option<SiteId> {
    let teams: Vec<SiteId> = coordinated(may).map(|(site, _)| site).collect();
    match teams.as_slice() {
        [one] => Some(*one),
        several => several.iter().find(|site| site.to_string() == typed).copied(),
    }
}

/// Teams whose files this account opens.
fn coordinated(may: &May<AnswerForData>) -> impl Iterator<Item = (SiteId, String)> + '_ {
    let all = may.memberships().filter(|membership| membership.role == Role::Coordinator);
    all.map(|membership| (membership.site_id, membership.site_name.clone()))
}

async fn listed(may: &May<AnswerForData>, typed: Typed, problems: Problems) -> Result<ListPage<'_>, Nope> {
    let now = may.app().clock().now();
    let mut tx = may.app().db().read().await?;
    let mut lines = Vec::new();
    for membership in may.memberships() {
        for export in sql::of_site(&mut tx, membership.site_id).await? {
            lines.push(line(&mut tx, may, (export, &membership.site_name), now).await?);
        }
    }
    // Whoever is coordinator and administrator of a team has two memberships there.
    lines.sort_by(|one, other| {
        (other.export.request.asked_at, other.export.id).cmp(&(one.export.request.asked_at, one.export.id))
    });
    lines.dedup_by(|one, other| one.export.id == other.export.id);
    let teams = coordinated(may).map(|(site, name)| (site.to_string(), name)).collect();
    let Typed { site, reason, .. } = typed;
    Ok(ListPage { ui: &may.ui, w: words(may.lang), teams, site, reason, problems, lines })
}

async fn line(
    tx: &mut Tx,
    may: &May<AnswerForData>,
    (export, team): (MassExport, &str),
    now: Timestamp,
) -> Result<Line, Nope> {
    let told = Told::of(tx, &export.request, now, may.lang).await?;
    let request = &export.request;
    Ok(Line {
        told,
        team: team.to_owned(),
        may_decide: request.state(now) == State::Asked && request.asked_by != may.id(),
        may_take: request.may_be_taken(may.id(), now) && may.is_at(Role::Coordinator, export.site),
        export,
    })
}
