//! What is counted, of journeys made up here and of those in a store.

mod counting;
mod looking_back;
mod moving;

use jiff::civil::{Date, date};
use kernel::commune::CommuneCode;

use super::day::Day;
use super::group::Profile;
use super::journey::{Attended, Journey, Journeys};
use super::model::{Cohort, Figures, Period, Source};
use super::path::Decision;
use super::rules;
use super::tally::Tally;

/// When each journey here was sent.
const SENT: Date = date(2026, 1, 13);

fn day(of_january: i8) -> Day {
    Day::of(date(2026, 1, of_january))
}

fn profile() -> Profile {
    Profile {
        source: Source::Prescriber,
        civility: None,
        age: None,
        commune: CommuneCode::parse("69029").unwrap(),
        priority_area: None,
        digital_ease: None,
    }
}

fn journey(decision: Decision) -> Journey {
    Journey {
        profile: 0,
        sent_on: Day::of(SENT),
        decided: Some((day(13), decision)),
        opened_on: (decision == Decision::Accompanied).then(|| day(13)),
        reached_on: None,
        assessed_on: None,
        connected_on: None,
        settled_on: None,
        closed: None,
        attended: Vec::new(),
        ties: Vec::new(),
        readings: Vec::new(),
    }
}

fn accompanied() -> Journey {
    journey(Decision::Accompanied)
}

fn taking_part(times: i8) -> Journey {
    let attended = (0..times).map(|time| Attended { on: day(14 + time), known_on: day(14 + time) });
    Journey { attended: attended.collect(), ..accompanied() }
}

/// Everything sent in January 2026, as it was at its end.
fn january() -> Cohort {
    seen_before(date(2026, 2, 1))
}

fn seen_before(seen_before: Date) -> Cohort {
    Cohort { sent: Period { from: date(2026, 1, 1), before: date(2026, 2, 1) }, seen_before }
}

fn tally(journeys: Vec<Journey>, cohort: Cohort) -> Tally {
    let journeys = Journeys { profiles: vec![profile()], questions: Vec::new(), each: journeys };
    let mut tally = Tally::default();
    tally.add(&journeys, cohort);
    tally
}

fn of(journeys: Vec<Journey>) -> Figures {
    rules::figures(&tally(journeys, january()))
}
