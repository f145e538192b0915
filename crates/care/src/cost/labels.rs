//! Time, money and consultations in words.

use jiff::civil::Date;
use kernel::Lang;
use kernel::id::CaseId;
use platform::db::{DbError, Tx};
use platform::web::dates;

use super::model::{Count, SpentOn, ToldBy};
use super::rules::{self, Window};
use super::sql;
use crate::stale::Line;
use crate::words::{Words, words};

impl SpentOn {
    pub fn label(self, w: &Words) -> String {
        match self {
            SpentOn::Call => w.cost_on_call(),
            SpentOn::Meeting => w.cost_on_meeting(),
            SpentOn::GoingAlong => w.cost_on_going_along(),
            SpentOn::Coordination => w.cost_on_coordination(),
            SpentOn::Writing => w.cost_on_writing(),
            SpentOn::Other => w.cost_on_other(),
        }
    }
}

impl ToldBy {
    pub(super) fn label(self, w: &Words) -> String {
        match self {
            ToldBy::Person => w.cost_told_by_person(),
            ToldBy::CareTeam => w.cost_told_by_care_team(),
            ToldBy::File => w.cost_told_by_file(),
        }
    }
}

/// « 45 min », « 2 h », « 3 h 15 ».
pub fn minutes(minutes: i64, lang: Lang) -> String {
    let (hours, rest) = (minutes.div_euclid(60), minutes.rem_euclid(60));
    match (hours, rest, lang) {
        (0, rest, _) => format!("{rest}\u{a0}min"),
        (hours, 0, _) => format!("{}\u{a0}h", grouped(hours, lang)),
        (hours, rest, Lang::Fr) => format!("{}\u{a0}h\u{a0}{rest:02}", grouped(hours, lang)),
        (hours, rest, Lang::En) => format!("{}\u{a0}h\u{a0}{rest}\u{a0}min", grouped(hours, lang)),
    }
}

/// « 1 250,50 € », “€1,250.50”; cents that are none are left out.
pub fn euros(cents: i64, lang: Lang) -> String {
    let (euros, rest) = (grouped(cents.div_euclid(100), lang), cents.rem_euclid(100));
    match (lang, rest) {
        (Lang::Fr, 0) => format!("{euros}\u{a0}€"),
        (Lang::Fr, rest) => format!("{euros},{rest:02}\u{a0}€"),
        (Lang::En, 0) => format!("€{euros}"),
        (Lang::En, rest) => format!("€{euros}.{rest:02}"),
    }
}

/// All the time spent on somebody's course of support, in minutes.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn spent(tx: &mut Tx, case: CaseId) -> Result<i64, DbError> {
    let times = sql::times::of_case(tx, case).await?;
    Ok(times.iter().map(|time| time.spent.minutes).sum())
}

/// What a person is told is held of them here.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn lines(tx: &mut Tx, case: CaseId, lang: Lang) -> Result<Vec<Line>, DbError> {
    let w = words(lang);
    let spent = spent(tx, case).await?;
    let mut lines = Vec::new();
    if spent > 0 {
        lines.push(Line::new(w.cost_time(), minutes(spent, lang)));
    }
    let Some(standing) = sql::visits::of_case(tx, case).await? else { return Ok(lines) };
    let sides = [
        (standing.noted.before, w.cost_visits_before(), rules::before(standing.referred_on)),
        (standing.noted.after, w.cost_visits_after(), rules::after(standing.referred_on)),
    ];
    for (count, label, days) in sides {
        if let Some(count) = count {
            lines.push(Line::new(label, format!("{} ({})", said(count, w), window(days, lang))));
        }
    }
    Ok(lines)
}

/// « 4, dit par la personne ».
pub(super) fn said(count: Count, w: &Words) -> String {
    w.cost_visits_said(count.count, count.told_by.label(w))
}

/// « du 13 juillet 2025 au 12 janvier 2026 ».
pub(super) fn window(days: Window, lang: Lang) -> String {
    let day = |day: Date| dates::plain(day, lang);
    words(lang).cost_window(day(days.first), day(days.last))
}

/// By thousands.
fn grouped(whole: i64, lang: Lang) -> String {
    let mark = match lang {
        Lang::Fr => '\u{a0}',
        Lang::En => ',',
    };
    let digits = whole.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && digits.len().saturating_sub(place) % 3 == 0 {
            grouped.push(mark);
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_said_as_people_say_it() {
        assert_eq!(minutes(45, Lang::Fr), "45\u{a0}min");
        assert_eq!(minutes(120, Lang::En), "2\u{a0}h");
        assert_eq!(minutes(195, Lang::Fr), "3\u{a0}h\u{a0}15");
        assert_eq!(minutes(65, Lang::Fr), "1\u{a0}h\u{a0}05");
        assert_eq!(minutes(60_000 * 60 + 5, Lang::En), "60,000\u{a0}h\u{a0}5\u{a0}min");
    }

    #[test]
    fn money_is_said_in_the_language() {
        assert_eq!(euros(125_050, Lang::Fr), "1\u{a0}250,50\u{a0}€");
        assert_eq!(euros(3_500, Lang::Fr), "35\u{a0}€");
        assert_eq!(euros(100_000_005, Lang::En), "€1,000,000.05");
    }
}
