//! Everything about one life that is drawn before its days are.

use care::referral::Reason;

use super::dice::Dice;
use super::material::{Material, Place, Sentence};
use super::model::{Character, From, Measured, Path, What};
use super::wishes::Wishes;

/// A request to be written.
pub(super) struct Slot<'m> {
    pub(super) material: &'m Material,
    pub(super) site: usize,
    pub(super) path: Path,
    pub(super) from: From,
    pub(super) person: Character,
    pub(super) wishes: Wishes<'m>,
    /// Days from the request to the first contact.
    pub(super) wait: i64,
    /// How the places asked before the last one answer.
    pub(super) refusals: Vec<Trial>,
    /// Answers to UCLA-3, at first and, for those measured twice, at the review.
    pub(super) first: [i64; 3],
    pub(super) last: Option<[i64; 3]>,
}

/// How a place asked in vain answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trial {
    Full,
    NotEligible,
    /// Reminded at ten days, expired at thirty.
    Silent,
    /// Says to wait, then yes.
    Waits,
}

impl<'m> Slot<'m> {
    /// A sentence of the link worker's for a call, by its result and moment.
    pub(super) fn call_note(&self, result: &str, moment: Option<&str>, dice: &mut Dice) -> Option<String> {
        let fits = |note: &&Sentence| {
            note.result.as_deref() == Some(result)
                && note.moment.as_deref() == moment
                && (note.topics.is_empty() || note.is_about(&self.wishes.topics))
        };
        self.sentence(&self.material.words.link_worker_note, fits, dice)
    }

    /// An organisation's words for a refusal.
    pub(super) fn refusal(&self, reason: &str, dice: &mut Dice) -> Option<String> {
        let fits = |words: &&Sentence| words.reason.as_deref() == Some(reason);
        self.sentence(&self.material.words.organization_answer, fits, dice)
    }

    /// Why the person did not go on, for a reason.
    pub(super) fn drop_note(&self, reason: &str, dice: &mut Dice) -> Option<String> {
        let fits = |words: &&Sentence| words.reason.as_deref() == Some(reason);
        self.sentence(&self.material.words.drop_reason, fits, dice)
    }

    /// The place to ask after so many others.
    pub(super) fn place(&self, tried: usize) -> Option<&'m Place> {
        self.wishes.places.iter().cycle().nth(tried).copied()
    }

    /// How the request was prepared: a prescriber holds a consultation first.
    pub(super) fn request(&self) -> Vec<What> {
        let consult = What::Consult { ucla: self.first.to_vec(), on_paper: self.from == From::Paper };
        let note = match self.from {
            From::Prescriber => self.wishes.note.clone(),
            From::Person => Some(self.wishes.matters.clone()),
            From::Near { .. } | From::Paper => None,
        };
        let reasons: Vec<Reason> = self.wishes.reasons.clone();
        let send = What::Send { from: self.from.clone(), reasons, note };
        match self.from {
            From::Prescriber => vec![consult, send],
            From::Person | From::Near { .. } | From::Paper => vec![send],
        }
    }

    /// What is measured at the assessment: goals, and what no consultation asked.
    pub(super) fn first_measure(&self, dice: &mut Dice) -> Measured {
        let ucla = (self.from != From::Prescriber).then_some(self.first);
        Measured { ucla, goals: self.goals(dice, 1, 4) }
    }

    pub(super) fn review(&self, dice: &mut Dice) -> Option<Measured> {
        let ucla = self.last?;
        Some(Measured { ucla: Some(ucla), goals: self.goals(dice, 4, 8) })
    }

    fn goals(&self, dice: &mut Dice, least: i64, most: i64) -> Vec<(String, i64)> {
        self.wishes.goals.iter().map(|goal| (goal.clone(), dice.between(least, most))).collect()
    }

    fn sentence(
        &self,
        among: &[Sentence],
        fits: impl Fn(&&Sentence) -> bool,
        dice: &mut Dice,
    ) -> Option<String> {
        let suits = |sentence: &&Sentence| sentence.suits(&self.person.civility, self.person.age());
        let fitting: Vec<&Sentence> = among.iter().filter(suits).filter(fits).collect();
        dice.pick(&fitting).map(|sentence| sentence.text.clone())
    }
}
