//! How each figure is counted.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kernel::id::CaseId;
use measure::{ChangeSummary, Instrument, Scale, Waits};

use super::model::{
    Change, ConnectionEnd, Decision, Figures, Found, LostConnections, Path, Source, Step, Taken,
};
use crate::caseload::Outcome;
use crate::referral::model::DeclineReason;

/// First and last value of a scale in one case, either missing where it was not taken.
type Pair = (Option<i64>, Option<i64>);

pub(super) fn figures(found: &Found) -> Figures {
    let paths = &found.paths;
    let funnel = Step::ALL.map(|step| count(paths, |path| furthest(path) >= step));
    let outcomes = tally(Outcome::ALL, paths.iter().filter_map(|path| path.outcome));
    let [_, accompanied, ..] = funnel;
    Figures {
        screened: found.screened,
        funnel,
        sources: tally(Source::ALL, paths.iter().map(|path| path.source)),
        declined: tally(DeclineReason::ALL, paths.iter().filter_map(decline_reason)),
        withdrawn: count(paths, |path| path.decision == Decision::Withdrawn),
        waiting: count(paths, |path| path.decision == Decision::Waiting),
        settled: count(paths, has_settled),
        outcomes,
        open: accompanied.saturating_sub(outcomes.iter().sum()),
        lost_connections: lost(&found.ended_connections),
        to_first_contact: waits(paths, |path| path.reached_on),
        to_first_participation: waits(paths, |path| path.first_time_on),
        changes: changes(accompanied, &found.measures),
        loads: found.loads.clone(),
    }
}

/// The last step a referral passed.
fn furthest(path: &Path) -> Step {
    match path.times {
        6.. => Step::SixTimes,
        3.. => Step::ThreeTimes,
        1.. => Step::Once,
        _ if path.is_connected => Step::Connected,
        _ if path.is_assessed => Step::Assessed,
        _ if path.reached_on.is_some() => Step::Reached,
        _ if path.decision == Decision::Accompanied => Step::Accompanied,
        _ => Step::Referred,
    }
}

fn has_settled(path: &Path) -> bool {
    path.is_settled || path.outcome == Some(Outcome::Settled)
}

fn decline_reason(path: &Path) -> Option<DeclineReason> {
    match path.decision {
        Decision::Declined(reason) => Some(reason),
        Decision::Waiting | Decision::Accompanied | Decision::Withdrawn => None,
    }
}

/// Whole days from the day a referral was sent; a person seen the same day waited none.
fn waits(paths: &[Path], until: impl Fn(&Path) -> Option<Date>) -> Option<Waits> {
    Waits::of(paths.iter().filter_map(|path| {
        let days = until(path)?.duration_since(path.sent_on).as_hours() / 24;
        Some(u32::try_from(days).unwrap_or(0))
    }))
}

fn lost(ended: &[(ConnectionEnd, u32)]) -> LostConnections {
    let sum =
        |end: ConnectionEnd| ended.iter().filter(|(known, _)| *known == end).map(|(_, count)| count).sum();
    LostConnections {
        declined: DeclineReason::ALL.map(|reason| sum(ConnectionEnd::Declined(reason))),
        expired: sum(ConnectionEnd::Expired),
        dropped: DeclineReason::ALL.map(|reason| sum(ConnectionEnd::Dropped(reason))),
    }
}

fn changes(accompanied: u32, measures: &[Taken]) -> Vec<Change> {
    let change = |instrument: &'static Instrument| {
        let scale = comparable_scale(instrument)?;
        let of_instrument = measures.iter().filter(|taken| taken.instrument.code == instrument.code);
        let pairs = pairs(scale, of_instrument);
        if pairs.is_empty() {
            return None;
        }
        let mut summary = ChangeSummary::of(scale, pairs.into_values());
        summary.enrolled = accompanied;
        Some(Change { instrument, scale, summary })
    };
    measure::shipped().into_iter().filter_map(change).collect()
}

/// The first scale read from the same questions for everybody: goals in each person's own words
/// are compared in their own file, not added up.
fn comparable_scale(instrument: &'static Instrument) -> Option<&'static Scale> {
    let is_own = |item: &String| instrument.item(item).is_some_and(|item| item.in_own_words);
    instrument.scales.iter().find(|scale| !scale.items.iter().any(is_own))
}

/// The earliest first measure and the latest review of each case.
fn pairs<'t>(scale: &Scale, oldest_first: impl Iterator<Item = &'t Taken>) -> BTreeMap<CaseId, Pair> {
    let mut pairs: BTreeMap<CaseId, Pair> = BTreeMap::new();
    for taken in oldest_first {
        let score = taken.instrument.score(&taken.answers).ok();
        let value = score.and_then(|score| score.reading(&scale.code).map(|reading| reading.value));
        let Some(value) = value else { continue };
        let (first, last) = pairs.entry(taken.case).or_default();
        if taken.is_review {
            *last = Some(value);
        } else {
            first.get_or_insert(value);
        }
    }
    pairs
}

fn count(paths: &[Path], counts: impl Fn(&Path) -> bool) -> u32 {
    u32::try_from(paths.iter().filter(|path| counts(path)).count()).unwrap_or(u32::MAX)
}

fn tally<T: PartialEq, const N: usize>(kinds: [T; N], found: impl Iterator<Item = T>) -> [u32; N] {
    let found: Vec<T> = found.collect();
    kinds.map(|kind| u32::try_from(found.iter().filter(|one| **one == kind).count()).unwrap_or(u32::MAX))
}
