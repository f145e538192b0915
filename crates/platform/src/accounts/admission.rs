//! Letting somebody into a team, sending them a new link, and ending it: each one transaction that
//! leaves one entry in the trail.

use kernel::Lang;
use kernel::id::{AccountId, SiteId};
use kernel::role::Role;

use super::sql::{self, Holder, NewAccount};
use super::{invitation, sessions};
use crate::app::App;
use crate::audit::{self, Action, Who};
use crate::db::{DbError, Tx};
use crate::web::nope::Nope;

/// What became of somebody asked into a team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admitted {
    /// A link is on its way, behind which they choose their pass phrase.
    Invited,
    /// They sign in as before, and find one team more.
    Joined,
    /// Nothing was done: they are that in the team already.
    Already(AccountId, Role),
}

/// Lets somebody into a team by their address: a new account, a closed one that is opened again
/// without its old phrase, or one more team for an account that is open.
///
/// # Errors
/// [`Nope::Changed`] when somebody else invited the same address at the same moment; the store's.
pub async fn admit(
    tx: &mut Tx,
    app: &App,
    who: Who,
    new: &NewAccount,
    (site, role): (SiteId, Role),
    lang: Lang,
) -> Result<Admitted, Nope> {
    let holder = hold(tx, app, new).await?;
    if let Some(role) = sql::role_at(tx, holder.id, site).await? {
        return Ok(Admitted::Already(holder.id, role));
    }
    sql::join(tx, holder.id, site, role).await.map_err(meanwhile)?;
    audit::note(tx, who, Action::Created, holder.id, Some(site), app.clock().now()).await?;
    if holder.has_way_in {
        return Ok(Admitted::Joined);
    }
    invitation::invite(tx, app, holder.id, &new.email, lang).await?;
    Ok(Admitted::Invited)
}

/// The open account of an address, made or opened again where there is none.
async fn hold(tx: &mut Tx, app: &App, new: &NewAccount) -> Result<Holder, Nope> {
    match sql::hold(tx, &new.email).await? {
        Some(holder) if holder.is_closed => {
            sql::reopen(tx, holder.id, &new.name).await?;
            Ok(Holder { has_way_in: false, is_closed: false, ..holder })
        }
        Some(holder) => Ok(holder),
        None => {
            sql::insert(tx, new, app.clock().now()).await.map_err(meanwhile)?;
            Ok(Holder { id: new.id, has_way_in: false, is_closed: false })
        }
    }
}

/// Sends a member of a team a link to choose a pass phrase: the first one, or another.
///
/// # Errors
/// [`Nope::NotFound`] when nobody of that id is in the team; the store's.
pub async fn renew(
    tx: &mut Tx,
    app: &App,
    who: Who,
    (id, site): (AccountId, SiteId),
    lang: Lang,
) -> Result<(), Nope> {
    let account = sql::find(tx, id).await?.ok_or(Nope::NotFound)?;
    if !account.memberships.iter().any(|membership| membership.site_id == site) {
        return Err(Nope::NotFound);
    }
    let lang = account.lang.unwrap_or(lang);
    match sql::credentials(tx, &account.email).await? {
        Some((_, Some(_))) => invitation::send_new_link(tx, app, id, &account.email, lang).await?,
        _ => invitation::invite(tx, app, id, &account.email, lang).await?,
    }
    Ok(audit::note(tx, who, Action::Sent, id, Some(site), app.clock().now()).await?)
}

/// Ends what somebody is in a team. Other teams are not concerned; without any, the account is
/// closed and its sessions end.
///
/// # Errors
/// [`Nope::NotFound`] when nobody of that id is in the team; the store's.
pub(super) async fn release(
    tx: &mut Tx,
    app: &App,
    who: Who,
    (id, site): (AccountId, SiteId),
) -> Result<(), Nope> {
    let now = app.clock().now();
    if !sql::leave(tx, id, site).await? {
        return Err(Nope::NotFound);
    }
    if sql::close_without_team(tx, id, now).await? {
        sessions::end_all(tx, id).await?;
    }
    Ok(audit::note(tx, who, Action::Changed, id, Some(site), now).await?)
}

fn meanwhile(error: DbError) -> Nope {
    if error.is_taken() { Nope::Changed } else { Nope::Store(error) }
}
