//! Freezing, thawing, erasing.

use jiff::Timestamp;
use kernel::id::{PersonId, SiteId};
use platform::audit::{self, Action, Who};
use platform::db::{DbError, Tx};
use platform::jobs;
use platform::web::Nope;

use super::model::{Erasure, Frozen};
use super::{elsewhere, held, rows, sql};
use crate::act::Acting;
use crate::{caseload, connection, emergency, person, study};

/// Takes all rows of a person out of every query's reach.
///
/// # Errors
/// [`Nope::NotFound`] for nobody; the store's.
pub(super) async fn freeze(
    tx: &mut Tx,
    acting: &Acting<'_>,
    (person, site): (PersonId, SiteId),
    reason: &str,
) -> Result<(), Nope> {
    let Some(by) = acting.account() else { return Err(Nope::NotFound) };
    sql::hold(tx, person).await?;
    // What would have ended by itself ends now: nothing ends while it is frozen.
    emergency::end_all(tx, person, acting.now).await?;
    let name = person::find(tx, person).await?.ok_or(Nope::NotFound)?.addressed();
    let taken = rows::take(tx, person).await?;
    let content = serde_json::to_string(&taken).map_err(|error| Nope::Broken(error.to_string()))?;
    sql::freeze(tx, (person, site), (&name, reason), (by, acting.now), &content).await?;
    Ok(acting.trace(tx, Action::Frozen, person, site).await?)
}

/// Puts them back; what waited for a day that has gone is taken up now.
///
/// # Errors
/// The store's.
pub(super) async fn thaw(tx: &mut Tx, acting: &Acting<'_>, frozen: &Frozen) -> Result<(), Nope> {
    sql::hold(tx, frozen.person).await?;
    put_back(tx, frozen.person).await?;
    sql::thaw(tx, frozen.person).await?;
    for case in caseload::of_person(tx, frozen.person).await? {
        connection::take_up_again(tx, acting, case.id).await?;
    }
    Ok(acting.trace(tx, Action::Thawed, frozen.person, frozen.site).await?)
}

/// Who erases, and when.
#[derive(Clone, Copy, Debug)]
pub struct By {
    pub who: Who,
    pub now: Timestamp,
}

/// Erases a person from every table, frozen or not; who looked at them stays in the trail, by an id
/// that leads to nobody any more.
///
/// # Errors
/// The store's.
pub(super) async fn erase(
    tx: &mut Tx,
    By { who, now }: By,
    (person, site): (PersonId, SiteId),
    why: Erasure,
) -> Result<(), DbError> {
    sql::hold(tx, person).await?;
    if let Some(content) = sql::content(tx, person).await? {
        rows::put_back(tx, &rows::read(&content)?).await?;
        sql::thaw(tx, person).await?;
    }
    // With every record merged into theirs: an older copy of the store holds them apart.
    sql::keep_erasure(tx, (person, site), why, now).await?;
    study::leave(tx, person).await?;
    rows::remove(tx, person).await?;
    tx.wipe(held().map(|held| held.table).chain(["frozen"])).await?;
    jobs::schedule(tx, elsewhere::TELL, "", now).await?;
    audit::note(tx, who, Action::Erased, person, Some(site), now).await
}

/// The rows of somebody frozen where they were, for as long as the transaction lasts or for good.
pub(super) async fn put_back(tx: &mut Tx, person: PersonId) -> Result<(), Nope> {
    let content = sql::content(tx, person).await?.ok_or(Nope::NotFound)?;
    Ok(rows::put_back(tx, &rows::read(&content)?).await?)
}
