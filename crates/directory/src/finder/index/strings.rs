//! Many short texts in one.

use std::cmp::Ordering;

use super::number::{at, number};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Strings {
    pub(super) text: String,
    /// Where each one ends.
    pub(super) ends: Vec<u32>,
}

impl Strings {
    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends.push(number(self.text.len()));
    }

    /// Nothing for a place beyond the last.
    pub(super) fn get(&self, place: u32) -> &str {
        let end = |place: u32| self.ends.get(at(place)).map(|end| at(*end));
        let start = place.checked_sub(1).and_then(end).unwrap_or(0);
        end(place).and_then(|end| self.text.get(start..end)).unwrap_or_default()
    }

    /// The place of a text, where texts are sorted.
    pub(super) fn find(&self, text: &str) -> Option<u32> {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            match self.get(middle).cmp(text) {
                Ordering::Equal => return Some(middle),
                Ordering::Less => low = middle + 1,
                Ordering::Greater => high = middle,
            }
        }
        None
    }

    pub(super) fn len(&self) -> u32 {
        number(self.ends.len())
    }
}

impl<'t> FromIterator<&'t str> for Strings {
    fn from_iter<T: IntoIterator<Item = &'t str>>(texts: T) -> Strings {
        let mut strings = Strings::default();
        texts.into_iter().for_each(|text| strings.push(text));
        strings
    }
}
