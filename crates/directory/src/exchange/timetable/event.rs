use std::collections::BTreeSet;
use std::io::BufRead;

use jiff::civil::{Date, DateTime, Time};

use super::NoTimetable;
use super::left::{Left, Why};
use super::lines::{self, Property};
use super::moment::Moment;
use super::rule::{Rule, Unfollowed};

/// Events of a calendar.
pub(super) const MOST: usize = 1_000;
const LONGEST_TITLE: usize = 80;
/// Days an event is said to be off, or on beside its rule.
const MOST_DAYS: usize = 1_000;

/// Something that takes place from an hour to another of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Event {
    pub(super) first: Date,
    pub(super) slot: (Time, Time),
    pub(super) rule: Option<Rule>,
    pub(super) off: BTreeSet<Date>,
    pub(super) more: BTreeSet<Date>,
}

/// An event being read.
#[derive(Default)]
struct Draft {
    start: Option<Moment>,
    end: Option<Moment>,
    minutes: Option<i64>,
    rule: Option<Result<Rule, Unfollowed>>,
    off: BTreeSet<Date>,
    more: BTreeSet<Date>,
    is_cancelled: bool,
    title: String,
    /// Where it begins.
    line: u64,
    /// Parts nested in it, such as alarms.
    depth: u32,
}

pub(super) fn read(file: impl BufRead, left: &mut Left) -> Result<Vec<Event>, NoTimetable> {
    let mut events: Vec<Event> = Vec::new();
    let mut draft: Option<Draft> = None;
    let (mut is_calendar, mut seen) = (false, 0);
    lines::each(file, |number, line| {
        let Some(property) = Property::parse(line.trim_start_matches('\u{feff}')) else { return Ok(()) };
        let value = property.value.to_ascii_uppercase();
        match (property.name.as_str(), value.as_str(), &mut draft) {
            ("BEGIN", "VCALENDAR", _) => is_calendar = true,
            ("BEGIN", "VEVENT", None) => {
                seen += 1;
                if seen > MOST {
                    return Err(NoTimetable::TooLarge);
                }
                draft = Some(Draft { line: number, ..Draft::default() });
            }
            ("BEGIN", _, Some(draft)) => draft.depth = draft.depth.saturating_add(1),
            ("END", "VEVENT", Some(open)) if open.depth == 0 => {
                events.extend(draft.take().and_then(|draft| draft.finish(left)));
            }
            ("END", _, Some(draft)) => draft.depth = draft.depth.saturating_sub(1),
            (_, _, Some(draft)) if draft.depth == 0 => draft.take(&property, left),
            _ => {}
        }
        Ok(())
    })?;
    if is_calendar { Ok(events) } else { Err(NoTimetable::NotACalendar) }
}

impl Draft {
    fn take(&mut self, property: &Property<'_>, left: &mut Left) {
        let moments = |left: &mut Left| -> Vec<Date> {
            let values = property.value.split(',').take(MOST_DAYS);
            values.filter_map(|value| Some(Moment::parse(property, value, left)?.date())).collect()
        };
        match property.name.as_str() {
            "DTSTART" => self.start = Moment::parse(property, property.value, left),
            "DTEND" => self.end = Moment::parse(property, property.value, left),
            "DURATION" => self.minutes = minutes(property.value),
            "RRULE" => self.rule = Some(Rule::parse(property.value)),
            "EXDATE" if self.off.len() < MOST_DAYS => self.off.extend(moments(left)),
            "RDATE" if self.more.len() < MOST_DAYS => self.more.extend(moments(left)),
            "SUMMARY" => self.title = property.value.chars().take(LONGEST_TITLE).collect(),
            "STATUS" => self.is_cancelled = property.value.eq_ignore_ascii_case("CANCELLED"),
            _ => {}
        }
    }

    /// `None`, and told, when no schedule can say it.
    fn finish(self, left: &mut Left) -> Option<Event> {
        let (line, title) = (self.line, self.title.clone());
        match self.event() {
            Ok(event) => Some(event),
            Err(why) => {
                left.out(why, line, &title);
                None
            }
        }
    }

    fn event(self) -> Result<Event, Why> {
        if self.is_cancelled {
            return Err(Why::Cancelled);
        }
        let rule = self.rule.transpose().map_err(|unfollowed| match unfollowed {
            Unfollowed::TooOften => Why::TooOften,
            Unfollowed::Unread => Why::Unread,
        })?;
        let Some(Moment::Hour(start)) = self.start else { return Err(Why::WholeDay) };
        let end = match (self.end, self.minutes) {
            (Some(Moment::Hour(end)), _) => Some(end),
            (_, Some(minutes)) => later(start, minutes),
            _ => None,
        };
        let end = end.filter(|end| end.date() == start.date() && end.time() > start.time());
        let slot = (start.time(), end.ok_or(Why::Overnight)?.time());
        Ok(Event { first: start.date(), slot, rule, off: self.off, more: self.more })
    }
}

fn later(start: DateTime, minutes: i64) -> Option<DateTime> {
    start.checked_add(jiff::Span::new().try_minutes(minutes).ok()?).ok()
}

/// `PT1H30M`, `P1D`: minutes, below a week.
fn minutes(text: &str) -> Option<i64> {
    const MOST: i64 = 7 * 24 * 60;
    let span: jiff::Span = text.parse().ok()?;
    let hours =
        i64::from(span.get_weeks()) * 7 * 24 + i64::from(span.get_days()) * 24 + i64::from(span.get_hours());
    let minutes = hours.checked_mul(60)?.checked_add(span.get_minutes())?;
    (1..=MOST).contains(&minutes).then_some(minutes)
}
