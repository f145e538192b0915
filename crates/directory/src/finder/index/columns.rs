//! What is asked of each entry one by one, once lists and words have chosen.

use kernel::geo::Spot;

use super::number::at;
use crate::finder::filters::Filters;
use crate::finder::query::Placing;
use crate::resource::{Ages, Quality, QualityDay, day_number};

/// One entry's part of the columns.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Row {
    pub(super) spot: Option<Spot>,
    pub(super) traits: Traits,
    pub(super) details: Details,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Traits {
    /// The spot is only its commune's centre.
    pub(super) is_approximate: bool,
    pub(super) is_remote: bool,
    pub(super) is_on_site: bool,
    /// Nobody told us what one does there.
    pub(super) is_counter: bool,
}

/// What few questions ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Details {
    pub(super) ages: Ages,
    /// The first day a newcomer may find a place, in days since 1970.
    pub(super) closed_until: Option<i32>,
    pub(super) quality: Quality,
}

/// Each thing of all entries together, so that what a question does not ask is not read.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Columns {
    pub(super) traits: Vec<Traits>,
    pub(super) spots: Vec<Option<Spot>>,
    pub(super) details: Vec<Details>,
}

impl Columns {
    pub(super) fn of(rows: impl Iterator<Item = Row>) -> Columns {
        let mut columns = Columns::default();
        for row in rows {
            columns.traits.push(row.traits);
            columns.spots.push(row.spot);
            columns.details.push(row.details);
        }
        columns
    }

    pub(super) fn traits(&self, entry: u32) -> Option<Traits> {
        self.traits.get(at(entry)).copied()
    }

    pub(super) fn quality(&self, entry: u32) -> Option<Quality> {
        self.details.get(at(entry)).map(|details| details.quality)
    }

    /// Where it is, as somebody asks.
    pub(super) fn spot(&self, entry: u32, placing: Placing) -> Option<Spot> {
        let spot = self.spots.get(at(entry)).copied().flatten()?;
        let is_exact = || self.traits(entry).is_some_and(|traits| !traits.is_approximate);
        (placing == Placing::CommuneCentre || is_exact()).then_some(spot)
    }

    pub(super) fn meet(&self, entry: u32, conditions: &Conditions) -> bool {
        conditions.are_none() || self.details.get(at(entry)).is_some_and(|details| conditions.accept(details))
    }
}

/// What a query asks of each entry.
#[derive(Clone, Copy, Debug)]
pub(super) struct Conditions {
    age: Option<u8>,
    open_on: Option<i32>,
    quality: Option<(f64, QualityDay)>,
}

impl Conditions {
    pub(super) fn of(filters: &Filters) -> Conditions {
        let Filters { age, open_on, quality, .. } = *filters;
        let quality = quality.map(|(least, day)| (least, QualityDay::of(day)));
        Conditions { age, open_on: open_on.map(day_number), quality }
    }

    pub(super) fn are_none(&self) -> bool {
        self.age.is_none() && self.open_on.is_none() && self.quality.is_none()
    }

    fn accept(&self, details: &Details) -> bool {
        self.age.is_none_or(|age| details.ages.include(age))
            && self.open_on.is_none_or(|day| details.closed_until.is_none_or(|until| until <= day))
            && self.quality.is_none_or(|(least, day)| details.quality.on(&day) >= least)
    }
}
