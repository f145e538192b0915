//! The sections, ready to be shown.

use care::caseload::Outcome;
use care::figures::{Change, Figures, Load, Source, Step};
use care::referral::DeclineReason;
use kernel::Lang;
use kernel::coded::Coded;
use measure::{Shown, Waits};

use super::allowed::Allowed;
use super::changes::{self, ChangeTold};
use super::counts::Counts;
use super::definitions::definitions;
use super::groups::{self, GroupTable};
use super::labels;
use super::numbers::Numbers;
use super::table::{self, Row};
use crate::words::Words;

/// Everything the figures say, to the team or to be published.
#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) screened: String,
    pub(crate) funnel: Vec<Row>,
    pub(crate) standing: Vec<Row>,
    pub(crate) waits: Vec<(&'static str, String)>,
    /// The team's only: they overlap other counts by a few persons.
    pub(crate) wait_charts: Vec<(String, Vec<Row>)>,
    pub(crate) sources: Vec<Row>,
    pub(crate) not_accompanied: Vec<Row>,
    pub(crate) decline_reasons: Vec<Row>,
    pub(crate) outcomes: Vec<Row>,
    /// Connections, not persons: the team's only.
    pub(crate) lost_connections: Vec<Row>,
    /// How long organizations took to answer, in words and by classes; connections too.
    pub(crate) answers: Option<(String, Vec<Row>)>,
    pub(crate) loads: Vec<Load>,
    pub(crate) changes: Vec<ChangeTold>,
    /// Said where there is none.
    pub(crate) no_change: String,
    pub(crate) groups: Vec<GroupTable>,
}

/// Numbers that only the team sees.
const TEAMS_OWN: [&str; 3] = ["settled", "lost", "answers"];

impl Told {
    /// Exact, for those who open the files.
    pub(crate) fn to_team(numbers: &Numbers, w: &Words, lang: Lang) -> Told {
        let figures = &numbers.all;
        let told = Told::of(figures, &Counts::exact(figures), w, lang);
        Told {
            lost_connections: lost_connections(figures, w, lang),
            loads: figures.loads.clone(),
            wait_charts: wait_charts(figures, w),
            answers: answers(figures, w),
            changes: added_up(figures).map(|change| changes::to_team(change, w, lang)).collect(),
            groups: groups::to_team(numbers, w, lang),
            ..told
        }
    }

    /// What may leave the team.
    pub(crate) fn published(numbers: &Numbers, allowed: &Allowed, w: &Words, lang: Lang) -> Told {
        let is_told = |change: &&Change| allowed.changes.contains(&change.instrument.code);
        let changes = added_up(&numbers.all).filter(is_told);
        let told = Told::of(&numbers.all, &allowed.counts, w, lang);
        let is_kept_back = added_up(&numbers.all).next().is_some();
        Told {
            no_change: if is_kept_back { w.indicator_change_kept_back() } else { told.no_change },
            changes: changes
                .map(|change| changes::published(change, allowed.tells_enrolled, w, lang))
                .collect(),
            groups: groups::published(numbers, &allowed.groups, w, lang),
            ..told
        }
    }

    /// What both say: counts.
    fn of(figures: &Figures, counts: &Counts, w: &Words, lang: Lang) -> Told {
        let care = care::words::words(lang);
        let reasons = DeclineReason::all().map(|reason| reason.label(care));
        let outcomes = Outcome::all().map(|outcome| outcome.label(care));
        let [all, ..] = counts.funnel;
        let sources = Source::all().map(|source| labels::source(source, w));
        Told {
            screened: labels::count(counts.screened, w),
            funnel: table::funnel(counts, w),
            standing: table::standing(counts, w),
            waits: waits(figures, w),
            wait_charts: Vec::new(),
            sources: table::parts("source", sources, counts.sources, all, w),
            not_accompanied: table::not_accompanied(counts, w),
            decline_reasons: table::parts("declined", reasons, counts.decline_reasons, counts.declined, w),
            outcomes: table::parts("closed", outcomes, counts.outcomes, counts.closed, w),
            lost_connections: Vec::new(),
            answers: None,
            loads: Vec::new(),
            changes: Vec::new(),
            no_change: w.indicator_no_change(),
            groups: Vec::new(),
        }
    }

    /// How each number told here is counted: `(code, term, definition)`.
    pub(crate) fn definitions(&self, w: &Words) -> Vec<(&'static str, String, String)> {
        let is_exact = self.standing.iter().any(|row| row.code == "settled");
        let is_told = |code: &str| match code {
            "load" => !self.loads.is_empty(),
            code => is_exact || !TEAMS_OWN.contains(&code),
        };
        definitions(w).into_iter().filter(|(code, ..)| is_told(code)).collect()
    }

    /// The table to take away: section, label, value, share.
    pub(crate) fn table(&self, w: &Words) -> Vec<[String; 4]> {
        let row = |section: String, label: String, count: String, share: Option<String>| {
            [section, label, count, share.unwrap_or_default()]
        };
        let mut table =
            vec![row(w.indicator_screened(), w.indicator_screened(), self.screened.clone(), None)];
        let sections = [
            (w.indicator_path(), &self.funnel),
            (w.indicator_standing(), &self.standing),
            (w.indicator_sources(), &self.sources),
            (w.indicator_not_accompanied(), &self.not_accompanied),
            (w.indicator_decline_reasons(), &self.decline_reasons),
            (w.indicator_outcomes(), &self.outcomes),
        ];
        for (section, rows) in sections {
            table
                .extend(rows.iter().map(|one| {
                    row(section.clone(), one.label.clone(), one.count.clone(), one.share.clone())
                }));
        }
        table.extend(
            self.waits.iter().map(|(_, said)| row(w.indicator_waits(), said.clone(), String::new(), None)),
        );
        for change in &self.changes {
            let said = |text: &String| row(change.title.clone(), text.clone(), String::new(), None);
            table.push(said(&change.headline));
            let counts = change.rows.iter();
            table.extend(
                counts.map(|(label, count)| row(change.title.clone(), label.clone(), count.clone(), None)),
            );
            table.extend(change.notes.iter().map(said));
        }
        for by in &self.groups {
            let lines = by.rows.iter().flat_map(|one| by.cells(one).map(move |cell| (&one.label, cell)));
            table.extend(lines.map(|(label, (head, cell))| {
                row(by.title.clone(), w.indicator_csv_group(label, head), cell.clone(), None)
            }));
        }
        table
    }
}

/// `(definition, sentence)`; of fewer than eleven persons a wait would be somebody's.
fn waits(figures: &Figures, w: &Words) -> Vec<(&'static str, String)> {
    let said = |waits: Waits| w.indicator_wait(waits.median, waits.nine_of_ten);
    let sentence = |label: String, waits: Option<Waits>| {
        let shown = waits.map_or(Shown::Hidden, |waits| Shown::among(waits.persons, waits));
        w.indicator_wait_said(label, shown.value().map_or_else(|| w.indicator_wait_too_few(), said))
    };
    if figures.step(Step::Referred) == 0 {
        return Vec::new();
    }
    vec![
        ("first-contact", sentence(w.indicator_wait_contact(), figures.to_first_contact)),
        ("first-time", sentence(w.indicator_wait_participation(), figures.to_first_participation)),
    ]
}

/// How many waited so long; nothing of nobody.
fn wait_charts(figures: &Figures, w: &Words) -> Vec<(String, Vec<Row>)> {
    let charts = [
        (w.indicator_wait_contact(), figures.contact_waits),
        (w.indicator_wait_participation(), figures.participation_waits),
    ];
    let charts = charts.into_iter().filter(|(_, classes)| classes.iter().any(|count| *count > 0));
    charts.map(|(title, classes)| (title, table::wait_classes("waits", classes, w))).collect()
}

/// Everybody words their own goals in their own way.
fn added_up(figures: &Figures) -> impl Iterator<Item = &Change> {
    figures.changes.iter().filter(|change| !change.instrument.asks_for_own_words())
}

/// None where nobody was asked, or nobody answered yet.
fn answers(figures: &Figures, w: &Words) -> Option<(String, Vec<Row>)> {
    let waits = figures.to_answer?;
    let said = w.indicator_answered(waits.persons, waits.median, waits.nine_of_ten);
    Some((said, table::wait_classes("answers", figures.answer_waits, w)))
}

/// Where a place was asked for in vain, the most frequent reason first.
fn lost_connections(figures: &Figures, w: &Words, lang: Lang) -> Vec<Row> {
    let care = care::words::words(lang);
    let lost = &figures.lost_connections;
    let declined = DeclineReason::all().zip(lost.declined);
    let dropped = DeclineReason::all().zip(lost.dropped);
    let mut all: Vec<(String, u32)> = declined
        .map(|(reason, count)| (w.indicator_lost_declined(reason.label(care)), count))
        .chain([(w.indicator_lost_expired(), lost.expired)])
        .chain(dropped.map(|(reason, count)| (w.indicator_lost_dropped(reason.label(care)), count)))
        .filter(|(_, count)| *count > 0)
        .collect();
    all.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    table::exact("lost", all, w)
}
