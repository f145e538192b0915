//! What becomes of the pairs kept so far when the directory is searched again.

use std::collections::HashMap;

use super::compare::{Likeness, Weights};
use super::entry::{Entry, EntryId, Kind};
use super::merged::Merged;
use super::model::{Pair, State};
use super::proposals::Proposal;

/// One thing to write.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Change {
    /// A pair found for the first time.
    Propose { first: EntryId, second: EntryId, likeness: Likeness },
    /// A pair to be looked at as it is now: its score has moved, or it was told apart before.
    Renew { pair: Pair, likeness: Likeness },
    /// A proposal nothing speaks for any longer.
    Withdraw { pair: Pair },
}

/// Decisions stand: a pair said to be one stays so, and one said to be two comes back only when
/// [`is_worth_asking_again`]. What was found of a merged entry is asked of the one it is shown as.
pub(super) fn changes(
    known: Vec<Pair>,
    found: &[Proposal],
    merged: &Merged,
    weights: &Weights,
) -> Vec<Change> {
    let mut known: HashMap<(EntryId, EntryId), Pair> =
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
/// grown by the `again` points of `weights.toml`. Resources of one organization often share its
/// telephone: of them, only the score counts.
pub(super) fn is_worth_asking_again(pair: &Pair, now: &Likeness, weights: &Weights) -> bool {
    let was_seen = |rule| pair.likeness.clues.iter().any(|clue| clue.rule == rule);
    let is_new = now.clues.iter().any(|clue| clue.rule.is_strong() && !was_seen(clue.rule));
    let is_more = now.score - pair.likeness.score >= weights.thresholds.again;
    is_more || (is_new && pair.kind == Kind::Organization)
}

/// The one of two entries that says more, for the person to confirm: our own first, then the one
/// something is known of here, then the one with more fields filled in, then the one changed last,
/// then the lower identifier.
pub(super) fn suggested<'o>(one: &'o Entry, other: &'o Entry) -> &'o Entry {
    let rank = |entry: &Entry| {
        (entry.source() == "maillage", entry.is_known_here(), entry.filled(), entry.updated_on())
    };
    let (first, second) = if one.id() <= other.id() { (one, other) } else { (other, one) };
    if rank(second) > rank(first) { second } else { first }
}

/// The best likeness found for each pair of entries that stand for themselves.
fn strongest<'p>(
    known: &HashMap<(EntryId, EntryId), Pair>,
    found: &'p [Proposal],
    merged: &Merged,
    weights: &Weights,
) -> HashMap<(EntryId, EntryId), &'p Likeness> {
    let mut strongest: HashMap<(EntryId, EntryId), &Likeness> = HashMap::new();
    for proposal in found {
        let (first, second) = (&proposal.first, &proposal.second);
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
    matches!(pair.state, State::Different { .. }) && !is_worth_asking_again(pair, now, weights)
}

fn is_to_be_renewed(pair: &Pair, now: &Likeness, weights: &Weights) -> bool {
    match pair.state {
        State::Proposed => pair.likeness != *now,
        State::Same { .. } => false,
        State::Different { .. } => is_worth_asking_again(pair, now, weights),
    }
}
