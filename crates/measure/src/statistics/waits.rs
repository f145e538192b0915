//! How long persons waited.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// How many days a group waited. Percentiles are nearest-rank: always a wait that somebody had,
/// the smallest that at least so many per cent of the group did not exceed. So the median of an
/// even group is the lower of the two in the middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waits {
    pub persons: u32,
    /// Days; half of the persons waited no longer.
    pub median: u32,
    /// Days; nine of ten persons waited no longer.
    pub nine_of_ten: u32,
}

impl Waits {
    /// `None` of nobody. Days in any order.
    pub fn of(days: impl IntoIterator<Item = u32>) -> Option<Waits> {
        days.into_iter().collect::<Days>().waits()
    }
}

/// How many persons waited how many days: groups of any size can be added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Days(BTreeMap<u32, u32>);

impl Days {
    pub fn add(&mut self, days: u32) {
        self.add_all((days, 1));
    }

    pub fn merge(&mut self, other: &Days) {
        other.each().for_each(|each| self.add_all(each));
    }

    /// Days, ascending, each with the persons who waited them.
    pub fn each(&self) -> impl Iterator<Item = (u32, u32)> {
        self.0.iter().map(|(days, persons)| (*days, *persons))
    }

    /// `None` of nobody.
    pub fn waits(&self) -> Option<Waits> {
        let persons = self.0.values().fold(0_u32, |sum, persons| sum.saturating_add(*persons));
        Some(Waits {
            persons,
            median: self.nearest_rank(persons, 50)?,
            nine_of_ten: self.nearest_rank(persons, 90)?,
        })
    }

    fn add_all(&mut self, (days, persons): (u32, u32)) {
        let known = self.0.entry(days).or_default();
        *known = known.saturating_add(persons);
    }

    /// The days at rank ⌈percent × persons / 100⌉, counted from one.
    fn nearest_rank(&self, persons: u32, percent: u64) -> Option<u32> {
        let rank = u64::from(persons).saturating_mul(percent).div_ceil(100);
        let mut so_far = 0_u64;
        let days = self.each().find(|(_, persons)| {
            so_far = so_far.saturating_add(u64::from(*persons));
            so_far >= rank
        });
        days.map(|(days, _)| days)
    }
}

impl FromIterator<u32> for Days {
    fn from_iter<I: IntoIterator<Item = u32>>(days: I) -> Days {
        let mut counted = Days::default();
        days.into_iter().for_each(|days| counted.add(days));
        counted
    }
}
