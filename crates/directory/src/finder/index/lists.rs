//! Many short lists of numbers in one.

use super::number::{at, number};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Lists {
    pub(super) numbers: Vec<u32>,
    /// Where each list ends.
    pub(super) ends: Vec<u32>,
}

impl Lists {
    pub(super) fn push(&mut self, list: impl IntoIterator<Item = u32>) {
        self.numbers.extend(list);
        self.ends.push(number(self.numbers.len()));
    }

    /// Nothing for a place beyond the last.
    pub(super) fn get(&self, place: u32) -> &[u32] {
        let end = |place: u32| self.ends.get(at(place)).map(|end| at(*end));
        let start = place.checked_sub(1).and_then(end).unwrap_or(0);
        end(place).and_then(|end| self.numbers.get(start..end)).unwrap_or_default()
    }
}

impl<L: IntoIterator<Item = u32>> FromIterator<L> for Lists {
    fn from_iter<T: IntoIterator<Item = L>>(all: T) -> Lists {
        let mut lists = Lists::default();
        all.into_iter().for_each(|list| lists.push(list));
        lists
    }
}
