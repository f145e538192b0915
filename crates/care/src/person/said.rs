//! What is said of a person, agreeing with how they are addressed.

use super::model::{Civility, Person};
use crate::words::Words;

/// « suivie par Nadia »; without a gender when none is known.
pub fn followed_by(w: &Words, civility: Option<Civility>, name: &str) -> String {
    match civility {
        Some(Civility::Madame) => w.followed_by_mme(name),
        Some(Civility::Monsieur) => w.followed_by_m(name),
        None => w.followed_by(name),
    }
}

/// « orientée par le Dr Roche ».
pub fn prescribed_by(w: &Words, civility: Option<Civility>, name: &str) -> String {
    match civility {
        Some(Civility::Madame) => w.prescribed_by_mme(name),
        Some(Civility::Monsieur) => w.prescribed_by_m(name),
        None => w.prescribed_by(name),
    }
}

/// « de Nadia », « d’Hélène ».
pub fn of_somebody(w: &Words, name: &str) -> String {
    if is_elided(name) { w.request_by_elided(name) } else { w.request_by(name) }
}

impl Person {
    /// « Madame Ramier », as one greets; the whole name where the family's is not plain to see.
    pub fn greeted(&self, w: &Words) -> String {
        let name = family_name(self.name.as_str());
        match self.civility {
            Some(Civility::Madame) => w.greeted_mme(name),
            Some(Civility::Monsieur) => w.greeted_m(name),
            None => self.name.as_str().to_owned(),
        }
    }
}

/// The second of two words, unless the first is in capitals, as family names are on forms.
fn family_name(name: &str) -> &str {
    let words: Vec<&str> = name.split_whitespace().collect();
    let [first, second] = words[..] else { return name };
    let is_in_capitals = |word: &str| word.chars().count() > 1 && word.chars().all(|c| !c.is_lowercase());
    if is_in_capitals(first) && !is_in_capitals(second) { first } else { second }
}

/// Whether « de » loses its vowel before a name: before a vowel, a mute h, and the y of « Yves ».
fn is_elided(name: &str) -> bool {
    let folded = kernel::text::fold(name);
    let mut letters = folded.chars();
    match (letters.next(), letters.next()) {
        (Some('a' | 'e' | 'i' | 'o' | 'u' | 'h'), _) => true,
        (Some('y'), Some(next)) => !matches!(next, 'a' | 'e' | 'i' | 'o' | 'u'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use kernel::Lang;

    use super::*;
    use crate::words::words;

    #[test]
    fn a_woman_is_followed_in_the_feminine_and_somebody_else_without_gender() {
        let w = words(Lang::Fr);
        assert_eq!(followed_by(w, Some(Civility::Madame), "Nadia"), "suivie par Nadia");
        assert_eq!(followed_by(w, Some(Civility::Monsieur), "Nadia"), "suivi par Nadia");
        assert!(!followed_by(w, None, "Nadia").contains("suivi"));
        assert_eq!(prescribed_by(w, Some(Civility::Madame), "Hélène"), "orientée par Hélène");
        assert!(!prescribed_by(w, None, "Hélène").contains("orient"));
    }

    #[test]
    fn de_is_elided_before_a_vowel_a_mute_h_and_yves() {
        let of = |name| of_somebody(words(Lang::Fr), name);
        assert_eq!(of("Hélène Vauzelin"), "d’Hélène Vauzelin");
        assert_eq!(of("Émile"), "d’Émile");
        assert_eq!(of("Yves"), "d’Yves");
        assert_eq!(of("Yann"), "de Yann");
        assert_eq!(of("Nadia"), "de Nadia");
        assert_eq!(of_somebody(words(Lang::En), "Hélène"), "from Hélène");
    }

    #[test]
    fn the_family_name_is_greeted_where_it_is_plain_to_see() {
        assert_eq!(family_name("Jeanne Ramier"), "Ramier");
        assert_eq!(family_name("RAMIER Jeanne"), "RAMIER");
        assert_eq!(family_name("Aline D."), "D.");
        assert_eq!(family_name("Marie Le Goff"), "Marie Le Goff");
        assert_eq!(family_name("Jeanne"), "Jeanne");
    }
}
