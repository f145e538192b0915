//! « Doublons »: the pairs to look at, the likeliest first, and what was decided.

use askama::Template;
use kernel::coded::Coded;
use kernel::id::DuplicateId;
use platform::web::may::{May, VerifyDirectory};
use platform::web::page::{self, Answer};
use platform::web::{Nope, Query, Ui};
use serde::Deserialize;

use super::saying;
use crate::duplicate::compare::Scales;
use crate::duplicate::entry::Kind;
use crate::duplicate::model::Pair;
use crate::duplicate::sql::{self, Compared, Wanted};
use crate::words::{Words, words};

pub(super) const PATH: &str = "/annuaire/doublons";
const PER_PAGE: i64 = 25;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::duplicate) struct Asked {
    /// Of what: organizations, if nothing is said.
    sorte: String,
    etat: String,
    departement: String,
    page: u16,
    /// The pair decided just before.
    fait: String,
}

#[derive(Template)]
#[template(path = "duplicate/pages/list.html")]
struct ListPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    kind: Kind,
    kinds: [Choice; 2],
    state: &'static str,
    departement: String,
    departements: Vec<Choice>,
    rows: Vec<Row>,
    /// What was done just before, and where to undo it.
    done: Option<(String, String)>,
    total: i64,
    page: u16,
}

/// One line of a drop-down list.
struct Choice {
    code: String,
    label: String,
    is_chosen: bool,
}

struct Row {
    href: String,
    names: [String; 2],
    whereabouts: [String; 2],
    score: String,
    reasons: String,
    decision: Option<String>,
}

pub(in crate::duplicate) async fn show(may: May<VerifyDirectory>, Query(asked): Query<Asked>) -> Answer {
    let scales = Scales::shipped().map_err(|error| Nope::Broken(error.to_string()))?;
    let state = STATES.into_iter().find(|code| *code == asked.etat).unwrap_or("proposed");
    let kind = Kind::from_code(&asked.sorte).unwrap_or(Kind::Organization);
    let number = asked.page.max(1);
    let offset = i64::from(number - 1) * PER_PAGE;
    let asked_for = departement_code(&asked.departement);
    let departement = Some(asked_for).filter(|code| !code.is_empty());
    let mut tx = may.app().db().read().await?;
    let counts = sql::counts(&mut tx, state).await?;
    let rows = sql::page(&mut tx, Wanted { kind, state, departement }, offset, PER_PAGE).await?;
    let done = match asked.fait.parse() {
        Ok(id) => sql::find(&mut tx, id).await?,
        Err(_) => None,
    };
    drop(tx);
    let (ui, w) = (&may.ui, words(may.lang));
    let told = |compared: &Compared| {
        Some((saying::decision(compared, w, ui.lang)?, address(compared.pair.id, asked_for)))
    };
    let kinds = kinds(&counts, kind, w);
    let counts = of(counts, kind);
    let wanted = |(code, _): &&(Option<String>, i64)| departement.is_none() || code.as_deref() == departement;
    page::show(&ListPage {
        kind,
        kinds,
        state,
        total: counts.iter().filter(wanted).map(|(_, count)| count).sum(),
        departements: choices(&counts, asked_for),
        rows: rows.iter().map(|compared| row(compared, scales, ui, asked_for)).collect(),
        done: done.as_ref().and_then(told),
        departement: asked_for.to_owned(),
        page: number,
        ui,
        w,
    })
}

const STATES: [&str; 3] = ["proposed", "same", "different"];

/// A département's code as an address may hold it; of anything else, nothing.
pub(super) fn departement_code(typed: &str) -> &str {
    let is_code = typed.len() <= 3 && typed.chars().all(|c| c.is_ascii_alphanumeric());
    if is_code { typed } else { "" }
}

/// A pair's page, which knows the list it was opened from.
pub(super) fn address(id: DuplicateId, departement: &str) -> String {
    let back = if departement.is_empty() { String::new() } else { format!("?departement={departement}") };
    format!("{PATH}/{id}{back}")
}

/// The list of a kind.
pub(super) fn of_kind(kind: Kind, departement: &str) -> String {
    format!("{PATH}?{}", query(kind, departement))
}

/// The list after a decision, which says what was decided.
pub(super) fn after(pair: &Pair, departement: &str) -> String {
    format!("{PATH}?fait={}&{}", pair.id, query(pair.kind, departement))
}

fn query(kind: Kind, departement: &str) -> String {
    format!("sorte={}&departement={departement}", kind.code())
}

/// How many pairs of each kind, in any département.
fn kinds(counts: &[(String, Option<String>, i64)], chosen: Kind, w: &Words) -> [Choice; 2] {
    [(Kind::Organization, w.duplicate_organizations()), (Kind::Resource, w.duplicate_resources())].map(
        |(kind, name)| {
            let of_kind = counts.iter().filter(|(code, _, _)| code == kind.code());
            let count: i64 = of_kind.map(|(_, _, count)| count).sum();
            let label = format!("{name}\u{a0}: {count}");
            Choice { code: kind.code().to_owned(), label, is_chosen: kind == chosen }
        },
    )
}

fn of(counts: Vec<(String, Option<String>, i64)>, kind: Kind) -> Vec<(Option<String>, i64)> {
    let of_kind = counts.into_iter().filter(|(code, _, _)| code == kind.code());
    of_kind.map(|(_, departement, count)| (departement, count)).collect()
}

fn choices(counts: &[(Option<String>, i64)], chosen: &str) -> Vec<Choice> {
    let choice = |(code, count): &(Option<String>, i64)| {
        let code = code.clone()?;
        let label = format!("{}\u{a0}: {count}", saying::departement(&code));
        Some(Choice { label, is_chosen: code == chosen, code })
    };
    counts.iter().filter_map(choice).collect()
}

fn row(compared: &Compared, scales: Scales, ui: &Ui, departement: &str) -> Row {
    let w = words(ui.lang);
    let (first, second) = (&compared.first, &compared.second);
    let likeness = &compared.pair.likeness;
    let (reasons, _) = saying::clues(&likeness.clues, scales, ui.lang);
    Row {
        href: address(compared.pair.id, departement),
        names: [first.entry.name().to_owned(), second.entry.name().to_owned()],
        whereabouts: [saying::whereabouts(first), saying::whereabouts(second)],
        score: saying::score(likeness.score, scales.weights, w),
        reasons: reasons.join(" · "),
        decision: saying::decision(compared, w, ui.lang),
    }
}

impl ListPage<'_> {
    /// The three lists, and which is shown.
    fn states(&self) -> [(&'static str, String, bool); 3] {
        let [proposed, same, different] = STATES;
        let name = |state, label| (state, label, state == self.state);
        [
            name(proposed, self.w.duplicate_state_proposed()),
            name(same, self.w.duplicate_state_same()),
            name(different, self.w.duplicate_state_different()),
        ]
    }

    fn previous(&self) -> Option<String> {
        (self.page > 1).then(|| self.numbered(self.page - 1))
    }

    fn next(&self) -> Option<String> {
        let shown = i64::from(self.page) * PER_PAGE;
        (shown < self.total).then(|| self.numbered(self.page.saturating_add(1)))
    }

    fn numbered(&self, page: u16) -> String {
        format!("{PATH}?{}&etat={}&page={page}", query(self.kind, &self.departement), self.state)
    }
}
