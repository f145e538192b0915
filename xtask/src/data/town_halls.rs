//! The table of town halls, one a line: address, place, telephone, e-mail, site, hours.

use super::france::{France, Row};
use super::shape::point_from_wkb;
use crate::Failure;

const HEADER: &str = "maillage townhalls 1";
const DAYS: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

/// From a day to a day, both within, the same slots: as the package writes them.
type Opening = (String, String, Vec<(String, String)>);

/// # Errors
/// When hours are not written as expected.
pub(crate) fn table(france: &France) -> Result<String, Failure> {
    let mut lines = Vec::new();
    for row in france.communes.iter().filter(|row| row.is_whole() && !row.mairie_adresse.is_empty()) {
        lines.push(record(row)?);
    }
    lines.sort();
    lines.insert(0, HEADER.to_owned());
    Ok(lines.join("\n") + "\n")
}

fn record(row: &Row) -> Result<String, Failure> {
    let (street, city) = row.mairie_adresse.split_once('\n').unwrap_or(("", &row.mairie_adresse));
    let place = point_from_wkb(&row.mairie_localisation);
    let place = place.map(|(lat, lon)| format!("{lat:.5},{lon:.5}")).unwrap_or_default();
    let hours = hours(&row.mairie_horaires).map_err(|cause| format!("{}: hours: {cause}", row.code))?;
    let (phone, site) = (telephone(&row.mairie_telephone), site(&row.mairie_site));
    let email = row.mairie_email.trim();
    Ok([&row.code, street.trim(), city.trim(), &place, &phone, email, site, &hours].join("\t"))
}

/// Ten digits, or nothing rather than a number nobody can dial.
fn telephone(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if digits.len() == 10 && digits.starts_with('0') { digits } else { String::new() }
}

fn site(text: &str) -> &str {
    let text = text.trim();
    if text.starts_with("https://") || text.starts_with("http://") { text } else { "" }
}

/// `1-1:0830-1200,1330-1700;2-5:0830-1200`, Monday being 1. Slots that end before they begin are
/// mistakes of the source and are left out, as are days it does not name.
fn hours(json: &str) -> Result<String, serde_json::Error> {
    let openings: Vec<Opening> = serde_json::from_str(json)?;
    let day = |name: &str| DAYS.iter().position(|day| *day == name).map(|place| place + 1);
    let mut parts = Vec::new();
    for (from, to, slots) in &openings {
        let slots: Vec<String> = slots.iter().filter(|(from, to)| from < to).map(slot).collect();
        if let (Some(from), Some(to), false) = (day(from), day(to), slots.is_empty()) {
            parts.push((from, format!("{from}-{to}:{}", slots.join(","))));
        }
    }
    parts.sort();
    Ok(parts.into_iter().map(|(_, part)| part).collect::<Vec<_>>().join(";"))
}

fn slot((from, to): &(String, String)) -> String {
    let minutes = |time: &str| time.chars().filter(char::is_ascii_digit).take(4).collect::<String>();
    format!("{}-{}", minutes(from), minutes(to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_short_sorted_and_possible() {
        let json = r#"[["mardi","vendredi",[["08:30:00","12:00:00"],["13:30:00","13:30:00"]]],
                       ["lundi","lundi",[["09:00:00","18:00:00"]]],
                       ["","",[["09:00:00","18:00:00"]]]]"#;
        assert_eq!(hours(json).unwrap(), "1-1:0900-1800;2-5:0830-1200");
        assert_eq!(hours("[]").unwrap(), "");
    }

    #[test]
    fn what_cannot_be_dialled_or_opened_is_left_out() {
        assert_eq!(telephone("04 72 00 00 01"), "0472000001");
        assert_eq!(telephone("03 90 6"), "");
        assert_eq!(site("mairie@exemple.fr"), "");
    }
}
