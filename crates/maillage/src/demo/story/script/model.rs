//! A story before it is told: who, and what happens to them when.

use care::assessment::Assessment;
use care::caseload::Outcome;
use care::referral::{DeclineReason, Reason};
use jiff::civil::{Date, DateTime};

/// Six months at three sites.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Script {
    pub(crate) lives: Vec<Life>,
}

/// What happens around one person, in order of time.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Life {
    /// The place of the site in `sites.toml`.
    pub(crate) site: usize,
    /// E-mails of the accounts that act.
    pub(crate) prescriber: String,
    pub(crate) link_worker: String,
    pub(crate) path: Path,
    /// Nobody is named in a consultation that led to no request.
    pub(crate) person: Option<Character>,
    pub(crate) steps: Vec<Step>,
}

/// A person who does not exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Character {
    /// `Mme` or `M.`
    pub(crate) civility: String,
    pub(crate) name: String,
    pub(crate) birth_year: i64,
    pub(crate) commune: String,
    pub(crate) address: Option<String>,
    pub(crate) phone: Option<String>,
    pub(crate) discreet: bool,
    pub(crate) call_when: Option<String>,
}

/// How far a life has come by the last morning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Path {
    /// A consultation, and no request.
    OnlySeen,
    Declined(DeclineReason),
    Withdrawn,
    /// Nobody has decided yet.
    Waiting,
    /// Three calls, a letter, closed.
    Unreachable,
    /// Closed after the assessment, and why.
    Stopped(Outcome),
    /// Went once, then preferred to stop; closed.
    StoppedAfterOnce,
    /// Six times or more, settled, closed.
    Settled,
    /// Three to five times, closed with what they wanted.
    GoalsReached,
    /// Six times or more, still accompanied.
    Habit {
        settled: bool,
    },
    /// Three to five times so far.
    Trying,
    /// Once or twice so far.
    Beginning,
    /// Went once; something else is being looked for.
    LeftAfterOnce,
    /// On the link worker's desk, without having taken part.
    OnTheDesk(Desk),
}

/// What a link worker has before them on the last morning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Desk {
    CallLate,
    CallFirst,
    CallAgain,
    CallBack,
    Letter,
    Assess,
    Silent,
    AskedLately,
    Introduce,
    MeetingTomorrow,
    Expired,
    Declined,
    Waitlisted,
    Paused,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Step {
    /// On French walls.
    pub(crate) at: DateTime,
    pub(crate) what: What,
}

/// One act of one of the people around the person.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum What {
    Consult {
        ucla: Vec<i64>,
        on_paper: bool,
    },
    Send {
        from: From,
        reasons: Vec<Reason>,
        note: Option<String>,
    },
    Accept,
    Decline(DeclineReason),
    Withdraw,
    Call {
        result: Call,
        note: Option<String>,
    },
    WriteLetter,
    Measure(Measured),
    Assess(Box<Assessment>),
    Plan {
        goals: Vec<String>,
        review_on: Date,
    },
    /// Proposes a place and asks it, telling what the person likes.
    Ask {
        place: String,
        likes: String,
    },
    Answer {
        answer: Reply,
        by_link: bool,
    },
    Introduce {
        on: Date,
        accompanied: bool,
    },
    Attend {
        on: Date,
    },
    Settle,
    Drop {
        reason: DeclineReason,
    },
    Pause {
        until: Date,
    },
    Review(Measured),
    Close {
        outcome: Outcome,
        note: Option<String>,
    },
}

/// Who asks that the person be accompanied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum From {
    Prescriber,
    Person,
    Near {
        name: String,
        contact: String,
    },
    /// A sheet the prescriber gave, typed in by the link worker.
    Paper,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Call {
    Reached,
    NoAnswer,
    /// They asked to be called another day.
    Another {
        on: Date,
    },
}

/// What was measured on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Measured {
    /// Answers to UCLA-3, 1 to 3 each.
    pub(crate) ucla: Option<[i64; 3]>,
    /// How far the person is on each goal, 0 to 10, in their words.
    pub(crate) goals: Vec<(String, i64)>,
}

/// What an organisation says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reply {
    Yes { meeting: Option<Date>, contact: Option<String> },
    Wait { until: Date },
    No { reason: DeclineReason, words: Option<String> },
}
