use super::*;
use crate::caseload::Outcome;
use crate::figures::journey::Tie;
use crate::figures::path::ConnectionEnd;

/// Accepted on the 14th, connected on the 16th, there on the 18th, at its end on the 20th.
fn whole() -> Journey {
    let tie = Tie {
        asked_on: Some(day(15)),
        answered_on: Some(day(16)),
        ended: Some((day(19), ConnectionEnd::Expired)),
    };
    Journey {
        decided: Some((day(14), Decision::Accompanied)),
        opened_on: Some(day(14)),
        reached_on: Some(day(15)),
        assessed_on: Some(day(15)),
        connected_on: Some(day(16)),
        attended: vec![Attended { on: day(18), known_on: day(18) }],
        closed: Some((day(20), Outcome::Settled)),
        ties: vec![tie],
        ..accompanied()
    }
}

fn seen_on(of_january: i8) -> Figures {
    rules::figures(&tally(vec![whole()], seen_before(date(2026, 1, of_january))))
}

#[test]
fn what_happened_on_the_day_one_looks_from_or_later_is_not_seen() {
    let seen = |on| {
        let figures = seen_on(on);
        (
            figures.funnel.iter().sum::<u32>(),
            figures.waiting,
            figures.closed(),
            figures.lost_connections.expired,
        )
    };
    assert_eq!(seen(14), (1, 1, 0, 0));
    assert_eq!(seen(15), (2, 0, 0, 0));
    assert_eq!(seen(16), (4, 0, 0, 0));
    assert_eq!(seen(17), (5, 0, 0, 0));
    assert_eq!(seen(19), (6, 0, 0, 0));
    assert_eq!(seen(20), (6, 0, 0, 1));
    assert_eq!(seen(21), (6, 0, 1, 1));
    assert!(seen_on(16).to_answer.is_none() && seen_on(17).to_answer.is_some());
}

#[test]
fn what_was_noted_late_is_seen_from_the_day_it_was_noted() {
    let late = Journey {
        attended: vec![
            Attended { on: day(14), known_on: day(28) },
            Attended { on: day(18), known_on: day(18) },
        ],
        ..accompanied()
    };
    let waited = |before| {
        let cohort = seen_before(date(2026, 1, before));
        rules::figures(&tally(vec![late.clone()], cohort)).to_first_participation.map(|waits| waits.median)
    };
    assert_eq!([waited(18), waited(28), waited(29)], [None, Some(5), Some(1)]);
}

#[test]
fn only_what_was_sent_in_the_period_is_counted() {
    let on = |of_january| Journey { sent_on: day(of_january), ..accompanied() };
    let cohort = Cohort {
        sent: Period { from: date(2026, 1, 10), before: date(2026, 1, 12) },
        seen_before: date(2026, 2, 1),
    };
    let figures = rules::figures(&tally(vec![on(9), on(10), on(11), on(12)], cohort));
    assert_eq!(figures.funnel[0], 2);
}
