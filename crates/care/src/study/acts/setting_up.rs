//! Writing a study down, changing what it says, taking it from step to step.

use kernel::id::{SiteId, StudyId};
use kernel::rng;
use platform::audit::Action;
use platform::db::Tx;
use platform::web::Nope;

use crate::act::Acting;
use crate::study::model::{Protocol, Refusal, Stage, Study};
use crate::study::sql;

/// Why a change is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::study) enum Unsaved {
    /// Somebody else changed it since it was shown.
    Stale,
    /// Somebody takes part, and it is not said why it changes.
    NoReason,
    /// Nothing is written any more.
    Ended,
}

/// Keeps a draft; the team that writes it takes part.
///
/// # Errors
/// The store's.
pub(in crate::study) async fn create(
    tx: &mut Tx,
    acting: &Acting<'_>,
    site: SiteId,
    (prefix, protocol): (String, Protocol),
) -> Result<StudyId, Nope> {
    let by = acting.account().ok_or(Nope::NotFound)?;
    let study = Study { id: StudyId::new(), site, prefix, stage: Stage::Draft, protocol, version: 1 };
    sql::studies::insert(tx, &study, (by, acting.now)).await?;
    sql::teams::invite(tx, (study.id, site), (by, acting.now), seed()?).await?;
    sql::teams::answer(tx, (study.id, site), (by, acting.now), true).await?;
    acting.trace(tx, Action::Created, study.id, site).await?;
    Ok(study.id)
}

/// Writes a new version, made from one that was shown.
///
/// # Errors
/// [`Unsaved`] inside; the store's outside.
pub(in crate::study) async fn change(
    tx: &mut Tx,
    acting: &Acting<'_>,
    study: &Study,
    (prefix, protocol): (&str, &Protocol),
    (version, reason): (i64, Option<&str>),
) -> Result<Result<(), Unsaved>, Nope> {
    let by = acting.account().ok_or(Nope::NotFound)?;
    if study.stage.ended_at().is_some() {
        return Ok(Err(Unsaved::Ended));
    }
    if study.version != version {
        return Ok(Err(Unsaved::Stale));
    }
    let has_participants = sql::candidates::has_participants(tx, study.id).await?;
    if has_participants && reason.is_none() && !protocol.means_the_same_as(&study.protocol) {
        return Ok(Err(Unsaved::NoReason));
    }
    let next = (version.saturating_add(1), protocol);
    if !sql::protocols::insert(tx, study.id, next, reason, (by, acting.now)).await? {
        return Ok(Err(Unsaved::Stale));
    }
    if !has_participants {
        sql::studies::rename(tx, study.id, prefix).await?;
    }
    acting.trace(tx, Action::Changed, study.id, study.site).await?;
    Ok(Ok(()))
}

/// Opens it, closes it to enrolment, ends it.
///
/// # Errors
/// [`Refusal`] inside; the store's outside.
pub(in crate::study) async fn step(
    tx: &mut Tx,
    acting: &Acting<'_>,
    study: &Study,
    to: Result<Stage, Refusal>,
) -> Result<Result<(), Refusal>, Nope> {
    let to = match to {
        Ok(to) => to,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if !sql::studies::step(tx, study.id, study.stage, to).await? {
        return Ok(Err(Refusal::NotNow));
    }
    acting.trace(tx, Action::Changed, study.id, study.site).await?;
    Ok(Ok(()))
}

/// What a team's blocks are drawn from.
pub(super) fn seed() -> Result<i64, Nope> {
    let secret = rng::secret().map_err(|error| Nope::Broken(error.to_string()))?;
    Ok(secret.first_chunk().map_or(0, |bytes| i64::from_le_bytes(*bytes)))
}
