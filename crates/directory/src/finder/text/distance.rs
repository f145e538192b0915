//! Words typed with a slip: how many letters differ.

use fst::Automaton;

/// How many slips are forgiven in a word of so many letters: none, one, or two.
fn forgiven(letters: usize) -> u8 {
    match letters {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// Whether a word is another one mistyped: letters left out, added, changed, or two neighbours
/// swapped; one slip for a word of four letters, two from eight on.
/// Source: L. Boytsov, *Indexing methods for approximate dictionary searching* (2011), « optimal
/// string alignment ».
pub(crate) fn within(typed: &str, word: &str) -> bool {
    let typo = Typo::of(typed);
    let end = word.chars().fold(typo.start_row(), |row, letter| typo.next_row(&row, letter));
    typo.is_end(&end)
}

/// The words near a typed one, for a walk through a sorted vocabulary: whole branches that can no
/// longer come near are left out.
#[derive(Debug)]
pub(crate) struct Typo {
    typed: Vec<char>,
    slips: u8,
}

/// One row of the table of distances, and the row before for swaps.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    now: Vec<u8>,
    before: Vec<u8>,
    letter: Option<char>,
}

impl Typo {
    pub(crate) fn of(typed: &str) -> Typo {
        let typed: Vec<char> = typed.chars().collect();
        Typo { slips: forgiven(typed.len()), typed }
    }

    fn start_row(&self) -> Row {
        let far = self.slips.saturating_add(1);
        let mut row = Vec::with_capacity(self.typed.len() + 1);
        let mut distance = 0_u8;
        for _ in 0..=self.typed.len() {
            row.push(distance);
            distance = distance.saturating_add(1).min(far);
        }
        Row { now: row, before: Vec::new(), letter: None }
    }

    /// Distances once one more letter of the word is read; anything too far counts one too many.
    fn next_row(&self, row: &Row, letter: char) -> Row {
        let far = self.slips.saturating_add(1);
        let at = |distances: &[u8], place: usize| distances.get(place).copied().unwrap_or(far);
        let mut next = Vec::with_capacity(row.now.len());
        let mut left = at(&row.now, 0).saturating_add(1).min(far);
        next.push(left);
        let mut typed_before = None;
        for (place, typed) in self.typed.iter().enumerate() {
            let kept = at(&row.now, place).saturating_add(u8::from(*typed != letter));
            let other = at(&row.now, place + 1).min(left).saturating_add(1);
            let swapped = match place.checked_sub(1) {
                Some(before) if typed_before == Some(letter) && row.letter == Some(*typed) => {
                    at(&row.before, before).saturating_add(1)
                }
                _ => far,
            };
            left = kept.min(other).min(swapped).min(far);
            next.push(left);
            typed_before = Some(*typed);
        }
        Row { now: next, before: row.now.clone(), letter: Some(letter) }
    }

    fn is_end(&self, row: &Row) -> bool {
        row.now.last().is_some_and(|distance| *distance <= self.slips)
    }
}

/// Folded words are nearly always ASCII; a letter of several bytes counts once, at its last byte.
impl Automaton for Typo {
    type State = (Row, Vec<u8>);

    fn start(&self) -> Self::State {
        (self.start_row(), Vec::new())
    }

    fn is_match(&self, (row, pending): &Self::State) -> bool {
        pending.is_empty() && self.is_end(row)
    }

    fn can_match(&self, (row, _): &Self::State) -> bool {
        let near = |distances: &[u8]| distances.iter().any(|distance| *distance <= self.slips);
        near(&row.now) || near(&row.before)
    }

    fn accept(&self, (row, pending): &Self::State, byte: u8) -> Self::State {
        if byte.is_ascii() && pending.is_empty() {
            return (self.next_row(row, char::from(byte)), Vec::new());
        }
        let mut letter = pending.clone();
        letter.push(byte);
        let whole = std::str::from_utf8(&letter).ok().and_then(|text| text.chars().next());
        match whole {
            Some(letter) => (self.next_row(row, letter), Vec::new()),
            None => (row.clone(), letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fst::{IntoStreamer, Streamer};
    use proptest::prelude::*;

    #[test]
    fn short_words_are_taken_as_typed_and_longer_ones_forgive() {
        assert!(within("jeu", "jeu") && !within("jeu", "feu"));
        assert!(within("jadin", "jardin") && within("jradin", "jardin") && !within("jdin", "jardin"));
        assert!(within("biblioteque", "bibliotheque") && within("bibloiteqe", "biblioteque"));
        assert!(within("gymastque", "gymnastique") && !within("gymtque", "gymnastique"));
    }

    /// The table as the textbooks fill it.
    fn distance(a: &str, b: &str) -> usize {
        let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                table[i][j] = match (i, j) {
                    (0, _) => j,
                    (_, 0) => i,
                    _ => {
                        let change = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                        let mut least = change.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                        if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                            least = least.min(table[i - 2][j - 2] + 1);
                        }
                        least
                    }
                };
            }
        }
        table[a.len()][b.len()]
    }

    proptest! {
        #[test]
        fn the_bounded_rows_agree_with_the_whole_table(typed in "[abcœ]{0,10}", word in "[abcœ]{0,10}") {
            let allowed = usize::from(forgiven(typed.chars().count()));
            prop_assert_eq!(within(&typed, &word), distance(&typed, &word) <= allowed);
        }

        #[test]
        fn a_walk_through_a_vocabulary_misses_nothing(
            typed in "[abcœ]{3,9}", words in prop::collection::btree_set("[abcœ]{1,9}", 0..60),
        ) {
            let near: Vec<&String> = words.iter().filter(|word| within(&typed, word)).collect();
            let set = fst::Set::from_iter(&words).unwrap();
            let mut stream = set.search(Typo::of(&typed)).into_stream();
            let mut walked = Vec::new();
            while let Some(word) = stream.next() {
                walked.push(String::from_utf8(word.to_vec()).unwrap());
            }
            prop_assert_eq!(walked.iter().collect::<Vec<_>>(), near);
        }
    }
}
