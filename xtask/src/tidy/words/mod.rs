//! The messages people read: complete in both languages, and written with care.

mod french;
mod ftl;
mod keys;

pub(super) use self::keys::missing_in_one_language;

use super::flaw::Flaw;

const APOSTROPHE: &str = "straight apostrophe: write ’";

/// Messages with the wrong signs, and French ones that say « tu ».
pub(super) fn badly_written(path: &str, text: &str) -> Vec<Flaw> {
    let Some(place) = keys::place(path) else { return Vec::new() };
    let mut flaws = Vec::new();
    for said in ftl::said(text) {
        let mut found: Vec<String> = Vec::new();
        if said.text.contains('\'') {
            found.push(APOSTROPHE.to_owned());
        }
        if place.lang == "fr" {
            found.extend(french::flaws(&said));
        }
        flaws.extend(found.into_iter().map(|what| Flaw::new(path, said.line, what)));
    }
    flaws
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_apostrophe_is_curved_in_both_languages() {
        for lang in ["fr", "en"] {
            let path = format!("crates/care/words/{lang}/plan.ftl");
            assert_eq!(badly_written(&path, "plan-title = It's\n").len(), 1);
            assert!(badly_written(&path, "# it's\nplan-title = It’s\n").is_empty());
        }
    }

    #[test]
    fn french_rules_are_for_french() {
        assert_eq!(badly_written("crates/care/words/fr/plan.ftl", "a = Bonjour!\n").len(), 1);
        assert!(badly_written("crates/care/words/en/plan.ftl", "a = Hello!\n").is_empty());
    }
}
