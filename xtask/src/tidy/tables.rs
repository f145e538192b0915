//! Each table has one owner: the slice that writes it.

use std::collections::BTreeMap;

use super::flaw::Flaw;
use super::place::{self, Slice};
use super::rust::Views;
use super::tree::Source;

/// Writes of a table from a second slice.
pub(super) fn written_from_two_slices(sources: &[Source]) -> Vec<Flaw> {
    let tables: BTreeMap<&str, &str> = sources.iter().flat_map(created).collect();
    let mut writes: Vec<Write<'_>> = sources.iter().flat_map(|source| writes(source, &tables)).collect();
    // The owner is of the crate that makes the table, whichever comes first in the tree.
    writes.sort_by_key(|write| tables.get(write.table.as_str()).copied() != Some(write.by.krate));
    let mut owners: BTreeMap<&str, Slice<'_>> = BTreeMap::new();
    let mut flaws = Vec::new();
    for Write { path, line, table, by } in &writes {
        let owner = *owners.entry(table).or_insert(*by);
        if owner != *by {
            let (krate, name) = (owner.krate, owner.name);
            let what = format!("table `{table}` is written by {krate}/{name}: call a function of it");
            flaws.push(Flaw::new(path, *line, what));
        }
    }
    flaws
}

/// Tables and the crate whose migration makes them.
fn created(source: &Source) -> Vec<(&str, &str)> {
    let inside = source.path.strip_prefix("crates/").and_then(|path| path.split_once("/migrations/"));
    let Some((krate, _)) = inside else { return Vec::new() };
    let statements = source.text.split("CREATE TABLE ").skip(1);
    let names =
        statements.filter_map(|rest| rest.split(|c: char| !is_of_name(c)).find(|name| !name.is_empty()));
    names.map(|name| (name, krate)).collect()
}

struct Write<'a> {
    path: &'a str,
    line: usize,
    table: String,
    by: Slice<'a>,
}

fn writes<'a>(source: &'a Source, tables: &BTreeMap<&str, &str>) -> Vec<Write<'a>> {
    let Some(by) = place::slice(&source.path) else { return Vec::new() };
    let statements = statements(source).into_iter().filter(|(_, table)| tables.contains_key(table.as_str()));
    statements.map(|(line, table)| Write { path: &source.path, line, table, by }).collect()
}

/// Line and last word of what looks like the beginning of a statement that changes a table.
fn statements(source: &Source) -> Vec<(usize, String)> {
    if !place::is_rust(&source.path) || place::is_test(&source.path) {
        return Vec::new();
    }
    let texts = Views::without_tests(&source.text).texts;
    let mut words: Vec<(usize, &str)> = Vec::new();
    for (index, line) in texts.lines().enumerate() {
        let split = line.split(|c: char| !is_of_name(c)).filter(|word| !word.is_empty());
        words.extend(split.map(|word| (index + 1, word)));
    }
    let triples = words.windows(3).filter_map(|window| match window {
        [(_, "INSERT"), (_, "INTO"), (line, table)] | [(_, "DELETE"), (_, "FROM"), (line, table)] => {
            Some((*line, *table))
        }
        [_, (_, "UPDATE"), (line, table)] => Some((*line, *table)),
        _ => None,
    });
    let first = match words.as_slice() {
        [(_, "UPDATE"), (line, table), ..] => Some((*line, *table)),
        _ => None,
    };
    first.into_iter().chain(triples).map(|(line, table)| (line, table.to_owned())).collect()
}

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(other: &str) -> Vec<Source> {
        vec![
            Source::new("crates/care/migrations/0100_a.sql", "CREATE TABLE referral (id UUID);"),
            Source::new("crates/care/src/referral/sql.rs", "const A: &str = \"INSERT INTO referral (id)\";"),
            Source::new("crates/care/src/plan/sql.rs", other),
        ]
    }

    #[test]
    fn a_table_has_one_owner() {
        for sql in
            ["INSERT INTO referral (id)", "UPDATE\n  referral SET x = 1", "DELETE FROM referral WHERE x"]
        {
            let flaws = written_from_two_slices(&tree(&format!("const B: &str = \"{sql}\";")));
            assert_eq!(flaws.len(), 1, "{sql}");
        }
    }

    #[test]
    fn others_may_read_it_lock_it_and_write_their_own() {
        for sql in [
            "SELECT 1 FROM referral",
            "SELECT 1 FROM x FOR UPDATE",
            "INSERT INTO plan (id) ON CONFLICT DO UPDATE SET x = 1",
        ] {
            assert!(written_from_two_slices(&tree(&format!("const B: &str = \"{sql}\";"))).is_empty());
        }
        let test = "#[cfg(test)]\nmod tests { const B: &str = \"DELETE FROM referral\"; }";
        assert!(written_from_two_slices(&tree(test)).is_empty());
    }
}
