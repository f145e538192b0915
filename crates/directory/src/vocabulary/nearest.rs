//! « Vouliez-vous dire … » for a value outside its list.

use super::Coded;

/// The code least different from what was written, when it is close enough to be a slip.
pub fn nearest<T: Coded>(written: &str) -> Option<&'static str> {
    const LONGEST_WORTH_COMPARING: usize = 120;
    if written.len() > LONGEST_WORTH_COMPARING {
        return None;
    }
    let written: Vec<char> = written.trim().to_lowercase().replace([' ', '_'], "-").chars().collect();
    T::all()
        .map(|value| (edits(&written, value.code()), value.code()))
        .min()
        .filter(|(edits, code)| *edits * 3 <= code.len().max(3))
        .map(|(_, code)| code)
}

/// Insertions, deletions and replacements between two words (Levenshtein's distance).
fn edits(from: &[char], to: &str) -> usize {
    let mut row: Vec<usize> = (0..=from.len()).collect();
    for (line, wanted) in to.chars().enumerate() {
        let mut diagonal = line;
        let mut left = line + 1;
        for (cell, written) in row.iter_mut().skip(1).zip(from) {
            let replaced = diagonal + usize::from(*written != wanted);
            diagonal = *cell;
            left = replaced.min(left + 1).min(diagonal + 1);
            *cell = left;
        }
        if let Some(first) = row.first_mut() {
            *first = line + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::{Cost, Public, Theme};

    fn distance(from: &str, to: &str) -> usize {
        edits(&from.chars().collect::<Vec<_>>(), to)
    }

    #[test]
    fn edits_are_counted_as_levenshtein_counts_them() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("abc", ""), 3);
        assert_eq!(distance("gratuit", "gratuit"), 0);
        assert_eq!(distance("flaw", "lawn"), 2);
    }

    #[test]
    fn a_slip_is_led_back_to_its_code() {
        assert_eq!(nearest::<Cost>("gratuits"), Some("gratuit"));
        assert_eq!(nearest::<Public>("Tous publics"), Some("tous-publics"));
        assert_eq!(nearest::<Theme>("remobilisation--liens-sociaux"), Some("remobilisation--lien-social"));
    }

    #[test]
    fn something_else_altogether_is_not_guessed() {
        assert_eq!(nearest::<Cost>("adhésion"), None);
        assert_eq!(nearest::<Cost>(&"x".repeat(1_000_000)), None);
    }
}
