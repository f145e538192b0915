//! What is counted, and what it is counted from.

use jiff::civil::Date;
use kernel::coded::Coded;
use kernel::id::AccountId;
use measure::{ChangeSummary, Instrument, Movement, Scale, Waits};

use crate::caseload::Outcome;
use crate::referral::model::DeclineReason;

/// Days from the first on, before the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    pub from: Date,
    pub before: Date,
}

/// Whose referrals are followed, and how far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cohort {
    /// When the referrals were sent.
    pub sent: Period,
    /// What happened on that day or later is not looked at: the same question asked later has the same
    /// answer, but for what was noted late, corrected or erased meanwhile.
    pub seen_before: Date,
}

/// Days waited in classes: up to and including each, and a last class beyond.
pub const WAITED: [u32; 4] = [2, 7, 14, 30];

/// Counts of persons, unless said otherwise. Arrays follow the order of their kind's `ALL`.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// Consultations and self-screenings held in the period, whether or not a referral followed;
    /// what is measured in a course of support is not among them.
    pub screened: u32,
    /// By [`Step`]; never growing.
    pub funnel: [u32; Step::ALL.len()],
    /// By [`Source`], of the referrals sent.
    pub sources: [u32; Source::ALL.len()],
    /// Referrals declined, by reason.
    pub declined: [u32; DeclineReason::ALL.len()],
    /// Referrals that the person withdrew.
    pub withdrawn: u32,
    /// Referrals nobody has decided on yet.
    pub waiting: u32,
    /// Takes part on their own, or their course of support ended so.
    pub settled: u32,
    /// Courses of support closed, by outcome.
    pub outcomes: [u32; Outcome::ALL.len()],
    /// Courses of support still going on.
    pub open: u32,
    pub lost_connections: LostConnections,
    /// Days from asking an organization for a place to its answer, of those that answered: of
    /// connections, not persons.
    pub to_answer: Option<Waits>,
    pub answer_waits: [u32; WAITED.len() + 1],
    /// Days from referral to first contact, of those reached.
    pub to_first_contact: Option<Waits>,
    /// Days from referral to the first time somebody took part, of those who did.
    pub to_first_participation: Option<Waits>,
    /// The same waits in the classes of [`WAITED`].
    pub contact_waits: [u32; WAITED.len() + 1],
    pub participation_waits: [u32; WAITED.len() + 1],
    /// One for each instrument that somebody of the cohort filled in.
    pub changes: Vec<Change>,
    pub loads: Vec<Load>,
}

kernel::coded! {
    /// How far a referral came. A later step implies the ones before it: a person who has taken part
    /// has been reached, whatever was noted.
    Step {
        Referred = "referred",
        /// Accepted: a course of support was opened.
        Accompanied = "accompanied",
        Reached = "reached",
        Assessed = "assessed",
        /// An organisation said yes.
        Connected = "connected",
        Once = "once",
        ThreeTimes = "three_times",
        SixTimes = "six_times",
    }
}

kernel::coded! {
    /// Who asked; the code is that of `referral.origin`.
    Source {
        Prescriber = "prescriber",
        Person = "self",
        ThirdParty = "third_party",
        Paper = "paper",
    }
}

/// Connections that came to nothing: of connections, not persons.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LostConnections {
    /// By the organisation, by [`DeclineReason`].
    pub declined: [u32; DeclineReason::ALL.len()],
    /// After thirty days of silence.
    pub expired: u32,
    /// By the person or the team, by [`DeclineReason`].
    pub dropped: [u32; DeclineReason::ALL.len()],
}

/// What a link worker carries today, whatever the period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Load {
    /// Nothing for cases that nobody has taken yet.
    pub account: Option<AccountId>,
    pub link_worker: Option<String>,
    pub open: u32,
    /// Of the open ones, those not reached yet.
    pub waiting: u32,
}

/// First against last measure of one instrument's main scale, among those accompanied.
#[derive(Clone, Copy, Debug)]
pub struct Change {
    pub instrument: &'static Instrument,
    pub scale: &'static Scale,
    pub summary: ChangeSummary,
    /// None while fewer than two were measured twice.
    pub movement: Option<Movement>,
}

impl Change {
    /// Whether another is of the same questions, in the same version.
    pub fn is_like(&self, other: &Change) -> bool {
        let of = |change: &Change| {
            let Change { instrument, scale, .. } = *change;
            (&instrument.code, &instrument.version, &scale.code)
        };
        of(self) == of(other)
    }
}

impl Figures {
    pub fn step(&self, wanted: Step) -> u32 {
        Step::all().zip(self.funnel).find(|(step, _)| *step == wanted).map_or(0, |(_, count)| count)
    }

    /// By the instrument that most were measured with twice, the first in order of as many; never by one
    /// that asks for goals in each person's own words.
    pub fn main_change(&self) -> Option<&Change> {
        // `max_by_key` keeps the last of equals.
        let changes = self.changes.iter().rev().filter(|change| !change.instrument.asks_for_own_words());
        changes.max_by_key(|change| change.summary.measured_twice)
    }

    pub fn closed(&self) -> u32 {
        self.outcomes.iter().sum()
    }

    pub fn declined(&self) -> u32 {
        self.declined.iter().sum()
    }

    /// Whether nothing at all happened in the period.
    pub fn is_empty(&self) -> bool {
        self.screened == 0 && self.step(Step::Referred) == 0
    }
}
