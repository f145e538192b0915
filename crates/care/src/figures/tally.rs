//! Journeys added up, one after the other: of a site or of a region, all together and by group.

use std::collections::{BTreeMap, HashMap};

use kernel::coded::Coded;
use measure::{Days, Instrument, Pairs};

use super::day::Day;
use super::group::{Dimension, Part, Profile};
use super::journey::{Journey, Journeys, Question, Tie};
use super::model::{Cohort, Load, LostConnections, Source, Step};
use super::path::{ConnectionEnd, Decision, Path};
use crate::caseload::Outcome;
use crate::referral::model::DeclineReason;

/// How many of each value of a closed list, in its order.
pub(super) type Counts<const N: usize> = [u32; N];

#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    pub(super) screened: u32,
    pub(super) declined: Counts<{ DeclineReason::ALL.len() }>,
    pub(super) withdrawn: u32,
    pub(super) waiting: u32,
    pub(super) settled: u32,
    pub(super) outcomes: Counts<{ Outcome::ALL.len() }>,
    pub(super) lost: LostConnections,
    pub(super) to_answer: Days,
    pub(super) to_participation: Days,
    pub(super) loads: Vec<Load>,
    /// What somebody answered, and once they are looked up, the instruments that ask it.
    pub(super) questions: Vec<Question>,
    pub(super) known: Vec<Option<&'static Instrument>>,
    /// Everybody is in one of them: whole and groups are sums.
    profiles: Vec<(Profile, Progress)>,
    places: HashMap<Profile, usize>,
}

/// What is told of a group as of the whole.
#[derive(Clone, Debug, Default)]
pub(super) struct Progress {
    /// By the last step each one passed.
    furthest: Counts<{ Step::ALL.len() }>,
    /// Courses of support.
    opened: u32,
    pub(super) to_contact: Days,
    /// By the place of the question.
    pairs: Vec<(usize, Pairs)>,
}

impl Tally {
    /// Adds those that were sent in the period.
    pub(super) fn add(&mut self, journeys: &Journeys, cohort: Cohort) {
        let (from, before) = (Day::of(cohort.sent.from), Day::of(cohort.sent.before));
        let seen = Day::of(cohort.seen_before);
        let codes = journeys.codes();
        let places: Vec<usize> = journeys.profiles.iter().map(|profile| self.place(profile)).collect();
        let questions: Vec<usize> = journeys.questions.iter().map(|asked| self.question(asked)).collect();
        for journey in journeys.each.iter().filter(|journey| (from..before).contains(&journey.sent_on)) {
            let path = journey.seen(seen);
            self.count(&path);
            self.ties(journey, seen);
            let place = places.get(journey.profile);
            let Some((_, progress)) = place.and_then(|place| self.profiles.get_mut(*place)) else { continue };
            progress.add(&path);
            for (question, pair) in journey.pairs(&codes, seen) {
                if let Some(question) = questions.get(question) {
                    progress.measured(*question, |pairs| pairs.add(pair, 1));
                }
            }
        }
    }

    /// Adds the journeys of another tally, which shares none.
    pub(super) fn merge(&mut self, other: &Tally) {
        let questions: Vec<usize> = other.questions.iter().map(|asked| self.question(asked)).collect();
        for (profile, progress) in &other.profiles {
            let place = self.place(profile);
            if let Some((_, own)) = self.profiles.get_mut(place) {
                own.merge(progress, |question| questions.get(question).copied());
            }
        }
        for (count, more) in [
            (&mut self.screened, other.screened),
            (&mut self.withdrawn, other.withdrawn),
            (&mut self.waiting, other.waiting),
            (&mut self.settled, other.settled),
            (&mut self.lost.expired, other.lost.expired),
        ] {
            *count = count.saturating_add(more);
        }
        add_each(&mut self.declined, &other.declined);
        add_each(&mut self.outcomes, &other.outcomes);
        add_each(&mut self.lost.declined, &other.lost.declined);
        add_each(&mut self.lost.dropped, &other.lost.dropped);
        self.to_answer.merge(&other.to_answer);
        self.to_participation.merge(&other.to_participation);
        other.loads.iter().for_each(|load| self.carry(load.clone()));
    }

    pub(super) fn all(&self) -> Progress {
        let mut all = Progress::default();
        self.profiles.iter().for_each(|(_, progress)| all.merge(progress, Some));
        all
    }

    /// Each group of a dimension that somebody is in.
    pub(super) fn parts(&self, dimension: Dimension) -> BTreeMap<Part, Progress> {
        let mut parts: BTreeMap<Part, Progress> = BTreeMap::new();
        for (profile, progress) in self.profiles.iter().filter(|(_, progress)| !progress.is_empty()) {
            parts.entry(Part::of(profile, dimension)).or_default().merge(progress, Some);
        }
        parts
    }

    pub(super) fn sources(&self) -> Counts<{ Source::ALL.len() }> {
        let mut counts = Counts::default();
        for (profile, progress) in &self.profiles {
            bump(&mut counts, profile.source, progress.persons());
        }
        counts
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

    /// Those of an instrument, with everybody who was not measured.
    pub(super) fn pairs_of(&self, progress: &Progress, instrument: &'static Instrument) -> Pairs {
        let mut all = Pairs::default();
        let own = self.measured(progress).filter(|(one, _)| std::ptr::eq(*one, instrument));
        own.for_each(|(_, pairs)| all.merge(pairs));
        let measured: u32 = all.each().map(|(_, persons)| persons).sum();
        all.add((None, None), progress.opened.saturating_sub(measured));
        all
    }

    /// What somebody answered.
    pub(super) fn instruments(&self, progress: &Progress) -> Vec<&'static Instrument> {
        let was_filled_in = |pairs: &Pairs| pairs.each().any(|((first, last), _)| first.or(last).is_some());
        let filled_in = self.measured(progress).filter(|(_, pairs)| was_filled_in(pairs));
        let mut instruments: Vec<&'static Instrument> = Vec::new();
        for (instrument, _) in filled_in {
            if instruments.iter().all(|known| !std::ptr::eq(*known, instrument)) {
                instruments.push(instrument);
            }
        }
        instruments
    }

    /// Of questions that are known.
    fn measured<'p>(&self, progress: &'p Progress) -> impl Iterator<Item = (&'static Instrument, &'p Pairs)> {
        let known = |question: usize| self.known.get(question).copied().flatten();
        progress.pairs.iter().filter_map(move |(question, pairs)| Some((known(*question)?, pairs)))
    }

    fn question(&mut self, asked: &Question) -> usize {
        self.questions.iter().position(|known| known == asked).unwrap_or_else(|| {
            self.questions.push(asked.clone());
            self.questions.len().saturating_sub(1)
        })
    }

    fn place(&mut self, profile: &Profile) -> usize {
        if let Some(place) = self.places.get(profile) {
            return *place;
        }
        let place = self.profiles.len();
        self.profiles.push((profile.clone(), Progress::default()));
        self.places.insert(profile.clone(), place);
        place
    }

    fn count(&mut self, path: &Path) {
        match path.decision {
            Decision::Waiting => add_one(&mut self.waiting),
            Decision::Withdrawn => add_one(&mut self.withdrawn),
            Decision::Declined(reason) => bump(&mut self.declined, reason, 1),
            Decision::Accompanied => {}
        }
        if path.has_settled() {
            add_one(&mut self.settled);
        }
        if let Some(outcome) = path.outcome {
            bump(&mut self.outcomes, outcome, 1);
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
                Some((_, ConnectionEnd::Declined(reason))) => bump(&mut self.lost.declined, reason, 1),
                Some((_, ConnectionEnd::Expired)) => add_one(&mut self.lost.expired),
                Some((_, ConnectionEnd::Dropped(reason))) => bump(&mut self.lost.dropped, reason, 1),
                None => {}
            }
        }
    }
}

impl Progress {
    /// By [`Step`]; never growing.
    pub(super) fn funnel(&self) -> Counts<{ Step::ALL.len() }> {
        let mut left = self.persons();
        self.furthest.map(|stopped| {
            let came = left;
            left = left.saturating_sub(stopped);
            came
        })
    }

    fn persons(&self) -> u32 {
        self.furthest.iter().sum()
    }

    fn is_empty(&self) -> bool {
        self.persons() == 0
    }

    fn add(&mut self, path: &Path) {
        bump(&mut self.furthest, path.furthest(), 1);
        if path.is_opened {
            add_one(&mut self.opened);
        }
        path.waited(path.reached_on, &mut self.to_contact);
    }

    fn measured(&mut self, question: usize, add: impl FnOnce(&mut Pairs)) {
        if let Some((_, known)) = self.pairs.iter_mut().find(|(one, _)| *one == question) {
            return add(known);
        }
        let mut pairs = Pairs::default();
        add(&mut pairs);
        self.pairs.push((question, pairs));
    }

    /// `place` says where a question of the other stands among ours.
    fn merge(&mut self, other: &Progress, place: impl Fn(usize) -> Option<usize>) {
        add_each(&mut self.furthest, &other.furthest);
        self.opened = self.opened.saturating_add(other.opened);
        self.to_contact.merge(&other.to_contact);
        for (question, pairs) in &other.pairs {
            if let Some(question) = place(*question) {
                self.measured(question, |known| known.merge(pairs));
            }
        }
    }
}

fn bump<T: Coded + PartialEq, const N: usize>(counts: &mut Counts<N>, value: T, by: u32) {
    if let Some((_, count)) = T::all().zip(counts).find(|(known, _)| *known == value) {
        *count = count.saturating_add(by);
    }
}

fn add_one(count: &mut u32) {
    *count = count.saturating_add(1);
}

fn add_each(counts: &mut [u32], more: &[u32]) {
    counts.iter_mut().zip(more).for_each(|(count, more)| *count = count.saturating_add(*more));
}
