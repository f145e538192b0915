//! The weights, read from `weights.toml`: what counts, how much, and in words.

use std::sync::LazyLock;

use directory::weights::{self, BadWeights, Points, Weight};
use kernel::coded;
use serde::Deserialize;

use crate::assessment::model::{Means, Reach};

const FILE: &str = include_str!("weights.toml");

/// The file as it ships; its tests hold that it can be read.
static SHIPPED: LazyLock<Result<Weights, BadWeights<Rule>>> = LazyLock::new(|| Weights::parse(FILE));

/// Everything that makes one resource come before another.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// Grows with every change of the file.
    pub version: u32,
    pub reach: ReachRules,
    pub thresholds: Thresholds,
    points: Points<Rule>,
}

/// How far to look, in kilometres.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReachRules {
    pub walking_km: f64,
    pub bus_km: f64,
    pub car_km: f64,
    pub unknown_km: f64,
    /// Added to what the person can do: distances start from the commune's centre, not the home.
    pub margin_km: f64,
}

/// Where a shade becomes a yes or a no.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Thresholds {
    /// A group is small up to so many people.
    pub small_group: u16,
    pub verified_months: i32,
    pub stale_months: i32,
    /// Beyond so many kilometres a place without bus or tram is hard to reach.
    pub no_transit_km: f64,
    /// Requests of the last so many days burden an organization.
    pub load_days: i64,
    /// The first ones do not count.
    pub load_free: u32,
    /// Nor do those beyond.
    pub load_most: u32,
    /// Topics and needs in common that count, at most.
    pub most_in_common: u32,
}

coded! {
    /// What a line of the file is about, in the order of the file.
    Rule {
        Topic = "topic",
        LeverMain = "lever_main",
        LeverOther = "lever_other",
        Need = "need",
        Near = "near",
        AtHome = "at_home",
        FromHome = "from_home",
        Fetched = "fetched",
        FetchedNeeded = "fetched_needed",
        NotFetched = "not_fetched",
        Transit = "transit",
        NoTransit = "no_transit",
        WhenFree = "when_free",
        NotWhenFree = "not_when_free",
        EveningOrWeekend = "evening_or_weekend",
        NotEveningOrWeekend = "not_evening_or_weekend",
        Free = "free",
        FreeNeeded = "free_needed",
        Paid = "paid",
        PaidNeeded = "paid_needed",
        CostUnknown = "cost_unknown",
        SmallGroup = "small_group",
        LargeGroup = "large_group",
        Wheelchair = "wheelchair",
        WheelchairPartly = "wheelchair_partly",
        WheelchairUnknown = "wheelchair_unknown",
        HearingLoop = "hearing_loop",
        NoHearingLoop = "no_hearing_loop",
        HearingLoopUnknown = "hearing_loop_unknown",
        Accompanied = "accompanied",
        AccompaniedNeeded = "accompanied_needed",
        NotAccompanied = "not_accompanied",
        Spoken = "spoken",
        NotSpoken = "not_spoken",
        Verified = "verified",
        Stale = "stale",
        Doubted = "doubted",
        Places = "places",
        WaitingList = "waiting_list",
        FullToConfirm = "full_to_confirm",
        Load = "load",
        NoEmail = "no_email",
        Tried = "tried",
        PublicToCheck = "public_to_check",
    }
}

/// The weights of this program.
///
/// # Errors
/// [`BadWeights`] for a file that could not be used.
pub fn shipped() -> Result<&'static Weights, BadWeights<Rule>> {
    SHIPPED.as_ref().map_err(BadWeights::clone)
}

impl Weights {
    /// # Errors
    /// [`BadWeights`] for a file that is not TOML, names an unknown rule or misses one.
    pub fn parse(text: &str) -> Result<Weights, BadWeights<Rule>> {
        weights::parse(text, |weights: &Weights| &weights.points)
    }

    /// Points of a rule, for one thing of its kind.
    pub fn points(&self, rule: Rule) -> f64 {
        self.points.get(&rule).map_or(0.0, |weight| f64::from(weight.points()))
    }

    /// Every line, in the order of the file.
    pub fn lines(&self) -> impl Iterator<Item = (Rule, &Weight)> {
        self.points.iter().map(|(rule, weight)| (*rule, weight))
    }

    /// How far from the commune's centre a place may be for somebody.
    pub fn radius_km(&self, reach: Reach) -> f64 {
        let rules = &self.reach;
        let own = match (reach.km, reach.by) {
            (Some(km), _) => f64::from(km),
            (None, Some(Means::Walking)) => rules.walking_km,
            (None, Some(Means::Bus)) => rules.bus_km,
            (None, Some(Means::Car)) => rules.car_km,
            (None, None) => rules.unknown_km,
        };
        own + rules.margin_km
    }
}

#[cfg(test)]
mod tests {
    use kernel::Lang;

    use super::*;

    #[test]
    fn the_shipped_file_says_every_rule_once_in_both_languages() {
        let weights = shipped().unwrap();
        assert_eq!(weights.lines().count(), Rule::ALL.len());
        for (rule, weight) in weights.lines() {
            assert!(Lang::ALL.iter().all(|lang| !weight.says(*lang).is_empty()), "{rule:?}");
            assert_ne!(weight.points(), 0, "{rule:?} counts for nothing: take it out");
        }
    }

    #[test]
    fn a_file_that_forgets_or_invents_a_rule_is_refused() {
        let forgotten = FILE.replace("[points.near]", "[points.at_home_too]");
        assert!(matches!(Weights::parse(&forgotten), Err(BadWeights::Unreadable(_))));
        let (before, _) = FILE.split_once("[points.public_to_check]").unwrap();
        assert_eq!(Weights::parse(before).unwrap_err(), BadWeights::Missing(Rule::PublicToCheck));
    }

    #[test]
    fn what_the_person_can_do_comes_before_what_people_usually_do() {
        let weights = shipped().unwrap();
        let walking = Reach { km: None, by: Some(Means::Walking) };
        assert!(weights.radius_km(walking) < weights.radius_km(Reach::default()));
        let said = Reach { km: Some(3), by: Some(Means::Car) };
        assert_eq!(weights.radius_km(said), 3.0 + weights.reach.margin_km);
    }
}
