//! Chance from a seed: the same throws every time.

use rand::Rng;

/// Throws that follow from a seed.
pub(super) struct Dice(Box<dyn Rng>);

impl Dice {
    pub(super) fn of(seed: u64) -> Dice {
        Dice(Box::new(kernel::rng::seeded(seed)))
    }

    /// A number under `bound`; 0 when there is none.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        let thrown = self.0.next_u64();
        let bound = u64::try_from(bound).unwrap_or(u64::MAX).max(1);
        usize::try_from(thrown % bound).unwrap_or_default()
    }

    /// From one number to another, ends included.
    pub(super) fn between(&mut self, least: i64, most: i64) -> i64 {
        let width = usize::try_from(most - least).unwrap_or_default() + 1;
        least + i64::try_from(self.below(width)).unwrap_or_default()
    }

    /// True so many times out of a hundred.
    pub(super) fn happens(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub(super) fn pick<'a, T>(&mut self, among: &'a [T]) -> Option<&'a T> {
        among.get(self.below(among.len()))
    }

    pub(super) fn shuffle<T>(&mut self, cards: &mut [T]) {
        for last in (1..cards.len()).rev() {
            cards.swap(last, self.below(last + 1));
        }
    }

    /// So many cards, dealt from as many shuffled packs as it takes: shares come out nearly exact.
    pub(super) fn deal<T: Clone>(&mut self, pack: &[T], count: usize) -> Vec<T> {
        let mut cards: Vec<T> = pack.iter().cloned().cycle().take(count).collect();
        self.shuffle(&mut cards);
        cards
    }
}
