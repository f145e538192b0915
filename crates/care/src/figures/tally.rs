//! Journeys added up, one after the other: of a site or of a region, all together and by group.

use std::collections::HashMap;

use kernel::coded::Coded;
use measure::{Days, Instrument, Pair, Pairs};

use super::day::Day;
use super::group::{Dimension, Part};
use super::journey::{Journey, Sheet, Tie};
use super::model::{Cohort, Load, LostConnections, Source, Step};
use super::path::{ConnectionEnd, Decision, Path};
use crate::caseload::Outcome;
use crate::referral::model::DeclineReason;

/// How many of each value of a closed list, in its order.
pub(super) type Counts<const N: usize> = [u32; N];

#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    pub(super) screened: u32,
    pub(super) all: Progress,
    pub(super) sources: Counts<{ Source::ALL.len() }>,
    pub(super) declined: Counts<{ DeclineReason::ALL.len() }>,
    pub(super) withdrawn: u32,
    pub(super) waiting: u32,
    pub(super) settled: u32,
    pub(super) outcomes: Counts<{ Outcome::ALL.len() }>,
    pub(super) lost: LostConnections,
    pub(super) to_answer: Days,
    pub(super) to_participation: Days,
    pub(super) loads: Vec<Load>,
    /// Each group that somebody is in.
    pub(super) parts: Vec<(Part, Progress)>,
    places: HashMap<Part, usize>,
}

/// What is told of a group as of the whole.
#[derive(Clone, Debug, Default)]
pub(super) struct Progress {
    /// By the last step each one passed.
    furthest: Counts<{ Step::ALL.len() }>,
    /// Courses of support.
    opened: u32,
    pub(super) to_contact: Days,
    pairs: Vec<(&'static Instrument, Pairs)>,
}

impl Tally {
    /// Adds those of a sheet that were sent in the period; `known` are the instruments of its questions.
    pub(super) fn add(&mut self, sheet: &Sheet, known: &[Option<&'static Instrument>], cohort: Cohort) {
        let (from, before) = (Day::of(cohort.sent.from), Day::of(cohort.sent.before));
        let seen = Day::of(cohort.seen_before);
        let places: Vec<Vec<usize>> = sheet.profiles.iter().map(|profile| self.places(profile)).collect();
        let sent = sheet.journeys.iter().filter(|journey| (from..before).contains(&journey.sent_on));
        for journey in sent {
            let path = journey.seen(seen);
            let pairs: Vec<(&'static Instrument, Pair)> = journey
                .pairs(&sheet.questions, seen)
                .filter_map(|(question, pair)| Some(((*known.get(question)?)?, pair)))
                .collect();
            self.count(&path);
            self.all.add(&path, &pairs);
            if let Some(profile) = sheet.profiles.get(journey.profile) {
                bump(&mut self.sources, profile.source);
            }
            for place in places.get(journey.profile).into_iter().flatten() {
                if let Some((_, part)) = self.parts.get_mut(*place) {
                    part.add(&path, &pairs);
                }
            }
            self.ties(journey, seen);
        }
    }

    /// Somebody who works for several teams carries one load.
    pub(super) fn carry(&mut self, load: Load) {
        match self.loads.iter_mut().find(|known| known.account == load.account) {
            Some(known) => {
                known.open = known.open.saturating_add(load.open);
                known.waiting = known.waiting.saturating_add(load.waiting);
            }
            None => self.loads.push(load),
        }
    }

    /// Where the groups of somebody stand, one for each dimension.
    fn places(&mut self, profile: &super::group::Profile) -> Vec<usize> {
        let parts = Dimension::all().map(|dimension| Part::of(profile, dimension));
        parts.map(|part| self.place(part)).collect()
    }

    fn place(&mut self, part: Part) -> usize {
        if let Some(place) = self.places.get(&part) {
            return *place;
        }
        let place = self.parts.len();
        self.parts.push((part.clone(), Progress::default()));
        self.places.insert(part, place);
        place
    }

    fn count(&mut self, path: &Path) {
        match path.decision {
            Decision::Waiting => add_one(&mut self.waiting),
            Decision::Withdrawn => add_one(&mut self.withdrawn),
            Decision::Declined(reason) => bump(&mut self.declined, reason),
            Decision::Accompanied => {}
        }
        if path.has_settled() {
            add_one(&mut self.settled);
        }
        if let Some(outcome) = path.outcome {
            bump(&mut self.outcomes, outcome);
        }
        path.waited(path.first_time_on, &mut self.to_participation);
    }

    fn ties(&mut self, journey: &Journey, seen: Day) {
        for Tie { asked_on, answered_on, ended } in &journey.ties {
            let answered = answered_on.filter(|day| *day < seen);
            if let Some(days) = asked_on.zip(answered).and_then(|(asked, answered)| asked.until(answered)) {
                self.to_answer.add(days);
            }
            match ended.filter(|(day, _)| *day < seen) {
                Some((_, ConnectionEnd::Declined(reason))) => bump(&mut self.lost.declined, reason),
                Some((_, ConnectionEnd::Expired)) => add_one(&mut self.lost.expired),
                Some((_, ConnectionEnd::Dropped(reason))) => bump(&mut self.lost.dropped, reason),
                None => {}
            }
        }
    }
}

impl Progress {
    /// By [`Step`]; never growing.
    pub(super) fn funnel(&self) -> Counts<{ Step::ALL.len() }> {
        let mut left: u32 = self.furthest.iter().sum();
        self.furthest.map(|stopped| {
            let came = left;
            left = left.saturating_sub(stopped);
            came
        })
    }

    /// Those of an instrument, with everybody who was not measured.
    pub(super) fn pairs_of(&self, instrument: &'static Instrument) -> Pairs {
        let known = self.pairs.iter().find(|(one, _)| std::ptr::eq(*one, instrument));
        let mut pairs = known.map(|(_, pairs)| pairs.clone()).unwrap_or_default();
        let measured: u32 = pairs.each().map(|(_, persons)| persons).sum();
        pairs.add((None, None), self.opened.saturating_sub(measured));
        pairs
    }

    /// What somebody answered.
    pub(super) fn instruments(&self) -> impl Iterator<Item = &'static Instrument> {
        let was_filled_in = |pairs: &Pairs| pairs.each().any(|((first, last), _)| first.or(last).is_some());
        self.pairs.iter().filter(move |(_, pairs)| was_filled_in(pairs)).map(|(instrument, _)| *instrument)
    }

    fn add(&mut self, path: &Path, pairs: &[(&'static Instrument, Pair)]) {
        bump(&mut self.furthest, path.furthest());
        if path.is_opened {
            add_one(&mut self.opened);
        }
        path.waited(path.reached_on, &mut self.to_contact);
        for (instrument, pair) in pairs {
            match self.pairs.iter_mut().find(|(one, _)| std::ptr::eq(*one, *instrument)) {
                Some((_, known)) => known.add(*pair, 1),
                None => self.pairs.push((instrument, [*pair].into_iter().collect())),
            }
        }
    }
}

fn bump<T: Coded + PartialEq, const N: usize>(counts: &mut Counts<N>, value: T) {
    if let Some((_, count)) = T::all().zip(counts).find(|(known, _)| *known == value) {
        add_one(count);
    }
}

fn add_one(count: &mut u32) {
    *count = count.saturating_add(1);
}
