//! A visitor's answers on their way to « Demander à être appelé », in a hidden field of the form.
//!
//! The field is the only place they are: it comes back from a browser, so it is checked again.

use std::collections::BTreeMap;

use measure::Answers;
use thiserror::Error;

use super::model::Filled;
use super::rules;

/// The hidden field's name.
pub const FIELD: &str = "screening";

/// Answers as the field holds them: `{"ucla3":{"ucla3.1":2,"ucla3.2":1,"ucla3.3":3}}`.
#[derive(Clone, Debug, Default)]
pub struct Carried(Vec<Filled>);

/// A field that is none of ours, or was changed on its way; nothing of it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the carried answers cannot be read")]
pub struct Garbled;

impl Carried {
    pub fn filled(&self) -> &[Filled] {
        &self.0
    }

    /// Nobody answered anything: the person came to the request by another way.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<Vec<Filled>> for Carried {
    fn from(filled: Vec<Filled>) -> Carried {
        Carried(filled)
    }
}

/// Reads the field. An empty one carries nothing.
///
/// # Errors
/// [`Garbled`] unless it is whole: instruments that a visitor may answer, every item of them, each
/// answer one of those offered.
pub fn parse(field: &str) -> Result<Carried, Garbled> {
    if field.trim().is_empty() {
        return Ok(Carried::default());
    }
    let mut by_code: BTreeMap<String, Answers> = serde_json::from_str(field).map_err(|_| Garbled)?;
    let offered = rules::offered_to_visitors().into_iter();
    let filled: Vec<Filled> = offered
        .filter_map(|instrument| {
            by_code.remove(&instrument.code).map(|answers| Filled::new(instrument, answers))
        })
        .collect();
    let is_whole = by_code.is_empty() && filled.iter().all(Filled::is_complete);
    if is_whole { Ok(Carried(filled)) } else { Err(Garbled) }
}

/// The text for the field.
pub fn write(carried: &Carried) -> String {
    let by_code: BTreeMap<&str, &Answers> =
        carried.0.iter().map(|filled| (filled.instrument.code.as_str(), &filled.answers)).collect();
    // Maps from texts to numbers have a JSON form.
    serde_json::to_string(&by_code).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_back() {
        let answers = [("ucla3.1", 2), ("ucla3.2", 1), ("ucla3.3", 3)].into_iter().collect();
        let written = write(&vec![Filled::new(measure::ucla3(), answers)].into());
        assert_eq!(written, r#"{"ucla3":{"ucla3.1":2,"ucla3.2":1,"ucla3.3":3}}"#);
        assert_eq!(write(&parse(&written).unwrap()), written);
        assert!(parse("  ").unwrap().is_empty());
    }

    #[test]
    fn a_field_changed_on_its_way_is_not_kept() {
        for field in [
            "ucla3",
            "[]",
            r#"{"ucla3":{}}"#,
            r#"{"ucla3":{"ucla3.1":2}}"#,
            r#"{"ucla3":{"ucla3.1":2,"ucla3.2":1,"ucla3.3":9}}"#,
            r#"{"ucla3":{"ucla3.1":2,"ucla3.2":1,"ucla3.3":3},"epices":{}}"#,
            r#"{"insee_loneliness":{"insee_loneliness.1":5},"unknown":{}}"#,
            r#"{"own_goals":{"own_goals.wellbeing":5}}"#,
        ] {
            assert_eq!(parse(field).unwrap_err(), Garbled, "{field}");
        }
    }
}
