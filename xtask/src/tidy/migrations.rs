//! Migrations run in the order of their numbers, across crates.

use std::collections::BTreeMap;

use super::flaw::Flaw;
use super::tree::Source;

/// Two migrations with the same number.
pub(super) fn same_number(sources: &[Source]) -> Vec<Flaw> {
    let mut first: BTreeMap<&str, &str> = BTreeMap::new();
    let mut flaws = Vec::new();
    for source in sources {
        let Some(number) = number(&source.path) else { continue };
        match first.get(number) {
            Some(before) => {
                let what = format!("number {number} is taken by {before}: take the crate's next free one");
                flaws.push(Flaw::new(&source.path, 1, what));
            }
            None => {
                first.insert(number, &source.path);
            }
        }
    }
    flaws
}

fn number(path: &str) -> Option<&str> {
    let (_, file) = path.split_once("/migrations/")?;
    Some(file.strip_suffix(".sql")?.split('_').next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_given_once() {
        let one = || Source::new("crates/care/migrations/0100_referral.sql", "");
        let other = |number| Source::new(&format!("crates/directory/migrations/{number}_place.sql"), "");
        assert!(same_number(&[one(), other("0050")]).is_empty());
        assert_eq!(same_number(&[one(), other("0100")]).len(), 1);
    }
}
