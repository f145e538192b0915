//! Phrases that were in somebody's breach (NIST SP 800-63B, 5.1.1.2: compare with known-compromised
//! values): `data/passwords`, made by `cargo xtask data`. Nobody is asked elsewhere.
//!
//! A long phrase is seldom in a list; two of its words run together, or one with a year behind, are
//! what people choose where twelve characters are asked. Those are refused too.

use std::collections::HashSet;
use std::io::Read;
use std::sync::LazyLock;

use flate2::read::GzDecoder;

static PACKED: &[u8] =
    include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/passwords/known.txt.gz"));

/// Some megabytes, read the first time somebody chooses a phrase.
static KNOWN: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let mut text = String::new();
    // A damaged file would let through what it should not; the tests read it.
    let read = GzDecoder::new(PACKED).read_to_string(&mut text);
    debug_assert!(read.is_ok(), "data/passwords is damaged");
    text.lines().map(str::to_owned).collect()
});

/// Digits put behind a word: a year, a day.
const MOST_DIGITS_BEHIND: usize = 4;

/// Whether somebody who tries what is known would come upon it.
pub(super) fn is_known(typed: &str) -> bool {
    let plain: String =
        typed.to_lowercase().chars().filter(|c| c.is_alphanumeric() || "@$".contains(*c)).collect();
    let spelt: String = plain.chars().map(letter_behind).collect();
    [plain, spelt].iter().any(|phrase| is_made_of_known(phrase) || is_made_of_known(without_year(phrase)))
}

fn is_made_of_known(phrase: &str) -> bool {
    KNOWN.contains(phrase)
        || phrase.char_indices().skip(1).any(|(at, _)| {
            phrase.split_at_checked(at).is_some_and(|(a, b)| KNOWN.contains(a) && KNOWN.contains(b))
        })
}

fn without_year(phrase: &str) -> &str {
    let bare = phrase.trim_end_matches(|c: char| c.is_ascii_digit());
    if phrase.len() - bare.len() <= MOST_DIGITS_BEHIND { bare } else { phrase }
}

/// « p@ssw0rd » is « password ».
fn letter_behind(sign: char) -> char {
    match sign {
        '@' | '4' => 'a',
        '0' => 'o',
        '1' => 'i',
        '3' => 'e',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_in_a_breach_is_known_also_run_together_and_with_a_year() {
        for phrase in [
            "administrator",
            "finalfantasy",
            "Administrator 2026",
            "p@ssw0rd!soleil",
            "Mot de passe Soleil",
            "sunshine-princess",
            "liverpool1984",
        ] {
            assert!(is_known(phrase), "{phrase}");
        }
    }

    #[test]
    fn a_phrase_of_one_s_own_is_not() {
        for phrase in [
            "quatre mots au soleil",
            "un fil relie les voisins",
            "sept ponts sur la rivière",
            "correct horse battery staple",
            "le chat de Camille dort 2026",
        ] {
            assert!(!is_known(phrase), "{phrase}");
        }
    }

    #[test]
    fn the_whole_list_is_there() {
        assert!(KNOWN.len() > 40_000, "{}", KNOWN.len());
        assert!(KNOWN.iter().all(|word| word.chars().count() >= 4));
    }
}
