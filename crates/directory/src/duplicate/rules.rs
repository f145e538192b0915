//! What becomes of the pairs kept so far when the directory is searched again.

use std::collections::HashMap;

use super::compare::{Likeness, Weights};
use super::merged::Merged;
use super::model::{Pair, State};
use super::proposals::Proposal;
use crate::organization::{Organization, OrganizationId};

/// One thing to write.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Change {
    /// A pair found for the first time.
    Propose { first: OrganizationId, second: OrganizationId, likeness: Likeness },
    /// A pair to be looked at as it is now: its score has moved, or it was told apart before.
    Renew { pair: Pair, likeness: Likeness },
    /// A proposal nothing speaks for any longer.
    Withdraw { pair: Pair },
}

/// Decisions stand: a pair said to be one stays so, and one said to be two comes back only when
/// [`is_worth_asking_again`]. What was found of a merged entry is asked of the one it is shown as.
pub(super) fn changes(
    known: Vec<Pair>,
    found: &[Proposal<'_>],
    merged: &Merged,
    weights: &Weights,
) -> Vec<Change> {
    let mut known: HashMap<(OrganizationId, OrganizationId), Pair> =
        known.into_iter().map(|pair| ((pair.first.clone(), pair.second.clone()), pair)).collect();
    let mut wanted: Vec<_> = strongest(&known, found, merged, weights).into_iter().collect();
    wanted.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
    let mut changes = Vec::new();
    for (key, likeness) in wanted {
        match known.remove(&key) {
            None => {
                let (first, second) = key;
                changes.push(Change::Propose { first, second, likeness: likeness.clone() });
            }
            Some(pair) if is_to_be_renewed(&pair, likeness, weights) => {
                changes.push(Change::Renew { pair, likeness: likeness.clone() });
            }
            Some(_) => {}
        }
    }
    let mut left: Vec<Pair> = known.into_values().filter(|pair| pair.state == State::Proposed).collect();
    left.sort_unstable_by_key(|pair| pair.id);
    changes.extend(left.into_iter().map(|pair| Change::Withdraw { pair }));
    changes
}

/// A pair told apart is asked about again when something that identifies an organization (SIRET,
/// telephone, e-mail address) is shared now and was not when it was decided, or when its score has
/// grown by the `again` points of `weights.toml`.
pub(super) fn is_worth_asking_again(decided_on: &Likeness, now: &Likeness, weights: &Weights) -> bool {
    let was_seen = |rule| decided_on.clues.iter().any(|clue| clue.rule == rule);
    let is_new = now.clues.iter().any(|clue| clue.rule.is_strong() && !was_seen(clue.rule));
    is_new || now.score - decided_on.score >= weights.thresholds.again
}

/// The one of two entries that says more, for the person to confirm: our own first, then the one
/// with more fields filled in, then the one changed last, then the lower identifier.
pub(super) fn suggested<'o>(one: &'o Organization, other: &'o Organization) -> &'o Organization {
    let rank = |entry: &Organization| (entry.source == "maillage", filled(entry), entry.updated_on);
    let (first, second) = if one.id <= other.id { (one, other) } else { (other, one) };
    if rank(second) > rank(first) { second } else { first }
}

fn filled(entry: &Organization) -> usize {
    let fields = [
        entry.description.is_some(),
        entry.siret.is_some(),
        entry.place.street.is_some(),
        entry.place.located.trusted().is_some(),
        entry.contact.phone.is_some(),
        entry.contact.email.is_some(),
        entry.website.is_some(),
        entry.opening_hours.is_some(),
        entry.accessibility.is_some(),
    ];
    fields.into_iter().filter(|is_filled| *is_filled).count()
}

/// The best likeness found for each pair of entries that stand for themselves.
fn strongest<'p>(
    known: &HashMap<(OrganizationId, OrganizationId), Pair>,
    found: &'p [Proposal<'_>],
    merged: &Merged,
    weights: &Weights,
) -> HashMap<(OrganizationId, OrganizationId), &'p Likeness> {
    let mut strongest: HashMap<(OrganizationId, OrganizationId), &Likeness> = HashMap::new();
    for proposal in found {
        let (first, second) = (&proposal.first.id, &proposal.second.id);
        let before = known.get(&(first.clone(), second.clone()));
        if before.is_some_and(|pair| is_told_apart(pair, &proposal.likeness, weights)) {
            continue;
        }
        let (one, other) = (merged.kept(first), merged.kept(second));
        if one == other {
            continue;
        }
        let key = if one < other { (one, other) } else { (other, one) };
        let best = strongest.entry((key.0.clone(), key.1.clone())).or_insert(&proposal.likeness);
        if proposal.likeness.score > best.score {
            *best = &proposal.likeness;
        }
    }
    strongest
}

fn is_told_apart(pair: &Pair, now: &Likeness, weights: &Weights) -> bool {
    matches!(pair.state, State::Different { .. }) && !is_worth_asking_again(&pair.likeness, now, weights)
}

fn is_to_be_renewed(pair: &Pair, now: &Likeness, weights: &Weights) -> bool {
    match pair.state {
        State::Proposed => pair.likeness != *now,
        State::Same { .. } => false,
        State::Different { .. } => is_worth_asking_again(&pair.likeness, now, weights),
    }
}
