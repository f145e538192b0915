//! `/equipe/couts/consultations/garder`: what a file would change, and keeping it.

use askama::Template;
use kernel::id::{CaseId, SiteId};
use platform::web::may::{May, ShareTheLoad};
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Ui, once};
use serde::Deserialize;

use super::teams;
use crate::act::Acting;
use crate::cost::file::{Change, Given, Looked, MOST_LINES};
use crate::cost::model::Count;
use crate::cost::{BRING, acts};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "cost/pages/keep.html")]
struct KeepPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    site: SiteId,
    lines: Vec<Line>,
    /// Lines that say nothing new.
    nothing_new: i64,
}

struct Line {
    case: CaseId,
    before: String,
    after: String,
    written: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::cost) struct KeepForm {
    once: String,
    site: String,
    line: Vec<String>,
}

impl KeepPage<'_> {
    fn count(&self) -> i64 {
        i64::try_from(self.lines.len()).unwrap_or_default()
    }
}

/// A file in which nothing is wrong, before it is kept.
pub(super) fn shown(may: &May<ShareTheLoad>, site: SiteId, looked: &Looked) -> Answer {
    let w = words(may.lang);
    let lines = looked.changes.iter().map(|change| line(change, w)).collect();
    let nothing_new = i64::try_from(looked.nothing_new).unwrap_or_default();
    page::show(&KeepPage { ui: &may.ui, w, site, lines, nothing_new })
}

pub(in crate::cost) async fn keep(may: May<ShareTheLoad>, Form(form): Form<KeepForm>) -> Answer {
    let site = teams::chosen(&may, &form.site)?;
    let lines: Option<Vec<Given>> = form.line.iter().map(|line| Given::read(line)).collect();
    let lines =
        lines.filter(|lines| !lines.is_empty() && lines.len() <= MOST_LINES).ok_or(Nope::Unreadable)?;
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &form.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    acts::keep_all(&mut tx, &acting, site, &lines).await?;
    let location = format!("{BRING}?equipe={site}&gardes={}", lines.len());
    once::commit(tx, &form.once, Some(may.id()), &location, acting.now).await
}

fn line(change: &Change, w: &Words) -> Line {
    let Change { given, was, will_be } = change;
    let side = |was: Option<Count>, will_be: Option<Count>| match (was, will_be) {
        (_, None) => "–".to_owned(),
        (Some(was), Some(will_be)) if was.count != will_be.count => {
            w.cost_keep_instead(will_be.count, was.count)
        }
        (_, Some(will_be)) => will_be.count.to_string(),
    };
    Line {
        case: given.case,
        before: side(was.before, will_be.before),
        after: side(was.after, will_be.after),
        written: given.written(),
    }
}
