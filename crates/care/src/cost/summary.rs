//! What the courses of support of a period come to (pure).

use jiff::civil::Date;
use kernel::coded::Coded;
use measure::{MeanChange, SignedRank};
use serde::{Deserialize, Serialize};

use super::model::{NewRate, Spent, SpentOn};
use super::rules;

/// One that ended, with what its team said of it.
#[derive(Clone, Debug)]
pub(super) struct Course<'a> {
    pub(super) ended: Date,
    pub(super) times: Vec<Spent>,
    pub(super) before: Option<i64>,
    pub(super) after: Option<i64>,
    /// Those of its team, in the order they were said.
    pub(super) rates: &'a [NewRate],
}

/// All that is counted; whoever shows it decides what is too few to be shown.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Costs {
    /// Courses of support that ended.
    pub closed: u32,
    /// Of those with any time noted, in minutes: the others took nobody knows how long.
    pub minutes: Amounts,
    /// On what, the longest first; in how many courses of support.
    pub by_what: Vec<(SpentOn, i64, u32)>,
    /// Of those with time noted and a rate on each of its days, in cents.
    pub cents: Amounts,
    pub visits: Visits,
}

/// One amount for each of some courses of support.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Amounts {
    pub courses: u32,
    pub total: i64,
    /// Nought of none.
    pub mean: f64,
    /// An amount one of them had: the lower of the two in the middle.
    pub median: i64,
}

/// Consultations in the six months before a referral and in the six after.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Visits {
    pub before_known: u32,
    pub after_known: u32,
    /// Of whom both are known; all that follows is of them alone.
    pub both: u32,
    pub mean_before: f64,
    pub mean_after: f64,
    /// After less before; none of fewer than two.
    pub change: Option<MeanChange>,
    /// None where nobody's number changed.
    pub test: Option<SignedRank>,
}

impl Costs {
    pub(super) fn of(courses: &[Course<'_>]) -> Costs {
        let timed = || courses.iter().filter(|course| !course.times.is_empty());
        let whole = |course: &Course<'_>| course.times.iter().map(|spent| spent.minutes).sum();
        let cents = |course: &Course<'_>| rules::cost(course.rates, &course.times, course.ended);
        Costs {
            closed: counted(courses.len()),
            minutes: Amounts::of(timed().map(whole)),
            by_what: by_what(courses),
            cents: Amounts::of(timed().filter_map(cents)),
            visits: Visits::of(courses.iter().map(|course| (course.before, course.after))),
        }
    }
}

impl Amounts {
    fn of(amounts: impl IntoIterator<Item = i64>) -> Amounts {
        let mut amounts: Vec<i64> = amounts.into_iter().collect();
        amounts.sort_unstable();
        let middle = amounts.len().div_ceil(2).saturating_sub(1);
        Amounts {
            courses: counted(amounts.len()),
            total: amounts.iter().sum(),
            mean: mean(&amounts),
            median: amounts.get(middle).copied().unwrap_or_default(),
        }
    }
}

impl Visits {
    fn of(pairs: impl IntoIterator<Item = (Option<i64>, Option<i64>)>) -> Visits {
        let pairs: Vec<(Option<i64>, Option<i64>)> = pairs.into_iter().collect();
        let both = || pairs.iter().filter_map(|(before, after)| (*before).zip(*after));
        let [befores, afters]: [Vec<i64>; 2] =
            [both().map(|(before, _)| before).collect(), both().map(|(_, after)| after).collect()];
        let differences = || both().map(|(before, after)| after.saturating_sub(before));
        Visits {
            before_known: counted(pairs.iter().filter(|(before, _)| before.is_some()).count()),
            after_known: counted(pairs.iter().filter(|(_, after)| after.is_some()).count()),
            both: counted(befores.len()),
            mean_before: mean(&befores),
            mean_after: mean(&afters),
            change: MeanChange::of(differences().map(real)),
            test: SignedRank::of(differences()),
        }
    }
}

fn by_what(courses: &[Course<'_>]) -> Vec<(SpentOn, i64, u32)> {
    let of = |on: SpentOn| {
        let minutes = |course: &Course<'_>| -> i64 {
            course.times.iter().filter(|spent| spent.on == on).map(|spent| spent.minutes).sum()
        };
        let each: Vec<i64> = courses.iter().map(minutes).filter(|minutes| *minutes > 0).collect();
        (on, each.iter().sum::<i64>(), counted(each.len()))
    };
    let mut all: Vec<(SpentOn, i64, u32)> = SpentOn::all().map(of).filter(|(_, all, _)| *all > 0).collect();
    all.sort_by_key(|(_, minutes, _)| std::cmp::Reverse(*minutes));
    all
}

fn mean(values: &[i64]) -> f64 {
    let count = f64::from(counted(values.len()).max(1));
    values.iter().map(|value| real(*value)).sum::<f64>() / count
}

/// No minutes, cents or consultations of one course of support reach beyond.
fn real(value: i64) -> f64 {
    i32::try_from(value).map_or(f64::NAN, f64::from)
}

fn counted(many: usize) -> u32 {
    u32::try_from(many).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const DAY: Date = date(2026, 2, 1);

    fn course<'a>(minutes: &[i64], rates: &'a [NewRate]) -> Course<'a> {
        let times = minutes.iter().map(|minutes| Spent { day: DAY, minutes: *minutes, on: SpentOn::Call });
        Course { ended: DAY, times: times.collect(), before: None, after: None, rates }
    }

    fn visits(before: i64, after: i64) -> (Option<i64>, Option<i64>) {
        (Some(before), Some(after))
    }

    #[test]
    fn a_course_without_time_is_counted_and_weighs_on_no_mean() {
        let rates =
            [NewRate { valid_from: DAY, hour_cents: 6_000, other_cents: 0, origin: "Paie".to_owned() }];
        let all = [course(&[60, 30], &rates), course(&[], &rates), course(&[30], &rates), course(&[10], &[])];
        let costs = Costs::of(&all);
        assert_eq!((costs.closed, costs.minutes.courses, costs.minutes.total), (4, 3, 130));
        assert_eq!((costs.minutes.median, costs.cents.courses, costs.cents.total), (30, 2, 12_000));
        assert!((costs.cents.mean - 6_000.0).abs() < 1e-9);
        assert_eq!(costs.by_what, [(SpentOn::Call, 130, 3)]);
    }

    #[test]
    fn the_middle_of_an_even_number_is_the_lower_one() {
        assert_eq!(Amounts::of([40, 10, 30, 20]).median, 20);
        assert_eq!(Amounts::of([]), Amounts::default());
    }

    #[test]
    fn only_those_of_whom_both_are_known_are_compared() {
        let told = Visits::of([visits(6, 4), visits(5, 5), visits(9, 3), (Some(40), None), (None, Some(50))]);
        assert_eq!((told.before_known, told.after_known, told.both), (4, 4, 3));
        assert!((told.mean_before - 20.0 / 3.0).abs() < 1e-9 && (told.mean_after - 4.0).abs() < 1e-9);
        let change = told.change.unwrap();
        assert!((change.value + 8.0 / 3.0).abs() < 1e-9 && change.low <= change.value);
        assert_eq!(told.test.unwrap().pairs, 2);
    }

    #[test]
    fn of_nobody_nothing_is_said() {
        let told = Visits::of([(Some(1), None)]);
        assert_eq!((told.both, told.change, told.test), (0, None, None));
    }
}
