//! What the program does not do yet: said in words here, held to the end of `docs/trust.md`.

use crate::words::Words;

type Said = fn(&Words) -> String;

/// A piece of each line of « Not yet », and the same in words.
const LACKS: &[(&str, Said)] = &[
    ("real ProConnect", Words::lack_providers),
    ("Frozen data stay frozen", Words::lack_frozen),
    ("PostgreSQL's own log", Words::lack_engine),
    ("Advisories were not looked at", Words::lack_dependencies),
];

pub(crate) fn all(w: &Words) -> Vec<String> {
    let mut said: Vec<String> = LACKS.iter().map(|(_, said)| said(w)).collect();
    // One sentence may stand for two lines.
    said.dedup();
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRUST: &str = include_str!("../../../docs/trust.md");

    #[test]
    fn whatever_is_not_promised_yet_is_said_in_the_impact_assessment() {
        let (_, end) = TRUST.split_once("## Not yet").unwrap();
        let open: Vec<&str> = end.lines().filter(|line| line.starts_with("* ")).collect();
        for line in &open {
            assert!(LACKS.iter().any(|(piece, _)| line.contains(piece)), "nobody says: {line}");
        }
        for (piece, _) in LACKS {
            assert!(open.iter().any(|line| line.contains(piece)), "« {piece} » is promised by now");
        }
    }
}
