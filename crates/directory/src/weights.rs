//! Files of weights: what counts, how much, and in words, so that whoever wonders why can read it.

use std::collections::BTreeMap;
use std::fmt::Debug;

use kernel::Lang;
use kernel::coded::Coded;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// One line of such a file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weight {
    points: i16,
    fr: String,
    en: String,
}

/// The weight of each rule of a closed list.
pub type Points<R> = BTreeMap<R, Weight>;

/// Why a file of weights cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadWeights<R: Debug> {
    #[error("{0}")]
    Unreadable(String),
    #[error("no points for {0:?}")]
    Missing(R),
}

impl Weight {
    /// Whole points; below zero, against.
    pub fn points(&self) -> i16 {
        self.points
    }

    /// What it is for, in one sentence.
    pub fn says(&self, lang: Lang) -> &str {
        match lang {
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
        }
    }
}

/// Reads a file that holds the points of every rule.
///
/// # Errors
/// [`BadWeights`] for a file that is not TOML, names an unknown rule or misses one.
pub fn parse<W: DeserializeOwned, R: Coded + Debug>(
    text: &str,
    points: impl Fn(&W) -> &Points<R>,
) -> Result<W, BadWeights<R>> {
    let weights: W = toml::from_str(text).map_err(|error| BadWeights::Unreadable(error.to_string()))?;
    match R::all().find(|rule| !points(&weights).contains_key(rule)) {
        Some(missing) => Err(BadWeights::Missing(missing)),
        None => Ok(weights),
    }
}
