use jiff::Timestamp;
use jiff::civil::{Date, Time, Weekday};

use super::super::sheet::Telling;
use super::text::{folded, property};
use crate::address;
use crate::facts::address_lines;
use crate::finder::Entry;
use crate::resource::{Resource, said};
use crate::schedule::{Recurrence, Schedule, holidays};

/// Holidays taken out of a rule that never ends: those of this year and of the next.
const YEARS: i16 = 2;

/// What a resource has to put in a calendar from today on; nothing when no schedule can be read,
/// or when all of it is over.
pub(crate) fn events(entry: &Entry, telling: Telling<'_>, now: Timestamp) -> Vec<String> {
    let resource = entry.resource();
    let Some(schedule) = resource.hours().and_then(Schedule::parse) else { return Vec::new() };
    let days_off = if schedule.is_closed_on_holidays() { days_off(telling.today) } else { Vec::new() };
    let recurrences = schedule.recurrences();
    let numbered = recurrences.iter().zip(1..);
    let first = numbered.filter_map(|(rule, number)| Some((rule, number, rule.first_from(telling.today)?)));
    first
        .map(|(rule, number, first)| Event { entry, telling, now, rule, number, first }.written(&days_off))
        .collect()
}

fn days_off(today: Date) -> Vec<Date> {
    let years = (0..YEARS).map(|ahead| today.year().saturating_add(ahead));
    years.flat_map(holidays::of_year).filter(|day| *day >= today).collect()
}

/// Whether there is something to put in a calendar from a day on.
pub(crate) fn takes_place(resource: &Resource, from: Date) -> bool {
    let schedule = resource.hours().and_then(Schedule::parse);
    schedule.is_some_and(|schedule| schedule.recurrences().iter().any(|rule| rule.first_from(from).is_some()))
}

struct Event<'e> {
    entry: &'e Entry,
    telling: Telling<'e>,
    now: Timestamp,
    rule: &'e Recurrence,
    number: usize,
    first: Date,
}

impl Event<'_> {
    fn written(&self, days_off: &[Date]) -> String {
        let resource = self.entry.resource();
        let (from, to) = self.rule.slot();
        let stamp = self.now.strftime("%Y%m%dT%H%M%SZ");
        let id = format!("{}-{}@maillage", address::resource(&resource.id), self.number);
        let mut lines = vec![
            "BEGIN:VEVENT".to_owned(),
            property("UID", id.trim_start_matches('/')),
            format!("DTSTAMP:{stamp}"),
            format!("DTSTART;TZID=Europe/Paris:{}", moment(self.first, from)),
            format!("DTEND;TZID=Europe/Paris:{}", moment(self.first, to)),
        ];
        lines.extend(repeated(self.rule));
        let off = days_off.iter().filter(|day| **day >= self.first && self.rule.takes_place_on(**day));
        lines.extend(off.map(|day| format!("EXDATE;TZID=Europe/Paris:{}", moment(*day, from))));
        lines.push(property("SUMMARY", &resource.name));
        lines.extend(place(resource).map(|place| property("LOCATION", &place)));
        lines.push(property("DESCRIPTION", &self.description()));
        lines.push(format!("URL:{}{}", self.telling.base, address::resource(&resource.id)));
        lines.push("END:VEVENT".to_owned());
        lines.iter().map(|line| folded(line)).collect()
    }

    fn description(&self) -> String {
        let resource = self.entry.resource();
        let Telling { today, lang, .. } = self.telling;
        let parts = [
            Some(self.entry.organization_name().to_owned()),
            said::when(resource, lang),
            said::cost(resource, lang),
            said::room(resource, today, lang),
            Some(resource.description.clone()),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join("\n")
    }
}

fn place(resource: &Resource) -> Option<String> {
    let lines = address_lines(&resource.place);
    (!lines.is_empty()).then(|| lines.join(", "))
}

fn moment(date: Date, time: Time) -> String {
    date.to_datetime(time).strftime("%Y%m%dT%H%M%S").to_string()
}

fn repeated(rule: &Recurrence) -> Option<String> {
    match rule {
        Recurrence::EveryWeek { day, .. } => Some(format!("RRULE:FREQ=WEEKLY;BYDAY={}", code(*day))),
        Recurrence::EveryMonth { day, ranks, .. } => {
            let days: Vec<String> = ranks.iter().map(|rank| format!("{rank}{}", code(*day))).collect();
            Some(format!("RRULE:FREQ=MONTHLY;BYDAY={}", days.join(",")))
        }
        Recurrence::Once { .. } => None,
    }
}

pub(crate) fn code(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}
