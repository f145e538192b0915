//! What time does to a connection: a reminder at ten days, an end at thirty, and a word on the day
//! a waiting list was to open.

use jiff::civil::Date;
use kernel::clock::in_france;
use kernel::id::{CaseId, ConnectionId};
use platform::app::App;
use platform::audit::{Action, Who};
use platform::db::{DbError, Tx};
use platform::jobs::{self, JobError, JobKind, JobResult};
use platform::web::Nope;

use super::acts::{self, Done};
use super::mails::Letter;
use super::model::{Connection, EXPIRY, REMINDER, Refusal, State};
use super::{limits, rules, sql, telling};
use crate::act::Acting;
use crate::caseload::{self, Case, EventKind};
use crate::referral::news::{self, News};

pub const JOBS: [JobKind; 3] = [
    JobKind { name: "connection.remind", run: run_remind },
    JobKind { name: "connection.expire", run: run_expire },
    JobKind { name: "connection.ask_again", run: run_ask_again },
];

/// The second letter, with the same link; not once the organisation answered or the person
/// withdrew their consent.
///
/// # Errors
/// The store's.
pub async fn remind(tx: &mut Tx, acting: &Acting<'_>, case: &Case, connection: Connection) -> Done {
    if let Some(refusal) = silenced(tx, case, &connection).await? {
        return Ok(Err(refusal));
    }
    match connection.reminded(acting.now) {
        Ok(next) => Ok(Ok(write_again(tx, acting, case, next, Letter::Reminder).await?)),
        Err(refusal) => Ok(Err(refusal)),
    }
}

/// Thirty days of silence end the request.
///
/// # Errors
/// The store's.
pub async fn expire(tx: &mut Tx, acting: &Acting<'_>, case: &Case, connection: Connection) -> Done {
    match connection.expired(acting.now) {
        Ok(next) => {
            acting.trace(tx, Action::Changed, next.id, case.site_id).await?;
            limits::doubt(tx, acting, &next).await?;
            news::tell(tx, acting, case.referral_id, News::LooksElsewhere).await?;
            Ok(Ok(acts::keep(tx, acting, next, EventKind::Expired).await?))
        }
        Err(refusal) => Ok(Err(refusal)),
    }
}

/// Asks again, on the day a waiting list was to open.
///
/// # Errors
/// The store's.
pub async fn ask_again(tx: &mut Tx, acting: &Acting<'_>, case: &Case, connection: Connection) -> Done {
    if let Some(refusal) = silenced(tx, case, &connection).await? {
        return Ok(Err(refusal));
    }
    match connection.state {
        // A later day was given meanwhile; another job waits for it.
        State::Waitlisted { until } if until > in_france(acting.now).date() => Ok(Err(Refusal::NotNow)),
        State::Waitlisted { .. } => Ok(Ok(write_again(tx, acting, case, connection, Letter::Waiting).await?)),
        _ => Ok(Err(Refusal::NotNow)),
    }
}

pub(super) async fn schedule_after_asking(
    tx: &mut Tx,
    acting: &Acting<'_>,
    connection: &Connection,
) -> Result<(), DbError> {
    let id = connection.id.to_string();
    if connection.is_asked_by_letter() {
        jobs::schedule(tx, "connection.remind", &id, acting.now + REMINDER).await?;
    }
    jobs::schedule(tx, "connection.expire", &id, acting.now + EXPIRY).await
}

pub(super) async fn schedule_after_waiting(
    tx: &mut Tx,
    connection: &Connection,
    until: Date,
) -> Result<(), DbError> {
    jobs::schedule(tx, "connection.ask_again", &connection.id.to_string(), rules::asked_again_at(until)).await
}

/// What would have happened while a person was frozen is planned again for each tie that waits.
///
/// # Errors
/// The store's.
pub(crate) async fn take_up_again(tx: &mut Tx, acting: &Acting<'_>, case: CaseId) -> Result<(), DbError> {
    for connection in sql::of_case(tx, case).await? {
        match &connection.state {
            State::Asked => schedule_after_asking(tx, acting, &connection).await?,
            State::Waitlisted { until } => schedule_after_waiting(tx, &connection, *until).await?,
            _ => {}
        }
    }
    Ok(())
}

async fn write_again(
    tx: &mut Tx,
    acting: &Acting<'_>,
    case: &Case,
    next: Connection,
    letter: Letter,
) -> Result<Connection, Nope> {
    acting.trace(tx, Action::Sent, next.id, case.site_id).await?;
    telling::write_to_organization(tx, acting, case, &next, letter).await?;
    acts::keep(tx, acting, next, EventKind::Reminded).await
}

/// Why no letter may leave, if so.
async fn silenced(tx: &mut Tx, case: &Case, connection: &Connection) -> Result<Option<Refusal>, Nope> {
    if !case.is_open() {
        return Ok(Some(Refusal::CaseClosed));
    }
    if !connection.is_asked_by_letter() {
        return Ok(Some(Refusal::NotNow));
    }
    let stands = telling::consent_stands(tx, case, connection).await?;
    Ok((!stands).then_some(Refusal::NoConsent))
}

fn run_remind<'a>(app: &'a App, tx: &'a mut Tx, payload: &'a str) -> JobResult<'a> {
    Box::pin(async move {
        let Some((acting, case, connection)) = of_job(app, tx, payload).await? else { return Ok(()) };
        settled(remind(tx, &acting, &case, connection).await)
    })
}

fn run_expire<'a>(app: &'a App, tx: &'a mut Tx, payload: &'a str) -> JobResult<'a> {
    Box::pin(async move {
        let Some((acting, case, connection)) = of_job(app, tx, payload).await? else { return Ok(()) };
        settled(expire(tx, &acting, &case, connection).await)
    })
}

fn run_ask_again<'a>(app: &'a App, tx: &'a mut Tx, payload: &'a str) -> JobResult<'a> {
    Box::pin(async move {
        let Some((acting, case, connection)) = of_job(app, tx, payload).await? else { return Ok(()) };
        settled(ask_again(tx, &acting, &case, connection).await)
    })
}

/// What a job is about; nothing for a person who was erased meanwhile, or is frozen.
async fn of_job<'a>(
    app: &'a App,
    tx: &mut Tx,
    payload: &str,
) -> Result<Option<(Acting<'a>, Case, Connection)>, JobError> {
    let id: ConnectionId = payload.parse().map_err(|_| JobError::Payload)?;
    let Some(connection) = sql::any(tx, id).await? else { return Ok(None) };
    let Some(case) = caseload::find(tx, connection.case_id).await? else { return Ok(None) };
    Ok(Some((Acting::new(app, Who::TimePassing), case, connection)))
}

/// A refusal means that somebody was faster than time: there is nothing left to do.
fn settled(done: Done) -> Result<(), JobError> {
    match done {
        Ok(Ok(_) | Err(_)) => Ok(()),
        Err(Nope::Store(error)) => Err(JobError::Db(error)),
        Err(other) => Err(JobError::Other(other.to_string())),
    }
}
