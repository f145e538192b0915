use proptest::prelude::*;

use crate::small_numbers::{FEWEST, Pooling, pooled, shown_parts};
use crate::{Share, Shown, Waits};

fn assert_interval(persons: u32, among: u32, low: f64, high: f64) {
    let share = Share::of(persons, among).unwrap();
    let near = |a: f64, b: f64| (a - b).abs() < 0.000_05;
    assert!(near(share.low, low) && near(share.high, high), "{persons}/{among}: {share:?}");
}

#[test]
fn wilson_s_interval_is_the_published_one() {
    assert_interval(0, 10, 0.0, 0.2775);
    assert_interval(5, 10, 0.2366, 0.7634);
    assert_interval(10, 10, 0.7225, 1.0);
    // R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 3.
    assert_interval(81, 263, 0.2553, 0.3662);
    assert_interval(15, 148, 0.0624, 0.1605);
    assert_interval(0, 20, 0.0, 0.1611);
    assert_interval(1, 29, 0.0061, 0.1718);
    // Worked by hand: p 0.73171, centre 0.72134, half width 0.09430.
    assert_interval(60, 82, 0.62704, 0.81564);
}

#[test]
fn wilson_s_interval_keeps_its_digits() {
    let share = Share::of(60, 82).unwrap();
    assert!((share.low - 0.627_037_75).abs() < 1e-8 && (share.high - 0.815_638_80).abs() < 1e-8, "{share:?}");
}

#[test]
fn a_share_of_none_or_of_all_reaches_the_end() {
    for among in 1..=300 {
        assert_eq!(Share::of(0, among).unwrap().low, 0.0);
        assert_eq!(Share::of(among, among).unwrap().high, 1.0);
    }
}

#[test]
fn there_is_no_share_of_nobody() {
    assert_eq!(Share::of(0, 0), None);
    assert_eq!(Share::of(3, 2), None);
}

#[test]
fn waits_are_days_that_somebody_waited() {
    let ten = Waits::of([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]).unwrap();
    assert_eq!(ten, Waits { persons: 10, median: 5, nine_of_ten: 9 });
    let eleven = Waits::of(1..=11).unwrap();
    assert_eq!((eleven.median, eleven.nine_of_ten), (6, 10));
    assert_eq!(Waits::of([4]).unwrap(), Waits { persons: 1, median: 4, nine_of_ten: 4 });
    assert_eq!(Waits::of([]), None);
}

#[test]
fn ten_is_too_few_and_eleven_is_shown() {
    assert_eq!(Shown::of(10), Shown::Hidden);
    assert_eq!(Shown::of(11), Shown::Value(11));
    assert_eq!(Shown::among(10, "14 days"), Shown::Hidden);
}

#[test]
fn a_hidden_part_cannot_be_worked_out_from_the_others() {
    use Shown::{Hidden, Value};
    assert_eq!(shown_parts([40, 20, 13]), [Value(40), Value(20), Value(13)]);
    assert_eq!(shown_parts([40, 20, 3]), [Value(40), Hidden, Hidden]);
    assert_eq!(shown_parts([40, 2, 3]), [Hidden, Hidden, Hidden]);
    assert_eq!(shown_parts([40, 10, 9]), [Value(40), Hidden, Hidden]);
    assert_eq!(shown_parts([40, 0, 20]), [Value(40), Hidden, Hidden]);
    assert_eq!(shown_parts([20, 20, 1]), [Hidden, Value(20), Hidden]);
}

#[test]
fn groups_too_small_are_told_as_one() {
    let told = |groups: &[[u32; 2]]| pooled(groups).map(|told| (told.alone, told.pooled));
    assert_eq!(told(&[[30, 20], [11, 12]]), Some((vec![0, 1], vec![])));
    assert_eq!(told(&[[30, 20], [40, 2], [9, 15]]), Some((vec![0], vec![1, 2])));
    // The two small ones are not enough: the smaller of the others joins them.
    assert_eq!(told(&[[30, 20], [4, 2], [12, 15], [3, 3]]), Some((vec![0], vec![1, 2, 3])));
    assert_eq!(told(&[[30, 20], [4, 2]]), None);
    assert_eq!(told(&[[30, 20]]), None);
    assert_eq!(told(&[]), None);
}

proptest! {
    #[test]
    fn no_line_of_a_table_by_groups_speaks_of_few(groups in prop::collection::vec(prop::array::uniform3(0..60_u32), 0..7)) {
        if let Some(Pooling { alone, pooled }) = pooled(&groups) {
            let sums = |places: &[usize]| (0..3).map(|part| places.iter().map(|place| groups[*place][part]).sum::<u32>()).min();
            let lines: Vec<Vec<usize>> = alone.iter().map(|place| vec![*place]).chain((!pooled.is_empty()).then_some(pooled.clone())).collect();
            prop_assert!(lines.len() >= 2);
            prop_assert!(lines.iter().all(|line| sums(line).unwrap() >= FEWEST));
            let mut all: Vec<usize> = lines.concat();
            all.sort_unstable();
            prop_assert_eq!(all, (0..groups.len()).collect::<Vec<_>>());
        }
    }

    #[test]
    fn what_is_hidden_is_never_one_part_nor_few_persons(parts in prop::array::uniform4(0..40_u32)) {
        let shown = shown_parts(parts);
        let hidden: Vec<u32> = parts.into_iter().zip(shown).filter(|(_, s)| *s == Shown::Hidden).map(|(p, _)| p).collect();
        let all = hidden.len() == parts.len();
        prop_assert!(hidden.is_empty() || all || (hidden.len() >= 2 && hidden.iter().sum::<u32>() >= FEWEST));
        for (part, shown) in parts.into_iter().zip(shown) {
            prop_assert!(shown == Shown::Hidden || (shown == Shown::Value(part) && part >= FEWEST));
        }
    }

    #[test]
    fn an_interval_holds_its_share(among in 1..5000_u32, part in 0.0..=1.0_f64) {
        let persons = (0..=among).find(|persons| f64::from(*persons) >= part * f64::from(among)).unwrap();
        let share = Share::of(persons, among).unwrap();
        prop_assert!(0.0 <= share.low && share.low <= share.value && share.value <= share.high && share.high <= 1.0);
    }
}
