use jiff::civil::{Date, Time};

use super::osm::LONGEST;
use super::{Monthly, Schedule, Slot, WEEK};

const DAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

pub(super) fn schedule(text: &str) -> Option<Schedule> {
    if text.len() > LONGEST {
        return None;
    }
    let mut schedule = Schedule::default();
    for rule in text.split(';').map(str::trim).filter(|rule| !rule.is_empty()) {
        add(&mut schedule, rule)?;
    }
    (schedule != Schedule::default()).then_some(schedule)
}

fn add(schedule: &mut Schedule, rule: &str) -> Option<()> {
    if rule == "PH off" {
        schedule.closed_on_holidays = true;
        return Some(());
    }
    let (when, times) = rule.rsplit_once(' ')?;
    let slots = if times == "off" { Vec::new() } else { slots(times)? };
    // « closed on the first Wednesday » is for people to read as it was written.
    let only_weekly = !when.contains('[') && date(when).is_none();
    if slots.is_empty() && !only_weekly {
        return None;
    }
    if let Some(date) = date(when) {
        schedule.dates.push((date, slots));
        return Some(());
    }
    // `We[1,3]` holds a comma of its own.
    let mut selectors = when.split_inclusive([',', ']']).map(|part| part.trim_end_matches(',').trim());
    while let Some(selector) = selectors.next() {
        match selector.split_once('[') {
            Some((day, first)) => {
                let mut ranks = first.to_owned();
                while !ranks.ends_with(']') {
                    ranks = format!("{ranks},{}", selectors.next()?);
                }
                add_monthly(schedule, day, ranks.strip_suffix(']')?, &slots)?;
            }
            // What is left between a closing bracket and the comma after it.
            None if selector.is_empty() => {}
            None => replace(&mut schedule.week, selector, &slots)?,
        }
    }
    Some(())
}

fn add_monthly(schedule: &mut Schedule, day: &str, ranks: &str, slots: &[Slot]) -> Option<()> {
    let day = *WEEK.get(day_index(day)?)?;
    let ranks: Vec<i8> = ranks.split(',').map(rank).collect::<Option<_>>()?;
    match schedule.monthly.iter_mut().find(|rule| rule.day == day && rule.slots == slots) {
        Some(same) => same.ranks.extend(ranks),
        None => schedule.monthly.push(Monthly { day, ranks, slots: slots.to_vec() }),
    }
    Some(())
}

/// `Mo-Fr`, `Sa`; `Fr-Mo` goes over the week's end.
fn replace(week: &mut [Vec<Slot>; 7], selector: &str, slots: &[Slot]) -> Option<()> {
    let (from, to) = selector.split_once('-').unwrap_or((selector, selector));
    let (from, to) = (day_index(from)?, day_index(to)?);
    for (index, day) in week.iter_mut().enumerate() {
        let inside = if from <= to { (from..=to).contains(&index) } else { index >= from || index <= to };
        if inside {
            *day = slots.to_vec();
        }
    }
    Some(())
}

fn day_index(code: &str) -> Option<usize> {
    DAYS.iter().position(|day| *day == code)
}

fn rank(text: &str) -> Option<i8> {
    text.parse().ok().filter(|rank| matches!(rank, -1 | 1..=5))
}

/// `2026 Jun 13`.
fn date(text: &str) -> Option<Date> {
    let mut words = text.split(' ');
    let (year, month, day) = (words.next()?, words.next()?, words.next()?);
    let month = MONTHS.iter().position(|name| *name == month)? + 1;
    let date = Date::new(year.parse().ok()?, i8::try_from(month).ok()?, day.parse().ok()?).ok()?;
    words.next().is_none().then_some(date)
}

/// `09:00-12:00,13:30-17:00`.
fn slots(text: &str) -> Option<Vec<Slot>> {
    text.split(',').map(slot).collect()
}

fn slot(text: &str) -> Option<Slot> {
    let (from, to) = text.split_once('-')?;
    let (from, to) = (time(from)?, time(to)?);
    (from < to).then_some((from, to))
}

fn time(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once(':')?;
    let digits = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(hour) || !digits(minute) {
        return None;
    }
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::Weekday;
    use proptest::prelude::*;

    #[test]
    fn a_later_rule_replaces_an_earlier_one_for_its_day() {
        let whole = schedule("Mo-Fr 09:00-12:00; We off; Fr 10:00-11:00").unwrap();
        let days: Vec<(Weekday, i8)> =
            whole.regular_slots().map(|(day, slot)| (day, slot.0.hour())).collect();
        assert_eq!(
            days,
            [(Weekday::Monday, 9), (Weekday::Tuesday, 9), (Weekday::Thursday, 9), (Weekday::Friday, 10)]
        );
    }

    #[test]
    fn what_is_written_otherwise_is_no_schedule() {
        for text in [
            "",
            "Lundi 9h-12h",
            "Mo 9:00-12:00",
            "Mo 08:00-12:00-14:00",
            "Mo 12:00-09:00",
            "Xx 09:00-12:00",
            "Mo[6] 09:00-12:00",
            "2026 Jun 31 09:00-12:00",
            "off",
            "Mo-Fr 09:00-12:00; We[1] off",
        ] {
            assert_eq!(schedule(text), None, "{text}");
        }
        assert_eq!(schedule(&"Mo 09:00-12:00;".repeat(1000)), None);
    }

    proptest! {
        #[test]
        fn no_text_whatever_makes_the_reader_fail(text in "[MoTuWeThFrSa0-9:,;\\[\\] -]{0,40}|.{0,40}") {
            if let Some(schedule) = schedule(&text) {
                for lang in kernel::Lang::ALL {
                    prop_assert!(!schedule.say(lang).is_empty());
                }
            }
        }
    }
}
