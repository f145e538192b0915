//! What says the same otherwise: groups of words and expressions, in a file anybody can read.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::question::{Asked, Way};
use super::words::words;

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    groups: Vec<Vec<String>>,
}

/// Expressions by the stem of their first word, the longest first.
static EXPRESSIONS: LazyLock<HashMap<String, Vec<Expression>>> = LazyLock::new(|| {
    let file: Result<File, _> = toml::from_str(include_str!("synonyms.toml"));
    // A damaged file is an empty list, which the tests would show.
    by_first_stem(file.unwrap_or_default().groups)
});

struct Expression {
    stems: Vec<String>,
    /// What else says it.
    others: Vec<Way>,
}

/// How many words the longest expression at the start of these takes, and the other ways to say it.
pub(super) fn of_start(asked: &[Asked]) -> Option<(usize, Vec<Way>)> {
    let first = asked.first()?;
    let starts = |expression: &&Expression| {
        let said = asked.get(..expression.stems.len());
        said.is_some_and(|said| said.iter().map(|asked| &asked.stem).eq(&expression.stems))
    };
    let found = EXPRESSIONS.get(&first.stem)?.iter().find(starts)?;
    Some((found.stems.len(), found.others.clone()))
}

fn by_first_stem(groups: Vec<Vec<String>>) -> HashMap<String, Vec<Expression>> {
    let mut expressions: HashMap<String, Vec<Expression>> = HashMap::new();
    for group in groups {
        let ways: Vec<Way> = group.iter().map(|text| way(text)).collect();
        for (place, said) in ways.iter().enumerate() {
            let stems: Vec<String> = said.words.iter().map(|asked| asked.stem.clone()).collect();
            let others = ways.iter().enumerate().filter(|(other, _)| *other != place);
            let expression = Expression { others: others.map(|(_, way)| way.clone()).collect(), stems };
            if let Some(first) = expression.stems.first().cloned() {
                expressions.entry(first).or_default().push(expression);
            }
        }
    }
    for starting in expressions.values_mut() {
        starting.sort_by_key(|expression| std::cmp::Reverse(expression.stems.len()));
    }
    expressions
}

fn way(text: &str) -> Way {
    Way { words: words(text).into_iter().map(Asked::whole).collect(), is_synonym: true }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn groups() -> Vec<Vec<String>> {
        toml::from_str::<File>(include_str!("synonyms.toml")).unwrap().groups
    }

    #[test]
    fn the_file_can_be_read_and_no_expression_is_said_twice() {
        let groups = groups();
        assert!(groups.len() >= 40);
        let mut seen = HashSet::new();
        for text in groups.iter().flatten() {
            let stems: Vec<String> = way(text).words.into_iter().map(|asked| asked.stem).collect();
            assert!(!stems.is_empty(), "« {text} » has no telling word");
            assert!(seen.insert(stems.clone()), "« {text} » stands twice, by {stems:?}");
        }
    }

    #[test]
    fn a_group_says_at_least_two_things() {
        assert!(groups().iter().all(|group| group.len() >= 2));
    }

    #[test]
    fn the_longest_expression_is_taken() {
        let asked = |text: &str| words(text).into_iter().map(Asked::whole).collect::<Vec<_>>();
        assert_eq!(of_start(&asked("maisons de retraite")).unwrap().0, 2);
        assert!(of_start(&asked("retraite maison")).is_none_or(|(count, _)| count == 1));
        assert!(of_start(&asked("maison bleue")).is_none());
    }
}
