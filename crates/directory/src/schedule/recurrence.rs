//! When a schedule comes back, for calendars.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::{Schedule, Slot, holidays};

/// One rule of coming back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recurrence {
    EveryWeek {
        day: Weekday,
        slot: Slot,
    },
    /// Ranks in the month from 1; -1 is the last.
    EveryMonth {
        day: Weekday,
        ranks: Vec<i8>,
        slot: Slot,
    },
    Once {
        date: Date,
        slot: Slot,
    },
}

impl Recurrence {
    pub fn slot(&self) -> Slot {
        match self {
            Recurrence::EveryWeek { slot, .. }
            | Recurrence::EveryMonth { slot, .. }
            | Recurrence::Once { slot, .. } => *slot,
        }
    }

    /// The first time it takes place, that day or later; `None` when it is over.
    pub fn first_from(&self, day: Date) -> Option<Date> {
        match self {
            Recurrence::Once { date, .. } => Some(*date).filter(|date| *date >= day),
            // Every weekday comes within a week, and every rank within a year (a fifth one does not
            // come every month).
            Recurrence::EveryWeek { .. } | Recurrence::EveryMonth { .. } => {
                let mut days = (0..366).filter_map(|ahead| day.checked_add(ahead.days()).ok());
                days.find(|date| self.takes_place_on(*date))
            }
        }
    }

    /// Whether it takes place that day, days off aside.
    pub fn takes_place_on(&self, date: Date) -> bool {
        match self {
            Recurrence::EveryWeek { day, .. } => date.weekday() == *day,
            Recurrence::EveryMonth { day, ranks, .. } => {
                let rank = (date.day() - 1) / 7 + 1;
                let is_last = date.day() > date.days_in_month() - 7;
                date.weekday() == *day && (ranks.contains(&rank) || (is_last && ranks.contains(&-1)))
            }
            Recurrence::Once { date: only, .. } => *only == date,
        }
    }
}

impl Schedule {
    /// Every rule, weekly ones first.
    pub fn recurrences(&self) -> Vec<Recurrence> {
        let weekly = super::WEEK.into_iter().zip(&self.week);
        let weekly = weekly.flat_map(|(day, slots)| {
            slots.iter().map(move |slot| Recurrence::EveryWeek { day, slot: *slot })
        });
        let monthly = self.monthly.iter().flat_map(|rule| {
            let every = |slot: &Slot| Recurrence::EveryMonth {
                day: rule.day,
                ranks: rule.ranks.clone(),
                slot: *slot,
            };
            rule.slots.iter().map(every)
        });
        let dated = self
            .dates
            .iter()
            .flat_map(|(date, slots)| slots.iter().map(|slot| Recurrence::Once { date: *date, slot: *slot }));
        weekly.chain(monthly).chain(dated).collect()
    }

    /// The next day it takes place, that day or later, days off left out; `None` when it is over.
    pub fn next_from(&self, day: Date) -> Option<Date> {
        let mut from = day;
        loop {
            let next = self.recurrences().iter().filter_map(|rule| rule.first_from(from)).min()?;
            if !self.closed_on_holidays || !holidays::of_year(next.year()).contains(&next) {
                return Some(next);
            }
            from = next.tomorrow().ok()?;
        }
    }

    /// Whether nothing takes place on public holidays.
    pub fn is_closed_on_holidays(&self) -> bool {
        self.closed_on_holidays
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn first(text: &str, from: Date) -> Vec<Option<Date>> {
        let schedule = Schedule::parse(text).unwrap();
        schedule.recurrences().iter().map(|recurrence| recurrence.first_from(from)).collect()
    }

    #[test]
    fn the_first_time_is_that_day_or_the_next_that_fits() {
        let tuesday = date(2026, 1, 13);
        assert_eq!(first("Tu 14:00-16:00", tuesday), [Some(tuesday)]);
        assert_eq!(first("Mo 14:00-16:00", tuesday), [Some(date(2026, 1, 19))]);
        assert_eq!(first("We[1,3] 14:00-16:00", tuesday), [Some(date(2026, 1, 21))]);
        assert_eq!(first("Sa[-1] 14:00-16:00", tuesday), [Some(date(2026, 1, 31))]);
        assert_eq!(first("Fr[5] 14:00-16:00", tuesday), [Some(date(2026, 1, 30))]);
        assert_eq!(first("2025 Jun 13 14:00-16:00", tuesday), [None]);
        assert_eq!(first("2026 Jun 13 14:00-16:00", tuesday), [Some(date(2026, 6, 13))]);
    }

    #[test]
    fn the_next_day_is_the_soonest_of_all_rules_and_no_day_off() {
        let next = |text, from| Schedule::parse(text).unwrap().next_from(from);
        assert_eq!(next("Mo,Th 14:00-16:00", date(2026, 1, 13)), Some(date(2026, 1, 15)));
        let easter_monday = date(2026, 4, 6);
        assert_eq!(next("Mo 14:00-16:00", easter_monday), Some(easter_monday));
        assert_eq!(next("Mo 14:00-16:00; PH off", easter_monday), Some(date(2026, 4, 13)));
        assert_eq!(next("2025 Jun 13 14:00-16:00", easter_monday), None);
    }
}
