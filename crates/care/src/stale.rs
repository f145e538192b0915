//! Two people changed one text: what was typed is laid beside what is stored, and nothing is lost.

/// One thing a page says, under its label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub label: String,
    /// Empty when nothing was said.
    pub text: String,
}

impl Line {
    pub fn new(label: String, text: impl Into<String>) -> Line {
        Line { label, text: text.into() }
    }
}

/// A line that is not the same in the two versions. Drawn by `stale.html`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub label: String,
    pub typed: String,
    pub stored: String,
}

/// What is shown when a save came too late.
#[derive(Clone, Debug)]
pub struct Stale {
    /// Who saved meanwhile.
    pub by: String,
    /// When, in words.
    pub at: String,
    pub differences: Vec<Difference>,
}

/// Lines are matched by their label; a line that one version lacks is empty there.
pub fn differences(typed: Vec<Line>, stored: &[Line]) -> Vec<Difference> {
    let stored_only = stored.iter().filter(|line| typed.iter().all(|other| other.label != line.label));
    let stored_only: Vec<Line> = stored_only.map(|line| Line::new(line.label.clone(), "")).collect();
    typed
        .into_iter()
        .chain(stored_only)
        .map(|line| {
            let beside = stored.iter().find(|other| other.label == line.label);
            let stored = beside.map_or_else(String::new, |other| other.text.clone());
            Difference { label: line.label, typed: line.text, stored }
        })
        .filter(|difference| difference.typed != difference.stored)
        .collect()
}

/// The lines that say something.
pub fn said(lines: Vec<Line>) -> Vec<Line> {
    lines.into_iter().filter(|line| !line.text.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(label: &str, text: &str) -> Line {
        Line::new(label.to_owned(), text)
    }

    #[test]
    fn only_what_differs_is_shown_and_nothing_of_either_is_lost() {
        let typed = vec![line("but", "chanter"), line("pas 1", "appeler"), line("mots", "pareil")];
        let stored = [line("but", "marcher"), line("mots", "pareil"), line("pas 2", "visiter")];
        let seen: Vec<(String, String)> =
            differences(typed, &stored).into_iter().map(|one| (one.typed, one.stored)).collect();
        let pair = |typed: &str, stored: &str| (typed.to_owned(), stored.to_owned());
        assert_eq!(seen, [pair("chanter", "marcher"), pair("appeler", ""), pair("", "visiter")]);
    }
}
