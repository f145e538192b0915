//! Whom a campaign asks, and what remains of it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::model::{Asked, Way};
use crate::verification::Standee;

/// Organizations in one campaign: more than a team answers for in a season.
pub(super) const MOST: usize = 2_000;

/// The organizations with an entry nobody checked since a day, the least sure first; the standees
/// come in that order.
pub(super) fn to_ask(standees: &[Standee], stale_before: Date) -> Vec<&str> {
    let mut seen = BTreeSet::new();
    let stale = standees.iter().filter(|one| one.standing.is_to_verify(stale_before));
    stale
        .map(|one| one.organization.as_str())
        .filter(|organization| seen.insert(*organization))
        .take(MOST)
        .collect()
}

/// Organizations with an entry that was not checked since the campaign began, and how many such
/// entries each has.
pub(super) fn remaining(standees: &[Standee], started_on: Date) -> BTreeMap<&str, usize> {
    let mut remaining: BTreeMap<&str, usize> = BTreeMap::new();
    let unchecked = standees.iter().filter(|one| one.standing.checked_on.is_none_or(|on| on < started_on));
    for one in unchecked {
        let entries = remaining.entry(one.organization.as_str()).or_default();
        *entries = entries.saturating_add(1);
    }
    remaining
}

/// How far a campaign is, in organizations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Progress {
    pub(super) asked: usize,
    pub(super) by_letter: usize,
    pub(super) by_telephone: usize,
    pub(super) remaining: usize,
}

impl Progress {
    pub(super) fn of(asked: &[Asked], remaining: &BTreeMap<&str, usize>) -> Progress {
        let by = |way: Way| asked.iter().filter(|one| one.way == way).count();
        let remains = |one: &&Asked| remaining.contains_key(one.organization.as_str());
        Progress {
            asked: asked.len(),
            by_letter: by(Way::Letter),
            by_telephone: by(Way::Telephone),
            remaining: asked.iter().filter(remains).count(),
        }
    }

    pub(super) fn verified(&self) -> usize {
        self.asked.saturating_sub(self.remaining)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::verification::Standing;

    fn standee(organization: &str, checked_on: Option<Date>) -> Standee {
        Standee {
            id: format!("{organization}/1"),
            name: "Atelier".to_owned(),
            organization: organization.to_owned(),
            organization_name: "Association".to_owned(),
            standing: Standing { checked_on, ..Standing::default() },
        }
    }

    #[test]
    fn each_organization_is_asked_once_and_only_when_something_of_it_is_old() {
        let all = [
            standee("b", None),
            standee("a", Some(date(2025, 1, 1))),
            standee("b", Some(date(2025, 2, 1))),
            standee("c", Some(date(2026, 1, 1))),
        ];
        assert_eq!(to_ask(&all, date(2025, 7, 1)), ["b", "a"]);
    }

    #[test]
    fn an_organization_remains_until_all_it_offers_was_checked_since_the_start() {
        let started_on = date(2026, 1, 13);
        let all = [
            standee("a", Some(started_on)),
            standee("b", Some(started_on)),
            standee("b", Some(date(2026, 1, 12))),
            standee("c", None),
        ];
        let remaining = remaining(&all, started_on);
        assert_eq!(remaining, BTreeMap::from([("b", 1), ("c", 1)]));
    }
}
