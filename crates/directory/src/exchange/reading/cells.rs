use jiff::civil::Date;
use serde_json::Value;

use super::field::{Field, Kind};

/// What a cell says of a field: `None` when it is empty. The flag: whether a first zero was put back.
pub(super) fn value(field: Field, cell: &str) -> Option<(Value, bool)> {
    let cell = cell.trim();
    if cell.is_empty() {
        return None;
    }
    let text = |text: String| Some((Value::String(text), false));
    match field.kind {
        Kind::Text | Kind::Choice => text(cell.to_owned()),
        Kind::Digits(count) => Some(digits(cell, count)),
        Kind::Commune => Some(digits(cell, 5)),
        Kind::Number => text(cell.replace(',', ".").replace([' ', '\u{a0}', '\u{202f}'], "")),
        Kind::Day => text(day(cell)),
        Kind::Set => Some((Value::Array(parts(cell).map(Value::from).collect()), false)),
        Kind::Own => Some((serde_json::from_str(cell).unwrap_or_else(|_| Value::from(cell)), false)),
    }
}

/// The values of a set: `a, b`, `a | b`, `["a", "b"]`, `{a,b}`.
pub(crate) fn parts<'c>(cell: &'c str) -> impl Iterator<Item = &'c str> {
    let brackets: &[char] = &['[', ']', '{', '}'];
    let inside = cell.trim().trim_matches(brackets);
    let bare = |part: &'c str| part.trim().trim_matches(['"', '\'']).trim();
    inside.split([',', '|', ';', '\n']).map(bare).filter(|part| !part.is_empty())
}

/// « 1000 » was « 01000 » before a spreadsheet took it for a number.
fn digits(cell: &str, count: usize) -> (Value, bool) {
    let code: String = cell.chars().filter(|c| !c.is_whitespace()).collect();
    let code = code.strip_suffix(".0").unwrap_or(&code);
    let is_short = code.len() + 1 == count && code.bytes().all(|byte| byte.is_ascii_digit());
    let code = if is_short { format!("0{code}") } else { code.to_owned() };
    (Value::String(code), is_short)
}

/// `14/02/2025` and `2025-02-14 10:30:00` as `2025-02-14`; anything else as it is, to be refused.
fn day(cell: &str) -> String {
    let first = cell.split([' ', 'T']).next().unwrap_or(cell);
    let mut parts = first.split(['/', '.']);
    let french = (|| {
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
        (year.len() == 4 && parts.next().is_none()).then(|| date.to_string())
    })();
    french.unwrap_or_else(|| first.to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::{File, field};
    use super::*;
    use serde_json::json;

    fn read(name: &str, cell: &str) -> Option<Value> {
        value(field(File::Services, name).unwrap(), cell).map(|(value, _)| value)
    }

    #[test]
    fn cells_become_what_the_schema_asks() {
        assert_eq!(read("nom", "  "), None);
        assert_eq!(read("nom", " Atelier "), Some(json!("Atelier")));
        assert_eq!(read("code_postal", "1000"), Some(json!("01000")));
        assert_eq!(read("code_postal", "69 500"), Some(json!("69500")));
        assert_eq!(read("code_insee", "2A004"), Some(json!("2A004")));
        assert_eq!(read("latitude", "45,73"), Some(json!("45.73")));
        assert_eq!(read("date_maj", "14/02/2025"), Some(json!("2025-02-14")));
        assert_eq!(read("date_maj", "2025-02-14 00:00:00"), Some(json!("2025-02-14")));
        assert_eq!(read("date_maj", "31/02/2025"), Some(json!("31/02/2025")));
        for set in [
            "seniors, femmes",
            "seniors | femmes",
            "[\"seniors\", \"femmes\"]",
            "{seniors,femmes}",
            "['seniors','femmes']",
        ] {
            assert_eq!(read("publics", set), Some(json!(["seniors", "femmes"])), "{set}");
        }
        assert_eq!(read("maillage", "{\"places\":3}"), Some(json!({ "places": 3 })));
    }
}
