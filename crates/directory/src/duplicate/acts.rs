//! What somebody says about a pair, in one transaction.

use platform::audit::{self, Action, Who};
use platform::db::{DbError, Tx};

use super::entry::EntryId;
use super::model::{Decision, Pair, Refusal};
use super::showing;
use super::sql::{self, Compared};
use crate::stored::Change;

/// Why nothing was decided.
#[derive(Debug, thiserror::Error)]
pub(super) enum NotDecided {
    #[error(transparent)]
    Store(#[from] DbError),
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The pair or one of its entries is no longer as it was shown.
    #[error("somebody or an import was faster")]
    Changed,
}

/// They are one: the other is shown under `kept`, its resources too. Nothing is deleted.
///
/// # Errors
/// [`NotDecided`]; nothing is written then.
pub(super) async fn same(
    tx: &mut Tx,
    compared: &Compared,
    kept: EntryId,
    decision: Decision,
) -> Result<(), NotDecided> {
    if !compared.first.stands() || !compared.second.stands() {
        return Err(NotDecided::Changed);
    }
    let pair = compared.pair.clone().same(kept.clone(), decision)?;
    let change = Change::begin(tx, decision.at).await?;
    showing::merge(tx, pair.kind, pair.other(&kept), Some(&kept), change).await?;
    showing::settle(tx, change).await?;
    write(tx, &pair, decision, Action::Merged).await
}

/// They are two, and are not proposed again for what is known of them today.
///
/// # Errors
/// [`NotDecided`]; nothing is written then.
pub(super) async fn different(
    tx: &mut Tx,
    compared: &Compared,
    decision: Decision,
) -> Result<(), NotDecided> {
    let pair = compared.pair.clone().different(decision)?;
    write(tx, &pair, decision, Action::Changed).await
}

/// Takes back what was said; two entries that were one stand for themselves again.
///
/// # Errors
/// [`NotDecided`]; nothing is written then.
pub(super) async fn undo(tx: &mut Tx, compared: &Compared, decision: Decision) -> Result<(), NotDecided> {
    if let Some(kept) = compared.pair.state.kept() {
        let other = compared.pair.other(kept);
        let side = if *other == compared.pair.first { &compared.first } else { &compared.second };
        if side.merged_into.as_deref() != Some(kept.as_str()) {
            return Err(NotDecided::Changed);
        }
        let change = Change::begin(tx, decision.at).await?;
        showing::merge(tx, compared.pair.kind, other, None, change).await?;
        showing::settle(tx, change).await?;
    }
    let pair = compared.pair.clone().undone()?;
    write(tx, &pair, decision, Action::Changed).await
}

async fn write(tx: &mut Tx, pair: &Pair, decision: Decision, action: Action) -> Result<(), NotDecided> {
    if !sql::decide(tx, pair).await? {
        return Err(NotDecided::Changed);
    }
    audit::note(tx, Who::Account(decision.by), action, pair.id, None, decision.at).await?;
    Ok(())
}
