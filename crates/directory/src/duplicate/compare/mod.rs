//! How alike two entries are, and why: pure, symmetric, the same at every run.
//!
//! Words: a [`Sketch`] is what of an entry can be compared; a [`Clue`] is one thing found
//! between two of them, worth the points of `weights.toml`; a [`Likeness`] is their sum with every
//! clue. Words of names weigh what `lexicon.toml` says.
//!
//! The method is that of I. Fellegi and A. Sunter, *A Theory for Record Linkage* (1969), with
//! points written by hand and rounded from a measure (`docs/duplicates.md`), not learned.

mod clue;
mod lexicon;
mod name;
mod rules;
mod sketch;
mod street;
mod weights;

pub use clue::{Clue, Detail, Likeness, Rule};
pub use lexicon::{BadLexicon, Lexicon};
pub use rules::compare;
pub(crate) use sketch::Offering;
pub use sketch::Sketch;
pub use weights::Weights;

use crate::weights::BadWeights;

/// What entries are compared by: the two files of this program.
#[derive(Clone, Copy, Debug)]
pub struct Scales {
    pub weights: &'static Weights,
    pub lexicon: &'static Lexicon,
}

/// Why nothing can be compared.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadScales {
    #[error("weights.toml: {0}")]
    Weights(#[from] BadWeights<Rule>),
    #[error("lexicon.toml: {0}")]
    Lexicon(#[from] BadLexicon),
}

impl Scales {
    /// # Errors
    /// [`BadScales`] for a file that could not be used; tests hold that the shipped ones can.
    pub fn shipped() -> Result<Scales, BadScales> {
        Ok(Scales { weights: weights::shipped()?, lexicon: lexicon::shipped()? })
    }
}

#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod rules_tests;
