//! Asking for a study's data, deciding, taking.

use kernel::id::{AccountId, SiteId, StudyExportId};
use kernel::role::Role;
use platform::accounts;
use platform::audit::Action;
use platform::db::{DbError, Tx};
use platform::web::Nope;

use crate::act::Acting;
use crate::study::export::{StudyExport, here};
use crate::study::following::Participant;
use crate::study::model::Study;
use crate::study::sql;
use crate::takes_two::{Refusal, Request, Taken};
use crate::words::Words;

/// Keeps a request, and writes to each who may decide on it.
///
/// # Errors
/// The store's.
pub(in crate::study) async fn ask(
    tx: &mut Tx,
    acting: &Acting<'_>,
    (study, site): (&Study, SiteId),
    reason: String,
) -> Result<(), Nope> {
    let by = acting.account().ok_or(Nope::NotFound)?;
    let request = Request::asked(by, acting.now, reason);
    let export = StudyExport { id: StudyExportId::new(), study: study.id, site, request };
    sql::exports::insert(tx, &export).await?;
    let link = acting.app.settings().address(here(study.id));
    for account in deciders(tx, &export).await? {
        let letter = |w: &Words| (w.mass_asked_subject(), w.study_export_asked_body(link.as_str()));
        acting.write_to(tx, account, letter).await?;
    }
    Ok(acting.trace(tx, Action::Created, study.id, site).await?)
}

/// Coordinators of the other teams and administrators of any, but for who asks.
///
/// # Errors
/// [`DbError`] of the store.
pub(in crate::study) async fn deciders(tx: &mut Tx, export: &StudyExport) -> Result<Vec<AccountId>, DbError> {
    let mut deciders = Vec::new();
    for team in sql::teams::of_study(tx, export.study).await? {
        if team.is_taking_part == Some(true) {
            deciders.extend(accounts::holding(tx, team.site, Role::Administrator).await?);
            if team.site != export.site {
                deciders.extend(accounts::holding(tx, team.site, Role::Coordinator).await?);
            }
        }
    }
    let mut deciders: Vec<AccountId> = deciders.into_iter().map(|(account, _)| account).collect();
    deciders.retain(|account| *account != export.request.asked_by);
    deciders.sort_unstable();
    deciders.dedup();
    Ok(deciders)
}

/// What becomes of it, and tells who asked.
///
/// # Errors
/// [`Refusal`] inside; the store's outside.
pub(in crate::study) async fn decide(
    tx: &mut Tx,
    acting: &Acting<'_>,
    export: &StudyExport,
    is_granted: bool,
) -> Result<Result<(), Refusal>, Nope> {
    let by = acting.account().ok_or(Nope::NotFound)?;
    let decision = match export.request.decided(by, acting.now, is_granted) {
        Ok(decision) => decision,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if !sql::exports::decide(tx, export.id, decision).await? {
        return Ok(Err(Refusal::NotAskedAnyMore));
    }
    let link = acting.app.settings().address(here(export.study));
    let letter = |w: &Words| (w.mass_decided_subject(), w.study_export_decided_body(link.as_str()));
    acting.write_to(tx, export.request.asked_by, letter).await?;
    let action = if is_granted { Action::Granted } else { Action::Refused };
    acting.trace(tx, action, export.study, export.site).await?;
    Ok(Ok(()))
}

/// Notes each person whose answers leave, and that they did.
///
/// # Errors
/// [`DbError`] of the store.
pub(in crate::study) async fn take(
    tx: &mut Tx,
    acting: &Acting<'_>,
    export: &StudyExport,
    leaving: &[&Participant],
) -> Result<(), DbError> {
    for participant in leaving {
        let (person, site) = (participant.candidate.person, participant.candidate.site);
        acting.trace(tx, Action::Used, person, site).await?;
    }
    acting.trace(tx, Action::TakenOut, export.study, export.site).await?;
    let persons = i64::try_from(leaving.len()).unwrap_or(i64::MAX);
    sql::exports::take(tx, export.id, Taken { at: acting.now, persons }).await
}
