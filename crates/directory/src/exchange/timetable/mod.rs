//! A calendar's file (iCalendar) as a resource's schedule.
//!
//! Who brings: whoever keeps the directory, by hand or by a task of their own server; nothing is
//! fetched by us.
//! Words: an *event* of the calendar becomes a rule of the schedule when it comes back each week or
//! month, else its coming dates; what a schedule cannot say is counted in [`Left`] and told.
//! Invariants: a rule is never unrolled beyond a year of days, a file never read beyond its bounds,
//! whatever it says; the schedule is one that [`Schedule`](crate::schedule::Schedule) reads.
//!
//! Source: RFC 5545.

mod event;
mod left;
mod lines;
mod moment;
mod rule;
#[cfg(test)]
mod tests;
mod written;

use std::io::BufRead;

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::Lang;
use platform::db::{DbError, Tx};
use platform::web::Nope;

use crate::resource::{self, ResourceId, ResourceRow};
use crate::stored::Change;

pub use left::Left;

/// What a calendar says of the time to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timetable {
    /// In OpenStreetMap's `opening_hours`: `Tu 14:00-16:00; We[1,3] 10:00-12:00`.
    pub schedule: String,
    /// The last day of the rule that ends last, when every rule ends.
    pub until: Option<Date>,
    pub left: Left,
}

/// Why a calendar gives no schedule.
#[derive(Debug, thiserror::Error)]
pub enum NoTimetable {
    #[error("this is no calendar")]
    NotACalendar,
    /// Over so many lines or events.
    #[error("the calendar is too large")]
    TooLarge,
    #[error("the file cannot be read: {0}")]
    Unread(#[source] std::io::Error),
    /// Nothing in it is to come, or can be said.
    #[error("nothing in it can be said as a schedule")]
    Nothing(Left),
}

impl NoTimetable {
    /// What was left out, when that is why.
    pub fn left(&self) -> Option<&Left> {
        match self {
            NoTimetable::Nothing(left) => Some(left),
            _ => None,
        }
    }

    pub fn say(&self, lang: Lang) -> String {
        match (self, lang) {
            (NoTimetable::NotACalendar, Lang::Fr) => {
                "Ce n’est pas un calendrier (iCalendar, .ics).".to_owned()
            }
            (NoTimetable::NotACalendar, Lang::En) => "This is no calendar (iCalendar, .ics).".to_owned(),
            (NoTimetable::TooLarge, Lang::Fr) => format!(
                "Ce calendrier est trop gros\u{a0}: au plus {} lignes et {} événements.",
                lines::MOST,
                event::MOST
            ),
            (NoTimetable::TooLarge, Lang::En) => {
                format!(
                    "This calendar is too large: at most {} lines and {} events.",
                    lines::MOST,
                    event::MOST
                )
            }
            (NoTimetable::Unread(error), Lang::Fr) => format!("Le fichier est illisible\u{a0}: {error}."),
            (NoTimetable::Unread(error), Lang::En) => format!("The file cannot be read: {error}."),
            (NoTimetable::Nothing(left), lang) => {
                let first = match lang {
                    Lang::Fr => "Rien de ce calendrier ne devient un horaire à venir.",
                    Lang::En => "Nothing of this calendar becomes a schedule to come.",
                };
                [vec![first.to_owned()], left.say(lang)].concat().join(" ")
            }
        }
    }
}

/// Reads a calendar for what comes from that day on.
///
/// # Errors
/// [`NoTimetable`] when nothing can be made of it.
pub fn read(file: impl BufRead, today: Date) -> Result<Timetable, NoTimetable> {
    let mut left = Left::default();
    let events = event::read(file, &mut left)?;
    written::timetable(&events, today, left)
}

/// Puts it in place of a resource's schedule; `false` when there is no such resource.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn put(
    tx: &mut Tx,
    id: &ResourceId,
    timetable: &Timetable,
    now: Timestamp,
) -> Result<bool, DbError> {
    let change = Change::begin(tx, now).await?;
    let Some(row) = resource::row(tx, id).await? else { return Ok(false) };
    replace(tx, &row, &timetable.schedule, change).await?;
    Ok(true)
}

/// The same, over the version of it that somebody was shown.
///
/// # Errors
/// [`Nope::NotFound`] for one that is no longer listed, [`Nope::Changed`] when it is no longer as
/// it was shown; the store's.
pub(crate) async fn put_over(
    tx: &mut Tx,
    id: &ResourceId,
    version: i64,
    schedule: &str,
    now: Timestamp,
) -> Result<(), Nope> {
    // First: the next writer waits here, and then reads what this one wrote.
    let change = Change::begin(tx, now).await?;
    let row = resource::row(tx, id).await?.ok_or(Nope::NotFound)?;
    if row.changed_version != version {
        return Err(Nope::Changed);
    }
    Ok(replace(tx, &row, schedule, change).await?)
}

/// Of the schedule alone: what is said instead of the source stays beside it.
async fn replace(tx: &mut Tx, row: &ResourceRow, schedule: &str, change: Change) -> Result<(), DbError> {
    let mut resource = row.sourced()?;
    resource.ties.schedule = Some(schedule.to_owned());
    resource::set_ties(tx, &resource, change).await
}
