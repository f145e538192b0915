//! Time, given from outside. Reading the system clock anywhere else is refused by `clippy.toml`,
//! so that reminders, expiries and six months of demo life can be replayed.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan, Zoned};

/// Where « now » comes from.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// The machine's clock shifted by a number of seconds that can grow: the demo's present.
    Shifted(Arc<AtomicI64>),
    /// Stands still at a Unix second until somebody moves it: tests and the demo's making.
    Standing(Arc<AtomicI64>),
}

impl Clock {
    pub fn shifted(seconds: i64) -> Clock {
        Clock::Shifted(Arc::new(AtomicI64::new(seconds)))
    }

    pub fn standing_at(moment: Timestamp) -> Clock {
        Clock::Standing(Arc::new(AtomicI64::new(moment.as_second())))
    }

    /// Whole seconds: every stored moment compares equal after a round trip through either engine.
    pub fn now(&self) -> Timestamp {
        let second = match self {
            Clock::System => system_second(),
            Clock::Shifted(shift) => system_second().saturating_add(shift.load(Ordering::SeqCst)),
            Clock::Standing(second) => second.load(Ordering::SeqCst),
        };
        Timestamp::from_second(second).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// The day it is in France.
    pub fn today(&self) -> Date {
        in_france(self.now()).date()
    }

    /// Moves a shifted or standing clock; the system clock is not ours to move.
    pub fn advance(&self, by: SignedDuration) {
        if let Clock::Shifted(seconds) | Clock::Standing(seconds) = self {
            seconds.fetch_add(by.as_secs(), Ordering::SeqCst);
        }
    }

    /// Puts a standing clock at a moment.
    pub fn set(&self, moment: Timestamp) {
        if let Clock::Standing(second) = self {
            second.store(moment.as_second(), Ordering::SeqCst);
        }
    }
}

/// A moment as clocks on French walls show it.
pub fn in_france(moment: Timestamp) -> Zoned {
    let paris = TimeZone::get("Europe/Paris").unwrap_or(TimeZone::UTC);
    moment.to_zoned(paris)
}

/// As long ago in France.
pub fn months_before(now: Timestamp, months: i32) -> Timestamp {
    in_france(now).checked_sub(months.months()).map_or(Timestamp::UNIX_EPOCH, |then| then.timestamp())
}

/// The first second of a French day.
pub fn start_of(day: Date) -> Timestamp {
    let paris = TimeZone::get("Europe/Paris").unwrap_or(TimeZone::UTC);
    day.to_zoned(paris).map_or(Timestamp::UNIX_EPOCH, |start| start.timestamp())
}

#[expect(clippy::disallowed_methods, reason = "the one place that may read the machine's clock")]
fn system_second() -> i64 {
    Timestamp::now().as_second()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_standing_clock_moves_only_when_told() {
        let clock = Clock::standing_at("2026-01-15T08:00:00Z".parse().unwrap());
        assert_eq!(clock.now(), clock.now());
        clock.advance(SignedDuration::from_hours(24 * 10));
        assert_eq!(clock.today(), jiff::civil::date(2026, 1, 25));
    }

    #[test]
    fn a_french_day_starts_at_french_midnight() {
        let midnight = start_of(jiff::civil::date(2026, 7, 14));
        assert_eq!(midnight.to_string(), "2026-07-13T22:00:00Z");
    }
}
