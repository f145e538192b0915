//! Saving what was learnt together.

use platform::db::Tx;
use platform::web::Nope;

use super::model::Assessment;
use super::sql;
use crate::act::Acting;
use crate::caseload::acts::mark_assessed;
use crate::caseload::{Case, Refusal, State};

/// Why an assessment was not saved; nothing of it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unsaved {
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Somebody saved another version meanwhile.
    #[error("changed meanwhile")]
    Stale,
}

/// Keeps an assessment over the version it was made from, `0` for the first; with the first one
/// the case becomes active.
///
/// # Errors
/// [`Unsaved::Refused`] before the first contact and after the closing, [`Unsaved::Stale`] when
/// `version` is no longer the one stored: the caller then drops the transaction.
pub async fn save(
    tx: &mut Tx,
    acting: &Acting<'_>,
    case: Case,
    assessment: &Assessment,
    version: i64,
) -> Result<Result<(), Unsaved>, Nope> {
    let Some(by) = acting.account() else { return Err(Nope::NotFound) };
    let id = case.id;
    if !matches!(case.state, State::Active | State::Paused { .. })
        && let Err(refusal) = mark_assessed(tx, acting, case).await?
    {
        return Ok(Err(refusal.into()));
    }
    let written = sql::save(tx, id, assessment, version, by, acting.now).await?;
    Ok(if written { Ok(()) } else { Err(Unsaved::Stale) })
}
