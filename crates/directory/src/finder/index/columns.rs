//! What is asked of each entry one by one, once lists and words have chosen.

use jiff::civil::Date;
use kernel::geo::Spot;

use super::number::at;
use crate::exchange::data_inclusion::{Quality, day_number};
use crate::finder::filters::Filters;
use crate::finder::query::Placing;
use crate::resource::{Ages, Ties};

/// One entry's part of the columns.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Row {
    pub(super) spot: Option<Spot>,
    /// The spot is only its commune's centre.
    pub(super) is_approximate: bool,
    pub(super) is_remote: bool,
    pub(super) is_on_site: bool,
    /// What nobody told us what one does there.
    pub(super) is_counter: bool,
    /// Its list of zones, by number; 0 is none.
    pub(super) zones: u32,
    /// The list of zones where it comes to people's homes, by number; 0 is none.
    pub(super) homes: u32,
    pub(super) ages: Ages,
    pub(super) full: Full,
    pub(super) quality: Quality,
}

/// Until when no newcomer finds a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Full {
    No,
    /// In days since 1970, that day not included.
    Until(i32),
    Always,
}

impl Full {
    pub(super) fn of(ties: &Ties) -> Full {
        match (ties.places, ties.full_until) {
            (Some(0), _) => Full::Always,
            (_, Some(until)) => Full::Until(day_number(until)),
            (_, None) => Full::No,
        }
    }

    fn is_on(self, day: i32) -> bool {
        match self {
            Full::No => false,
            Full::Until(until) => day < until,
            Full::Always => true,
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Columns(pub(super) Vec<Row>);

/// What a query asks of each entry.
#[derive(Clone, Copy, Debug)]
pub(super) struct Conditions {
    age: Option<u8>,
    open_on: Option<i32>,
    quality: Option<(f64, Date)>,
}

impl Conditions {
    pub(super) fn of(filters: &Filters) -> Conditions {
        Conditions { age: filters.age, open_on: filters.open_on.map(day_number), quality: filters.quality }
    }

    pub(super) fn accept(&self, row: &Row) -> bool {
        self.age.is_none_or(|age| row.ages.include(age))
            && self.open_on.is_none_or(|day| !row.full.is_on(day))
            && self.quality.is_none_or(|(least, day)| row.quality.on(day) >= least)
    }
}

impl Columns {
    pub(super) fn get(&self, entry: u32) -> Option<&Row> {
        self.0.get(at(entry))
    }
}

impl Row {
    /// Where it is, as somebody asks.
    pub(super) fn spot(&self, placing: Placing) -> Option<Spot> {
        self.spot.filter(|_| placing == Placing::CommuneCentre || !self.is_approximate)
    }
}
