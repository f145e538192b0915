//! Windows and what counts in them.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::calendar::{Standing, Window};
use super::counting::{Answered, Visit, visits};
use crate::study::model::{Asked, Point};

const ENROLLED: Date = date(2026, 1, 31);

fn ucla() -> Vec<Asked> {
    vec![Asked { code: "ucla3".to_owned(), version: "1".to_owned() }]
}

fn answered(on: Date, is_whole: bool) -> Answered {
    Answered { instrument: "ucla3".to_owned(), on, is_whole }
}

fn counted(points: &[Point], days: &[Date]) -> Vec<Option<usize>> {
    let answers: Vec<Answered> = days.iter().map(|day| answered(*day, true)).collect();
    let all = visits((points, &ucla()), ENROLLED, None, &answers);
    all.into_iter().map(|visit: Visit| visit.counted[0]).collect()
}

#[test]
fn a_month_that_is_shorter_ends_on_its_last_day() {
    let months = |months| Window::of(&Point { months, before: 2, after: 3 }, ENROLLED);
    assert_eq!(months(1).due, date(2026, 2, 28));
    assert_eq!((months(3).opens, months(3).closes), (date(2026, 4, 28), date(2026, 5, 3)));
    assert_eq!(months(0).closes, ENROLLED, "what comes after enrolment is no baseline");
}

#[test]
fn the_baseline_is_the_last_one_before_enrolment_and_others_are_the_nearest() {
    let days = [date(2026, 1, 10), date(2026, 1, 31), date(2026, 2, 1), date(2026, 4, 20), date(2026, 5, 2)];
    assert_eq!(counted(&Point::usual(), &days), [Some(1), Some(4), None, None]);
}

#[test]
fn a_whole_set_comes_before_one_with_gaps_that_is_nearer() {
    let days = [answered(date(2026, 4, 30), false), answered(date(2026, 5, 9), true)];
    let all = visits((&Point::usual(), &ucla()), ENROLLED, None, &days);
    assert_eq!(all[1].counted, [Some(1)]);
}

#[test]
fn a_day_in_two_windows_counts_for_the_nearer() {
    let wide = |months| Point { months, before: 60, after: 60 };
    let points = [wide(0), wide(1), wide(2)];
    assert_eq!(counted(&points, &[date(2026, 3, 20)]), [None, None, Some(0)]);
    assert_eq!(counted(&points, &[date(2026, 3, 10)]), [None, Some(0), None]);
}

#[test]
fn what_was_answered_after_they_left_does_not_count() {
    let left = Some(date(2026, 4, 1));
    let all = visits((&Point::usual(), &ucla()), ENROLLED, left, &[answered(date(2026, 4, 30), true)]);
    assert_eq!(all[1].counted, [None]);
    assert_eq!(all[1].standing(date(2026, 9, 1), left), Standing::Stopped);
    assert_eq!(all[0].standing(date(2026, 9, 1), left), Standing::Missed, "its window had closed before");
}

#[test]
fn a_window_opens_is_late_and_closes() {
    let window = Window::of(&Point { months: 3, before: 14, after: 14 }, ENROLLED);
    let on = |day| window.standing((0, 2), day, None);
    assert_eq!(on(date(2026, 4, 15)), Standing::Ahead);
    assert_eq!(on(date(2026, 4, 16)), Standing::Open);
    assert_eq!(on(date(2026, 4, 30)), Standing::Open);
    assert_eq!(on(date(2026, 5, 1)), Standing::Late);
    assert_eq!(on(date(2026, 5, 14)), Standing::Late);
    assert_eq!(on(date(2026, 5, 15)), Standing::Missed);
    assert_eq!(window.standing((1, 2), date(2026, 5, 15), None), Standing::Partly);
    assert_eq!(window.standing((1, 2), date(2026, 5, 14), None), Standing::Late);
    assert_eq!(window.standing((2, 2), date(2026, 4, 1), None), Standing::Done);
}

proptest! {
    #[test]
    fn no_answer_counts_twice_nor_outside_its_window(
        days in proptest::collection::vec(-60_i32..500, 0..20),
        widths in proptest::collection::vec((0_i32..120, 0_i32..120), 4),
    ) {
        let months = [0, 3, 6, 12];
        let points: Vec<Point> = months.into_iter().zip(widths)
            .map(|(months, (before, after))| Point { months, before, after }).collect();
        let answers: Vec<Answered> =
            days.iter().map(|days| answered(ENROLLED.saturating_add(days.days()), days % 2 == 0)).collect();
        let all = visits((&points, &ucla()), ENROLLED, None, &answers);
        let counted: Vec<usize> = all.iter().filter_map(|visit| visit.counted[0]).collect();
        let once: std::collections::BTreeSet<usize> = counted.iter().copied().collect();
        prop_assert_eq!(once.len(), counted.len());
        for visit in &all {
            if let Some(index) = visit.counted[0] {
                prop_assert!(visit.window.holds(answers[index].on));
            }
        }
    }
}
