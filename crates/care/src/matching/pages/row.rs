//! One resource of the list, in words.

use std::ops::Range;

use directory::resource::{Card, said};
use jiff::civil::Date;
use kernel::Lang;

use super::super::found::Found;
use super::super::lines::Line;
use super::super::model::{Home, Ranked, Ranking, Ways};
use crate::words::words;

/// Rows on one page of the list.
pub(super) const PAGE: usize = 20;
/// Reasons in favour that stand in the open; the account has them all.
const TOLD: usize = 4;
/// What takes fewer points away is left to the account.
const WORTH_TELLING: f64 = -4.0;

pub(super) struct Row {
    pub(super) card: Card,
    /// « 650 m », « à domicile ».
    pub(super) place: String,
    pub(super) told: Vec<Line>,
    pub(super) account: Vec<Line>,
    pub(super) score: f64,
}

/// Which rows a page shows; a page past the end shows none.
pub(super) fn range(page: usize, total: usize) -> Range<usize> {
    let start = page.saturating_sub(1).saturating_mul(PAGE).min(total);
    start..start.saturating_add(PAGE).min(total)
}

/// What stands on one page of the ranking.
pub(super) fn shown<'r, 's>(ranking: &'r Ranking<'s>, page: usize) -> &'r [Ranked<'s>] {
    ranking.matches.get(range(page, ranking.matches.len())).unwrap_or_default()
}

/// The rows of one page of the ranking.
pub(super) fn of_page(
    found: &Found,
    ranking: &Ranking<'_>,
    page: usize,
    today: Date,
    lang: Lang,
) -> Vec<Row> {
    shown(ranking, page)
        .iter()
        .filter_map(|ranked| {
            let entry = found.entry(&ranked.candidate.resource.id)?;
            Some(row(ranked, Card::of(entry, today, lang), &found.profile.home, lang))
        })
        .collect()
}

fn row(ranked: &Ranked<'_>, card: Card, home: &Home, lang: Lang) -> Row {
    let account: Vec<Line> = ranked.terms.iter().map(|term| term.line(home, lang)).collect();
    let for_it = account.iter().filter(|line| !line.is_against()).take(TOLD);
    let against = account.iter().filter(|line| line.points <= WORTH_TELLING);
    Row {
        card,
        place: place(ranked.ways, lang),
        told: for_it.chain(against).cloned().collect(),
        account,
        score: ranked.score(),
    }
}

fn place(ways: Ways, lang: Lang) -> String {
    let w = words(lang);
    match ways.there {
        Some(distance) => {
            let km = said::distance(distance.km, lang);
            if distance.is_approximate { w.match_about(km) } else { km }
        }
        None if ways.home => w.match_at_home(),
        None => w.match_remote(),
    }
}

impl Line {
    /// « +18 », « −12 ».
    pub(super) fn signed(&self) -> String {
        format!("{:+.0}", self.points).replace('-', "\u{2212}")
    }
}
