//! The demonstration's present: the machine's clock, shifted once at the first start, and further
//! whenever a visitor lets days pass.

use jiff::{SignedDuration, Timestamp};
use kernel::Clock;
use platform::app::App;
use platform::db::{DbError, Tx};
use platform::jobs;

use super::sql;

/// Tuesday 31 March 2026, nine o'clock in France: the end of the six months the story tells.
const BEGINNING: i64 = 1_774_940_400;

/// The first second at which nobody can let more time pass: the end of 2031.
const END: i64 = 1_956_524_400;

/// Whether a store is a demonstration's.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn is_demonstration(tx: &mut Tx) -> Result<bool, DbError> {
    Ok(sql::shift(tx).await?.is_some())
}

/// Brings a clock that starts unshifted to the present of the store it serves: a demonstration's
/// own, or the machine's.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn catch_up(app: &App) -> Result<(), DbError> {
    let mut tx = app.db().read().await?;
    if let Some(seconds) = sql::shift(&mut tx).await? {
        app.clock().advance(SignedDuration::from_secs(seconds) - shift(app));
    }
    Ok(())
}

/// Puts the clock at the demonstration's first morning.
pub(super) fn begin(app: &App) {
    let morning = Timestamp::from_second(BEGINNING).unwrap_or(Timestamp::UNIX_EPOCH);
    app.clock().advance(morning.duration_since(app.clock().now()));
}

/// Remembers where the clock is, from one start to the next.
pub(super) async fn keep(tx: &mut Tx, app: &App) -> Result<(), DbError> {
    sql::keep_shift(tx, shift(app).as_secs()).await
}

/// Lets days pass one by one, doing each day's jobs, so that what one day's job writes down for
/// the next is done too. Returns false, and moves nothing, at the end of the demonstration's time.
pub(super) async fn let_pass(app: &App, days: i64) -> Result<bool, DbError> {
    let day = SignedDuration::from_hours(24);
    if (app.clock().now() + day * i32::try_from(days).unwrap_or(i32::MAX)).as_second() >= END {
        return Ok(false);
    }
    for _ in 0..days {
        app.clock().advance(day);
        let mut tx = app.db().begin().await?;
        keep(&mut tx, app).await?;
        tx.commit().await?;
        jobs::run_due(app).await?;
    }
    Ok(true)
}

fn shift(app: &App) -> SignedDuration {
    match app.clock() {
        Clock::Shifted(seconds) => {
            SignedDuration::from_secs(seconds.load(std::sync::atomic::Ordering::SeqCst))
        }
        Clock::System | Clock::Standing(_) => SignedDuration::ZERO,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_morning_is_the_tuesday_that_was_promised() {
        let morning = kernel::clock::in_france(Timestamp::from_second(BEGINNING).unwrap());
        assert_eq!(morning.strftime("%A %F %R").to_string(), "Tuesday 2026-03-31 09:00");
        let end = kernel::clock::in_france(Timestamp::from_second(END).unwrap());
        assert_eq!(end.strftime("%F").to_string(), "2032-01-01");
    }
}
