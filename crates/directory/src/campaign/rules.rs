//! Whom a campaign asks, and what remains of it.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::model::{Asked, Way};
use crate::verification::{Letter, Standee};

/// Organizations in one campaign: more than a team answers for in a season.
pub(super) const MOST: usize = 2_000;

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

/// Whom a letter is still to go to, and which: one, then one reminder, as long as something remains.
pub(super) fn to_write<'a>(
    asked: &'a [Asked],
    remaining: &BTreeMap<&str, usize>,
) -> Vec<(&'a Asked, Letter)> {
    let remains = |one: &&Asked| remaining.contains_key(one.organization.as_str());
    let by_letter = asked.iter().filter(|one| one.way == Way::Letter && one.reminded_at.is_none());
    let next = |one: &Asked| if one.written_at.is_none() { Letter::First } else { Letter::Reminder };
    by_letter.filter(remains).map(|one| (one, next(one))).collect()
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
    use crate::testing::standee;

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
