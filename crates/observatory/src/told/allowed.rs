//! What may leave: of each team, and of all together.
//!
//! A number that one team keeps back would be the sum less the others. So the tables of a quarter are looked
//! at together: the sum is shown as if it stood alone, and where it would give a team away, further teams keep
//! the same number back, the smallest first, until two and more do whose parts together are eleven persons.

use care::figures::{Change, Dimension, Figures, Group, Step};
use kernel::coded::Coded;
use measure::small_numbers::{FEWEST, Pooling, pooled};
use measure::{ChangeSummary, Shown, ShownChange};

use super::counts::Counts;
use super::numbers::Numbers;

/// What is shown of some numbers.
#[derive(Clone, Debug)]
pub(crate) struct Allowed {
    pub(crate) counts: Counts,
    /// Whether changes say how many were accompanied.
    pub(crate) tells_enrolled: bool,
    /// The instruments, by their code, whose change may be told.
    pub(crate) changes: Vec<String>,
    /// Which groups stand alone, in the order of the dimensions.
    pub(crate) groups: Vec<Option<Pooling>>,
}

/// A team's cell: as it is shown, and what it counts.
type Cell = (Shown, u32);

impl Allowed {
    /// Of numbers that stand alone.
    pub(crate) fn of(numbers: &Numbers) -> Allowed {
        let mut counts = Counts::published(&numbers.all);
        if numbers.all.changes.iter().any(|change| change.summary.loses_few()) {
            counts.hide_accompanied();
        }
        let tells_groups = tells(&counts, Step::Referred) && tells(&counts, Step::Once);
        let pooling = |(_, groups): &(Dimension, Vec<Group>)| pooled(&taking_part(groups));
        Allowed {
            counts,
            tells_enrolled: counts.tells_accompanied(),
            changes: numbers.all.changes.iter().map(|change| change.instrument.code.clone()).collect(),
            groups: numbers.groups.iter().map(|groups| pooling(groups).filter(|_| tells_groups)).collect(),
        }
    }

    /// Of what is added up: no more than anybody adds up who reads what each part may show.
    pub(crate) fn of_sum(sum: &Numbers, parts: &[(&Numbers, &Allowed)]) -> Allowed {
        let mut counts = Counts { settled: None, ..Counts::exact(&sum.all) };
        parts.iter().for_each(|(_, part)| counts.hide_as(part.counts));
        let tells_enrolled = parts.iter().all(|(_, part)| part.tells_enrolled);
        let is_told = |change: &&Change| {
            parts.iter().all(|(numbers, part)| part.tells_change(change, numbers, tells_enrolled))
        };
        Allowed {
            counts,
            tells_enrolled,
            changes: sum
                .all
                .changes
                .iter()
                .filter(is_told)
                .map(|change| change.instrument.code.clone())
                .collect(),
            groups: vec![None; sum.groups.len()],
        }
    }

    /// Whether every number of a change is shown of some numbers; of those never asked, there is none.
    fn tells_change(&self, change: &Change, numbers: &Numbers, with_enrolled: bool) -> bool {
        let Some(same) = numbers.all.changes.iter().find(|same| same.is_like(change)) else { return true };
        let shown = same.summary.published(self.tells_enrolled);
        let verdicts = [shown.measured_twice, shown.improved, shown.unchanged, shown.worse];
        let enrolled = [shown.enrolled, shown.lost];
        let needed = verdicts.into_iter().chain(enrolled.into_iter().filter(|_| with_enrolled));
        self.changes.contains(&change.instrument.code) && needed.into_iter().all(|cell| cell != Shown::Hidden)
    }

    /// Of all teams together, and of each of them.
    pub(crate) fn together(whole: &Numbers, teams: &[Numbers]) -> (Allowed, Vec<Allowed>) {
        let sum = Allowed::of(whole);
        let mut each: Vec<Allowed> = teams.iter().map(Allowed::of).collect();
        if let [_, _, ..] = teams {
            let smallest_first = by_size(teams);
            keep_counts(&sum, teams, &mut each, &smallest_first);
            each.iter_mut().for_each(|own| own.tells_enrolled &= own.counts.tells_accompanied());
            keep_changes((whole, &sum), teams, &mut each, &smallest_first);
            keep_groups(&sum, &mut each);
        }
        (sum, each)
    }
}

fn tells(counts: &Counts, wanted: Step) -> bool {
    Step::all().zip(counts.funnel).any(|(step, shown)| step == wanted && shown != Shown::Hidden)
}

/// Of each group, who took part and who did not.
fn taking_part(groups: &[Group]) -> Vec<[u32; 2]> {
    let parts = |group: &Group| {
        let [referred, _, _, _, _, once, _, _] = group.funnel;
        [once, referred.saturating_sub(once)]
    };
    groups.iter().map(parts).collect()
}

fn by_size(teams: &[Numbers]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..teams.len()).collect();
    places.sort_by_key(|place| teams.get(*place).map(|team| team.all.step(Step::Referred)));
    places
}

fn keep_counts(sum: &Allowed, teams: &[Numbers], each: &mut [Allowed], smallest_first: &[usize]) {
    let tables: Vec<Vec<Vec<Cell>>> =
        teams.iter().zip(each.iter()).map(|(team, own)| cells(own.counts, &team.all)).collect();
    for (place, whole) in sum.counts.cells().iter().enumerate() {
        let rows: Vec<Vec<Cell>> = tables.iter().filter_map(|table| table.get(place)).cloned().collect();
        for team in kept_back(whole, rows, smallest_first) {
            let counts = each.get_mut(team).map(|own| &mut own.counts);
            let family = counts.into_iter().flat_map(Counts::families).nth(place);
            family.into_iter().flatten().for_each(|cell| *cell = Shown::Hidden);
        }
    }
}

fn keep_changes(
    (whole, sum): (&Numbers, &Allowed),
    teams: &[Numbers],
    each: &mut [Allowed],
    smallest_first: &[usize],
) {
    for change in &whole.all.changes {
        let code = &change.instrument.code;
        let of_team = |(team, own): (&Numbers, &Allowed)| {
            let same = team.all.changes.iter().find(|same| same.instrument.code == *code);
            same.map_or_else(|| never_asked(own, team), |same| change_cells(same.summary, own.tells_enrolled))
        };
        let rows: Vec<Vec<Cell>> = teams.iter().zip(each.iter()).map(of_team).collect();
        let cells = change_cells(change.summary, sum.tells_enrolled);
        let shown: Vec<Shown> = cells.into_iter().map(|(shown, _)| shown).collect();
        for team in kept_back(&shown, rows, smallest_first) {
            each.get_mut(team).into_iter().for_each(|own| own.changes.retain(|told| told != code));
        }
    }
}

/// A dimension is told of all together or of each team, never of both.
fn keep_groups(sum: &Allowed, each: &mut [Allowed]) {
    for own in each {
        for (whole, team) in sum.groups.iter().zip(&mut own.groups) {
            if whole.is_some() {
                *team = None;
            }
        }
    }
}

/// The teams that keep a row of cells back besides those that do already.
fn kept_back(sum: &[Shown], mut rows: Vec<Vec<Cell>>, smallest_first: &[usize]) -> Vec<usize> {
    let mut kept = Vec::new();
    for place in smallest_first {
        if sum.iter().enumerate().all(|(column, whole)| gives_nobody_away(*whole, &rows, column)) {
            break;
        }
        kept.push(*place);
        rows.get_mut(*place).into_iter().flatten().for_each(|(shown, _)| *shown = Shown::Hidden);
    }
    kept
}

/// A sum that is shown leaves nothing of one team alone, nor of few; one that is not is not the teams' own.
fn gives_nobody_away(sum: Shown, rows: &[Vec<Cell>], column: usize) -> bool {
    let cells = rows.iter().filter_map(|row| row.get(column));
    let hidden: Vec<u32> =
        cells.filter(|(shown, _)| *shown == Shown::Hidden).map(|(_, count)| *count).collect();
    match sum {
        Shown::Value(_) => hidden.is_empty() || (hidden.len() > 1 && hidden.iter().sum::<u32>() >= FEWEST),
        Shown::Hidden => !hidden.is_empty(),
    }
}

/// Each cell of a team's table, by families, and what it counts.
fn cells(shown: Counts, figures: &Figures) -> Vec<Vec<Cell>> {
    let exact = Counts::exact(figures).cells();
    let cell = |(shown, exact): (Shown, Shown)| (shown, exact.value().unwrap_or_default());
    let families = shown.cells().into_iter().zip(exact);
    families.map(|(shown, exact)| shown.into_iter().zip(exact).map(cell).collect()).collect()
}

/// Of a team that never asked these questions: its report says so.
fn never_asked(own: &Allowed, team: &Numbers) -> Vec<Cell> {
    let enrolled = team.all.step(Step::Accompanied);
    let enrolled = (if own.tells_enrolled { Shown::Value(enrolled) } else { Shown::Hidden }, enrolled);
    let nobody = (Shown::Value(0), 0);
    vec![enrolled, nobody, enrolled, nobody, nobody, nobody]
}

fn change_cells(summary: ChangeSummary, tells_enrolled: bool) -> Vec<Cell> {
    let read = |shown: ShownChange| {
        [shown.enrolled, shown.measured_twice, shown.lost, shown.improved, shown.unchanged, shown.worse]
    };
    let exact = read(summary.exact()).map(|count| count.value().unwrap_or_default());
    read(summary.published(tells_enrolled)).into_iter().zip(exact).collect()
}
