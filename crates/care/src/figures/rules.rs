//! What a tally is told as.

use measure::{ChangeSummary, Days, Instrument, Movement, Scale};

use super::group::{Dimension, Group, Part};
use super::model::{Change, Figures, WAITED};
use super::tally::{Progress, Tally};
use crate::screening::model::ordered;

pub(super) fn figures(tally: &Tally) -> Figures {
    let all = tally.all();
    let funnel = all.funnel();
    let [_, accompanied, ..] = funnel;
    Figures {
        screened: tally.screened,
        funnel,
        sources: tally.sources(),
        declined: tally.declined,
        withdrawn: tally.withdrawn,
        waiting: tally.waiting,
        settled: tally.settled,
        outcomes: tally.outcomes,
        open: accompanied.saturating_sub(tally.outcomes.iter().sum()),
        lost_connections: tally.lost,
        to_answer: tally.to_answer.waits(),
        answer_waits: classes(&tally.to_answer),
        to_first_contact: all.to_contact.waits(),
        to_first_participation: tally.to_participation.waits(),
        contact_waits: classes(&all.to_contact),
        participation_waits: classes(&tally.to_participation),
        changes: changes(tally, &all),
        loads: tally.loads.clone(),
    }
}

/// Every group that somebody is in, those of whom it is known first, in the order of the list; measured by
/// one instrument.
pub(super) fn groups(tally: &Tally, dimension: Dimension, by: Option<&Change>) -> Vec<Group> {
    let group = |(part, progress): (Part, Progress)| Group {
        funnel: progress.funnel(),
        to_first_contact: progress.to_contact.waits(),
        change: by.map(|by| ChangeSummary::of(by.scale, &tally.pairs_of(&progress, by.instrument))),
        part,
    };
    let mut groups: Vec<Group> = tally.parts(dimension).into_iter().map(group).collect();
    groups.sort_by_key(|group| group.part.code().is_none());
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
fn changes(tally: &Tally, all: &Progress) -> Vec<Change> {
    let change = |instrument: &'static Instrument| {
        let scale = comparable_scale(instrument)?;
        let pairs = tally.pairs_of(all, instrument);
        let (summary, movement) = (ChangeSummary::of(scale, &pairs), Movement::of(scale, &pairs));
        Some(Change { instrument, scale, summary, movement })
    };
    ordered(tally.instruments(all).into_iter()).into_iter().filter_map(change).collect()
}

/// The first scale read from the same questions for everybody: goals in each person's own words
/// are compared in their own file, not added up.
pub(super) fn comparable_scale(instrument: &'static Instrument) -> Option<&'static Scale> {
    let is_own = |item: &String| instrument.item(item).is_some_and(|item| item.in_own_words);
    instrument.scales.iter().find(|scale| !scale.items.iter().any(is_own))
}
