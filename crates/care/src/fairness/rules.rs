//! Whether something is shown as often as it weighs in what is offered.

use std::collections::BTreeSet;

use measure::Shown;

use super::model::{Kind, Tally};

/// How often something is shown, compared with its part of the offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Balance {
    /// Too few showings to say.
    Unknown,
    Less,
    AsMuch,
    More,
}

/// One line of the page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    pub(super) code: String,
    pub(super) offered: u32,
    pub(super) shown: Shown,
    pub(super) balance: Balance,
}

/// Half as often as its part, or twice, is worth a look; what lies between is chance and distance.
const LESS: f64 = 0.5;
const MORE: f64 = 2.0;

/// Everything of a kind that is offered or was shown, the most offered first, then by code.
pub(super) fn rows(kind: Kind, offered: &Tally, shown: &Tally) -> Vec<Row> {
    let codes: BTreeSet<&str> = offered.of(kind).chain(shown.of(kind)).map(|(code, _)| code).collect();
    let total = |tally: &Tally| tally.of(kind).fold(0_u32, |sum, (_, times)| sum.saturating_add(times));
    let (all_offered, all_shown) = (total(offered), total(shown));
    let row = |code: &str| {
        let (here, times) = (offered.times(kind, code), shown.times(kind, code));
        let expected = f64::from(all_shown) * share(here, all_offered);
        Row {
            code: code.to_owned(),
            offered: here,
            shown: Shown::of(times),
            balance: balance(times, expected),
        }
    };
    let mut rows: Vec<Row> = codes.into_iter().map(row).collect();
    rows.sort_by(|a, b| b.offered.cmp(&a.offered).then_with(|| a.code.cmp(&b.code)));
    rows
}

fn share(part: u32, of: u32) -> f64 {
    if of == 0 { 0.0 } else { f64::from(part) / f64::from(of) }
}

/// `expected` is how often it would be shown by its part of the offer alone. Where even that is a
/// small number nothing is said; a number not shown is compared with nothing either, unless it
/// ought to have been large: that few are shown is then the news.
fn balance(times: u32, expected: f64) -> Balance {
    let fewest = f64::from(measure::small_numbers::FEWEST);
    let times = f64::from(times);
    if expected < fewest && times < fewest {
        return Balance::Unknown;
    }
    if times < expected * LESS {
        Balance::Less
    } else if times > expected * MORE {
        Balance::More
    } else {
        Balance::AsMuch
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn tally(counts: &[(&str, u32)]) -> Tally {
        let counts = counts.iter().map(|(code, times)| ((Kind::Size, (*code).to_owned()), *times));
        Tally(counts.collect::<BTreeMap<_, _>>())
    }

    #[test]
    fn what_is_shown_half_as_often_as_it_weighs_is_seen_and_so_is_twice() {
        let offered = tally(&[("few", 50), ("many", 40), ("one", 10)]);
        let shown = tally(&[("few", 20), ("many", 50), ("one", 30)]);
        let rows = rows(Kind::Size, &offered, &shown);
        let said: Vec<(&str, Balance)> = rows.iter().map(|row| (row.code.as_str(), row.balance)).collect();
        assert_eq!(said, [("few", Balance::Less), ("many", Balance::AsMuch), ("one", Balance::More)]);
    }

    #[test]
    fn small_numbers_are_neither_shown_nor_compared() {
        let offered = tally(&[("few", 50), ("one", 50)]);
        let rows = rows(Kind::Size, &offered, &tally(&[("few", 10), ("one", 3)]));
        assert!(rows.iter().all(|row| row.shown == Shown::Hidden && row.balance == Balance::Unknown));
    }

    #[test]
    fn what_is_offered_and_never_shown_is_told_once_it_ought_to_have_been() {
        let offered = tally(&[("few", 50), ("one", 50)]);
        let rows = rows(Kind::Size, &offered, &tally(&[("few", 100)]));
        let forgotten = rows.iter().find(|row| row.code == "one").unwrap();
        assert_eq!((forgotten.shown, forgotten.balance), (Shown::Hidden, Balance::Less));
    }
}
