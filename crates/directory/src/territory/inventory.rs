//! What there is of what people ask for, and what there is none of: in a territory, or a part of one.

use std::cmp::Reverse;

use kernel::Lang;

use crate::facts::{Fact, Facts};
use crate::finder::{Counts, Family, Wanted};
use crate::vocabulary::{Category, Coded, Language, Lever};
use crate::words::{Words, words};

/// What is counted there.
pub(crate) struct Counted<'c> {
    pub(crate) all: &'c Counts,
    /// Without what is offered from a distance only.
    pub(crate) near: &'c Counts,
    pub(crate) lang: Lang,
}

/// What people ask for, one list after the other.
pub(crate) struct Inventory {
    levers: Vec<Line>,
    themes: Vec<Line>,
    /// What makes coming possible, and sign language.
    access: Vec<Line>,
    /// Spoken besides French.
    languages: Vec<Line>,
}

/// A number of entries, and where to find them.
pub(crate) struct Line {
    pub(crate) label: String,
    pub(crate) count: usize,
    pub(crate) href: Option<String>,
    near: usize,
}

impl Inventory {
    /// `href` gives the finder's address for a value of one of its fields.
    pub(crate) fn of(counted: &Counted<'_>, href: impl Fn(&str, &str) -> Option<String>) -> Inventory {
        let lang = counted.lang;
        let line = |label: String, (family, code): (Family, &str), (field, value): (&str, &str)| Line {
            label,
            count: counted.all.of(family, code),
            near: counted.near.of(family, code),
            href: href(field, value),
        };
        let lever =
            |lever: Lever| line(lever.wish(lang), (Family::Lever, lever.code()), ("levier", lever.code()));
        let theme = |theme: Category| {
            let label = theme.label(lang).to_owned();
            line(label, (Family::Theme, theme.code()), ("theme", theme.code()))
        };
        let wanted = |wanted: Wanted| {
            let access = (Family::Access, wanted.access()?.code());
            Some(line(wanted.label(lang), access, ("avec", wanted.code())))
        };
        let language = |language: Language, label: String| {
            let code = language.as_str();
            line(label, (Family::Language, code), ("langue", code))
        };
        let (signed, spoken): (Vec<Language>, Vec<Language>) =
            counted.languages().into_iter().partition(Language::is_signed);
        let signed = signed.into_iter().map(|one| language(one, words(lang).territory_sign_language()));
        Inventory {
            levers: Lever::all().map(lever).collect(),
            themes: most_first(Category::all().map(theme)),
            access: Wanted::ALL.into_iter().filter_map(wanted).chain(signed).collect(),
            languages: most_first(spoken.into_iter().map(|one| language(one.clone(), one.label(lang)))),
        }
    }

    pub(crate) fn levers(&self) -> Vec<&Line> {
        there(&self.levers)
    }

    pub(crate) fn themes(&self) -> Vec<&Line> {
        there(&self.themes)
    }

    /// Coming is said of what one comes to, or of what comes: not of a line to call.
    pub(crate) fn access(&self) -> Vec<&Line> {
        there(&self.access).into_iter().filter(|line| line.near > 0).collect()
    }

    pub(crate) fn languages(&self) -> Vec<&Line> {
        there(&self.languages)
    }

    /// What nothing near answers, list by list.
    pub(crate) fn missing(&self, w: &Words) -> Vec<Fact> {
        let mut facts = Facts::default();
        facts.add(w.territory_missing_levers(), missed(&self.levers).map(|line| line.missing(w)));
        facts.add(w.territory_missing_themes(), self.missing_themes(w));
        facts.add(w.territory_missing_access(), self.missing_access(w));
        facts.into_list()
    }

    /// Whether something is said of what makes coming possible, or found not to be.
    pub(crate) fn lacks_access(&self) -> bool {
        missed(&self.access).next().is_some() || self.speaks_french_only()
    }

    /// There are many: their names stand in a row, apart for those that come from a distance.
    fn missing_themes(&self, w: &Words) -> Vec<String> {
        if self.themes.iter().all(|theme| theme.count == 0) {
            return vec![w.territory_missing_every_theme()];
        }
        let (nowhere, remote): (Vec<&Line>, Vec<&Line>) =
            missed(&self.themes).partition(|theme| theme.count == 0);
        let remote = (!remote.is_empty()).then(|| w.territory_only_remote_names(names(&remote)));
        [Some(names(&nowhere)), remote].into_iter().flatten().collect()
    }

    fn missing_access(&self, w: &Words) -> Vec<String> {
        if self.access.iter().all(|access| access.near == 0) && self.speaks_french_only() {
            return vec![w.territory_missing_every_access()];
        }
        let language = self.speaks_french_only().then(|| w.territory_other_language());
        missed(&self.access).map(|line| line.missing(w)).chain(language).collect()
    }

    fn speaks_french_only(&self) -> bool {
        self.languages.iter().all(|language| language.near == 0)
    }
}

impl Counted<'_> {
    /// Sign language, which people ask for by name, and those that somebody speaks there.
    fn languages(&self) -> Vec<Language> {
        let mut codes: Vec<&str> = self.all.codes(Family::Language).chain([Language::SIGN]).collect();
        codes.sort_unstable();
        codes.dedup();
        codes.into_iter().filter_map(Language::parse).collect()
    }
}

impl Line {
    /// « Parler à quelqu’un (seulement à distance) ».
    fn missing(&self, w: &Words) -> String {
        let remote = (self.count > 0).then(|| w.territory_only_remote());
        [Some(self.label.clone()), remote].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

fn there(lines: &[Line]) -> Vec<&Line> {
    lines.iter().filter(|line| line.count > 0).collect()
}

fn missed(lines: &[Line]) -> impl Iterator<Item = &Line> {
    lines.iter().filter(|line| line.near == 0)
}

fn names(lines: &[&Line]) -> String {
    lines.iter().map(|line| line.label.as_str()).collect::<Vec<_>>().join(", ")
}

fn most_first(lines: impl Iterator<Item = Line>) -> Vec<Line> {
    let mut lines: Vec<Line> = lines.collect();
    lines.sort_by_key(|line| Reverse(line.count));
    lines
}
