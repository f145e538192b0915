//! A screening and the instruments filled in it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kernel::id::{AccountId, CaseId, PersonId, ReferralId, ScreeningId, SiteId};
use measure::{Answers, Instrument, Item, Missing, Score};
use serde::{Deserialize, Serialize};

/// How many characters one goal in the person's words may have.
pub const LONGEST_WORDS: usize = 200;

/// Questions put on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screening {
    pub id: ScreeningId,
    pub site_id: SiteId,
    /// Nobody until a referral is written.
    pub person_id: Option<PersonId>,
    pub case_id: Option<CaseId>,
    pub referral_id: Option<ReferralId>,
    /// Who put the questions or typed the sheet; nobody when the person was alone.
    pub account_id: Option<AccountId>,
    pub mode: Mode,
    pub moment: Moment,
    /// The day the questions were answered.
    pub held_on: Date,
}

kernel::coded! {
    /// How the questions were answered.
    Mode {
        Professional = "professional",
        /// Read aloud, by somebody of the team.
        Phone = "phone",
        /// Without help, on a page.
        Alone = "self",
        /// On the printed sheet, typed in by somebody of the team.
        Paper = "paper",
        /// Noted in another program, and brought in.
        Elsewhere = "elsewhere",
    }
}

impl Mode {
    /// Those that somebody of the team types in, and so says themselves.
    pub const TYPED: [Mode; 3] = [Mode::Professional, Mode::Phone, Mode::Paper];
}

kernel::coded! {
    /// Before the support, or on the way.
    Moment {
        First = "first",
        Review = "review",
    }
}

/// One instrument with the answers given, whole or not.
#[derive(Clone, Debug)]
pub struct Filled {
    pub instrument: &'static Instrument,
    pub answers: Answers,
    /// What the person wants, in their words, by code of the item that asks how far they are.
    pub words: BTreeMap<String, String>,
}

/// A filled instrument as the store keeps it.
#[derive(Clone, Debug)]
pub struct Measure {
    pub screening_id: ScreeningId,
    pub held_on: Date,
    pub mode: Mode,
    pub moment: Moment,
    /// Who put the questions, by name.
    pub by: Option<String>,
    pub instrument: String,
    pub version: String,
    /// Nothing when the instrument is not shipped any more, or in another version.
    pub filled: Option<Filled>,
}

/// The instruments that were filled, each in its latest version: those that ship first, in their order.
pub fn instruments<'m>(measures: impl IntoIterator<Item = &'m Measure>) -> Vec<&'static Instrument> {
    let mut latest: BTreeMap<&'static str, (Date, &'static Instrument)> = BTreeMap::new();
    for measure in measures {
        if let Some(filled) = &measure.filled {
            let known = latest.entry(&filled.instrument.code).or_insert((measure.held_on, filled.instrument));
            if measure.held_on >= known.0 {
                *known = (measure.held_on, filled.instrument);
            }
        }
    }
    ordered(latest.into_values().map(|(_, instrument)| instrument))
}

/// Each once: those that ship first, in their order.
pub fn ordered(instruments: impl Iterator<Item = &'static Instrument>) -> Vec<&'static Instrument> {
    let place = |code: &str| measure::library().position(|shipped| shipped.code == code);
    let mut all: Vec<&'static Instrument> = instruments.collect();
    all.sort_by_cached_key(|one| (place(&one.code).unwrap_or(usize::MAX), &one.code, &one.version));
    all.dedup_by(|one, other| std::ptr::eq(*one, *other));
    all
}

/// The text of `measurement.answers`: item codes to values, and the goals' words when there are any,
/// as in `{"own_goals.goal1":4,"words":{"own_goals.goal1":"chanter"}}`.
#[derive(Serialize, Deserialize)]
struct Stored {
    #[serde(flatten)]
    answers: Answers,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    words: BTreeMap<String, String>,
}

impl Filled {
    pub fn new(instrument: &'static Instrument, answers: Answers) -> Filled {
        Filled { instrument, answers, words: BTreeMap::new() }
    }

    #[must_use]
    pub fn in_words(mut self, words: BTreeMap<String, String>) -> Filled {
        self.words = words;
        self
    }

    /// Whether nothing at all was answered or written.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.words.is_empty()
    }

    /// The items still to answer. Of goals, only those that were put into words.
    pub fn missing(&self) -> Vec<&'static Item> {
        let mut missing = self.instrument.unanswered(&self.answers);
        if self.instrument.missing == Missing::EachScaleAlone {
            missing.retain(|item| self.words.contains_key(&item.code));
        }
        missing
    }

    pub fn is_complete(&self) -> bool {
        self.missing().is_empty() && self.score().is_some()
    }

    /// `None` when the instrument's rule wants an answer that is missing, or one is not offered.
    pub fn score(&self) -> Option<Score<'static>> {
        self.instrument.score(&self.answers).ok()
    }

    /// As kept in `measurement.answers`.
    pub fn stored(&self) -> String {
        let stored = Stored { answers: self.answers.clone(), words: self.words.clone() };
        // A map from texts to numbers and texts has a JSON form.
        serde_json::to_string(&stored).unwrap_or_default()
    }

    /// `None` when the text is none of ours, or holds an answer that the instrument does not offer.
    pub fn from_stored(instrument: &'static Instrument, text: &str) -> Option<Filled> {
        let Stored { answers, words } = serde_json::from_str(text).ok()?;
        instrument.check(&answers).ok()?;
        Some(Filled { instrument, answers, words })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn goals(answers: &[(&str, i64)], words: &[&str]) -> Filled {
        let words = words.iter().map(|item| ((*item).to_owned(), "chanter".to_owned())).collect();
        Filled::new(measure::own_goals(), answers.iter().copied().collect()).in_words(words)
    }

    #[test]
    fn a_goal_without_words_or_value_was_not_asked() {
        assert!(goals(&[("own_goals.goal1", 4)], &["own_goals.goal1"]).is_complete());
        assert!(goals(&[("own_goals.wellbeing", 4)], &[]).is_complete());
    }

    #[test]
    fn a_goal_put_into_words_waits_for_its_value() {
        let filled = goals(&[("own_goals.wellbeing", 4)], &["own_goals.goal2"]);
        assert!(!filled.is_complete());
        let missing: Vec<&str> = filled.missing().iter().map(|item| item.code.as_str()).collect();
        assert_eq!(missing, ["own_goals.goal2"]);
    }

    #[test]
    fn one_answer_of_three_is_not_a_score() {
        let filled = Filled::new(measure::ucla3(), [("ucla3.1", 3)].into_iter().collect());
        assert!(filled.score().is_none() && !filled.is_complete());
        assert_eq!(filled.missing().len(), 2);
    }

    #[test]
    fn what_is_stored_reads_back_and_stays_plain_without_words() {
        let filled = goals(&[("own_goals.goal1", 4)], &["own_goals.goal1"]);
        let back = Filled::from_stored(measure::own_goals(), &filled.stored()).unwrap();
        assert_eq!((back.answers, back.words), (filled.answers, filled.words));
        let plain = Filled::new(measure::ucla3(), [("ucla3.1", 3)].into_iter().collect());
        assert_eq!(plain.stored(), r#"{"ucla3.1":3}"#);
    }

    #[test]
    fn an_answer_that_is_not_offered_does_not_come_out_of_the_store() {
        assert!(Filled::from_stored(measure::ucla3(), r#"{"ucla3.1":9}"#).is_none());
        assert!(Filled::from_stored(measure::ucla3(), r#"{"epices.1":1}"#).is_none());
        assert!(Filled::from_stored(measure::ucla3(), "[]").is_none());
    }
}
