//! A commune's official code, never asked of a user: people type a name or a postcode.

use std::fmt;

use serde::{Deserialize, Serialize};

/// INSEE code (code officiel géographique): five characters, `2A004` for Ajaccio.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CommuneCode(String);

impl CommuneCode {
    pub fn parse(text: &str) -> Option<CommuneCode> {
        let shaped = text.len() == 5 && text.chars().all(|c| c.is_ascii_digit() || matches!(c, 'A' | 'B'));
        shaped.then(|| CommuneCode(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The département's code: two characters, three overseas.
    pub fn departement(&self) -> &str {
        let length = if self.0.starts_with("97") || self.0.starts_with("98") { 3 } else { 2 };
        self.0.get(..length).unwrap_or_default()
    }
}

impl fmt::Display for CommuneCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corsica_and_overseas_have_their_own_departements() {
        let departement = |code: &str| CommuneCode::parse(code).unwrap().departement().to_owned();
        assert_eq!(departement("2A004"), "2A");
        assert_eq!(departement("97411"), "974");
        assert_eq!(departement("69029"), "69");
    }

    #[test]
    fn a_postcode_with_a_space_is_no_code() {
        assert_eq!(CommuneCode::parse("69 29"), None);
        assert_eq!(CommuneCode::parse("690291"), None);
    }
}
