//! How each figure is counted.

use jiff::civil::Date;
use kernel::coded::Coded;
use measure::{ChangeSummary, Instrument, Movement, Scale, Waits};

use super::cohort::{ConnectionEnd, Decision, Found, Path, Tie};
use super::model::{Change, Figures, LostConnections, Step, WAITED};
use crate::caseload::Outcome;
use crate::referral::model::DeclineReason;
use crate::screening::model::ordered;

pub(super) fn figures(found: &Found) -> Figures {
    let paths = &found.paths;
    let funnel = funnel(paths);
    let outcomes = tally(paths.iter().filter_map(|path| path.outcome));
    let [_, accompanied, ..] = funnel;
    Figures {
        screened: found.screened,
        funnel,
        sources: tally(paths.iter().map(|path| path.source)),
        declined: tally(paths.iter().filter_map(decline_reason)),
        withdrawn: count(paths, |path| path.decision == Decision::Withdrawn),
        waiting: count(paths, |path| path.decision == Decision::Waiting),
        settled: count(paths, has_settled),
        outcomes,
        open: accompanied.saturating_sub(outcomes.iter().sum()),
        lost_connections: lost(&found.ties),
        to_answer: Waits::of(answers(&found.ties)),
        answer_waits: classes(answers(&found.ties)),
        to_first_contact: to_first_contact(paths),
        to_first_participation: Waits::of(days(paths, |path| path.first_time_on)),
        contact_waits: classes(days(paths, |path| path.reached_on)),
        participation_waits: classes(days(paths, |path| path.first_time_on)),
        changes: changes(found),
        loads: found.loads.clone(),
    }
}

pub(super) fn funnel(paths: &[Path]) -> [u32; Step::ALL.len()] {
    each(|step| count(paths, |path| furthest(path) >= step))
}

pub(super) fn to_first_contact(paths: &[Path]) -> Option<Waits> {
    Waits::of(days(paths, |path| path.reached_on))
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
fn days(paths: &[Path], until: impl Fn(&Path) -> Option<Date>) -> impl Iterator<Item = u32> {
    paths.iter().filter_map(move |path| {
        let days = until(path)?.duration_since(path.sent_on).as_hours() / 24;
        Some(u32::try_from(days).unwrap_or(0))
    })
}

fn classes(days: impl Iterator<Item = u32>) -> [u32; WAITED.len() + 1] {
    let mut classes = [0_u32; WAITED.len() + 1];
    for waited in days {
        let class = WAITED.iter().take_while(|bound| waited > **bound).count();
        if let Some(count) = classes.get_mut(class) {
            *count = count.saturating_add(1);
        }
    }
    classes
}

fn answers(ties: &[Tie]) -> impl Iterator<Item = u32> {
    ties.iter().filter_map(|tie| tie.answered_after)
}

fn lost(ties: &[Tie]) -> LostConnections {
    let ended = |end: ConnectionEnd| whole(ties.iter().filter(|tie| tie.end == Some(end)).count());
    LostConnections {
        declined: each(|reason| ended(ConnectionEnd::Declined(reason))),
        expired: ended(ConnectionEnd::Expired),
        dropped: each(|reason| ended(ConnectionEnd::Dropped(reason))),
    }
}

fn changes(found: &Found) -> Vec<Change> {
    let change = |(instrument, scale)| {
        let values = values(found, instrument, scale);
        Change {
            instrument,
            scale,
            movement: Movement::of(scale, values.iter().copied()),
            summary: ChangeSummary::of(scale, values),
        }
    };
    filled_in(found).into_iter().map(change).collect()
}

/// What somebody of the cohort answered and can be compared.
fn filled_in(found: &Found) -> Vec<(&'static Instrument, &'static Scale)> {
    let instruments = ordered(found.pairs.iter().map(|(instrument, _)| *instrument)).into_iter();
    let scaled = instruments.filter_map(|instrument| Some((instrument, comparable_scale(instrument)?)));
    let was_filled_in = |(instrument, scale): &(&'static Instrument, &'static Scale)| {
        values(found, instrument, scale).iter().any(|(first, last)| first.or(*last).is_some())
    };
    scaled.filter(was_filled_in).collect()
}

/// First and last value of everybody accompanied, measured or not.
pub(super) fn values(
    found: &Found,
    instrument: &'static Instrument,
    scale: &Scale,
) -> Vec<(Option<i64>, Option<i64>)> {
    let of_instrument = found.pairs.iter().filter(|(known, _)| std::ptr::eq(*known, instrument));
    let mut values: Vec<_> = of_instrument.map(|(_, pair)| pair.values(scale)).collect();
    values.resize(found.paths.iter().filter(|path| path.case.is_some()).count(), (None, None));
    values
}

/// The first scale read from the same questions for everybody: goals in each person's own words
/// are compared in their own file, not added up.
fn comparable_scale(instrument: &'static Instrument) -> Option<&'static Scale> {
    let is_own = |item: &String| instrument.item(item).is_some_and(|item| item.in_own_words);
    instrument.scales.iter().find(|scale| !scale.items.iter().any(is_own))
}

fn count(paths: &[Path], counts: impl Fn(&Path) -> bool) -> u32 {
    whole(paths.iter().filter(|path| counts(path)).count())
}

fn whole(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn tally<T: Coded, const N: usize>(found: impl Iterator<Item = T>) -> [u32; N] {
    let found: Vec<T> = found.collect();
    each(|kind| whole(found.iter().filter(|one| **one == kind).count()))
}

/// One count for each value of a closed list, in its order.
fn each<T: Coded, const N: usize>(count: impl Fn(T) -> u32) -> [u32; N] {
    let mut counts = T::all().map(count);
    std::array::from_fn(|_| counts.next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::Source;
    use crate::figures::group::{AgeClass, Dimension, Part, Who, groups};

    fn path(decision: Decision) -> Path {
        Path {
            case: (decision == Decision::Accompanied).then(uuid::Uuid::new_v4),
            who: Who {
                civility: None,
                age: None,
                commune: kernel::commune::CommuneCode::parse("69029").unwrap(),
                priority_area: None,
                digital_ease: None,
            },
            source: Source::Prescriber,
            decision,
            sent_on: jiff::civil::date(2026, 1, 13),
            reached_on: None,
            is_assessed: false,
            is_connected: false,
            first_time_on: None,
            times: 0,
            is_settled: false,
            outcome: None,
        }
    }

    fn accompanied() -> Path {
        path(Decision::Accompanied)
    }

    fn of(paths: Vec<Path>) -> Figures {
        figures(&Found { paths, ..Found::default() })
    }

    #[test]
    fn a_later_step_implies_the_ones_before() {
        let figures = of(vec![
            path(Decision::Waiting),
            accompanied(),
            Path { is_connected: true, ..accompanied() },
            Path { times: 2, ..accompanied() },
            Path { times: 3, ..accompanied() },
            Path { times: 6, ..accompanied() },
        ]);
        assert_eq!(figures.funnel, [6, 5, 4, 4, 4, 3, 2, 1]);
    }

    #[test]
    fn every_end_is_counted_once_and_the_rest_goes_on() {
        let ended = |outcome| Path { outcome: Some(outcome), ..accompanied() };
        let figures = of(vec![
            ended(Outcome::Settled),
            ended(Outcome::Unreachable),
            ended(Outcome::Unreachable),
            Path { is_settled: true, ..accompanied() },
            Path { is_settled: true, ..ended(Outcome::Settled) },
            path(Decision::Declined(DeclineReason::Full)),
            path(Decision::Withdrawn),
        ]);
        assert_eq!((figures.closed(), figures.open, figures.settled), (4, 1, 3));
        assert_eq!(figures.outcomes, [2, 0, 0, 2, 0, 0, 0, 0]);
        assert_eq!((figures.declined(), figures.withdrawn, figures.waiting), (1, 1, 0));
    }

    #[test]
    fn waits_run_from_the_day_the_referral_was_sent() {
        let reached = |day| Path { reached_on: Some(jiff::civil::date(2026, 1, day)), ..accompanied() };
        let figures = of(vec![reached(13), reached(14), reached(23), accompanied()]);
        assert_eq!(figures.to_first_contact, Some(Waits { persons: 3, median: 1, nine_of_ten: 10 }));
        assert_eq!(figures.to_first_participation, None);
    }

    #[test]
    fn leaks_of_several_sites_add_up_under_their_reason() {
        let full = ConnectionEnd::Declined(DeclineReason::Full);
        let dropped = ConnectionEnd::Dropped(DeclineReason::NotMobile);
        let times = [(full, 6), (ConnectionEnd::Expired, 3), (dropped, 1)];
        let tie = |end| Tie { answered_after: None, end: Some(end) };
        let ties = times.into_iter().flat_map(|(end, times)| std::iter::repeat_n(tie(end), times)).collect();
        let lost = figures(&Found { ties, ..Found::default() }).lost_connections;
        assert_eq!((lost.declined, lost.expired), ([0, 0, 0, 0, 0, 6, 0, 0, 0], 3));
        assert_eq!(lost.dropped, [0, 0, 0, 1, 0, 0, 0, 0, 0]);
    }

    #[test]
    fn goals_in_each_persons_own_words_are_not_added_up() {
        assert_eq!(comparable_scale(measure::own_goals()).unwrap().code, "wellbeing");
        assert_eq!(comparable_scale(measure::ucla3()).unwrap().code, "loneliness");
    }

    #[test]
    fn waits_fall_into_classes_by_their_last_day() {
        assert_eq!(classes([0, 2, 3, 7, 8, 30, 31, 400].into_iter()), [2, 2, 1, 1, 2]);
    }

    #[test]
    fn groups_add_up_to_all_and_those_not_known_come_last() {
        let aged = |age| Path { who: Who { age, ..accompanied().who }, ..accompanied() };
        let mut old = aged(Some(AgeClass::From75));
        old.times = 3;
        let paths = vec![aged(None), old.clone(), aged(Some(AgeClass::To59)), old.clone()];
        let found = Found { paths, ..Found::default() };
        let told: Vec<_> = groups(&found, Dimension::Age, None)
            .into_iter()
            .map(|group| (group.part, group.funnel[0], group.funnel[6]))
            .collect();
        let age = |class| Part::Age(Some(class));
        assert_eq!(
            told,
            [(age(AgeClass::To59), 1, 0), (age(AgeClass::From75), 2, 2), (Part::Age(None), 1, 0)]
        );
        for dimension in Dimension::all() {
            let parts = groups(&found, dimension, None).into_iter().map(|group| group.part);
            assert!(parts.into_iter().all(|part| Part::from_code(dimension, part.code()) == Some(part)));
        }
    }
}
