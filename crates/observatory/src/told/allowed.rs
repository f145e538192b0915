//! What may leave the team: of one team, and of all together beside what each of them shows.
//!
//! The sum of all teams is looked at beside the teams' own tables: a number that one team keeps back
//! would be the sum less the others. A cell of the sum is shown when no team hides it, or when two and
//! more do, whose parts together are eleven persons or more.

use care::figures::{Dimension, Figures, Group, Step};
use kernel::coded::Coded;
use measure::small_numbers::{FEWEST, Pooling, pooled};
use measure::{ChangeSummary, Shown, ShownChange};

use super::counts::Counts;
use super::numbers::Numbers;

/// What is shown of some numbers.
#[derive(Clone, Debug)]
pub(crate) struct Allowed {
    pub(crate) counts: Counts,
    /// The instruments, by their code, whose change may be told.
    pub(crate) changes: Vec<String>,
    /// Which groups stand alone, in the order of the dimensions.
    pub(crate) groups: Vec<Option<Pooling>>,
}

/// A team's cell: as it is shown, and what it counts.
type Cell = (Shown, u32);

impl Allowed {
    /// Of one team, whose table stands alone.
    pub(crate) fn of(numbers: &Numbers) -> Allowed {
        let counts = Counts::published(&numbers.all);
        let tells_groups = tells(&counts, Step::Referred) && tells(&counts, Step::Once);
        let pooling = |(_, groups): &(Dimension, Vec<Group>)| pooled(&taking_part(groups));
        Allowed {
            counts,
            changes: numbers.all.changes.iter().map(|change| change.instrument.code.clone()).collect(),
            groups: numbers.groups.iter().map(|groups| pooling(groups).filter(|_| tells_groups)).collect(),
        }
    }

    /// Of all teams together, each of which shows its own.
    pub(crate) fn beside(numbers: &Numbers, teams: &[Numbers]) -> Allowed {
        let alone = Allowed::of(numbers);
        let shown: Vec<Allowed> = teams.iter().map(Allowed::of).collect();
        let group = |(place, pooling): (usize, Option<Pooling>)| {
            let is_told = |team: &Allowed| team.groups.get(place).is_some_and(Option::is_some);
            pooling.filter(|_| teams.len() > 1 && !shown.iter().any(is_told))
        };
        Allowed {
            counts: counts_safely(alone.counts, teams, &shown),
            changes: alone.changes.into_iter().filter(|code| changes_safely(code, teams)).collect(),
            groups: alone.groups.into_iter().enumerate().map(group).collect(),
        }
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

/// Whether the sum of these cells tells nothing that a team keeps back.
fn keeps(cells: impl IntoIterator<Item = Cell>) -> bool {
    let hidden: Vec<u32> =
        cells.into_iter().filter(|(shown, _)| *shown == Shown::Hidden).map(|(_, count)| count).collect();
    hidden.is_empty() || (hidden.len() > 1 && hidden.iter().sum::<u32>() >= FEWEST)
}

fn counts_safely(mut counts: Counts, teams: &[Numbers], shown: &[Allowed]) -> Counts {
    let each: Vec<Vec<Vec<Cell>>> =
        teams.iter().zip(shown).map(|(team, own)| beside_each_other(own.counts, &team.all)).collect();
    for (place, family) in counts.families().into_iter().enumerate() {
        let rows: Vec<&Vec<Cell>> = each.iter().filter_map(|team| team.get(place)).collect();
        let is_kept = |column| keeps(rows.iter().filter_map(|row| row.get(column)).copied());
        if !(0..family.len()).all(is_kept) {
            family.into_iter().for_each(|cell| *cell = Shown::Hidden);
        }
    }
    counts
}

/// Each cell of a team's table, and what it counts.
fn beside_each_other(shown: Counts, figures: &Figures) -> Vec<Vec<Cell>> {
    let exact = Counts::exact(figures).cells().into_iter();
    let cell = |(shown, exact): (Shown, Shown)| (shown, exact.value().unwrap_or_default());
    shown
        .cells()
        .into_iter()
        .zip(exact)
        .map(|(shown, exact)| shown.into_iter().zip(exact).map(cell).collect())
        .collect()
}

fn changes_safely(code: &str, teams: &[Numbers]) -> bool {
    let of_team = |team: &Numbers| {
        team.all.changes.iter().find(|change| change.instrument.code == code).map(|change| change.summary)
    };
    let rows: Vec<[Cell; 6]> = teams.iter().filter_map(of_team).map(|summary| cells(&summary)).collect();
    (0..6).all(|column| keeps(rows.iter().filter_map(|row| row.get(column)).copied()))
}

fn cells(summary: &ChangeSummary) -> [Cell; 6] {
    let read = |shown: ShownChange| {
        [shown.enrolled, shown.measured_twice, shown.lost, shown.improved, shown.unchanged, shown.worse]
    };
    let (shown, exact) = (read(summary.published()), read(summary.exact()));
    let mut pairs = shown.into_iter().zip(exact);
    std::array::from_fn(|_| {
        pairs.next().map_or((Shown::Hidden, 0), |(shown, exact)| (shown, exact.value().unwrap_or_default()))
    })
}
