//! Opening a file in an emergency, and ending it.

use jiff::SignedDuration;
use kernel::id::{AccountId, CaseId, EventId};
use kernel::role::Role;
use platform::accounts;
use platform::app::App;
use platform::audit::Action;
use platform::db::{DbError, Tx};
use platform::jobs::{self, JobError, JobKind, JobResult};
use platform::web::Nope;

use super::sql::{self, Sought};
use crate::act::Acting;
use crate::words::Words;

/// A working day and its evening.
pub const LASTS: SignedDuration = SignedDuration::from_hours(12);

const END: &str = "emergency.end";
pub(crate) const JOBS: [JobKind; 1] = [JobKind { name: END, run }];

/// Opens it, and tells whoever should know; their letters name nobody.
///
/// # Errors
/// The store's.
pub(super) async fn open(
    tx: &mut Tx,
    acting: &Acting<'_>,
    sought: Sought,
    reason: &str,
) -> Result<CaseId, Nope> {
    let Some(by) = acting.account() else { return Err(Nope::NotFound) };
    let id = EventId::new();
    sql::insert(tx, id, sought.case, by, reason, acting.now).await?;
    acting.trace(tx, Action::OpenedInEmergency, sought.case, sought.site).await?;
    jobs::schedule(tx, END, &id.to_string(), acting.now + LASTS).await?;
    let coordinators = accounts::holding(tx, sought.site, Role::Coordinator).await?;
    let told = coordinators.into_iter().map(|(id, _)| id).chain(sought.link_worker);
    for account in told {
        tell(tx, acting, account, by).await?;
    }
    Ok(sought.case)
}

async fn tell(tx: &mut Tx, acting: &Acting<'_>, to: AccountId, by: AccountId) -> Result<(), DbError> {
    let Some(name) = accounts::name_of(tx, by).await? else { return Ok(()) };
    let link = acting.app.settings().address("/equipe/urgences");
    let letter =
        |w: &Words| (w.emergency_mail_subject(), w.emergency_mail_body(name.as_str(), link.as_str()));
    acting.write_to(tx, to, letter).await
}

fn run<'a>(app: &'a App, tx: &'a mut Tx, payload: &'a str) -> JobResult<'a> {
    Box::pin(async move {
        let id: EventId = payload.parse().map_err(|_| JobError::Payload)?;
        Ok(sql::end(tx, id, app.clock().now()).await?)
    })
}
