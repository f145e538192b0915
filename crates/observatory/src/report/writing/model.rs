//! What a team adds to a report.

use std::collections::BTreeMap;

use care::stale::Line;
use kernel::Lang;
use kernel::coded::Coded;

use super::accounts::{Accounts, Heading};
use crate::frozen::Span;
use crate::words::{Words, words};

kernel::coded! {
    /// Where a report has room for words.
    Place {
        /// What whoever answers for the team has to say of the year.
        Moral = "moral",
        /// What is to be kept in mind.
        Summary = "essentiel",
        /// What explains the numbers.
        Context = "contexte",
        /// What explains the accounts.
        Finances = "finances",
        /// What comes next.
        Next = "suite",
    }
}

/// A text for each place that has one.
pub(super) type Texts = BTreeMap<Place, String>;

/// All of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Content {
    pub(super) texts: Texts,
    /// Of a year.
    pub(crate) accounts: Accounts,
}

/// A version as it stands.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    pub(crate) content: Content,
    pub(super) version: i64,
    /// Unix seconds.
    pub(crate) at: i64,
    pub(super) by: String,
}

impl Place {
    /// Those a report has room for.
    pub(super) fn of(span: Span) -> &'static [Place] {
        match span {
            Span::Quarter(_) => &[Place::Summary, Place::Context, Place::Next],
            Span::Year(_) => &[Place::Moral, Place::Context, Place::Finances, Place::Next],
        }
    }

    pub(crate) fn title(self, w: &Words) -> String {
        match self {
            Place::Moral => w.report_place_moral(),
            Place::Summary => w.report_place_summary(),
            Place::Context => w.report_place_context(),
            Place::Finances => w.report_place_finances(),
            Place::Next => w.report_place_next(),
        }
    }

    pub(crate) fn hint(self, w: &Words) -> String {
        match self {
            Place::Moral => w.report_hint_moral(),
            Place::Summary => w.report_hint_summary(),
            Place::Context => w.report_hint_context(),
            Place::Finances => w.report_hint_finances(),
            Place::Next => w.report_hint_next(),
        }
    }
}

impl Content {
    /// `(title, words)` in the order of the report; those on accounts stand beside them.
    pub(crate) fn said(&self, w: &Words) -> Vec<(String, &str)> {
        let beside_numbers = self.texts.iter().filter(|(place, _)| **place != Place::Finances);
        beside_numbers.map(|(place, text)| (place.title(w), text.as_str())).collect()
    }

    pub(crate) fn on_accounts(&self) -> Option<&str> {
        self.texts.get(&Place::Finances).map(String::as_str)
    }

    /// As two versions are compared.
    pub(super) fn lines(&self, span: Span, lang: Lang) -> Vec<Line> {
        let w = words(lang);
        let text =
            |place: &Place| Line::new(place.title(w), self.texts.get(place).cloned().unwrap_or_default());
        let amount = |heading: Heading| {
            let cents = self.accounts.get(heading);
            Line::new(heading.label(w), cents.map(|cents| care::cost::euros(cents, lang)).unwrap_or_default())
        };
        let headings = Heading::all().filter(|_| matches!(span, Span::Year(_)));
        Place::of(span).iter().map(text).chain(headings.map(amount)).collect()
    }
}
