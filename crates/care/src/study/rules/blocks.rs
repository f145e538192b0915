//! Permuted blocks: within each block every arm is given as often as any other, in an order nobody knows.

use kernel::rng;
use rand::Rng;

/// The arms of one block of a team, in the order they will be given. Each block is drawn for itself, so that
/// those to come need not be kept.
pub(crate) fn block(seed: i64, number: i64, arms: &[&str], sizes: &[usize]) -> Vec<String> {
    let mut chance = rng::seeded(u64::from_le_bytes(seed.wrapping_add(number).to_le_bytes()));
    let size =
        below(&mut chance, sizes.len()).and_then(|place| sizes.get(place)).copied().unwrap_or_default();
    let times = size.checked_div(arms.len()).unwrap_or_default().max(1);
    let mut block: Vec<String> =
        std::iter::repeat_n(arms, times).flatten().map(|arm| (*arm).to_owned()).collect();
    // Fisher and Yates: every order is as likely as any other.
    for place in (1..block.len()).rev() {
        if let Some(other) = below(&mut chance, place.saturating_add(1)) {
            block.swap(place, other);
        }
    }
    block
}

/// Sizes that hold every arm equally often, from what was typed: « 4, 6 ».
pub(crate) fn sizes(text: &str, arms: usize) -> Option<Vec<usize>> {
    let typed = text.split([',', ';', ' ']).filter(|part| !part.trim().is_empty());
    let sizes: Vec<usize> = typed.map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
    let fits = |size: &usize| *size >= arms && *size <= LARGEST && size.checked_rem(arms) == Some(0);
    (!sizes.is_empty() && sizes.iter().all(fits)).then_some(sizes)
}

/// Beyond, a team would end before its arms are even.
const LARGEST: usize = 24;

/// One of so many, each as likely.
fn below(chance: &mut impl Rng, count: usize) -> Option<usize> {
    let count = u64::try_from(count).ok().filter(|count| *count > 0)?;
    // Draws beyond the last whole turn are thrown away: they would favour the first.
    let fair = u64::MAX - u64::MAX % count;
    let drawn = std::iter::repeat_with(|| chance.next_u64()).find(|drawn| *drawn < fair)?;
    usize::try_from(drawn % count).ok()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_arm_is_given_as_often_in_each_block(seed in any::<i64>(), number in 0_i64..1000, arms in 2_usize..5) {
            let codes: Vec<&str> = ["A", "B", "C", "D"].into_iter().take(arms).collect();
            let block = block(seed, number, &codes, &[arms, arms * 2]);
            prop_assert!(block.len() == arms || block.len() == arms * 2);
            let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
            for arm in &block {
                *counted.entry(arm).or_default() += 1;
            }
            prop_assert!(codes.iter().all(|code| counted.get(code) == Some(&(block.len() / arms))));
        }
    }

    #[test]
    fn orders_and_sizes_come_as_often_as_each_other() {
        let mut orders: BTreeMap<String, usize> = BTreeMap::new();
        for number in 0..6_000 {
            *orders.entry(block(7, number, &["A", "B"], &[4]).concat()).or_default() += 1;
        }
        assert_eq!(orders.len(), 6, "every order of two and two");
        assert!(orders.values().all(|times| (850..1150).contains(times)), "{orders:?}");
        let small = (0..2_000).filter(|number| block(9, *number, &["A", "B"], &[2, 4]).len() == 2).count();
        assert!((900..1100).contains(&small), "{small}");
    }

    #[test]
    fn a_size_holds_every_arm_equally_often() {
        assert_eq!(sizes("4, 6", 2), Some(vec![4, 6]));
        for bad in ["", "5", "4 5", "0", "26", "x"] {
            assert_eq!(sizes(bad, 2), None, "{bad}");
        }
    }
}
