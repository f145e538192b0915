//! Opening a check, saying what was done, and the letters until somebody does.

use jiff::{SignedDuration, Timestamp};
use kernel::id::{AccountId, ScreeningId, SiteId};
use kernel::role::Role;
use platform::accounts;
use platform::app::App;
use platform::audit::{Action, Who};
use platform::db::{DbError, Tx};
use platform::jobs::{self, JobError, JobKind, JobResult};
use platform::web::Nope;

use super::model::{Check, Done};
use super::sql;
use crate::act::Acting;
use crate::screening::model::{Filled, Screening};
use crate::words::Words;

/// Whoever was called away has come back by then.
const FIRST_LETTER: SignedDuration = SignedDuration::from_hours(1);
const EACH: SignedDuration = SignedDuration::from_hours(24);
/// After that, letters would only be thrown away; the check stays on the pages.
const LETTERS_FOR: SignedDuration = SignedDuration::from_hours(7 * 24);

const REMIND: &str = "safety.remind";
pub(crate) const JOBS: [JobKind; 1] = [JobKind { name: REMIND, run }];

/// Opens a check if an answer rings.
///
/// # Errors
/// [`DbError`] of the store.
pub(in crate::screening) async fn open(
    tx: &mut Tx,
    screening: &Screening,
    filled: &[Filled],
    now: Timestamp,
) -> Result<(), DbError> {
    if filled.iter().all(|one| one.instrument.alarms(&one.answers).is_empty()) {
        return Ok(());
    }
    sql::insert(tx, screening.id, now).await?;
    jobs::schedule(tx, REMIND, &screening.id.to_string(), now + FIRST_LETTER).await
}

/// Where to go once a screening is kept: to its check first, if there is one.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn after(tx: &mut Tx, screening: ScreeningId, otherwise: String) -> Result<String, DbError> {
    Ok(if sql::is_open(tx, screening).await? { format!("/securite/{screening}") } else { otherwise })
}

/// Keeps what was done; whoever coordinates reads at once of what was handed over.
///
/// # Errors
/// [`Nope::NotFound`] when somebody said it before; the store's.
pub(super) async fn say(
    tx: &mut Tx,
    acting: &Acting<'_>,
    check: &Check,
    (done, note): (Done, Option<&str>),
) -> Result<(), Nope> {
    let by = acting.account().ok_or(Nope::NotFound)?;
    if !sql::say(tx, check.screening, (done, note), (by, acting.now)).await? {
        return Err(Nope::NotFound);
    }
    if done == Done::HandedOver {
        write(tx, acting, check.screening, (check.site, check.asked_by)).await?;
    }
    Ok(acting.trace(tx, Action::Answered, check.screening, check.site).await?)
}

fn run<'a>(app: &'a App, tx: &'a mut Tx, payload: &'a str) -> JobResult<'a> {
    Box::pin(async move {
        let id: ScreeningId = payload.parse().map_err(|_| JobError::Payload)?;
        let Some((site, by, opened_at)) = sql::still_open(tx, id).await? else { return Ok(()) };
        let acting = Acting::new(app, Who::TimePassing);
        write(tx, &acting, id, (site, by)).await?;
        if acting.now.as_second() < opened_at.saturating_add(LETTERS_FOR.as_secs()) {
            jobs::schedule(tx, REMIND, payload, acting.now + EACH).await?;
        }
        Ok(())
    })
}

/// To whoever put the questions, and to their coordinators.
async fn write(
    tx: &mut Tx,
    acting: &Acting<'_>,
    screening: ScreeningId,
    (site, by): (SiteId, Option<AccountId>),
) -> Result<(), DbError> {
    let coordinators = accounts::holding(tx, site, Role::Coordinator).await?;
    let mut readers: Vec<AccountId> = coordinators.into_iter().map(|(id, _)| id).chain(by).collect();
    readers.sort_unstable();
    readers.dedup();
    let link = acting.app.settings().address(format_args!("/securite/{screening}"));
    for reader in readers {
        let letter = |w: &Words| (w.safety_mail_subject(), w.safety_mail_body(link.as_str()));
        acting.write_to(tx, reader, letter).await?;
    }
    Ok(())
}
