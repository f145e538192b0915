//! Numbers as they are kept: by the codes of closed lists, so that a list that grows changes none of them.

use std::collections::BTreeMap;

use care::caseload::Outcome;
use care::cost::Costs;
use care::figures::{self, Change, Dimension, Figures, Group, LostConnections, Part, Source, Step, WAITED};
use care::referral::DeclineReason;
use kernel::coded::Coded;
use kernel::id::SiteId;
use measure::{ChangeSummary, Movement, Waits};
use platform::db::{DbError, Tx};
use serde::{Deserialize, Serialize};

use crate::told::Numbers;

type Counts<T> = BTreeMap<T, u32>;
type Classes = [u32; WAITED.len() + 1];

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Kept {
    whole: Whole,
    groups: Vec<(Dimension, Vec<KeptGroup>)>,
    #[serde(default)]
    pub(super) costs: Option<Costs>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Whole {
    screened: u32,
    steps: Counts<Step>,
    sources: Counts<Source>,
    declined: Counts<DeclineReason>,
    withdrawn: u32,
    waiting: u32,
    settled: u32,
    outcomes: Counts<Outcome>,
    open: u32,
    lost_declined: Counts<DeclineReason>,
    lost_expired: u32,
    lost_dropped: Counts<DeclineReason>,
    to_answer: Option<Waits>,
    answer_waits: Classes,
    to_first_contact: Option<Waits>,
    to_first_participation: Option<Waits>,
    contact_waits: Classes,
    participation_waits: Classes,
    changes: Vec<KeptChange>,
}

#[derive(Debug, Serialize, Deserialize)]
struct KeptChange {
    instrument: String,
    version: String,
    scale: String,
    summary: ChangeSummary,
    movement: Option<Movement>,
}

#[derive(Debug, Serialize, Deserialize)]
struct KeptGroup {
    part: Option<String>,
    steps: Counts<Step>,
    to_first_contact: Option<Waits>,
    change: Option<ChangeSummary>,
}

impl Kept {
    /// Without loads, which name colleagues.
    pub(super) fn of(numbers: &Numbers, costs: Option<Costs>) -> Kept {
        let f = &numbers.all;
        let change = |change: &Change| KeptChange {
            instrument: change.instrument.code.clone(),
            version: change.instrument.version.clone(),
            scale: change.scale.code.clone(),
            summary: change.summary,
            movement: change.movement,
        };
        let group = |group: &Group| KeptGroup {
            part: group.part.code().map(str::to_owned),
            steps: by_code(group.funnel),
            to_first_contact: group.to_first_contact,
            change: group.change,
        };
        let of_dimension =
            |(dimension, groups): &(Dimension, Vec<Group>)| (*dimension, groups.iter().map(group).collect());
        Kept {
            whole: Whole {
                screened: f.screened,
                steps: by_code(f.funnel),
                sources: by_code(f.sources),
                declined: by_code(f.declined),
                withdrawn: f.withdrawn,
                waiting: f.waiting,
                settled: f.settled,
                outcomes: by_code(f.outcomes),
                open: f.open,
                lost_declined: by_code(f.lost_connections.declined),
                lost_expired: f.lost_connections.expired,
                lost_dropped: by_code(f.lost_connections.dropped),
                to_answer: f.to_answer,
                answer_waits: f.answer_waits,
                to_first_contact: f.to_first_contact,
                to_first_participation: f.to_first_participation,
                contact_waits: f.contact_waits,
                participation_waits: f.participation_waits,
                changes: f.changes.iter().map(change).collect(),
            },
            groups: numbers.groups.iter().map(of_dimension).collect(),
            costs,
        }
    }

    /// As they were; a change whose questions no program and no team knows any more is left out.
    ///
    /// # Errors
    /// [`DbError`] of the store.
    pub(super) async fn numbers(self, tx: &mut Tx, sites: &[SiteId]) -> Result<Numbers, DbError> {
        let w = self.whole;
        let mut changes = Vec::new();
        for kept in w.changes {
            changes.extend(kept.change(tx, sites).await?);
        }
        let all = Figures {
            screened: w.screened,
            funnel: in_order(&w.steps),
            sources: in_order(&w.sources),
            declined: in_order(&w.declined),
            withdrawn: w.withdrawn,
            waiting: w.waiting,
            settled: w.settled,
            outcomes: in_order(&w.outcomes),
            open: w.open,
            lost_connections: LostConnections {
                declined: in_order(&w.lost_declined),
                expired: w.lost_expired,
                dropped: in_order(&w.lost_dropped),
            },
            to_answer: w.to_answer,
            answer_waits: w.answer_waits,
            to_first_contact: w.to_first_contact,
            to_first_participation: w.to_first_participation,
            contact_waits: w.contact_waits,
            participation_waits: w.participation_waits,
            changes,
            loads: Vec::new(),
        };
        let of_dimension = |(dimension, groups): (Dimension, Vec<KeptGroup>)| {
            (dimension, groups.into_iter().filter_map(|group| group.group(dimension)).collect())
        };
        Ok(Numbers { all, groups: self.groups.into_iter().map(of_dimension).collect() })
    }
}

impl KeptChange {
    async fn change(self, tx: &mut Tx, sites: &[SiteId]) -> Result<Option<Change>, DbError> {
        for site in sites {
            if let Some(instrument) =
                figures::instrument(tx, *site, (&self.instrument, &self.version)).await?
                && let Some(scale) = instrument.scale(&self.scale)
            {
                let (summary, movement) = (self.summary, self.movement);
                return Ok(Some(Change { instrument, scale, summary, movement }));
            }
        }
        Ok(None)
    }
}

impl KeptGroup {
    fn group(self, dimension: Dimension) -> Option<Group> {
        Some(Group {
            part: Part::from_code(dimension, self.part.as_deref())?,
            funnel: in_order(&self.steps),
            to_first_contact: self.to_first_contact,
            change: self.change,
        })
    }
}

fn by_code<T: Coded, const N: usize>(counts: [u32; N]) -> Counts<T> {
    T::all().zip(counts).filter(|(_, count)| *count > 0).collect()
}

/// One count for each value of a list, in its order.
fn in_order<T: Coded, const N: usize>(counts: &Counts<T>) -> [u32; N] {
    let mut all = T::all().map(|value| counts.get(&value).copied().unwrap_or_default());
    std::array::from_fn(|_| all.next().unwrap_or_default())
}
