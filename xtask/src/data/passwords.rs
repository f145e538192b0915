//! Pass phrases everybody knows: those of published breaches, most often used first at the source.

use std::collections::BTreeSet;
use std::path::Path;

use crate::Failure;

/// A shorter one is part of too many words.
const SHORTEST: usize = 4;

/// In small letters, sorted, one a line.
pub(super) fn list(package: &Path) -> Result<String, Failure> {
    let text = std::fs::read_to_string(package.join("src/passwords.json"))?;
    let published: Vec<String> = serde_json::from_str(&text)?;
    let known: BTreeSet<String> = published.iter().map(|word| word.to_lowercase()).collect();
    let known: Vec<&str> =
        known.iter().map(String::as_str).filter(|word| word.chars().count() >= SHORTEST).collect();
    if known.len() < 40_000 {
        return Err(format!("only {} passwords: this is not the list", known.len()).into());
    }
    Ok(known.join("\n"))
}
