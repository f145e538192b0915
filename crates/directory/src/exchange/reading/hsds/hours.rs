use serde_json::json;

use super::{Object, text_of};

/// In OpenStreetMap's words when every rule can be said so, else as they are described.
pub(super) fn hours(row: &Object) -> Option<String> {
    let schedules = row.get("schedules")?.as_array()?;
    let rules: Option<Vec<String>> = schedules.iter().map(|rule| rule_in_osm(rule.as_object()?)).collect();
    let described = || text_of(schedules.first()?.as_object()?, "description");
    rules.filter(|rules| !rules.is_empty()).map(|rules| rules.join("; ")).or_else(described)
}

fn rule_in_osm(rule: &Object) -> Option<String> {
    let (opens, closes) = (text_of(rule, "opens_at")?, text_of(rule, "closes_at")?);
    let time = |text: &str| text.get(..5).map(str::to_owned);
    let times = format!("{}-{}", time(&opens)?, time(&closes)?);
    let is_each = rule.get("interval").is_none_or(|interval| interval.is_null() || interval == &json!(1));
    let days = match text_of(rule, "freq").as_deref() {
        Some("WEEKLY") if is_each => days(&text_of(rule, "byday")?)?,
        Some("MONTHLY") if is_each => ranked_days(&text_of(rule, "byday")?)?,
        _ => return None,
    };
    Some(format!("{days} {times}"))
}

/// « MO » as « Mo ».
fn osm_day(code: &str) -> Option<&'static str> {
    const DAYS: [(&str, &str); 7] =
        [("MO", "Mo"), ("TU", "Tu"), ("WE", "We"), ("TH", "Th"), ("FR", "Fr"), ("SA", "Sa"), ("SU", "Su")];
    DAYS.iter().find(|(theirs, _)| *theirs == code).map(|(_, ours)| *ours)
}

fn days(byday: &str) -> Option<String> {
    let days: Option<Vec<&str>> = byday.split(',').map(|day| osm_day(day.trim())).collect();
    Some(days?.join(","))
}

/// `1WE,3WE` as `We[1,3]`.
fn ranked_days(byday: &str) -> Option<String> {
    let ranked = byday.split(',').map(|part| {
        let part = part.trim();
        let (rank, day) = part.split_at_checked(part.len().checked_sub(2)?)?;
        let rank: i8 = rank.parse().ok()?;
        Some((osm_day(day)?, rank))
    });
    let ranked: Vec<(&str, i8)> = ranked.collect::<Option<_>>()?;
    let (day, _) = ranked.first()?;
    let is_one_day = ranked.iter().all(|(other, _)| other == day);
    let ranks: Vec<String> = ranked.iter().map(|(_, rank)| rank.to_string()).collect();
    is_one_day.then(|| format!("{day}[{}]", ranks.join(",")))
}
