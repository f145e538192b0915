//! French as printers write it, and as one speaks to people one respects.
//!
//! Signs: Imprimerie nationale, « Lexique des règles typographiques »; we use the one wide
//! non-breaking space everywhere, which every font has.

use super::ftl::Said;

const SPACE: char = '\u{A0}';
const FAMILIAR: [&str; 5] = ["tu", "ton", "ta", "tes", "toi"];
/// Messages where « ton » is a noun or the words are a quotation: name the message and say why.
const MAY_SAY_TU: [&str; 0] = [];

pub(super) fn flaws(said: &Said<'_>) -> Vec<String> {
    let mut found = signs(&said.text);
    if !MAY_SAY_TU.contains(&said.key) {
        found.extend(familiar(&said.text));
    }
    found
}

/// Signs that stand without their space.
fn signs(text: &str) -> Vec<String> {
    // An address keeps its own signs.
    let words = text.split(' ').filter(|word| !word.contains("://"));
    words.flat_map(signs_of_word).collect()
}

fn signs_of_word(word: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut before = None;
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_high = matches!(letter, ':' | ';' | '!' | '?' | '»');
        let is_double = matches!((before, letter), (Some('!' | '?'), '!' | '?'));
        // As in 127.0.0.1:8080.
        let is_port = letter == ':' && letters.peek().is_some_and(char::is_ascii_digit);
        if is_high && before != Some(SPACE) && !is_double && !is_port {
            found.push(format!("no non-breaking space (U+00A0) before « {letter} »: put one"));
        }
        if letter == '«' && letters.peek() != Some(&SPACE) {
            found.push("no non-breaking space (U+00A0) after the opening guillemet: put one".to_owned());
        }
        before = Some(letter);
    }
    found
}

fn familiar(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric() && c != '’');
    let is_familiar =
        |word: &str| word.starts_with("t’") || word.split('’').any(|part| FAMILIAR.contains(&part));
    let found = words.find(|word| is_familiar(word));
    found
        .map(|word| format!("« {word} » speaks to people as to children: say « vous »"))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<String> {
        flaws(&Said { line: 1, key: "a", text: text.to_owned() })
    }

    #[test]
    fn high_signs_stand_after_a_non_breaking_space() {
        for wrong in ["Bonjour!", "Quand ?", "Nom:", "ici ; là", "« ici »", "«\u{A0}ici»", "«ici\u{A0}»"]
        {
            assert!(!said(wrong).is_empty(), "{wrong}");
        }
        for right in [
            "Bonjour\u{A0}!",
            "Quoi\u{A0}?!",
            "«\u{A0}ici\u{A0}»",
            "https://maillage.example:80?a=b",
            "Voilà.",
        ] {
            assert!(said(right).is_empty(), "{right}");
        }
    }

    #[test]
    fn nobody_is_called_tu() {
        for wrong in ["Si tu veux", "Ton rendez-vous", "Nous t’aidons", "Quelqu’un pour toi."] {
            assert_eq!(said(wrong).len(), 1, "{wrong}");
        }
        for right in ["Votre statut", "Le teston", "A-t-elle répondu", "Vous êtes à l’heure"] {
            assert!(said(right).is_empty(), "{right}");
        }
    }
}
