//! Who is eligible, by where they live.

use std::collections::HashMap;

use super::lists::Lists;
use super::number::{at, number};
use super::strings::Strings;
use crate::finder::query::Near;
use crate::resource::Zone;

/// Distinct lists of zones; the first is « anybody ».
#[derive(Clone, Debug, Default)]
pub(super) struct Zones {
    /// Codes of zones, each once.
    pub(super) codes: Strings,
    /// For each code, the lists it stands in.
    pub(super) lists: Lists,
    /// How many lists there are.
    pub(super) count: u32,
}

impl Zones {
    /// Of distinct lists, the first one empty.
    pub(super) fn of(all: &[Vec<Zone>]) -> Zones {
        let mut lists_of: std::collections::BTreeMap<&str, Vec<u32>> = std::collections::BTreeMap::new();
        for (place, zones) in all.iter().enumerate() {
            for zone in zones {
                lists_of.entry(zone.as_str()).or_default().push(number(place));
            }
        }
        Zones {
            codes: lists_of.keys().copied().collect(),
            lists: lists_of.into_values().collect(),
            count: number(all.len()),
        }
    }

    /// Which lists hold where somebody lives.
    pub(super) fn open_to(&self, near: &Near) -> Open {
        let mut open = vec![false; at(self.count)];
        if let Some(anybody) = open.first_mut() {
            *anybody = true;
        }
        let lives_in = [Some(near.commune.as_str()), Some(near.commune.departement()), near.epci.as_deref()];
        let lives_in = lives_in.into_iter().flatten().chain([Zone::FRANCE, "france"]);
        for list in lives_in.filter_map(|code| self.find(code)).flat_map(|code| self.lists.get(code)) {
            if let Some(is_open) = open.get_mut(at(*list)) {
                *is_open = true;
            }
        }
        Open(open)
    }

    /// Codes are sorted.
    fn find(&self, code: &str) -> Option<u32> {
        let (mut low, mut high) = (0, self.codes.len());
        while low < high {
            let middle = low.midpoint(high);
            match self.codes.get(middle).cmp(code) {
                std::cmp::Ordering::Equal => return Some(middle),
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }
}

/// Lists of zones that hold where somebody lives.
#[derive(Debug)]
pub(super) struct Open(Vec<bool>);

impl Open {
    pub(super) fn is(&self, list: u32) -> bool {
        self.0.get(at(list)).copied().unwrap_or(false)
    }

    /// Whether a list names where somebody lives: the empty one names nothing.
    pub(super) fn names(&self, list: u32) -> bool {
        list > 0 && self.is(list)
    }
}

/// Numbers distinct lists as they come.
#[derive(Debug)]
pub(super) struct Numbering {
    numbers: HashMap<Vec<Zone>, u32>,
    lists: Vec<Vec<Zone>>,
}

impl Default for Numbering {
    fn default() -> Numbering {
        Numbering { numbers: HashMap::from([(Vec::new(), 0)]), lists: vec![Vec::new()] }
    }
}

impl Numbering {
    pub(super) fn of(&mut self, zones: &[Zone]) -> u32 {
        if let Some(known) = self.numbers.get(zones) {
            return *known;
        }
        let new = number(self.lists.len());
        self.lists.push(zones.to_vec());
        self.numbers.insert(zones.to_vec(), new);
        new
    }

    pub(super) fn finish(&self) -> Zones {
        Zones::of(&self.lists)
    }
}
