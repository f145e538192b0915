//! Text as people type it: trimmed, bounded, and folded when it must be compared.

use thiserror::Error;

/// Why a typed text cannot be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum TextError {
    #[error("nothing was typed")]
    Empty,
    /// The limit, in characters.
    #[error("longer than {0} characters")]
    TooLong(usize),
}

/// Trims the ends and keeps line breaks; other control characters are dropped.
///
/// # Errors
/// [`TextError::Empty`] when nothing is left, [`TextError::TooLong`] past `max` characters.
pub fn bounded(typed: &str, max: usize) -> Result<String, TextError> {
    match optional(typed, max)? {
        Some(text) => Ok(text),
        None => Err(TextError::Empty),
    }
}

/// The same where an empty field is an answer too.
///
/// # Errors
/// [`TextError::TooLong`] past `max` characters.
pub fn optional(typed: &str, max: usize) -> Result<Option<String>, TextError> {
    let text: String = typed.trim().chars().filter(|c| !c.is_control() || *c == '\n').collect();
    match text.chars().count() {
        0 => Ok(None),
        n if n > max => Err(TextError::TooLong(max)),
        _ => Ok(Some(text)),
    }
}

/// Lower case, without accents, with one space between words: « Saint-Étienne » and
/// « saint etienne » fold alike. Stored beside a name so that both engines compare the same way.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match unaccented(c) {
            Some(plain) => folded.push_str(plain),
            None if c.is_alphanumeric() => folded.push(c),
            None => {
                if !folded.ends_with(' ') && !folded.is_empty() {
                    folded.push(' ');
                }
            }
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Letters of French and of the names found in France, to their plain form.
fn unaccented(c: char) -> Option<&'static str> {
    Some(match c {
        'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' | 'ă' | 'ą' => "a",
        'ç' | 'ć' | 'č' => "c",
        'é' | 'è' | 'ê' | 'ë' | 'ę' | 'ě' => "e",
        'î' | 'ï' | 'í' | 'ì' | 'ı' => "i",
        'ł' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ô' | 'ö' | 'ó' | 'ò' | 'õ' | 'ø' | 'ő' => "o",
        'š' | 'ś' | 'ş' => "s",
        'ù' | 'û' | 'ü' | 'ú' | 'ű' => "u",
        'ÿ' | 'ý' => "y",
        'ž' | 'ź' | 'ż' => "z",
        'ğ' => "g",
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        // Combining marks, as some keyboards and imports write accents.
        '\u{300}'..='\u{36f}' => "",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_forgets_case_accents_and_hyphens() {
        assert_eq!(fold("Saint-Étienne"), "saint etienne");
        assert_eq!(fold("  L’Haÿ-les-Roses "), "l hay les roses");
        assert_eq!(fold("e\u{301}te\u{301}"), "ete");
        assert_eq!(fold("Œuvre"), "oeuvre");
    }

    #[test]
    fn a_text_is_refused_one_character_past_its_limit() {
        assert_eq!(bounded("été", 3), Ok("été".to_owned()));
        assert_eq!(bounded("étés", 3), Err(TextError::TooLong(3)));
        assert_eq!(bounded(" \u{7} ", 3), Err(TextError::Empty));
    }
}
