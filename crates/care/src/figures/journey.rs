//! What became of a referral: each thing that is counted, with its day, whatever day one looks from.

use serde::{Deserialize, Serialize};

use super::day::Day;
use super::group::Profile;
use super::path::{ConnectionEnd, Decision, Path};
use crate::caseload::Outcome;
use crate::screening::first_and_last;
use crate::screening::model::Moment;

/// Referrals of one site, each with what became of it, and what they speak of written once. Without a name
/// and without an identifier.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Journeys {
    pub(super) profiles: Vec<Profile>,
    pub(super) questions: Vec<Question>,
    pub(super) each: Vec<Journey>,
}

/// A version of an instrument, as a site knows it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(super) struct Question {
    pub(super) site: uuid::Uuid,
    pub(super) code: String,
    pub(super) version: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Journey {
    /// Its place among [`Journeys::profiles`].
    pub(super) profile: usize,
    pub(super) sent_on: Day,
    pub(super) decided: Option<(Day, Decision)>,
    /// When the course of support began; nothing of what follows is without it.
    pub(super) opened_on: Option<Day>,
    pub(super) reached_on: Option<Day>,
    pub(super) assessed_on: Option<Day>,
    pub(super) connected_on: Option<Day>,
    pub(super) settled_on: Option<Day>,
    pub(super) closed: Option<(Day, Outcome)>,
    pub(super) attended: Vec<Attended>,
    pub(super) ties: Vec<Tie>,
    /// In the order they were taken.
    pub(super) readings: Vec<Reading>,
}

/// A day somebody took part.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Attended {
    pub(super) on: Day,
    /// When it was noted, or the day itself where that is later.
    pub(super) known_on: Day,
}

/// A connection that was asked for, answered or ended.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Tie {
    pub(super) asked_on: Option<Day>,
    pub(super) answered_on: Option<Day>,
    pub(super) ended: Option<(Day, ConnectionEnd)>,
}

/// A filled instrument, read on the one scale that figures compare.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Reading {
    /// Its place among [`Journeys::questions`].
    pub(super) question: usize,
    pub(super) moment: Moment,
    pub(super) kept_on: Day,
    pub(super) is_complete: bool,
    pub(super) value: Option<i64>,
}

impl Journeys {
    /// For each question, the place of the first one of its instrument.
    pub(super) fn codes(&self) -> Vec<usize> {
        let first = |question: &Question| self.questions.iter().position(|other| other.code == question.code);
        self.questions.iter().map(|question| first(question).unwrap_or_default()).collect()
    }
}

impl Journey {
    /// As far as it had come before a day.
    pub(super) fn seen(&self, before: Day) -> Path {
        let was = |day: &Day| *day < before;
        let is_opened = self.opened_on.as_ref().is_some_and(was);
        let of_course = |day: Option<Day>| day.filter(|day| is_opened && was(day));
        let attended = || self.attended.iter().filter(|time| is_opened && was(&time.known_on));
        let decided = self.decided.filter(|(day, _)| was(day));
        Path {
            decision: decided.map_or(Decision::Waiting, |(_, decision)| decision),
            sent_on: self.sent_on,
            is_opened,
            reached_on: of_course(self.reached_on),
            is_assessed: of_course(self.assessed_on).is_some(),
            is_connected: of_course(self.connected_on).is_some(),
            first_time_on: attended().map(|time| time.on).min(),
            times: attended().count(),
            is_settled: of_course(self.settled_on).is_some(),
            outcome: self.closed.filter(|(day, _)| is_opened && was(day)).map(|(_, outcome)| outcome),
        }
    }

    /// Of each instrument filled before a day, the place of its latest version, with the first complete value
    /// and the last; `codes` are [`Journeys::codes`].
    pub(super) fn pairs<'s>(
        &'s self,
        codes: &'s [usize],
        before: Day,
    ) -> impl Iterator<Item = (usize, measure::Pair)> {
        let taken = move || self.readings.iter().filter(move |reading| reading.kept_on < before);
        let code = |reading: &Reading| codes.get(reading.question);
        let is_last = move |(place, reading): &(usize, &Reading)| {
            taken().skip(place.saturating_add(1)).all(|later| code(later) != code(reading))
        };
        let pair = move |(_, latest): (usize, &Reading)| {
            let complete = taken().filter(|one| one.is_complete && code(one) == code(latest));
            let (first, last) = first_and_last(complete.map(|reading| (reading.moment, reading)));
            (latest.question, values(first, last))
        };
        taken().enumerate().filter(is_last).map(pair)
    }
}

/// A last value under another version of the questions than the first counts as not taken.
fn values(first: Option<&Reading>, last: Option<&Reading>) -> measure::Pair {
    let is_other = first.zip(last).is_some_and(|(first, last)| first.question != last.question);
    let last = last.filter(|_| !is_other);
    (first.and_then(|reading| reading.value), last.and_then(|reading| reading.value))
}
