//! First and last values of a group, counted: groups of any size can be added, and summed up as fast.

use std::collections::BTreeMap;

/// First and last value of one scale, under one version of its instrument, either missing where it was not
/// taken.
pub type Pair = (Option<i64>, Option<i64>);

/// How many persons have which pair; each person enrolled has one, measured or not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairs(BTreeMap<Pair, u32>);

impl Pairs {
    pub fn add(&mut self, pair: Pair, persons: u32) {
        let known = self.0.entry(pair).or_default();
        *known = known.saturating_add(persons);
    }

    pub fn merge(&mut self, other: &Pairs) {
        other.each().for_each(|(pair, persons)| self.add(pair, persons));
    }

    /// Each pair that somebody has, in the order of values.
    pub fn each(&self) -> impl Iterator<Item = (Pair, u32)> {
        self.0.iter().map(|(pair, persons)| (*pair, *persons))
    }

    /// Last minus first of everybody measured twice, in the order of values.
    pub(crate) fn differences(&self) -> Vec<i64> {
        let both = self.each().filter_map(|((first, last), persons)| {
            let times = usize::try_from(persons).ok()?;
            Some(std::iter::repeat_n(last?.saturating_sub(first?), times))
        });
        both.flatten().collect()
    }
}

impl FromIterator<Pair> for Pairs {
    fn from_iter<I: IntoIterator<Item = Pair>>(pairs: I) -> Pairs {
        let mut counted = Pairs::default();
        pairs.into_iter().for_each(|pair| counted.add(pair, 1));
        counted
    }
}
