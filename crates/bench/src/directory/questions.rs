//! What is asked, from places drawn by population.

use directory::finder::{Filters, Near, Order, Page, Placing, Query};
use directory::vocabulary::{Coded, Public, Theme, ThemeWish};
use kernel::rng::seeded;
use rand::{Rng, RngExt};

use super::generator::Places;
use super::text;

/// A kind of question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// data·inclusion's own: two themes, a public, 50 km.
    Exchange,
    /// A word, two themes and a public within 5 km, with counts of every list.
    WordInLists,
    /// A word within 5 km, with counts of every list.
    WordAndCounts,
    /// Three letters while typing, within 10 km.
    Begun,
    /// A slip within 10 km.
    Slip,
    /// Everything within 10 km.
    Around,
    /// A word, anywhere in the country.
    Country,
    /// Nothing at all: the first page of everything.
    Everything,
}

impl Kind {
    pub(super) const ALL: [Kind; 8] = [
        Kind::Exchange,
        Kind::WordInLists,
        Kind::WordAndCounts,
        Kind::Begun,
        Kind::Slip,
        Kind::Around,
        Kind::Country,
        Kind::Everything,
    ];

    pub(super) fn says(self) -> &'static str {
        match self {
            Kind::Exchange => "two themes, a public, 50 km, exact total, 20 rows",
            Kind::WordInLists => "a word, two themes, a public, 5 km, counts of every list",
            Kind::WordAndCounts => "a word, 5 km, counts of every list",
            Kind::Begun => "three letters being typed, 10 km",
            Kind::Slip => "a mistyped word, 10 km",
            Kind::Around => "everything within 10 km",
            Kind::Country => "a word in the whole country",
            Kind::Everything => "the first page of everything",
        }
    }

    /// By what its cost grows.
    pub(super) fn grows(self) -> &'static str {
        match self {
            Kind::Exchange | Kind::Around => "with what lies around, and 1/64 of what is remote",
            Kind::WordInLists | Kind::WordAndCounts | Kind::Begun => "with what lies around",
            Kind::Slip => "with the vocabulary’s branches near the word, then with what lies around",
            Kind::Country => "with the entries holding the word",
            Kind::Everything => "with the country",
        }
    }

    /// Counts of lists are asked too.
    pub(super) fn counts(self) -> bool {
        matches!(self, Kind::WordInLists | Kind::WordAndCounts)
    }
}

pub(super) fn questions(kind: Kind, count: usize) -> Vec<Query> {
    let mut chance = seeded(7);
    let Some(places) = Places::of_france() else { return Vec::new() };
    (0..count).map(|_| question(kind, &places, &mut chance)).collect()
}

fn question(kind: Kind, places: &Places, chance: &mut impl Rng) -> Query {
    let commune = places.draw(chance);
    let near = |km| Some(Near::of(commune, km));
    let page = Page::new(1, 20).unwrap_or_default();
    let people = Query { order: Order::People, page, ..Query::default() };
    match kind {
        Kind::Exchange => Query {
            near: near(Near::RADIUS_KM).map(|near| Near { placing: Placing::Exact, ..near }),
            filters: in_lists(chance),
            order: Order::Exchange,
            ..people
        },
        Kind::WordInLists => Query {
            text: text::word(chance).to_owned(),
            near: near(5.0),
            filters: in_lists(chance),
            ..people
        },
        Kind::WordAndCounts => Query { text: text::word(chance).to_owned(), near: near(5.0), ..people },
        Kind::Begun => {
            Query { text: text::word(chance).chars().take(3).collect(), near: near(10.0), ..people }
        }
        Kind::Slip => Query { text: mistyped(text::word(chance), chance), near: near(10.0), ..people },
        Kind::Around => Query { near: near(10.0), ..people },
        Kind::Country => Query { text: text::word(chance).to_owned(), ..people },
        Kind::Everything => people,
    }
}

/// Two themes and a public.
fn in_lists(chance: &mut impl Rng) -> Filters {
    let themes: Vec<Theme> = Theme::all().collect();
    let mut theme = || themes.get(chance.random_range(0..themes.len())).copied();
    let themes = [theme(), theme()].into_iter().flatten().map(ThemeWish::Theme).collect();
    Filters { themes, publics: vec![Public::Seniors], ..Filters::default() }
}

/// A letter left out.
fn mistyped(word: &str, chance: &mut impl Rng) -> String {
    let skipped = chance.random_range(1..word.chars().count());
    word.chars().enumerate().filter(|(place, _)| *place != skipped).map(|(_, letter)| letter).collect()
}
