//! The rows of the page and of the table to take away.

use care::figures::{Step, WAITED};
use kernel::coded::Coded;
use measure::Shown;

use super::counts::Counts;
use super::labels;
use crate::words::Words;

/// A count with its label, and its share of what it is a part of.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// Of its definition on the page.
    pub(crate) code: &'static str,
    pub(crate) label: String,
    pub(crate) shown: Shown,
    pub(crate) count: String,
    pub(crate) share: Option<String>,
    /// Length of its bar, of 100; none when the count is hidden.
    pub(crate) bar: Option<u32>,
}

impl Row {
    fn new(code: &'static str, label: String, shown: Shown, whole: Shown, w: &Words) -> Row {
        Row {
            code,
            label,
            shown,
            count: labels::count(shown, w),
            share: labels::share(shown, whole, w),
            bar: bar(shown, whole),
        }
    }

    pub(crate) fn is_nobody(&self) -> bool {
        self.shown == Shown::Value(0)
    }
}

/// A count that is no part of another.
pub(crate) fn alone(code: &'static str, label: String, shown: Shown, w: &Words) -> Row {
    Row { share: None, ..Row::new(code, label, shown, shown, w) }
}

/// From the referrals to the sixth participation.
pub(crate) fn funnel(counts: &Counts, w: &Words) -> Vec<Row> {
    let [all, ..] = counts.funnel;
    Step::all()
        .zip(counts.funnel)
        .map(|(step, shown)| Row::new(step.code(), labels::step(step, w), shown, all, w))
        .collect()
}

/// How courses of support stand: settled, closed, going on, of those accompanied.
pub(crate) fn standing(counts: &Counts, w: &Words) -> Vec<Row> {
    let [_, accompanied, ..] = counts.funnel;
    let row = |code, label, shown| Row::new(code, label, shown, accompanied, w);
    let settled = counts.settled.map(|shown| row("settled", w.indicator_settled(), shown));
    let rest =
        [row("closed", w.indicator_closed(), counts.closed), row("open", w.indicator_open(), counts.open)];
    settled.into_iter().chain(rest).collect()
}

/// Referrals that led to no course of support.
pub(crate) fn not_accompanied(counts: &Counts, w: &Words) -> Vec<Row> {
    let [all, ..] = counts.funnel;
    let row = |code, label, shown| Row::new(code, label, shown, all, w);
    vec![
        row("declined", w.indicator_declined(), counts.declined),
        row("withdrawn", w.indicator_withdrawn(), counts.withdrawn),
        row("waiting", w.indicator_waiting(), counts.waiting),
    ]
}

/// By how long somebody waited.
pub(crate) fn wait_classes<const N: usize>(code: &'static str, classes: [u32; N], w: &Words) -> Vec<Row> {
    let [first, .., last] = WAITED;
    let between = WAITED.windows(2).filter_map(|bounds| match bounds {
        [before, last] => Some(w.indicator_wait_between(before.saturating_add(1), *last)),
        _ => None,
    });
    let labels = [w.indicator_wait_up_to(first)].into_iter().chain(between);
    let labels = labels.chain([w.indicator_wait_longer(last)]);
    exact(code, labels.zip(classes), w)
}

/// Counts that are all of a whole, to the team.
pub(crate) fn exact(
    code: &'static str,
    counts: impl IntoIterator<Item = (String, u32)>,
    w: &Words,
) -> Vec<Row> {
    let counts: Vec<(String, u32)> = counts.into_iter().collect();
    let whole = Shown::Value(counts.iter().map(|(_, count)| count).sum());
    counts.into_iter().map(|(label, count)| Row::new(code, label, Shown::Value(count), whole, w)).collect()
}

/// The parts of a whole under their labels, without the ones of nobody; one line where none may be shown.
pub(crate) fn parts<const N: usize>(
    code: &'static str,
    labels: impl Iterator<Item = String>,
    shown: [Shown; N],
    whole: Shown,
    w: &Words,
) -> Vec<Row> {
    if shown.iter().all(|shown| *shown == Shown::Hidden) {
        return vec![Row::new(code, w.indicator_parts(), Shown::Hidden, whole, w)];
    }
    let rows = labels.zip(shown).map(|(label, shown)| Row::new(code, label, shown, whole, w));
    rows.filter(|row| !row.is_nobody()).collect()
}

fn bar(part: Shown, whole: Shown) -> Option<u32> {
    let (part, whole) = (part.value()?, whole.value()?);
    part.saturating_mul(100).checked_div(whole)
}
