//! The same messages in French and in English.

use std::collections::BTreeMap;

use super::super::flaw::Flaw;
use super::super::tree::Source;
use super::ftl;

/// `crates/KRATE/words/LANG/FILE`.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Place<'a> {
    krate: &'a str,
    file: &'a str,
    pub(super) lang: &'a str,
}

pub(super) fn place(path: &str) -> Option<Place<'_>> {
    let (krate, inside) = path.strip_prefix("crates/")?.split_once("/words/")?;
    let (lang, file) = inside.split_once('/')?;
    file.ends_with(".ftl").then_some(Place { krate, file, lang })
}

/// A message that one language has and the other lacks.
pub(crate) fn missing_in_one_language(sources: &[Source]) -> Vec<Flaw> {
    let files: BTreeMap<Place<'_>, &Source> =
        sources.iter().filter_map(|source| Some((place(&source.path)?, source))).collect();
    let mut flaws = Vec::new();
    for (place, source) in &files {
        let other = if place.lang == "fr" { "en" } else { "fr" };
        let there = files.get(&Place { lang: other, ..*place }).map_or("", |source| &source.text);
        let known: Vec<&str> = ftl::keys(there).into_iter().map(|(_, key)| key).collect();
        for (line, key) in ftl::keys(&source.text) {
            if !known.contains(&key) {
                let what = format!("`{key}` is not said in words/{other}/{}: translate it", place.file);
                flaws.push(Flaw::new(&source.path, line, what));
            }
        }
    }
    flaws
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources(fr: &str, en: &str) -> [Source; 2] {
        let source = |lang, text| Source::new(&format!("crates/care/words/{lang}/plan.ftl"), text);
        [source("fr", fr), source("en", en)]
    }

    #[test]
    fn a_message_missing_in_either_language_is_told() {
        assert!(missing_in_one_language(&sources("a = x\n", "a = y\n")).is_empty());
        assert_eq!(missing_in_one_language(&sources("a = x\nb = x\n", "a = y\n")).len(), 1);
        assert_eq!(missing_in_one_language(&sources("a = x\n", "a = y\nb = y\n")).len(), 1);
    }

    #[test]
    fn a_whole_file_missing_is_told() {
        let [french, _] = sources("a = x\n", "");
        assert_eq!(missing_in_one_language(&[french]).len(), 1);
    }
}
