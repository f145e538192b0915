//! Words that would tie the project to one machine or one registry.

use super::flaw::Flaw;

const LIST: &str = include_str!("forbidden.txt");
const LIST_PATH: &str = "xtask/src/tidy/forbidden.txt";

/// A word of `forbidden.txt` in a file.
pub(super) fn named(path: &str, text: &str) -> Vec<Flaw> {
    if path == LIST_PATH { Vec::new() } else { of_list(LIST, path, text) }
}

fn of_list(list: &str, path: &str, text: &str) -> Vec<Flaw> {
    let words = list.lines().filter(|word| !word.is_empty() && !word.starts_with('#'));
    let words: Vec<&str> = words.collect();
    let mut flaws = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if let Some(word) = words.iter().find(|word| line.contains(**word)) {
            let what = format!("`{word}` is of one machine or registry: name it by what it is");
            flaws.push(Flaw::new(path, index + 1, what));
        }
    }
    flaws
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_the_list_is_told_with_its_line() {
        let flaws = of_list("# why\n/atelier/\n", "README.md", "fine\nsee /atelier/plan.md");
        assert_eq!(
            flaws.first().map(ToString::to_string).unwrap_or_default().split(": ").next(),
            Some("README.md:2")
        );
        assert_eq!(flaws.len(), 1);
    }

    #[test]
    fn the_list_is_used() {
        let word = LIST.lines().find(|line| !line.starts_with('#')).unwrap();
        assert_eq!(named("README.md", word).len(), 1);
        assert!(named(LIST_PATH, word).is_empty());
    }
}
