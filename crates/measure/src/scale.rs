//! How answers become a number, and what that number is called.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::words::Words;

/// One number read from some of the items.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Scale {
    pub code: String,
    pub title: Words,
    /// Codes of the items it is read from.
    pub items: Vec<String>,
    pub rule: Rule,
    pub better: Better,
    /// Values are whole numbers of 10 to the minus this many points: 2 for hundredths.
    #[serde(default)]
    pub decimals: u32,
    /// The smallest value that answers can give.
    pub lowest: i64,
    /// The largest.
    pub highest: i64,
    /// The smallest difference that its authors call meaningful; any difference counts without it.
    pub meaningful: Option<i64>,
    /// How many of its items may have no answer, each then adding nothing; none unless its authors say so.
    #[serde(default)]
    pub may_miss: usize,
    /// Says the value: `{value}` and `{highest}` are replaced.
    pub says: Words,
    pub change: ChangeWords,
    /// Ascending, from [`Scale::lowest`] on; none where nothing was published.
    #[serde(default)]
    pub bands: Vec<Band>,
}

impl Scale {
    /// How many of its units make a point: 100 where values are hundredths.
    pub fn points(&self) -> f64 {
        10_f64.powi(i32::try_from(self.decimals).unwrap_or_default())
    }

    /// The band a value falls in; none for a scale without bands or a value below them.
    pub fn band(&self, value: i64) -> Option<&Band> {
        self.bands.iter().rev().find(|band| band.from <= value)
    }
}

/// What each answer adds. The value is what all of them add to the start.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Rule {
    /// The answers, added; for a single item, the answer itself.
    Sum,
    /// One for each answer above `at_most`: with zero, every network is at most that.
    CountAbove { at_most: i64 },
    /// One for each answer among those listed for its item.
    CountListed { answers: BTreeMap<String, Vec<i64>> },
    /// The intercept, and each answer times its item's weight.
    Weighted { intercept: i64, weights: BTreeMap<String, i64> },
}

impl Rule {
    pub(crate) fn start(&self) -> i64 {
        match self {
            Rule::Sum | Rule::CountAbove { .. } | Rule::CountListed { .. } => 0,
            Rule::Weighted { intercept, .. } => *intercept,
        }
    }

    pub(crate) fn adds(&self, item: &str, answer: i64) -> i64 {
        match self {
            Rule::Sum => answer,
            Rule::CountAbove { at_most } => i64::from(answer > *at_most),
            Rule::CountListed { answers } => {
                i64::from(answers.get(item).is_some_and(|listed| listed.contains(&answer)))
            }
            Rule::Weighted { weights, .. } => {
                weights.get(item).map_or(0, |weight| weight.saturating_mul(answer))
            }
        }
    }
}

/// Which way a person is better off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Better {
    Lower,
    Higher,
}

/// A stretch of values, up to where the next begins.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    pub code: String,
    /// The first value in it, in the scale's own units.
    pub from: i64,
    /// Whether the published convention, and so the comparator, counts persons in it.
    pub counted: bool,
    pub title: Words,
    /// What the result says, in plain words.
    pub says: Words,
}

/// What a change is called, seen by the person.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeWords {
    pub better: Words,
    pub same: Words,
    pub worse: Words,
}
