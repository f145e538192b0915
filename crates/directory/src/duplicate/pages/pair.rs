//! One pair: both entries line by line, why they may be one, and what to say about it.

use askama::Template;
use kernel::id::DuplicateId;
use kernel::text::fold;
use platform::db::{DbError, Tx};
use platform::web::may::{May, VerifyDirectory};
use platform::web::page::{self, Answer};
use platform::web::{Nope, Path, Query, Ui, dates};
use serde::Deserialize;

use super::saying;
use crate::duplicate::compare::Scales;
use crate::duplicate::model::State;
use crate::duplicate::rules;
use crate::duplicate::sql::{self, Compared, Side};
use crate::organization::Organization;
use crate::resource::{self, said};
use crate::words::{Words, words};
use crate::{address, facts};

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

/// One thing both entries may say.
struct Line {
    label: String,
    said: [String; 2],
    differs: bool,
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
    let (reasons_for, reasons_against) = saying::clues(&compared.pair.likeness.clues, scales, ui.lang);
    page::show(&PairPage {
        id,
        seen: seen(&compared),
        departement: super::list::departement_code(&arrival.departement).to_owned(),
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
    let (first, second) = (&compared.first.organization, &compared.second.organization);
    let suggested = &rules::suggested(first, second).id;
    [(1, first), (2, second)].map(|(number, entry)| Head {
        title: w.duplicate_entry(number),
        id: entry.id.to_string(),
        name: entry.name.clone(),
        whereabouts: saying::whereabouts(entry),
        href: address::organization(&entry.id),
        is_suggested: entry.id == *suggested,
    })
}

fn lines(compared: &Compared, offered: &[String; 2], ui: &Ui) -> Vec<Line> {
    let w = words(ui.lang);
    let sides = [&compared.first, &compared.second];
    let mut lines = Vec::new();
    let mut add = |label: String, say: &dyn Fn(&Organization) -> String| {
        let said = sides.map(|side: &Side| say(&side.organization));
        let [one, other] = &said;
        if !one.is_empty() || !other.is_empty() {
            lines.push(Line { label, differs: fold(one) != fold(other), said });
        }
    };
    add(w.duplicate_name(), &|entry| entry.name.clone());
    add(w.resource_where(), &|entry| facts::address_lines(&entry.place).join(", "));
    add(w.resource_phone(), &|entry| {
        facts::phone(&entry.contact).map(|phone| phone.spoken).unwrap_or_default()
    });
    add(w.resource_email(), &|entry| {
        entry.contact.email.as_ref().map(|email| email.as_str().to_owned()).unwrap_or_default()
    });
    add(w.organization_website(), &|entry| {
        entry.website.as_ref().map(ToString::to_string).unwrap_or_default()
    });
    add("SIRET".to_owned(), &|entry| entry.siret.clone().unwrap_or_default());
    add(w.organization_hours(), &|entry| hours(entry, ui));
    add(w.duplicate_description(), &|entry| shortened(entry.description.as_deref().unwrap_or_default()));
    add(w.organization_offers(), &|entry| {
        let [one, other] = offered;
        if entry.id == compared.pair.first { one.clone() } else { other.clone() }
    });
    add(w.duplicate_source(), &|entry| {
        w.resource_updated(dates::plain(entry.updated_on, ui.lang), entry.source.as_str())
    });
    lines
}

fn hours(entry: &Organization, ui: &Ui) -> String {
    let text = entry.opening_hours.as_deref();
    text.map(|text| said::hours_in_words(text, ui.lang)).unwrap_or_default()
}

/// Enough to tell two entries apart.
fn shortened(text: &str) -> String {
    const LETTERS: usize = 240;
    match text.char_indices().nth(LETTERS) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// The names of what it offers itself, the first few.
async fn offered_by(tx: &mut Tx, side: &Side) -> Result<String, DbError> {
    const MOST: usize = 5;
    let rows = resource::offered_by(tx, side.organization.id.as_str()).await?;
    let mut names = Vec::new();
    for row in rows.iter().take(MOST) {
        names.push(row.read()?.name);
    }
    if rows.len() > MOST {
        names.push("…".to_owned());
    }
    Ok(names.join(", "))
}
