//! One pair: both entries line by line, why they may be one, and what to say about it.

use askama::Template;
use kernel::id::DuplicateId;
use platform::db::{DbError, Tx};
use platform::web::may::{May, VerifyDirectory};
use platform::web::page::{self, Answer};
use platform::web::{Nope, Path, Query, Ui};
use serde::Deserialize;

use super::lines::{Line, lines};
use super::{list, saying};
use crate::duplicate::compare::Scales;
use crate::duplicate::entry::{Entry, Kind};
use crate::duplicate::model::State;
use crate::duplicate::rules;
use crate::duplicate::sql::{self, Compared, Side};
use crate::resource;
use crate::words::{Words, words};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::duplicate) struct Arrival {
    departement: String,
}

#[derive(Template)]
#[template(path = "duplicate/pages/pair.html")]
struct PairPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    id: DuplicateId,
    seen: String,
    departement: String,
    /// The list it is on.
    back: String,
    question: String,
    stays_hint: String,
    two_hint: String,
    sides: [Head; 2],
    lines: Vec<Line>,
    score: String,
    reasons_for: Vec<String>,
    reasons_against: Vec<String>,
    decision: Option<String>,
    can_decide: bool,
}

/// The top of a column.
struct Head {
    /// « Fiche 1 ».
    title: String,
    id: String,
    name: String,
    whereabouts: String,
    href: String,
    is_suggested: bool,
}

pub(in crate::duplicate) async fn show(
    may: May<VerifyDirectory>,
    Path(id): Path<DuplicateId>,
    Query(arrival): Query<Arrival>,
) -> Answer {
    let scales = Scales::shipped().map_err(|error| Nope::Broken(error.to_string()))?;
    let mut tx = may.app().db().read().await?;
    let compared = sql::find(&mut tx, id).await?.ok_or(Nope::NotFound)?;
    let offered = [offered_by(&mut tx, &compared.first).await?, offered_by(&mut tx, &compared.second).await?];
    drop(tx);
    let (ui, w) = (&may.ui, words(may.lang));
    let (kind, departement) = (compared.pair.kind, list::departement_code(&arrival.departement));
    let say = |of_organizations: fn(&Words) -> String, of_resources: fn(&Words) -> String| match kind {
        Kind::Organization => of_organizations(w),
        Kind::Resource => of_resources(w),
    };
    let (reasons_for, reasons_against) = saying::clues(&compared.pair.likeness.clues, scales, ui.lang);
    page::show(&PairPage {
        id,
        seen: seen(&compared),
        departement: departement.to_owned(),
        back: list::of_kind(kind, departement),
        question: say(Words::duplicate_question, Words::duplicate_question_resource),
        stays_hint: say(Words::duplicate_which_stays_hint, Words::duplicate_which_stays_hint_resource),
        two_hint: say(Words::duplicate_two_hint, Words::duplicate_two_hint_resource),
        sides: heads(&compared, w),
        lines: lines(&compared, &offered, ui),
        score: saying::score(compared.pair.likeness.score, scales.weights, w),
        reasons_for,
        reasons_against,
        decision: saying::decision(&compared, w, ui.lang),
        can_decide: compared.pair.state == State::Proposed
            && compared.first.stands()
            && compared.second.stands(),
        ui,
        w,
    })
}

/// What a decision was made on: the pair's version and both entries as they were shown.
pub(super) fn seen(compared: &Compared) -> String {
    let Compared { pair, first, second, .. } = compared;
    format!("{} {} {}", pair.version, first.fingerprint, second.fingerprint)
}

fn heads(compared: &Compared, w: &Words) -> [Head; 2] {
    let suggested = rules::suggested(&compared.first.entry, &compared.second.entry).id();
    [(1, &compared.first), (2, &compared.second)].map(|(number, side)| Head {
        title: w.duplicate_entry(number),
        id: side.entry.id().to_string(),
        name: side.entry.name().to_owned(),
        whereabouts: saying::whereabouts(side),
        href: saying::href(&side.entry),
        is_suggested: side.entry.id() == suggested,
    })
}

/// The names of what an organization offers itself, the first few.
async fn offered_by(tx: &mut Tx, side: &Side) -> Result<String, DbError> {
    const MOST: usize = 5;
    let Entry::Organization(organization) = &side.entry else { return Ok(String::new()) };
    let rows = resource::offered_by(tx, organization.id.as_str()).await?;
    let mut names = Vec::new();
    for row in rows.iter().take(MOST) {
        names.push(row.read()?.name);
    }
    if rows.len() > MOST {
        names.push("…".to_owned());
    }
    Ok(names.join(", "))
}
