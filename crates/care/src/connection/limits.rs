//! What an organisation lets be asked of it, and what a failed request tells of its entry.

use directory::resource::{self, Resource, ResourceId};
use directory::verification;
use kernel::clock::{in_france, start_of};
use kernel::id::CaseId;
use platform::db::Tx;
use platform::web::Nope;

use super::model::{Connection, Refusal};
use super::{rules, sql};
use crate::act::Acting;
use crate::matching;

/// Why nothing may be asked of it now; `None` also for one the directory no longer has. Whoever
/// asks next waits until this transaction has ended, and then counts its request.
///
/// # Errors
/// The store's.
pub(super) async fn refused(
    tx: &mut Tx,
    acting: &Acting<'_>,
    case: CaseId,
    connection: &Connection,
) -> Result<Option<Refusal>, Nope> {
    let Some(resource) = offered(tx, connection).await? else { return Ok(None) };
    let today = in_france(acting.now).date();
    if resource.ties.pause_on(today).is_some() {
        return Ok(Some(Refusal::Paused));
    }
    if resource.ties.most_at_once.is_none() && resource.ties.most_a_month.is_none() {
        return Ok(None);
    }
    sql::hold(tx, &connection.offer.resource_id).await?;
    let asked = matching::asked(tx, start_of(today.first_of_month()), case).await?;
    let of_this = asked.get(resource.id.as_str()).copied().unwrap_or_default();
    Ok(matching::rules::spent(&resource, of_this).map(|_| Refusal::EnoughAsked))
}

/// Tells the directory, when what it says may have been wrong.
///
/// # Errors
/// The store's.
pub(super) async fn doubt(tx: &mut Tx, acting: &Acting<'_>, ended: &Connection) -> Result<(), Nope> {
    let (Some(why), Ok(id)) = (rules::doubt_of(ended), ResourceId::parse(&ended.offer.resource_id)) else {
        return Ok(());
    };
    Ok(verification::doubt(tx, &id, why, acting.now).await?)
}

/// What the directory says of it now.
pub(super) async fn offered(tx: &mut Tx, connection: &Connection) -> Result<Option<Resource>, Nope> {
    let Ok(id) = ResourceId::parse(&connection.offer.resource_id) else { return Ok(None) };
    Ok(resource::find(tx, &id).await?.map(|(resource, _)| resource))
}
