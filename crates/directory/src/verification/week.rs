//! A week of hours as people type it, day by day: « 14 h à 16 h 30 », « 9h-12h et 14h-17h ».

use jiff::civil::Time;
use kernel::Lang;
use platform::web::dates;
use serde::Deserialize;

use crate::schedule::{Recurrence, Schedule, WEEK};

/// The seven fields, in every form that asks for hours.
pub(super) const FIELDS: [&str; 7] =
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

/// What is typed in them.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct TypedWeek {
    pub(super) lundi: String,
    pub(super) mardi: String,
    pub(super) mercredi: String,
    pub(super) jeudi: String,
    pub(super) vendredi: String,
    pub(super) samedi: String,
    pub(super) dimanche: String,
}

impl TypedWeek {
    /// Empty for hours a week cannot hold.
    pub(super) fn of(hours: Option<&str>) -> TypedWeek {
        let week = hours.and_then(written).unwrap_or_default();
        let [lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche] = week;
        TypedWeek { lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche }
    }

    pub(super) fn texts(&self) -> [&str; 7] {
        let TypedWeek { lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche } = self;
        [lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche]
    }

    /// Each day: the field, its name, and what stands in it.
    pub(super) fn days(&self, lang: Lang) -> Vec<(&'static str, &'static str, &str)> {
        let days = FIELDS.into_iter().zip(WEEK).zip(self.texts());
        days.map(|((field, day), typed)| (field, dates::weekday(day, lang), typed)).collect()
    }
}

const DAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
/// Nobody opens more often in a day.
const MOST_SLOTS: usize = 4;

/// What stands in the seven fields, Monday first; `None` for a schedule a week cannot hold.
fn written(schedule: &str) -> Option<[String; 7]> {
    let parsed = Schedule::parse(schedule)?;
    let every_week = |recurrence: &Recurrence| matches!(recurrence, Recurrence::EveryWeek { .. });
    if parsed.is_closed_on_holidays() || !parsed.recurrences().iter().all(every_week) {
        return None;
    }
    Some(WEEK.map(|day| {
        let slots = parsed.weekly_slots().filter(|(of, _)| *of == day);
        let said: Vec<String> =
            slots.map(|(_, (from, to))| format!("{} à {}", hour(from), hour(to))).collect();
        said.join(" et ")
    }))
}

/// OpenStreetMap's `opening_hours` of seven fields; `Ok(None)` when all are empty.
///
/// # Errors
/// The index of the first field that cannot be read.
pub(super) fn typed(fields: &[&str; 7]) -> Result<Option<String>, usize> {
    let mut rules = Vec::new();
    for (index, (day, field)) in DAYS.iter().zip(fields).enumerate() {
        if field.trim().is_empty() {
            continue;
        }
        let slots = slots(field).ok_or(index)?;
        rules.push(format!("{day} {}", slots.join(",")));
    }
    Ok((!rules.is_empty()).then(|| rules.join("; ")))
}

fn slots(text: &str) -> Option<Vec<String>> {
    let text = text.to_lowercase().replace(['–', '—', 'à'], "-").replace(" et ", ",").replace("de ", "");
    let slots: Vec<&str> = text.split([',', ';', '/']).collect();
    if slots.len() > MOST_SLOTS {
        return None;
    }
    slots.into_iter().map(slot).collect()
}

fn slot(text: &str) -> Option<String> {
    let (from, to) = text.split_once('-')?;
    let (from, to) = (time(from)?, time(to)?);
    let code = |time: Time| format!("{:02}:{:02}", time.hour(), time.minute());
    (from < to).then(|| format!("{}-{}", code(from), code(to)))
}

/// « 14 h », « 14h30 », « 9:00 », « 9 ».
fn time(text: &str) -> Option<Time> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let text = text.trim_end_matches("min");
    let (hour, minute) = text.split_once(['h', ':']).unwrap_or((text, ""));
    let minute = if minute.is_empty() { 0 } else { minute.parse().ok()? };
    Time::new(hour.parse().ok()?, minute, 0, 0).ok()
}

/// « 14 h », « 14 h 30 ».
fn hour(time: Time) -> String {
    match time.minute() {
        0 => format!("{}\u{a0}h", time.hour()),
        minute => format!("{}\u{a0}h\u{a0}{minute:02}", time.hour()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tuesday(text: &str) -> Result<Option<String>, usize> {
        typed(&["", text, "", "", "", "", ""])
    }

    #[test]
    fn hours_are_read_as_people_write_them() {
        for text in
            ["14 h à 16 h 30", "14h-16h30", "14:00 – 16:30", "de 14 à 16h30", "14\u{a0}h à 16\u{a0}h\u{a0}30"]
        {
            assert_eq!(tuesday(text), Ok(Some("Tu 14:00-16:30".to_owned())), "{text}");
        }
        let twice = tuesday("9h-12h et 14h-17h");
        assert_eq!(twice, Ok(Some("Tu 09:00-12:00,14:00-17:00".to_owned())));
        assert_eq!(tuesday("  "), Ok(None));
    }

    #[test]
    fn hours_that_cannot_be_read_are_told_by_their_day() {
        for text in ["l’après-midi", "16h-14h", "25h-26h", "14h", "9-10,10-11,11-12,12-13,13-14"] {
            assert_eq!(tuesday(text), Err(1), "{text}");
        }
    }

    #[test]
    fn what_a_week_shows_is_read_back_as_it_was() {
        for text in ["Mo-Fr 09:00-12:00,14:00-17:30", "We 14:00-16:00; Sa 10:00-11:15"] {
            let shown = TypedWeek::of(Some(text));
            let again = typed(&shown.texts()).unwrap().unwrap();
            assert_eq!(Schedule::parse(&again), Schedule::parse(text));
        }
    }

    #[test]
    fn a_week_does_not_show_what_it_would_lose() {
        for text in
            ["We[1,3] 14:00-16:00", "2026 Jun 13 14:00-18:00", "Mo 09:00-12:00; PH off", "sur rendez-vous"]
        {
            assert_eq!(written(text), None, "{text}");
        }
    }
}
