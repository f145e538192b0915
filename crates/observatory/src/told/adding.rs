//! Quarters added up to a year.
//!
//! Nothing is counted anew: each quarter followed its own persons as long, and was frozen on its day. What
//! cannot be added stays with the quarters: medians of waits, and how far readings moved.

use std::collections::BTreeMap;

use care::figures::{Change, Dimension, Figures, Group, Part, Step};
use measure::ChangeSummary;

use super::numbers::Numbers;

impl Numbers {
    /// Of cohorts that share nobody.
    pub(crate) fn sum(parts: &[Numbers]) -> Numbers {
        let mut all = Figures::default();
        parts.iter().for_each(|part| add(&mut all, &part.all));
        all.changes = changes(parts);
        let groups = groups(parts, main_of_each(&all, parts));
        Numbers { all, groups }
    }
}

fn add(all: &mut Figures, part: &Figures) {
    for (sum, more) in [
        (&mut all.screened, part.screened),
        (&mut all.withdrawn, part.withdrawn),
        (&mut all.waiting, part.waiting),
        (&mut all.settled, part.settled),
        (&mut all.open, part.open),
        (&mut all.lost_connections.expired, part.lost_connections.expired),
    ] {
        *sum = sum.saturating_add(more);
    }
    each(&mut all.funnel, &part.funnel);
    each(&mut all.sources, &part.sources);
    each(&mut all.declined, &part.declined);
    each(&mut all.outcomes, &part.outcomes);
    each(&mut all.lost_connections.declined, &part.lost_connections.declined);
    each(&mut all.lost_connections.dropped, &part.lost_connections.dropped);
    each(&mut all.answer_waits, &part.answer_waits);
    each(&mut all.contact_waits, &part.contact_waits);
    each(&mut all.participation_waits, &part.participation_waits);
}

fn each(sums: &mut [u32], more: &[u32]) {
    sums.iter_mut().zip(more).for_each(|(sum, more)| *sum = sum.saturating_add(*more));
}

/// By version: answers to other questions are another change.
fn changes(parts: &[Numbers]) -> Vec<Change> {
    let mut sums: Vec<Change> = Vec::new();
    for change in parts.iter().flat_map(|part| &part.all.changes) {
        if sums.iter().all(|known| !known.is_like(change)) {
            let summary = parts
                .iter()
                .map(|part| summary(part, change))
                .fold(ChangeSummary::default(), ChangeSummary::plus);
            sums.push(Change { summary, movement: None, ..*change });
        }
    }
    sums
}

/// Where nobody was asked these questions, everybody accompanied was not measured.
fn summary(part: &Numbers, change: &Change) -> ChangeSummary {
    let same = part.all.changes.iter().find(|same| same.is_like(change));
    let enrolled = part.all.step(Step::Accompanied);
    same.map_or(ChangeSummary { enrolled, ..ChangeSummary::default() }, |same| same.summary)
}

/// Whether the groups of each part were measured by what the whole is measured by.
fn main_of_each(all: &Figures, parts: &[Numbers]) -> bool {
    let Some(main) = all.main_change() else { return false };
    let accompany = |part: &&Numbers| part.all.step(Step::Accompanied) > 0;
    parts.iter().filter(accompany).all(|part| part.all.main_change().is_some_and(|own| own.is_like(main)))
}

/// Those of whom it is not known last, as in each part.
fn groups(parts: &[Numbers], are_measured_alike: bool) -> Vec<(Dimension, Vec<Group>)> {
    let mut sums: BTreeMap<Dimension, BTreeMap<Part, Group>> = BTreeMap::new();
    for (dimension, groups) in parts.iter().flat_map(|part| &part.groups) {
        let known = sums.entry(*dimension).or_default();
        for group in groups {
            let change = group.change.filter(|_| are_measured_alike);
            known.entry(group.part.clone()).and_modify(|sum| join(sum, group)).or_insert_with(|| Group {
                to_first_contact: None,
                change,
                ..group.clone()
            });
        }
    }
    let in_order = |(dimension, groups): (Dimension, BTreeMap<Part, Group>)| {
        let mut groups: Vec<Group> = groups.into_values().collect();
        groups.sort_by_key(|group| group.part.code().is_none());
        (dimension, groups)
    };
    sums.into_iter().map(in_order).collect()
}

fn join(sum: &mut Group, more: &Group) {
    each(&mut sum.funnel, &more.funnel);
    sum.change = sum.change.zip(more.change).map(|(one, other)| one.plus(other));
}

#[cfg(test)]
mod tests {
    use care::figures::AgeClass;
    use measure::ucla3;

    use super::*;

    const OLD: Part = Part::Age(Some(AgeClass::From75));
    const UNKNOWN: Part = Part::Age(None);

    fn change(measured_twice: u32) -> ChangeSummary {
        ChangeSummary { enrolled: 20, measured_twice, improved: measured_twice, ..ChangeSummary::default() }
    }

    fn group(part: Part, referred: u32, measured_twice: u32) -> Group {
        let funnel = [referred, 0, 0, 0, 0, 0, 0, 0];
        Group { part, funnel, to_first_contact: None, change: Some(change(measured_twice)) }
    }

    fn quarter(measured_twice: Option<u32>, groups: Vec<Group>) -> Numbers {
        let of = |summary| Change { instrument: ucla3(), scale: &ucla3().scales[0], summary, movement: None };
        let changes = measured_twice.map(|twice| of(change(twice)));
        let all = Figures { funnel: [30, 20, 0, 0, 0, 0, 0, 0], ..Figures::default() };
        let all = Figures { changes: changes.into_iter().collect(), ..all };
        Numbers { all, groups: vec![(Dimension::Age, groups)] }
    }

    #[test]
    fn whoever_was_not_asked_counts_as_not_measured() {
        let year = Numbers::sum(&[quarter(Some(12), Vec::new()), quarter(None, Vec::new())]);
        let [change] = year.all.changes.as_slice() else { panic!("{:?}", year.all.changes) };
        assert_eq!((change.summary.enrolled, change.summary.measured_twice), (40, 12));
        assert_eq!(year.all.step(Step::Referred), 60);
    }

    #[test]
    fn groups_are_added_and_the_unknown_stand_last() {
        let first = quarter(Some(12), vec![group(OLD, 5, 3), group(UNKNOWN, 2, 1)]);
        let second = quarter(Some(12), vec![group(OLD, 7, 4)]);
        let year = Numbers::sum(&[first, second]);
        let [(Dimension::Age, groups)] = year.groups.as_slice() else { panic!("{:?}", year.groups) };
        let told =
            groups.iter().map(|group| (group.part.clone(), group.funnel[0], group.change.unwrap().improved));
        assert_eq!(told.collect::<Vec<_>>(), [(OLD, 12, 7), (UNKNOWN, 2, 1)]);
    }

    #[test]
    fn groups_measured_by_different_questions_are_not_added() {
        let first = quarter(Some(12), vec![group(OLD, 5, 3)]);
        let second = quarter(None, vec![group(OLD, 7, 0)]);
        let year = Numbers::sum(&[first, second]);
        assert!(year.groups.iter().flat_map(|(_, groups)| groups).all(|group| group.change.is_none()));
    }
}
