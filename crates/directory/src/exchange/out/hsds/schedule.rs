use jiff::civil::Date;
use kernel::Lang;
use serde_json::{Value, json};

use super::id::uuid;
use super::known;
use crate::exchange::calendar;
use crate::resource::{Resource, said};
use crate::schedule::{Recurrence, Schedule};

/// Every rule of its hours; when nobody can read them, the words alone.
pub(super) fn schedules(resource: &Resource, today: Date) -> Option<Value> {
    let text = resource.hours();
    let words = said::when(resource, Lang::Fr);
    let Some(schedule) = text.and_then(Schedule::parse) else {
        let id = uuid("schedule", resource.id.as_str());
        return words.map(|words| json!([{ "id": id, "description": words }]));
    };
    let rules = schedule.recurrences();
    let of_rule = |(number, rule): (usize, &Recurrence)| {
        let id = uuid("schedule", &format!("{}/{number}", resource.id));
        let (from, to) = rule.slot();
        let (freq, byday, start) = pattern(rule, today);
        known([
            ("id", Some(json!(id))),
            ("freq", freq.map(|freq| json!(freq))),
            ("interval", freq.map(|_| json!(1))),
            ("wkst", freq.map(|_| json!("MO"))),
            ("byday", byday.map(|days| json!(days))),
            ("dtstart", start.map(|day| json!(day.to_string()))),
            ("count", freq.is_none().then(|| json!(1))),
            ("opens_at", Some(json!(from.strftime("%H:%M").to_string()))),
            ("closes_at", Some(json!(to.strftime("%H:%M").to_string()))),
            ("description", words.as_ref().map(|words| json!(words))),
        ])
    };
    Some(rules.iter().enumerate().map(|(at, rule)| of_rule((at + 1, rule))).collect())
}

fn pattern(rule: &Recurrence, today: Date) -> (Option<&'static str>, Option<String>, Option<Date>) {
    let start = rule.first_from(today);
    match rule {
        Recurrence::EveryWeek { day, .. } => (Some("WEEKLY"), Some(calendar::code(*day).to_owned()), start),
        Recurrence::EveryMonth { day, ranks, .. } => {
            let days: Vec<String> =
                ranks.iter().map(|rank| format!("{rank}{}", calendar::code(*day))).collect();
            (Some("MONTHLY"), Some(days.join(",")), start)
        }
        Recurrence::Once { date, .. } => (None, None, Some(*date)),
    }
}
