//! Whether a newcomer finds a place, and how long what is said of it is believed.

use jiff::ToSpan;
use jiff::civil::Date;

use super::model::Resource;

/// « Complet » said without a day is believed so long, about a season: then it is to be confirmed,
/// and keeps nobody away.
const BELIEVED_DAYS: i64 = 90;

/// Until when « complet » said that day is believed, or is proposed to last.
pub(crate) fn believed_until(said_on: Date) -> Date {
    said_on.saturating_add(BELIEVED_DAYS.days())
}

impl Resource {
    /// The first day a newcomer may find a place, where it is full or pauses.
    pub(crate) fn closed_until(&self) -> Option<Date> {
        let ties = &self.ties;
        let said_full = self.is_said_full().then(|| believed_until(self.room_said_on()));
        said_full.max(ties.full_until).max(ties.paused_until)
    }

    /// Whether a newcomer would find no place that day, for want of room or because it pauses.
    pub fn is_full_on(&self, day: Date) -> bool {
        self.closed_until().is_some_and(|until| day < until)
    }

    /// The day it was said to be full, where that is too long ago to be believed.
    pub fn full_to_confirm(&self, day: Date) -> Option<Date> {
        (self.is_said_full() && !self.is_full_on(day)).then(|| self.room_said_on())
    }

    fn is_said_full(&self) -> bool {
        self.ties.places == Some(0)
    }

    /// Every check says it again; what nobody here checked is as old as its source says. A source
    /// that publishes a checked entry again knows nothing of its places.
    fn room_said_on(&self) -> Date {
        self.ties.verified_on.unwrap_or(self.updated_on)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::resource::Ties;
    use crate::testing::choir;

    const SAID_ON: Date = date(2026, 1, 13);

    fn said(ties: Ties) -> Resource {
        Resource { ties: Ties { verified_on: Some(SAID_ON), ..ties }, ..choir() }
    }

    #[test]
    fn a_resource_is_full_until_the_day_it_said() {
        let full = said(Ties { full_until: Some(date(2026, 4, 30)), places: Some(4), ..Ties::default() });
        assert!(full.is_full_on(date(2026, 4, 29)) && !full.is_full_on(date(2026, 4, 30)));
        assert_eq!(full.full_to_confirm(date(2026, 4, 30)), None);
    }

    #[test]
    fn a_pause_ends_with_its_day() {
        let pausing = said(Ties { paused_until: Some(date(2026, 4, 30)), ..Ties::default() });
        assert!(pausing.is_full_on(date(2026, 4, 29)) && !pausing.is_full_on(date(2026, 4, 30)));
    }

    #[test]
    fn full_without_a_day_is_believed_for_ninety_days_then_to_be_confirmed() {
        let full = said(Ties { places: Some(0), ..Ties::default() });
        let (last, after) = (date(2026, 4, 12), date(2026, 4, 13));
        assert!(full.is_full_on(SAID_ON) && full.is_full_on(last) && !full.is_full_on(after));
        assert_eq!([full.full_to_confirm(last), full.full_to_confirm(after)], [None, Some(SAID_ON)]);
        let pausing =
            Resource { ties: Ties { paused_until: Some(date(2026, 5, 1)), ..full.ties.clone() }, ..full };
        assert_eq!(pausing.full_to_confirm(after), None, "its pause says why, first");
    }

    #[test]
    fn full_said_by_a_source_alone_is_as_old_as_its_entry() {
        let ties = Ties { places: Some(0), ..Ties::default() };
        let published = Resource { ties, updated_on: SAID_ON, ..choir() };
        assert!(published.is_full_on(date(2026, 4, 12)));
        assert_eq!(published.full_to_confirm(date(2026, 4, 13)), Some(SAID_ON));
    }

    #[test]
    fn uncounted_places_are_not_full() {
        let uncounted = said(Ties::default());
        assert!(!uncounted.is_full_on(SAID_ON) && uncounted.full_to_confirm(SAID_ON).is_none());
    }
}
