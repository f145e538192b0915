//! What may leave, and what it took.

use std::collections::BTreeMap;

use super::{Known, MASKED, QUASI};

/// One row of what could tell somebody.
pub type Row = [String; QUASI.len()];

kernel::coded! {
    /// What is told coarser, in this order.
    Step {
        NoSite = "no_site",
        WiderAges = "wider_ages",
        NoDepartment = "no_department",
        NoCivility = "no_civility",
    }
}

/// What is told of each person, in the order they were given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    pub rows: Vec<Row>,
    /// For everybody.
    pub steps: Vec<Step>,
    /// Of how many persons nothing is told at all.
    pub masked: usize,
}

/// Told as finely as `k` persons for each combination allow; nothing under `k` persons.
pub fn release(known: &[Known], k: usize) -> Option<Release> {
    if known.len() < k {
        return None;
    }
    for count in 0..=Step::ALL.len() {
        let steps = Step::ALL.get(..count).unwrap_or_default();
        let rows: Vec<Row> = known.iter().map(|one| one.told(steps)).collect();
        if classes(&rows).values().all(|size| *size >= k) {
            return Some(Release { rows, steps: steps.to_vec(), masked: 0 });
        }
    }
    let rows: Vec<Row> = known.iter().map(|one| one.told(Step::ALL)).collect();
    let rare = rare(&rows, k);
    let masked = rows.iter().filter(|row| rare.contains(row)).count();
    let told = |row: &Row| if rare.contains(row) { QUASI.map(|_| MASKED.to_owned()) } else { row.clone() };
    Some(Release { rows: rows.iter().map(told).collect(), steps: Step::ALL.to_vec(), masked })
}

/// Combinations that are masked: those too few share and, should these be too few together, the smallest
/// of the others beside them.
fn rare(rows: &[Row], k: usize) -> Vec<Row> {
    let mut sizes: Vec<(usize, Row)> =
        classes(rows).into_iter().map(|(row, size)| (size, row.clone())).collect();
    sizes.sort();
    let mut masked = Vec::new();
    let mut together = 0_usize;
    for (size, row) in sizes {
        if size < k || (1..k).contains(&together) {
            together = together.saturating_add(size);
            masked.push(row);
        }
    }
    masked
}

fn classes(rows: &[Row]) -> BTreeMap<&Row, usize> {
    let mut classes: BTreeMap<&Row, usize> = BTreeMap::new();
    for row in rows {
        let size = classes.entry(row).or_default();
        *size = size.saturating_add(1);
    }
    classes
}
