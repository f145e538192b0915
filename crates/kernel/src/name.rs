//! What a person is called, and when they were born.

use std::fmt;

use jiff::civil::Date;

use crate::text::{TextError, bounded};

/// A name as the person gives it: « Aline D. » is a name.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonName(String);

impl PersonName {
    pub const MAX: usize = 120;

    /// # Errors
    /// [`TextError`] when empty or too long.
    pub fn parse(typed: &str) -> Result<PersonName, TextError> {
        bounded(&typed.replace('\n', " "), Self::MAX).map(PersonName)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// « Aline D. » of « Aline Dumont »: what an organisation sees before the first meeting.
    pub fn short(&self) -> String {
        let mut words = self.0.split_whitespace();
        let first = words.next().unwrap_or_default();
        match words.next_back().and_then(|last| last.chars().next()) {
            Some(initial) => format!("{first} {}.", initial.to_uppercase()),
            None => first.to_owned(),
        }
    }
}

/// Names stay out of logs, also by accident.
impl fmt::Debug for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PersonName(…)")
    }
}

/// Year of birth: all that is needed to tell two people apart and to know an age.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BirthYear(i16);

impl BirthYear {
    /// `None` for text that is no year, a year to come, or an age over 120.
    pub fn parse(typed: &str, today: Date) -> Option<BirthYear> {
        let year: i16 = typed.trim().parse().ok()?;
        (today.year() - 120..=today.year()).contains(&year).then_some(BirthYear(year))
    }

    /// A year read back from the store.
    pub fn stored(year: i64) -> Option<BirthYear> {
        i16::try_from(year).ok().map(BirthYear)
    }

    pub fn get(self) -> i16 {
        self.0
    }

    /// The age reached this year.
    pub fn age(self, today: Date) -> i16 {
        today.year() - self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_name_hides_the_family_name() {
        assert_eq!(PersonName::parse("Aline  Dumont").unwrap().short(), "Aline D.");
        assert_eq!(PersonName::parse("Aline").unwrap().short(), "Aline");
    }

    #[test]
    fn a_name_does_not_show_in_debug_output() {
        assert_eq!(format!("{:?}", PersonName::parse("Aline Dumont").unwrap()), "PersonName(…)");
    }

    #[test]
    fn a_year_must_be_one_a_living_person_can_have() {
        let today = jiff::civil::date(2026, 3, 1);
        assert_eq!(BirthYear::parse("1948", today).unwrap().age(today), 78);
        assert_eq!(BirthYear::parse("2027", today), None);
        assert_eq!(BirthYear::parse("1899", today), None);
        assert_eq!(BirthYear::parse("48 ans", today), None);
    }
}
