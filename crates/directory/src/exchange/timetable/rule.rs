use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

use super::moment::date;

/// How an event comes back (`RRULE`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    pub(super) pace: Pace,
    /// Every so many days, weeks…; from 1.
    pub(super) interval: i32,
    /// With a rank in the month: -1 is the last.
    pub(super) days: Vec<(Option<i8>, Weekday)>,
    month_days: Vec<i8>,
    until: Option<Date>,
    count: Option<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pace {
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// Why a rule is not followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unfollowed {
    /// By hours, minutes or seconds.
    TooOften,
    Unread,
}

/// Days looked at for the last time of a counted rule: ten years.
const FARTHEST: i32 = 3_660;

impl Rule {
    pub(super) fn parse(text: &str) -> Result<Rule, Unfollowed> {
        let mut rule = Rule {
            pace: Pace::Weekly,
            interval: 1,
            days: Vec::new(),
            month_days: Vec::new(),
            until: None,
            count: None,
        };
        let mut rank = None;
        for (name, value) in text.split(';').filter_map(|part| part.split_once('=')) {
            match (name.trim().to_ascii_uppercase().as_str(), value.trim()) {
                ("FREQ", pace) => rule.pace = Pace::parse(pace)?,
                ("INTERVAL", number) => rule.interval = number.parse().map_err(|_| Unfollowed::Unread)?,
                ("BYDAY", days) => rule.days = all(days, day)?,
                ("BYMONTHDAY", days) => rule.month_days = all(days, |day| day.parse().ok())?,
                ("BYSETPOS", place) => rank = Some(place.parse().map_err(|_| Unfollowed::Unread)?),
                ("UNTIL", day) => rule.until = Some(day.get(..8).and_then(date).ok_or(Unfollowed::Unread)?),
                ("COUNT", count) => rule.count = Some(count.parse().map_err(|_| Unfollowed::Unread)?),
                ("WKST", _) => {}
                _ => return Err(Unfollowed::Unread),
            }
        }
        rule.with_rank(rank)
    }

    /// « The first of the Wednesdays » is « the first Wednesday ».
    fn with_rank(mut self, rank: Option<i8>) -> Result<Rule, Unfollowed> {
        let is_sound = (1..=1_000).contains(&self.interval) && self.month_days.iter().all(|day| *day > 0);
        if let Some(rank) = rank {
            match self.days.as_mut_slice() {
                [(of, _)] if self.pace == Pace::Monthly && of.is_none() => *of = Some(rank),
                _ => return Err(Unfollowed::Unread),
            }
        }
        let ranks_fit = self.days.iter().all(|(rank, _)| {
            rank.is_none_or(|rank| self.pace == Pace::Monthly && matches!(rank, -1 | 1..=5))
        });
        if is_sound && ranks_fit { Ok(self) } else { Err(Unfollowed::Unread) }
    }

    /// Its last day; `None` when it has none within ten years.
    pub(super) fn end(&self, first: Date) -> Option<Date> {
        let counted = self.count.and_then(|count| {
            let place = usize::try_from(count).ok()?.checked_sub(1)?;
            // Once a day at most: so many times take longer than that.
            i32::try_from(count).ok().filter(|count| *count <= FARTHEST)?;
            days_from(first, FARTHEST).filter(|day| self.takes_place(first, *day)).nth(place)
        });
        self.until.into_iter().chain(counted).min()
    }

    /// Whether it comes back that day, its end aside.
    pub(super) fn takes_place(&self, first: Date, day: Date) -> bool {
        if day < first {
            return false;
        }
        let is_on_day = |only: Weekday| self.days.is_empty() && day.weekday() == only;
        let is_of_days = || self.days.iter().any(|(rank, of)| *of == day.weekday() && has_rank(day, *rank));
        match self.pace {
            Pace::Daily => between(first, day) % self.interval == 0 && (self.days.is_empty() || is_of_days()),
            Pace::Weekly => {
                let weeks = between(monday(first), monday(day)) / 7;
                weeks % self.interval == 0 && (is_on_day(first.weekday()) || is_of_days())
            }
            Pace::Monthly => months(first, day) % self.interval == 0 && self.is_in_month(first, day),
            Pace::Yearly => {
                let years = i32::from(day.year()) - i32::from(first.year());
                let same = (day.month(), day.day()) == (first.month(), first.day());
                years % self.interval == 0 && same && self.days.is_empty()
            }
        }
    }

    fn is_in_month(&self, first: Date, day: Date) -> bool {
        match (self.days.as_slice(), self.month_days.as_slice()) {
            ([], []) => day.day() == first.day(),
            ([], days) => days.contains(&day.day()),
            (days, []) => days.iter().any(|(rank, of)| *of == day.weekday() && has_rank(day, *rank)),
            (days, numbers) => {
                numbers.contains(&day.day()) && days.iter().any(|(_, of)| *of == day.weekday())
            }
        }
    }

    /// Whether it names days of the month, which no weekly or monthly rule of ours can say.
    pub(super) fn has_month_days(&self) -> bool {
        !self.month_days.is_empty()
    }
}

impl Pace {
    fn parse(text: &str) -> Result<Pace, Unfollowed> {
        match text.to_ascii_uppercase().as_str() {
            "DAILY" => Ok(Pace::Daily),
            "WEEKLY" => Ok(Pace::Weekly),
            "MONTHLY" => Ok(Pace::Monthly),
            "YEARLY" => Ok(Pace::Yearly),
            "SECONDLY" | "MINUTELY" | "HOURLY" => Err(Unfollowed::TooOften),
            _ => Err(Unfollowed::Unread),
        }
    }
}

/// Days in a row, that one first.
pub(super) fn days_from(first: Date, count: i32) -> impl Iterator<Item = Date> {
    (0..count).map_while(move |ahead| first.checked_add(ahead.days()).ok())
}

/// A list no longer than any rule has use for.
fn all<T>(text: &str, parse: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, Unfollowed> {
    const MOST: usize = 35;
    let parts: Vec<&str> = text.split(',').take(MOST + 1).collect();
    if parts.len() > MOST {
        return Err(Unfollowed::Unread);
    }
    parts.into_iter().map(|part| parse(part.trim())).collect::<Option<_>>().ok_or(Unfollowed::Unread)
}

/// `WE`, `1WE`, `-1SU`.
fn day(text: &str) -> Option<(Option<i8>, Weekday)> {
    let (rank, code) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let day = match code.to_ascii_uppercase().as_str() {
        "MO" => Weekday::Monday,
        "TU" => Weekday::Tuesday,
        "WE" => Weekday::Wednesday,
        "TH" => Weekday::Thursday,
        "FR" => Weekday::Friday,
        "SA" => Weekday::Saturday,
        "SU" => Weekday::Sunday,
        _ => return None,
    };
    let rank = if rank.is_empty() { None } else { Some(rank.parse().ok()?) };
    Some((rank, day))
}

fn has_rank(day: Date, rank: Option<i8>) -> bool {
    match rank {
        None => true,
        Some(-1) => day.day() > day.days_in_month() - 7,
        Some(rank) => (day.day() - 1) / 7 + 1 == rank,
    }
}

fn monday(day: Date) -> Date {
    let back = Span::new().days(i64::from(day.weekday().to_monday_zero_offset()));
    day.checked_sub(back).unwrap_or(day)
}

fn between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

fn months(from: Date, to: Date) -> i32 {
    let whole = |date: Date| i32::from(date.year()) * 12 + i32::from(date.month());
    whole(to) - whole(from)
}
