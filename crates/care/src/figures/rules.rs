//! What a tally is told as.

use measure::{ChangeSummary, Days, Instrument, Movement, Scale};

use super::group::{Dimension, Group};
use super::model::{Change, Figures, WAITED};
use super::tally::Tally;
use crate::screening::model::ordered;

pub(super) fn figures(tally: &Tally) -> Figures {
    let funnel = tally.all.funnel();
    let [_, accompanied, ..] = funnel;
    Figures {
        screened: tally.screened,
        funnel,
        sources: tally.sources,
        declined: tally.declined,
        withdrawn: tally.withdrawn,
        waiting: tally.waiting,
        settled: tally.settled,
        outcomes: tally.outcomes,
        open: accompanied.saturating_sub(tally.outcomes.iter().sum()),
        lost_connections: tally.lost,
        to_answer: tally.to_answer.waits(),
        answer_waits: classes(&tally.to_answer),
        to_first_contact: tally.all.to_contact.waits(),
        to_first_participation: tally.to_participation.waits(),
        contact_waits: classes(&tally.all.to_contact),
        participation_waits: classes(&tally.to_participation),
        changes: changes(tally),
        loads: tally.loads.clone(),
    }
}

/// Every group that somebody is in, those of whom it is known first, in the order of the list; measured by
/// one instrument.
pub(super) fn groups(tally: &Tally, dimension: Dimension, by: Option<&Change>) -> Vec<Group> {
    let of_dimension = tally.parts.iter().filter(|(part, _)| part.dimension() == dimension);
    let group = |(part, progress): &(_, super::tally::Progress)| Group {
        part: Clone::clone(part),
        funnel: progress.funnel(),
        to_first_contact: progress.to_contact.waits(),
        change: by.map(|by| ChangeSummary::of(by.scale, &progress.pairs_of(by.instrument))),
    };
    let with_somebody = of_dimension.map(group).filter(|group| group.funnel.iter().any(|count| *count > 0));
    let mut groups: Vec<Group> = with_somebody.collect();
    groups.sort_by(|one, other| {
        (one.part.code().is_none(), &one.part).cmp(&(other.part.code().is_none(), &other.part))
    });
    groups
}

fn classes(days: &Days) -> [u32; WAITED.len() + 1] {
    let mut classes = [0_u32; WAITED.len() + 1];
    for (waited, persons) in days.each() {
        let class = WAITED.iter().take_while(|bound| waited > **bound).count();
        if let Some(count) = classes.get_mut(class) {
            *count = count.saturating_add(persons);
        }
    }
    classes
}

/// Of what somebody of the cohort answered and can be compared.
fn changes(tally: &Tally) -> Vec<Change> {
    let change = |instrument: &'static Instrument| {
        let scale = comparable_scale(instrument)?;
        let pairs = tally.all.pairs_of(instrument);
        let (movement, summary) = (Movement::of(scale, &pairs), ChangeSummary::of(scale, &pairs));
        Some(Change { instrument, scale, movement, summary })
    };
    ordered(tally.all.instruments()).into_iter().filter_map(change).collect()
}

/// The first scale read from the same questions for everybody: goals in each person's own words
/// are compared in their own file, not added up.
pub(super) fn comparable_scale(instrument: &'static Instrument) -> Option<&'static Scale> {
    let is_own = |item: &String| instrument.item(item).is_some_and(|item| item.in_own_words);
    instrument.scales.iter().find(|scale| !scale.items.iter().any(is_own))
}
