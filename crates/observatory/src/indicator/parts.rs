//! The page's sections, ready to be shown.

use care::caseload::Outcome;
use care::figures::{Figures, Load, Source, Step};
use care::referral::DeclineReason;
use kernel::Lang;
use kernel::coded::Coded;
use measure::{Shown, Waits};

use super::changes::{self, ChangeTold};
use super::counts::Counts;
use super::labels;
use super::table::{self, Row};
use crate::words::Words;

/// Everything the figures say, to the team or to be published.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) screened: String,
    pub(super) funnel: Vec<Row>,
    pub(super) standing: Vec<Row>,
    pub(super) waits: Vec<(&'static str, String)>,
    /// The team's only: they overlap other counts by a few persons.
    pub(super) wait_charts: Vec<(String, Vec<Row>)>,
    pub(super) sources: Vec<Row>,
    pub(super) not_accompanied: Vec<Row>,
    pub(super) decline_reasons: Vec<Row>,
    pub(super) outcomes: Vec<Row>,
    /// Connections, not persons: the team's only.
    pub(super) lost_connections: Vec<(String, u32)>,
    pub(super) loads: Vec<Load>,
    pub(super) changes: Vec<ChangeTold>,
}

impl Told {
    /// Exact, for those who open the files.
    pub(super) fn to_team(figures: &Figures, w: &Words, lang: Lang) -> Told {
        let told = Told::of(figures, &Counts::exact(figures), &changes::TO_TEAM, w, lang);
        Told {
            lost_connections: lost_connections(figures, w, lang),
            loads: figures.loads.clone(),
            wait_charts: wait_charts(figures, w),
            ..told
        }
    }

    /// What may be published.
    pub(super) fn published(figures: &Figures, w: &Words, lang: Lang) -> Told {
        Told::of(figures, &Counts::published(figures), &changes::PUBLISHED, w, lang)
    }

    fn of(figures: &Figures, counts: &Counts, seen: &changes::Seen, w: &Words, lang: Lang) -> Told {
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
            loads: Vec::new(),
            changes: changes::comparable(&figures.changes)
                .map(|change| changes::told(change, seen, w, lang))
                .collect(),
        }
    }

    /// The table to take away: section, label, value, share.
    pub(super) fn table(&self, w: &Words) -> Vec<[String; 4]> {
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
        table
    }
}

/// `(definition, sentence)`; of fewer than eleven persons a wait would be somebody's.
fn waits(figures: &Figures, w: &Words) -> Vec<(&'static str, String)> {
    let said = |waits: Waits| w.indicator_wait(waits.median, waits.nine_of_ten);
    let sentence = |label: String, waits: Option<Waits>| {
        let shown = waits.map_or(Shown::Hidden, |waits| Shown::among(waits.persons, waits));
        format!("{label} {}", shown.value().map_or_else(|| w.indicator_wait_too_few(), said))
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
    charts.map(|(title, classes)| (title, table::wait_classes(classes, w))).collect()
}

fn lost_connections(figures: &Figures, w: &Words, lang: Lang) -> Vec<(String, u32)> {
    let care = care::words::words(lang);
    let lost = &figures.lost_connections;
    let declined = DeclineReason::all().zip(lost.declined);
    let dropped = DeclineReason::all().zip(lost.dropped);
    declined
        .map(|(reason, count)| (w.indicator_lost_declined(reason.label(care)), count))
        .chain([(w.indicator_lost_expired(), lost.expired)])
        .chain(dropped.map(|(reason, count)| (w.indicator_lost_dropped(reason.label(care)), count)))
        .filter(|(_, count)| *count > 0)
        .collect()
}
