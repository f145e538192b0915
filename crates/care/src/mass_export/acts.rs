//! Asking, deciding, taking.

use kernel::id::{AccountId, MassExportId, PersonId, SiteId};
use kernel::role::Role;
use platform::accounts;
use platform::audit::Action;
use platform::db::{DbError, Tx};
use platform::web::Nope;

use super::model::MassExport;
use super::{HERE, sql};
use crate::act::Acting;
use crate::takes_two::{Refusal, Request, Taken};
use crate::words::Words;

/// Keeps a request, and writes to each who may decide on it.
///
/// # Errors
/// The store's.
pub(super) async fn ask(tx: &mut Tx, acting: &Acting<'_>, site: SiteId, reason: String) -> Result<(), Nope> {
    let Some(by) = acting.account() else { return Err(Nope::NotFound) };
    let export =
        MassExport { id: MassExportId::new(), site, request: Request::asked(by, acting.now, reason) };
    sql::insert(tx, &export).await?;
    for (account, _) in deciders(tx, site, by).await? {
        tell(tx, acting, account, |w, link| (w.mass_asked_subject(), w.mass_asked_body(link))).await?;
    }
    Ok(acting.trace(tx, Action::Created, export.id, site).await?)
}

/// Whoever answers for a team's data, but for who asks.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn deciders(
    tx: &mut Tx,
    site: SiteId,
    but: AccountId,
) -> Result<Vec<(AccountId, String)>, DbError> {
    let mut deciders = accounts::holding(tx, site, Role::Coordinator).await?;
    deciders.extend(accounts::holding(tx, site, Role::Administrator).await?);
    deciders.retain(|(account, _)| *account != but);
    deciders.sort();
    deciders.dedup();
    Ok(deciders)
}

/// What becomes of it, and tells who asked.
///
/// # Errors
/// [`Refusal`] inside; the store's outside.
pub(super) async fn decide(
    tx: &mut Tx,
    acting: &Acting<'_>,
    export: &MassExport,
    is_granted: bool,
) -> Result<Result<(), Refusal>, Nope> {
    let Some(by) = acting.account() else { return Err(Nope::NotFound) };
    let decision = match export.request.decided(by, acting.now, is_granted) {
        Ok(decision) => decision,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if !sql::decide(tx, export.id, decision).await? {
        return Ok(Err(Refusal::NotAskedAnyMore));
    }
    let told = |w: &Words, link: &str| {
        let body = if is_granted { w.mass_granted_body(link) } else { w.mass_refused_body(link) };
        (w.mass_decided_subject(), body)
    };
    tell(tx, acting, export.request.asked_by, told).await?;
    let action = if is_granted { Action::Granted } else { Action::Refused };
    acting.trace(tx, action, export.id, export.site).await?;
    Ok(Ok(()))
}

/// Whose copies leave, each noted.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn take(
    tx: &mut Tx,
    acting: &Acting<'_>,
    export: &MassExport,
) -> Result<Vec<PersonId>, DbError> {
    let persons = sql::persons(tx, export.site).await?;
    for person in &persons {
        acting.trace(tx, Action::TakenOut, *person, export.site).await?;
    }
    let count = i64::try_from(persons.len()).unwrap_or(i64::MAX);
    sql::take(tx, export.id, Taken { at: acting.now, persons: count }).await?;
    Ok(persons)
}

/// A letter that names nobody.
async fn tell(
    tx: &mut Tx,
    acting: &Acting<'_>,
    to: AccountId,
    letter: impl Fn(&Words, &str) -> (String, String),
) -> Result<(), DbError> {
    let link = acting.app.settings().address(HERE);
    acting.write_to(tx, to, |w| letter(w, &link)).await
}
