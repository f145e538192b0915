//! What becomes of different groups, always beside the total.

use care::figures::{AgeClass, Dimension, Group, Part, Step};
use care::person::Civility;
use directory::gazetteer::Gazetteer;
use kernel::Lang;
use kernel::coded::Coded;
use measure::small_numbers::Pooling;
use measure::{ChangeSummary, Shown, Verdict, Waits};

use super::labels;
use super::numbers::Numbers;
use crate::words::Words;

/// One dimension: the total first, then its groups.
#[derive(Clone, Debug)]
pub(crate) struct GroupTable {
    pub(crate) title: String,
    pub(crate) heads: Vec<String>,
    pub(crate) rows: Vec<GroupRow>,
}

impl GroupTable {
    /// `(head, cell)` of a row.
    pub(crate) fn cells<'a>(&'a self, row: &'a GroupRow) -> impl Iterator<Item = (&'a String, &'a String)> {
        self.heads.iter().skip(1).zip(&row.cells)
    }
}

#[derive(Clone, Debug)]
pub(crate) struct GroupRow {
    pub(crate) label: String,
    /// As many as there are heads, the one of the labels left out.
    pub(crate) cells: Vec<String>,
}

/// The columns of counts; each has its share of those referred.
const TO_TEAM: [Step; 4] = [Step::Referred, Step::Reached, Step::Once, Step::ThreeTimes];
const PUBLISHED: [Step; 2] = [Step::Referred, Step::Once];

/// Exact, with waits and changes where any group has some.
pub(super) fn to_team(numbers: &Numbers, w: &Words, lang: Lang) -> Vec<GroupTable> {
    let each = || numbers.groups.iter().flat_map(|(_, groups)| groups);
    let main = numbers.all.main_change().filter(|_| each().any(|group| group.change.is_some()));
    let tells_waits = each().any(|group| group.to_first_contact.is_some());
    let mut heads = heads(&TO_TEAM, w);
    heads.extend(tells_waits.then(|| w.indicator_group_wait()));
    heads.extend(main.map(|change| change.scale.verdict_text(Verdict::Better, lang).to_owned()));
    let cells = |funnel: &[u32; 8], wait: Option<Waits>, change: Option<ChangeSummary>| {
        let mut cells = counted(funnel, &TO_TEAM, w);
        cells.extend(tells_waits.then(|| waited(wait, w)));
        cells.extend(main.map(|_| better(change, w)));
        cells
    };
    let total = GroupRow {
        label: w.indicator_group_all(),
        cells: cells(&numbers.all.funnel, numbers.all.to_first_contact, main.map(|change| change.summary)),
    };
    let table = |(dimension, groups): &(Dimension, Vec<Group>)| {
        let row = |group: &Group| GroupRow {
            label: part(&group.part, w, lang),
            cells: cells(&group.funnel, group.to_first_contact, group.change),
        };
        GroupTable {
            title: title(*dimension, w),
            heads: heads.clone(),
            rows: std::iter::once(total.clone()).chain(groups.iter().map(row)).collect(),
        }
    };
    numbers.groups.iter().filter(|(_, groups)| groups.len() > 1).map(table).collect()
}

/// What may leave the team: small groups told as one, dimensions of too few not at all.
pub(super) fn published(
    numbers: &Numbers,
    told: &[Option<Pooling>],
    w: &Words,
    lang: Lang,
) -> Vec<GroupTable> {
    let table = |((dimension, groups), pooling): (&(Dimension, Vec<Group>), &Option<Pooling>)| {
        let pooling = pooling.as_ref()?;
        let of = |places: &[usize]| places.iter().filter_map(|place| groups.get(*place)).collect::<Vec<_>>();
        let row =
            |label: String, funnel: &[u32; 8]| GroupRow { label, cells: counted(funnel, &PUBLISHED, w) };
        let total = row(w.indicator_group_all(), &numbers.all.funnel);
        let alone =
            of(&pooling.alone).into_iter().map(|group| row(part(&group.part, w, lang), &group.funnel));
        let others = Some(of(&pooling.pooled)).filter(|groups| !groups.is_empty());
        let others = others.map(|groups| row(w.indicator_group_others(), &together(&groups)));
        Some(GroupTable {
            title: title(*dimension, w),
            heads: heads(&PUBLISHED, w),
            rows: std::iter::once(total).chain(alone).chain(others).collect(),
        })
    };
    numbers.groups.iter().zip(told).filter_map(table).collect()
}

fn together(groups: &[&Group]) -> [u32; 8] {
    let mut sums = [0_u32; 8];
    for group in groups {
        for (sum, count) in sums.iter_mut().zip(group.funnel) {
            *sum = sum.saturating_add(count);
        }
    }
    sums
}

fn heads(steps: &[Step], w: &Words) -> Vec<String> {
    std::iter::once(w.indicator_group()).chain(steps.iter().map(|wanted| labels::step(*wanted, w))).collect()
}

/// « 42 », then « 30 · 71 % ».
fn counted(funnel: &[u32; 8], steps: &[Step], w: &Words) -> Vec<String> {
    let [all, ..] = *funnel;
    let count = |wanted: Step| {
        Step::all().zip(funnel).find(|(step, _)| *step == wanted).map_or(0, |(_, count)| *count)
    };
    let cell = |wanted: &Step| {
        let count = count(*wanted);
        let share =
            labels::share(Shown::Value(count), Shown::Value(all), w).filter(|_| *wanted != Step::Referred);
        share.map_or_else(|| count.to_string(), |share| w.indicator_group_count(count, share))
    };
    steps.iter().map(cell).collect()
}

fn waited(wait: Option<Waits>, w: &Words) -> String {
    let shown = wait.map_or(Shown::Hidden, |wait| Shown::among(wait.persons, wait.median));
    shown.value().map_or_else(|| w.indicator_group_too_few(), |days| w.indicator_group_days(days))
}

fn better(change: Option<ChangeSummary>, w: &Words) -> String {
    let share = change.and_then(|change| {
        let share = change.share_improved()?;
        Shown::among(change.measured_twice, (share.value, change.measured_twice)).value()
    });
    share.map_or_else(
        || w.indicator_group_too_few(),
        |(share, twice)| w.indicator_group_share(labels::percent(share, w), twice),
    )
}

fn title(dimension: Dimension, w: &Words) -> String {
    match dimension {
        Dimension::Civility => w.indicator_by_civility(),
        Dimension::Age => w.indicator_by_age(),
        Dimension::Source => w.indicator_by_source(),
        Dimension::Commune => w.indicator_by_commune(),
        Dimension::PriorityArea => w.indicator_by_priority_area(),
        Dimension::DigitalEase => w.indicator_by_digital_ease(),
    }
}

fn part(part: &Part, w: &Words, lang: Lang) -> String {
    let care = care::words::words(lang);
    match part {
        Part::Civility(Some(Civility::Madame)) => w.indicator_group_women(),
        Part::Civility(Some(Civility::Monsieur)) => w.indicator_group_men(),
        Part::Age(Some(AgeClass::Under30)) => w.indicator_group_under_30(),
        Part::Age(Some(AgeClass::To59)) => w.indicator_group_to_59(),
        Part::Age(Some(AgeClass::To74)) => w.indicator_group_to_74(),
        Part::Age(Some(AgeClass::From75)) => w.indicator_group_from_75(),
        Part::Source(source) => labels::source(*source, w),
        Part::Commune(code) => {
            Gazetteer::load().get(code).map_or_else(|| code.to_string(), |commune| commune.name.to_string())
        }
        Part::PriorityArea(Some(one)) => one.label(care),
        Part::DigitalEase(Some(one)) => one.label(care),
        Part::Civility(None) | Part::Age(None) | Part::PriorityArea(None) | Part::DigitalEase(None) => {
            w.indicator_group_unknown()
        }
    }
}
