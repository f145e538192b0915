use kernel::coded::Coded;
use measure::Waits;

use super::*;
use crate::caseload::Outcome;
use crate::figures::group::{AgeClass, Dimension, Part};
use crate::figures::journey::{Question, Reading, Tie};
use crate::figures::path::ConnectionEnd;
use crate::referral::model::DeclineReason;
use crate::screening::model::Moment;

#[test]
fn a_later_step_implies_the_ones_before() {
    let figures = of(vec![
        journey(Decision::Waiting),
        accompanied(),
        Journey { connected_on: Some(day(14)), ..accompanied() },
        taking_part(2),
        taking_part(3),
        taking_part(6),
    ]);
    assert_eq!(figures.funnel, [6, 5, 4, 4, 4, 3, 2, 1]);
}

#[test]
fn every_end_is_counted_once_and_the_rest_goes_on() {
    let ended = |outcome| Journey { closed: Some((day(20), outcome)), ..accompanied() };
    let figures = of(vec![
        ended(Outcome::Settled),
        ended(Outcome::Unreachable),
        ended(Outcome::Unreachable),
        Journey { settled_on: Some(day(20)), ..accompanied() },
        Journey { settled_on: Some(day(20)), ..ended(Outcome::Settled) },
        journey(Decision::Declined(DeclineReason::Full)),
        journey(Decision::Withdrawn),
    ]);
    assert_eq!((figures.closed(), figures.open, figures.settled), (4, 1, 3));
    assert_eq!(figures.outcomes, [2, 0, 0, 2, 0, 0, 0, 0]);
    assert_eq!((figures.declined(), figures.withdrawn, figures.waiting), (1, 1, 0));
}

#[test]
fn waits_run_from_the_day_the_referral_was_sent() {
    let reached = |on| Journey { reached_on: Some(day(on)), ..accompanied() };
    // By a clock that was wrong, the last one was reached before being sent: no day was waited.
    let figures = of(vec![reached(13), reached(14), reached(23), accompanied(), reached(2)]);
    assert_eq!(figures.to_first_contact, Some(Waits { persons: 4, median: 0, nine_of_ten: 10 }));
    assert_eq!(figures.contact_waits, [3, 0, 1, 0, 0]);
    assert_eq!(figures.to_first_participation, None);
}

#[test]
fn leaks_add_up_under_their_reason_and_answers_by_their_days() {
    let tie = |end| Tie { asked_on: Some(day(14)), answered_on: None, ended: Some((day(30), end)) };
    let full = tie(ConnectionEnd::Declined(DeclineReason::Full));
    let answered = Tie { answered_on: Some(day(17)), ..full };
    let dropped = tie(ConnectionEnd::Dropped(DeclineReason::NotMobile));
    let figures = of(vec![
        Journey { ties: vec![full, full, answered], ..accompanied() },
        Journey { ties: vec![tie(ConnectionEnd::Expired), dropped], ..accompanied() },
    ]);
    let lost = figures.lost_connections;
    assert_eq!((lost.declined, lost.expired), ([0, 0, 0, 0, 0, 3, 0, 0, 0], 1));
    assert_eq!(lost.dropped, [0, 0, 0, 1, 0, 0, 0, 0, 0]);
    assert_eq!(figures.to_answer, Some(Waits { persons: 1, median: 3, nine_of_ten: 3 }));
}

#[test]
fn goals_in_each_persons_own_words_are_not_added_up() {
    let comparable = |instrument| rules::comparable_scale(instrument).unwrap().code.as_str();
    assert_eq!(comparable(measure::own_goals()), "wellbeing");
    assert_eq!(comparable(measure::ucla3()), "loneliness");
}

#[test]
fn groups_add_up_to_all_and_those_not_known_come_last() {
    let aged = |age| Profile { age, ..profile() };
    let profiles = vec![aged(None), aged(Some(AgeClass::From75)), aged(Some(AgeClass::To59))];
    let of_profile = |profile, journey: Journey| Journey { profile, ..journey };
    let journeys = vec![
        of_profile(0, accompanied()),
        of_profile(1, taking_part(3)),
        of_profile(2, accompanied()),
        of_profile(1, taking_part(3)),
    ];
    let mut tally = Tally::default();
    tally.add(&Journeys { profiles, each: journeys, questions: Vec::new() }, january());
    let groups = |dimension| rules::groups(&tally, dimension, None);
    let told: Vec<_> = groups(Dimension::Age)
        .into_iter()
        .map(|group| (group.part, group.funnel[0], group.funnel[6]))
        .collect();
    let age = |class| Part::Age(Some(class));
    assert_eq!(told, [(age(AgeClass::To59), 1, 0), (age(AgeClass::From75), 2, 2), (Part::Age(None), 1, 0)]);
    for dimension in Dimension::all() {
        let mut parts = groups(dimension).into_iter().map(|group| group.part);
        assert!(parts.all(|part| Part::from_code(dimension, part.code()) == Some(part)));
    }
}

#[test]
fn what_two_have_counted_is_what_one_would_have() {
    let aged = |age| Profile { age, ..profile() };
    let asked =
        |code: &str| Question { site: uuid::Uuid::nil(), code: code.to_owned(), version: "1".to_owned() };
    let reading = |question, moment, value| Reading {
        question,
        moment,
        kept_on: day(15),
        is_complete: true,
        value: Some(value),
    };
    let measured = |question| vec![reading(question, Moment::First, 8), reading(question, Moment::Review, 4)];
    let tie = Tie { asked_on: Some(day(14)), answered_on: Some(day(17)), ended: None };
    let one = Journeys {
        profiles: vec![aged(None), aged(Some(AgeClass::From75))],
        questions: vec![asked("other"), asked("ucla3")],
        each: vec![
            Journey { readings: measured(1), ties: vec![tie], ..taking_part(3) },
            Journey { profile: 1, ..journey(Decision::Waiting) },
        ],
    };
    let other = Journeys {
        profiles: vec![aged(Some(AgeClass::From75)), aged(None)],
        questions: vec![asked("ucla3")],
        each: vec![Journey { readings: measured(0), ..taking_part(1) }, journey(Decision::Withdrawn)],
    };
    let counted = |each: &[&Journeys]| {
        let mut tally = Tally::default();
        each.iter().for_each(|journeys| tally.add(journeys, january()));
        tally
    };
    let told = |mut tally: Tally| {
        tally.known = vec![None, Some(measure::ucla3())];
        let all = rules::figures(&tally);
        let groups: Vec<_> =
            Dimension::all().map(|dimension| rules::groups(&tally, dimension, all.main_change())).collect();
        (format!("{all:?} {groups:?}"), all)
    };
    let mut merged = counted(&[&one]);
    merged.merge(&counted(&[&other]));
    let (merged, figures) = told(merged);
    assert_eq!(merged, told(counted(&[&one, &other])).0);
    assert_eq!((figures.funnel[0], figures.changes[0].summary.improved), (4, 2));
}

/// One person's fillings of UCLA-3, in order, told as enrolled, measured twice and better.
fn measured(readings: &[(usize, Moment, i64, bool)]) -> (u32, u32, u32) {
    let version = |version: &str| Question {
        site: uuid::Uuid::nil(),
        code: "ucla3".to_owned(),
        version: version.to_owned(),
    };
    let reading = |(question, moment, value, is_complete): &(usize, Moment, i64, bool)| Reading {
        question: *question,
        moment: *moment,
        kept_on: day(15),
        is_complete: *is_complete,
        value: Some(*value),
    };
    let journeys = vec![
        Journey { readings: readings.iter().map(reading).collect(), ..accompanied() },
        accompanied(),
        journey(Decision::Withdrawn),
    ];
    let journeys =
        Journeys { profiles: vec![profile()], questions: vec![version("1"), version("2")], each: journeys };
    let mut tally = Tally::default();
    tally.known = vec![Some(measure::ucla3()); 2];
    tally.add(&journeys, january());
    let summary = rules::figures(&tally).changes[0].summary;
    (summary.enrolled, summary.measured_twice, summary.improved)
}

#[test]
fn a_change_is_from_the_first_complete_measure_to_the_last_complete_review() {
    let (first, review) = (Moment::First, Moment::Review);
    assert_eq!(measured(&[(0, first, 8, true), (0, review, 9, true), (0, review, 4, true)]), (2, 1, 1));
    assert_eq!(measured(&[(0, first, 8, true), (0, first, 3, true), (0, review, 8, true)]), (2, 1, 0));
    assert_eq!(measured(&[(0, first, 8, true), (0, review, 4, false)]), (2, 0, 0));
}

#[test]
fn two_versions_of_the_questions_are_no_pair() {
    assert_eq!(measured(&[(0, Moment::First, 8, true), (1, Moment::Review, 4, true)]), (2, 0, 0));
}
