use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Time, Weekday};

use super::event::Event;
use super::left::Left;
use super::rule::{Pace, Rule, days_from};
use super::{NoTimetable, Timetable};
use crate::schedule::Schedule;

type Slot = (Time, Time);

/// Days ahead whose single dates are said.
const AHEAD: i32 = 366;
/// Characters a schedule may have, as its reader allows.
const LONGEST: usize = 500;

const DAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/// What events say together.
#[derive(Default)]
struct Draft {
    /// By day of the week from Monday.
    weekly: BTreeMap<i8, BTreeSet<Slot>>,
    monthly: BTreeMap<(i8, Slot), BTreeSet<i8>>,
    dates: BTreeSet<(Date, Slot)>,
    ends: BTreeSet<Option<Date>>,
}

pub(super) fn timetable(events: &[Event], today: Date, mut left: Left) -> Result<Timetable, NoTimetable> {
    let mut draft = Draft::default();
    for event in events {
        draft.add(event, today, &mut left);
    }
    let schedule = draft.written(&mut left);
    if Schedule::parse(&schedule).is_none() {
        return Err(NoTimetable::Nothing(left));
    }
    let until = if draft.ends.contains(&None) { None } else { draft.ends.last().copied().flatten() };
    Ok(Timetable { schedule, until, left })
}

impl Draft {
    fn add(&mut self, event: &Event, today: Date, left: &mut Left) {
        let end = event.rule.as_ref().and_then(|rule| rule.end(event.first));
        let is_over = match &event.rule {
            Some(_) => end.is_some_and(|end| end < today),
            None => event.first < today,
        } && event.more.iter().all(|day| *day < today);
        if is_over {
            left.over += 1;
            return;
        }
        let regular = event.rule.as_ref().and_then(|rule| regular(rule, event.first));
        match regular {
            Some(Regular::Weekly(days)) => {
                for day in days {
                    self.weekly.entry(day.to_monday_zero_offset()).or_default().insert(event.slot);
                }
            }
            Some(Regular::Monthly(day, ranks)) => {
                let of_day = self.monthly.entry((day.to_monday_zero_offset(), event.slot)).or_default();
                of_day.extend(ranks);
            }
            None => {
                self.dates.extend(dates(event, today, end).map(|day| (day, event.slot)));
                return;
            }
        }
        self.ends.insert(end);
        let coming = event.off.iter().chain(&event.more).filter(|day| **day >= today).count();
        left.exceptions = left.exceptions.saturating_add(u32::try_from(coming).unwrap_or(u32::MAX));
    }

    /// Rules first, then as many dates as there is room for.
    fn written(&self, left: &mut Left) -> String {
        let name = |day: i8| usize::try_from(day).ok().and_then(|day| DAYS.get(day)).copied().unwrap_or("Mo");
        let weekly = self.weekly.iter().map(|(day, slots)| {
            let slots: Vec<String> = slots.iter().map(times).collect();
            format!("{} {}", name(*day), slots.join(","))
        });
        let monthly = self.monthly.iter().map(|((day, slot), ranks)| {
            let ranks: Vec<String> = ranks.iter().map(ToString::to_string).collect();
            format!("{}[{}] {}", name(*day), ranks.join(","), times(slot))
        });
        let dated =
            self.dates.iter().map(|(date, slot)| format!("{} {}", date.strftime("%Y %b %-d"), times(slot)));
        let mut text = String::new();
        for rule in weekly.chain(monthly).chain(dated) {
            let between = if text.is_empty() { "" } else { "; " };
            if text.len() + between.len() + rule.len() > LONGEST {
                left.more_dates = left.more_dates.saturating_add(1);
                continue;
            }
            text.push_str(between);
            text.push_str(&rule);
        }
        text
    }
}

/// What comes back as schedules say it.
enum Regular {
    Weekly(Vec<Weekday>),
    Monthly(Weekday, Vec<i8>),
}

fn regular(rule: &Rule, first: Date) -> Option<Regular> {
    if rule.interval != 1 || rule.has_month_days() {
        return None;
    }
    let days: Vec<Weekday> = rule.days.iter().map(|(_, day)| *day).collect();
    let ranks: Option<Vec<i8>> = rule.days.iter().map(|(rank, _)| *rank).collect();
    match (rule.pace, days.as_slice()) {
        (Pace::Daily, []) => Some(Regular::Weekly(crate::schedule::WEEK.to_vec())),
        (Pace::Weekly, []) => Some(Regular::Weekly(vec![first.weekday()])),
        (Pace::Daily | Pace::Weekly, _) => Some(Regular::Weekly(days)),
        (Pace::Monthly, [day, ..]) if days.iter().all(|other| other == day) => match ranks {
            Some(ranks) => Some(Regular::Monthly(*day, ranks)),
            None => rule.days.iter().all(|(rank, _)| rank.is_none()).then(|| Regular::Weekly(vec![*day])),
        },
        _ => None,
    }
}

/// Its coming days, one by one.
fn dates(event: &Event, today: Date, end: Option<Date>) -> impl Iterator<Item = Date> {
    let by_rule = |rule: &Rule| {
        let days = days_from(today, AHEAD).filter(|day| end.is_none_or(|end| *day <= end));
        days.filter(|day| rule.takes_place(event.first, *day)).collect::<Vec<_>>()
    };
    let days = event.rule.as_ref().map_or_else(|| vec![event.first], by_rule);
    let coming = days.into_iter().chain(event.more.iter().copied());
    coming.filter(move |day| *day >= today && !event.off.contains(day))
}

fn times((from, to): &Slot) -> String {
    format!("{}-{}", from.strftime("%H:%M"), to.strftime("%H:%M"))
}
