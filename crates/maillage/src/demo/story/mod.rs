//! Six months of invented life, told before the first visitor comes: about 250 consultations and
//! 82 courses of support, with their leaks.
//!
//! A pure [`script`] is written from a seed; the [`teller`] plays it through the acts people do.

mod script;
mod teller;
#[cfg(test)]
mod tests;

use jiff::{SignedDuration, Timestamp};
use kernel::Clock;
use platform::app::App;

use crate::{Failure, wiring};

/// Any number would do; this one is the day the story ends.
const SEED: u64 = 20_260_331;
/// What was written longer ago than this has been read.
const MAILS_LEFT: SignedDuration = SignedDuration::from_hours(24 * 7);

/// Tells the six months that end at `end` to a demonstration that has its sites, accounts and
/// directory.
///
/// # Errors
/// [`Failure::DemoData`] when `data/demo` does not hold what the story needs; the store's.
pub(super) async fn tell(app: &App, end: Timestamp) -> Result<(), Failure> {
    let script = script::write(SEED)?;
    let clock = Clock::standing_at(end);
    let past = wiring::build(app.db().clone(), clock, app.settings().clone()).await?;
    teller::tell(&past, &script, end).await?;
    let mut tx = app.db().begin().await?;
    platform::outbox::left_before(&mut tx, end - MAILS_LEFT).await?;
    Ok(tx.commit().await?)
}
