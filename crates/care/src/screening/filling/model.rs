//! A filling and where it stands.

use jiff::{SignedDuration, Timestamp};
use kernel::id::{CaseId, FillingId};
use measure::{Instrument, Item};

use crate::screening::model::{Filled, Mode, Moment};

/// Long enough for somebody who opens letters once a week.
const ANSWERED_WITHIN: SignedDuration = SignedDuration::from_hours(14 * 24);
/// After a month, what was begun says nothing of today.
const TAKEN_UP_WITHIN: SignedDuration = SignedDuration::from_hours(30 * 24);

kernel::coded! {
    /// How the questions reach the person.
    Way {
        /// Read together on a screen, one after the other.
        Together = "together",
        /// Read aloud by telephone.
        Phone = "phone",
        /// By the person alone, behind a link or its square.
        Link = "link",
        /// On a sheet that comes back.
        Paper = "paper",
    }
}

impl Way {
    pub(in crate::screening) fn mode(self) -> Mode {
        match self {
            Way::Together => Mode::Professional,
            Way::Phone => Mode::Phone,
            Way::Link => Mode::Alone,
            Way::Paper => Mode::Paper,
        }
    }

    pub(super) fn lasts(self) -> SignedDuration {
        if self == Way::Link { ANSWERED_WITHIN } else { TAKEN_UP_WITHIN }
    }
}

/// Questions under way.
#[derive(Clone, Debug)]
pub(in crate::screening) struct Filling {
    pub(in crate::screening) id: FillingId,
    pub(in crate::screening) case: CaseId,
    pub(in crate::screening) way: Way,
    pub(in crate::screening) moment: Moment,
    pub(in crate::screening) code: String,
    pub(in crate::screening) started_at: Timestamp,
    pub(in crate::screening) ends_at: Timestamp,
    pub(in crate::screening) finished_at: Option<Timestamp>,
    pub(in crate::screening) dropped_at: Option<Timestamp>,
    /// One for each instrument, as far as it is answered.
    pub(in crate::screening) parts: Vec<Filled>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::screening) enum State {
    Open,
    Finished,
    Dropped,
    Lapsed,
}

/// One question of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Question<'f> {
    pub(super) part: &'f Filled,
    pub(super) item: &'static Item,
}

impl Filling {
    pub(in crate::screening) fn state(&self, now: Timestamp) -> State {
        match (self.finished_at, self.dropped_at) {
            (Some(_), _) => State::Finished,
            (None, Some(_)) => State::Dropped,
            (None, None) if now < self.ends_at => State::Open,
            (None, None) => State::Lapsed,
        }
    }

    /// Every question, in order; of goals, those that were put into words.
    pub(super) fn questions(&self) -> Vec<Question<'_>> {
        let of = |part| {
            let part: &Filled = part;
            let asked = |item: &&Item| !item.in_own_words || part.words.contains_key(&item.code);
            part.instrument.items.iter().filter(asked).map(move |item| Question { part, item })
        };
        self.parts.iter().flat_map(of).collect()
    }

    /// How many were answered, of how many.
    pub(in crate::screening) fn progress(&self) -> (usize, usize) {
        let questions = self.questions();
        (questions.iter().filter(|question| question.answer().is_some()).count(), questions.len())
    }

    /// The first without an answer, counted from one; beyond the last when there is none.
    pub(super) fn next(&self) -> usize {
        let questions = self.questions();
        let place = questions.iter().position(|question| question.answer().is_none());
        place.unwrap_or(questions.len()).saturating_add(1)
    }
}

impl Question<'_> {
    pub(super) fn instrument(&self) -> &'static Instrument {
        self.part.instrument
    }

    pub(super) fn answer(&self) -> Option<i64> {
        self.part.answers.get(&self.item.code)
    }
}
