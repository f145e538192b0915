//! Nobody is told apart, and no more is hidden than it takes.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::{K, Known, MASKED, Release, Step, release};

fn known(age: i16, civility: u8, department: u8, site: u8, arm: u8) -> Known {
    Known {
        age: (age > 0).then_some(age),
        civility: ["", "mme", "m"][usize::from(civility % 3)].to_owned(),
        department: format!("6{}", department % 3),
        site: format!("S{}", site % 5),
        arm: (arm < 2).then(|| ["A", "B"][usize::from(arm)].to_owned()),
    }
}

fn smallest(release: &Release) -> usize {
    let mut classes: BTreeMap<&[String], usize> = BTreeMap::new();
    for row in &release.rows {
        *classes.entry(row).or_default() += 1;
    }
    classes.into_values().min().unwrap_or(0)
}

#[test]
fn under_eleven_persons_nothing_leaves() {
    assert_eq!(u32::try_from(K), Ok(crate::small_numbers::FEWEST), "as of published counts");
    let alike = vec![known(70, 1, 0, 0, 0); K];
    assert_eq!(release(&alike[..K - 1], K), None);
    let all = release(&alike, K).unwrap();
    assert_eq!((all.steps.as_slice(), all.masked), ([].as_slice(), 0), "nothing need be hidden");
    assert_eq!(all.rows[0], ["60-74", "mme", "60", "S0", "A"]);
}

#[test]
fn it_goes_no_further_than_needed() {
    let mut two_sites = vec![known(70, 1, 0, 0, 0); 15];
    two_sites.extend(vec![known(70, 1, 0, 1, 0); 3]);
    let told = release(&two_sites, K).unwrap();
    assert_eq!(told.steps, [Step::NoSite]);
    assert_eq!(told.rows[17], ["60-74", "mme", "60", MASKED, "A"]);
    two_sites.extend(vec![known(33, 1, 0, 1, 0); 5]);
    two_sites.extend(vec![known(50, 1, 0, 1, 0); 6]);
    let told = release(&two_sites, K).unwrap();
    assert_eq!(told.steps, [Step::NoSite, Step::WiderAges]);
    assert_eq!(told.rows[20], ["0-59", "mme", "60", MASKED, "A"]);
}

#[test]
fn whoever_is_still_rare_is_masked_among_eleven_at_least() {
    let mut persons = vec![known(70, 1, 0, 0, 0); 30];
    persons.extend(vec![known(80, 1, 0, 0, 0); 12]);
    persons.push(known(25, 2, 1, 0, 0));
    let told = release(&persons, K).unwrap();
    assert_eq!((told.steps.len(), told.masked), (Step::ALL.len(), 13), "with the twelve, never alone");
    assert_eq!(told.rows.len(), persons.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn each_combination_is_shared_by_eleven(
        persons in proptest::collection::vec((0_i16..100, any::<u8>(), any::<u8>(), any::<u8>(), 0_u8..3), 0..200),
    ) {
        let persons: Vec<Known> = persons.into_iter().map(|(a, c, d, s, arm)| known(a, c, d, s, arm)).collect();
        match release(&persons, K) {
            None => prop_assert!(persons.len() < K),
            Some(told) => {
                prop_assert_eq!(told.rows.len(), persons.len(), "nobody is left out");
                prop_assert!(smallest(&told) >= K);
                let hidden = told.rows.iter().filter(|row| row.iter().all(|cell| cell == MASKED)).count();
                prop_assert_eq!(hidden, told.masked);
            }
        }
    }

    #[test]
    fn the_order_of_persons_changes_nothing(
        persons in proptest::collection::vec((20_i16..95, 0_u8..3, 0_u8..2, 0_u8..3, 0_u8..2), 11..80),
    ) {
        let persons: Vec<Known> = persons.into_iter().map(|(a, c, d, s, arm)| known(a, c, d, s, arm)).collect();
        let backwards: Vec<Known> = persons.iter().rev().cloned().collect();
        let one = release(&persons, K).unwrap();
        let mut other = release(&backwards, K).unwrap();
        other.rows.reverse();
        prop_assert_eq!(one, other);
    }
}
