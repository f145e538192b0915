//! The code somebody goes by in one study: `PRI-4K7-Q2X`.
//!
//! Drawn by chance and made from nothing, so that it says nothing; easy to say on the telephone; its last
//! character checks the others, so that one mistyped from a paper form leads to nobody rather than to another.

/// A prime number of them, so that the check sees any character changed and any two exchanged. No letter
/// that is read as a digit or heard as another, no vowel that would make a word.
const ALPHABET: &[u8; 23] = b"23456789CDFGHJKMPRTVWXY";
/// Drawn, of six; the last one checks them.
const DRAWN: usize = 5;

/// From chance, one byte a character.
pub(crate) fn drawn(prefix: &str, chance: &[u8]) -> String {
    let values: Vec<usize> =
        chance.iter().take(DRAWN).map(|byte| usize::from(*byte) % ALPHABET.len()).collect();
    let all: String = values.iter().copied().chain([check(&values)]).filter_map(letter).collect();
    let (first, last) = all.split_at(all.len() / 2);
    format!("{prefix}-{first}-{last}")
}

/// As it is stored, from what somebody typed: small letters, spaces, no hyphens; none when it is no code
/// of the study.
pub(crate) fn typed(prefix: &str, text: &str) -> Option<String> {
    let plain: String =
        text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase();
    let code = plain.strip_prefix(prefix)?;
    let values: Vec<usize> = code.bytes().map(value).collect::<Option<_>>()?;
    let (said, drawn) = values.split_last()?;
    let (first, last) = code.split_at(code.len() / 2);
    (drawn.len() == DRAWN && check(drawn) == *said).then(|| format!("{prefix}-{first}-{last}"))
}

/// What a study's codes may begin with: three capital letters.
pub(crate) fn prefix(text: &str) -> Option<String> {
    let prefix = text.trim().to_ascii_uppercase();
    (prefix.len() == 3 && prefix.bytes().all(|byte| byte.is_ascii_uppercase())).then_some(prefix)
}

/// Each place weighs differently.
fn check(values: &[usize]) -> usize {
    let weighed = values.iter().zip(2_usize..).map(|(value, weight)| value.saturating_mul(weight));
    weighed.sum::<usize>() % ALPHABET.len()
}

fn letter(value: usize) -> Option<char> {
    ALPHABET.get(value).copied().map(char::from)
}

fn value(byte: u8) -> Option<usize> {
    ALPHABET.iter().position(|known| *known == byte)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_code_reads_back_however_it_is_typed() {
        let code = drawn("PRI", &[0, 45, 90, 200, 255]);
        assert_eq!(code.len(), "PRI-4K7-Q2X".len());
        for text in [
            code.clone(),
            code.to_lowercase(),
            code.replace('-', ""),
            format!(" {} ", code.replace('-', " ")),
        ] {
            assert_eq!(typed("PRI", &text), Some(code.clone()), "{text}");
        }
        assert_eq!(typed("LIE", &code), None, "of another study");
        assert_eq!(typed("PRI", ""), None);
        assert_eq!(typed("PRI", "PRI"), None);
    }

    #[test]
    fn a_prefix_is_three_letters() {
        assert_eq!(prefix(" pri "), Some("PRI".to_owned()));
        for bad in ["", "PR", "PRIS", "P R", "PR1", "PRÉ"] {
            assert_eq!(prefix(bad), None, "{bad}");
        }
    }

    proptest! {
        #[test]
        fn one_character_mistyped_leads_to_nobody(chance in any::<[u8; 5]>(), place in 0_usize..6, other in 0_usize..23) {
            let code = drawn("PRI", &chance).replace('-', "");
            let mut changed: Vec<u8> = code.bytes().collect();
            let before = changed[3 + place];
            changed[3 + place] = ALPHABET[other];
            prop_assume!(before != ALPHABET[other]);
            prop_assert_eq!(typed("PRI", std::str::from_utf8(&changed).unwrap()), None);
        }

        #[test]
        fn two_characters_exchanged_lead_to_nobody(chance in any::<[u8; 5]>(), one in 0_usize..6, other in 0_usize..6) {
            let mut changed: Vec<u8> = drawn("PRI", &chance).replace('-', "").into_bytes();
            prop_assume!(changed[3 + one] != changed[3 + other]);
            changed.swap(3 + one, 3 + other);
            prop_assert_eq!(typed("PRI", std::str::from_utf8(&changed).unwrap()), None);
        }
    }
}
