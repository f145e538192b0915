//! Somebody with a pencil: all tables that left, everything that is known to add up, and what is worked out
//! from them.

use care::figures::{Change, Figures, LostConnections, Step};
use measure::small_numbers::FEWEST;
use measure::{ChangeSummary, Shown, ucla3};
use proptest::prelude::*;

use super::allowed::Allowed;
use super::numbers::Numbers;

/// Persons by what became of their referral, of one team.
type Fates = ([u32; 7], [u32; 9], [u32; 2], [u32; 8], [u32; 3], [u32; 3]);

fn fates() -> impl Strategy<Value = Fates> {
    let few = || prop_oneof![Just(0_u32), 0..12_u32, 8..40_u32];
    (
        proptest::array::uniform7(few()),
        proptest::array::uniform9(prop_oneof![Just(0_u32), few()]),
        proptest::array::uniform2(few()),
        proptest::array::uniform8(prop_oneof![Just(0_u32), few()]),
        proptest::array::uniform3(few()),
        proptest::array::uniform3(few()),
    )
}

/// Figures that add up: so many stopped at each step, so many were declined for each reason.
fn numbers((stopped, declined, [withdrawn, waiting], ended, sources, verdicts): Fates) -> Numbers {
    let mut funnel = [0_u32; 8];
    for (step, count) in funnel.iter_mut().enumerate().skip(1) {
        *count = stopped[step - 1..].iter().sum();
    }
    let [_, accompanied, ..] = funnel;
    let all = accompanied + declined.iter().sum::<u32>() + withdrawn + waiting;
    funnel[0] = all;
    let (outcomes, open) = parts_of(accompanied, ended);
    let ([a, b, c], rest) = parts_of(all, sources);
    let ([improved, unchanged, worse], lost) = parts_of(accompanied, verdicts);
    let measured_twice = accompanied - lost;
    let summary = ChangeSummary { enrolled: accompanied, measured_twice, improved, unchanged, worse };
    let change = Change { instrument: ucla3(), scale: &ucla3().scales[0], summary, movement: None };
    let all = Figures {
        screened: all,
        funnel,
        sources: [a, b, c, rest],
        declined,
        withdrawn,
        waiting,
        settled: 0,
        outcomes,
        open,
        lost_connections: LostConnections::default(),
        to_answer: None,
        answer_waits: [0; 5],
        to_first_contact: None,
        to_first_participation: None,
        contact_waits: [0; 5],
        participation_waits: [0; 5],
        changes: vec![change],
        loads: Vec::new(),
    };
    Numbers { all, groups: Vec::new() }
}

/// As many of each as are wished, while there are any; and those that are left.
fn parts_of<const N: usize>(whole: u32, wishes: [u32; N]) -> ([u32; N], u32) {
    let mut left = whole;
    let parts = wishes.map(|wish| {
        let part = wish.min(left);
        left -= part;
        part
    });
    (parts, left)
}

/// One table in the order that [`adds_up`] speaks of.
fn cells(numbers: &Numbers, allowed: &Allowed) -> Vec<Shown> {
    let c = &allowed.counts;
    let ends = [c.declined, c.withdrawn, c.waiting, c.closed, c.open, c.screened];
    let change = numbers.all.changes[0].summary.published(allowed.tells_enrolled);
    let change = [
        change.enrolled,
        change.measured_twice,
        change.lost,
        change.improved,
        change.unchanged,
        change.worse,
    ];
    let change = if allowed.changes.is_empty() { [Shown::Hidden; 6] } else { change };
    [&c.funnel[..], &c.sources, &ends, &c.decline_reasons, &c.outcomes, &change].concat()
}

const CELLS: usize = 8 + 4 + 6 + 9 + 8 + 6;

/// `(whole, parts)` by place.
fn adds_up() -> [(usize, Vec<usize>); 8] {
    let (declined, closed, open) = (12, 15, 16);
    let outcomes = || 27..35;
    let (enrolled, twice, lost) = (35, 36, 37);
    [
        (1, vec![enrolled]),
        (enrolled, vec![twice, lost]),
        (twice, vec![38, 39, 40]),
        (0, (8..12).collect()),
        (0, vec![1, declined, 13, 14]),
        (declined, (18..27).collect()),
        (closed, outcomes().collect()),
        (1, outcomes().chain([open]).collect()),
    ]
}

/// Every number known or worked out, by solving all that adds up.
fn worked_out(tables: &[Vec<Shown>]) -> Vec<Option<f64>> {
    let unknowns = tables.len() * CELLS;
    let at = |table: usize, cell: usize| table * CELLS + cell;
    let mut rows: Vec<Vec<f64>> = Vec::new();
    let mut says = |terms: &[(usize, f64)], equals: f64| {
        let mut row = vec![0.0; unknowns + 1];
        terms.iter().for_each(|(place, factor)| row[*place] += factor);
        row[unknowns] = equals;
        rows.push(row);
    };
    for (table, cells) in tables.iter().enumerate() {
        for (cell, shown) in cells.iter().enumerate() {
            if let Some(value) = shown.value() {
                says(&[(at(table, cell), 1.0)], f64::from(value));
            }
        }
        for (whole, parts) in adds_up() {
            let parts = parts.into_iter().map(|part| (at(table, part), -1.0));
            says(&parts.chain([(at(table, whole), 1.0)]).collect::<Vec<_>>(), 0.0);
        }
    }
    for cell in 0..CELLS {
        let teams = (1..tables.len()).map(|team| (at(team, cell), -1.0));
        says(&teams.chain([(at(0, cell), 1.0)]).collect::<Vec<_>>(), 0.0);
    }
    solved(rows, unknowns)
}

/// What one solution only has (Gauss and Jordan).
fn solved(mut rows: Vec<Vec<f64>>, unknowns: usize) -> Vec<Option<f64>> {
    let is_nothing = |value: f64| value.abs() < 1e-6;
    let mut next = 0;
    let mut pivots = Vec::new();
    for column in 0..unknowns {
        let Some(found) = (next..rows.len()).find(|row| !is_nothing(rows[*row][column])) else { continue };
        rows.swap(next, found);
        let scale = rows[next][column];
        rows[next].iter_mut().for_each(|value| *value /= scale);
        let pivot = rows[next].clone();
        for (place, row) in
            rows.iter_mut().enumerate().filter(|(place, row)| *place != next && !is_nothing(row[column]))
        {
            let factor = row[column];
            row.iter_mut().zip(&pivot).for_each(|(value, of)| *value -= factor * of);
            debug_assert!(place != next);
        }
        pivots.push((column, next));
        next += 1;
    }
    let mut known = vec![None; unknowns];
    for (column, row) in pivots {
        let alone = rows[row][..unknowns].iter().filter(|value| !is_nothing(**value)).count() == 1;
        known[column] = alone.then_some(rows[row][unknowns]);
    }
    known
}

fn is_enough(persons: f64) -> bool {
    persons > f64::from(FEWEST) - 0.5
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, ..ProptestConfig::default() })]

    #[test]
    fn nothing_under_eleven_is_worked_out_from_all_tables(teams in prop::collection::vec(fates(), 1..4)) {
        let teams: Vec<Numbers> = teams.into_iter().map(numbers).collect();
        let whole = Numbers::sum(&teams);
        let (sum, each) = Allowed::together(&whole, &teams);
        let tables = std::iter::once((&whole, &sum)).chain(teams.iter().zip(&each));
        let tables: Vec<Vec<Shown>> = tables.map(|(numbers, allowed)| cells(numbers, allowed)).collect();
        let known = worked_out(&tables);
        for (table, cells) in known.chunks(CELLS).enumerate() {
            for (cell, value) in cells.iter().enumerate() {
                prop_assert!(value.is_none_or(is_enough), "table {table}, cell {cell}: {value:?}\n{tables:?}");
            }
            // Who stopped between two steps.
            let steps: Vec<f64> = cells[..Step::ALL.len()].iter().filter_map(|step| *step).collect();
            prop_assert!(steps.windows(2).all(|two| is_enough(two[0] - two[1])), "table {table}: {steps:?}");
        }
    }
    #[test]
    fn a_year_says_no_more_than_its_quarters(quarters in prop::collection::vec(fates(), 1..5)) {
        let quarters: Vec<Numbers> = quarters.into_iter().map(numbers).collect();
        let allowed: Vec<Allowed> = quarters.iter().map(Allowed::of).collect();
        let parts: Vec<_> = quarters.iter().zip(&allowed).collect();
        let year = Numbers::sum(&quarters);
        let shown = cells(&year, &Allowed::of_sum(&year, &parts));
        let tables: Vec<Vec<Shown>> = parts.iter().map(|(numbers, allowed)| cells(numbers, allowed)).collect();
        for (cell, whole) in shown.iter().enumerate().filter(|(_, whole)| whole.value().is_some()) {
            let added: Option<u32> = tables.iter().map(|table| table[cell].value()).sum();
            prop_assert_eq!(whole.value(), added, "cell {}: {:?}", cell, tables);
        }
    }
}
