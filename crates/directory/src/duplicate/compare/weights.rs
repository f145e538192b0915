//! The weights, read from `weights.toml`: what counts, how much, and in words.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use kernel::Lang;
use serde::Deserialize;

use super::clue::{Clue, Detail, Rule};
use crate::duplicate::entry::Kind;
use crate::resource::said;
use crate::weights::{self, BadWeights, Points, Weight};

const FILE: &str = include_str!("weights.toml");

/// The file as it ships; its tests hold that it can be read.
static SHIPPED: LazyLock<Result<Weights, BadWeights<Rule>>> = LazyLock::new(|| Weights::parse(FILE));

/// Everything that makes two entries look like one.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// Grows with every change of the file.
    pub version: u32,
    pub thresholds: Thresholds,
    points: Points<Rule>,
    /// What the same things are worth between two resources, where that is something else.
    resources: BTreeMap<Rule, i16>,
}

/// Where a shade becomes a yes or a no.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Thresholds {
    /// The score of a pair nothing is known of.
    pub start: i16,
    /// A pair is shown from this score on.
    pub propose: i16,
    /// From here on it is said to be very likely.
    pub likely: i16,
    /// A pair told apart comes back when its score has grown by so much.
    pub again: i16,
    /// Shares of the words of two names, 0 to 1.
    pub same_name: f64,
    pub close_name: f64,
    pub other_name: f64,
    /// Distances, in metres.
    pub at_once_m: f64,
    pub near_m: f64,
    pub far_m: f64,
    pub very_far_m: f64,
}

/// The weights of this program.
///
/// # Errors
/// [`BadWeights`] for a file that could not be used.
pub(super) fn shipped() -> Result<&'static Weights, BadWeights<Rule>> {
    SHIPPED.as_ref().map_err(BadWeights::clone)
}

impl Weights {
    /// # Errors
    /// [`BadWeights`] for a file that is not TOML, names an unknown rule or misses one.
    pub fn parse(text: &str) -> Result<Weights, BadWeights<Rule>> {
        weights::parse(text, |weights: &Weights| &weights.points)
    }

    pub(super) fn points(&self, rule: Rule, of: Kind) -> i16 {
        let own = self.resources.get(&rule).filter(|_| of == Kind::Resource);
        own.copied().unwrap_or_else(|| self.points.get(&rule).map_or(0, Weight::points))
    }

    /// A clue in words: « à 40 m », "same SIRET".
    pub fn say(&self, clue: &Clue, lang: Lang) -> String {
        let Some(weight) = self.points.get(&clue.rule) else {
            return String::new();
        };
        let sentence = weight.says(lang);
        let detail = match &clue.detail {
            Detail::None => return sentence.to_owned(),
            Detail::Metres(metres) => apart(*metres, lang),
            Detail::Words(words) => words.join(", "),
        };
        sentence.replace("{}", &detail)
    }
}

/// To the next ten metres: whether it is across the street is what one wants to know.
fn apart(metres: u32, lang: Lang) -> String {
    match metres {
        0..=10 => match lang {
            Lang::Fr => "moins de 10\u{a0}m".to_owned(),
            Lang::En => "less than 10\u{a0}m".to_owned(),
        },
        11..1000 => format!("{}\u{a0}m", metres.div_ceil(10) * 10),
        _ => said::distance(f64::from(metres) / 1000.0, lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_file_says_every_rule_once_in_both_languages() {
        let weights = shipped().unwrap();
        assert_eq!(weights.points.len(), Rule::ALL.len());
        for (rule, weight) in &weights.points {
            let [fr, en] = [Lang::Fr, Lang::En].map(|lang| weight.says(lang));
            assert!(!fr.is_empty() && !en.is_empty(), "{rule:?}");
            assert_eq!(fr.contains("{}"), en.contains("{}"), "{rule:?}");
            assert_ne!(weight.points(), 0, "{rule:?} counts for nothing: take it out");
        }
    }

    #[test]
    fn a_file_that_forgets_or_invents_a_rule_is_refused() {
        let invented = FILE.replace("[points.same_siret]", "[points.same_owner]");
        assert!(matches!(Weights::parse(&invented), Err(BadWeights::Unreadable(_))));
        let (before, _) = FILE.split_once("[points.other_hours]").unwrap();
        assert_eq!(Weights::parse(before).unwrap_err(), BadWeights::Missing(Rule::OtherHours));
    }

    #[test]
    fn a_clue_is_said_in_both_languages() {
        let weights = shipped().unwrap();
        let near = Clue { rule: Rule::AtOnce, points: 1, detail: Detail::Metres(40) };
        assert_eq!(weights.say(&near, Lang::Fr), "à 40\u{a0}m");
        assert_eq!(weights.say(&near, Lang::En), "40\u{a0}m apart");
        let siret = Clue { rule: Rule::SameSiret, points: 1, detail: Detail::None };
        assert_eq!(weights.say(&siret, Lang::Fr), "même SIRET");
    }
}
