//! What people do about a connection. What time does is in [`super::time`].

use jiff::civil::Date;
use kernel::clock::in_france;
use kernel::contact::Email;
use platform::audit::Action;
use platform::db::Tx;
use platform::web::Nope;

use directory::organization;
use directory::resource::{self, ResourceId};

use super::mails::Letter;
use super::model::{Connection, Refusal, State};
use super::parts::{Answer, Going, Meeting, Offer, Request, Shared};
use super::telling::{self, Agreement};
use super::{limits, rules, sql, time};
use crate::act::Acting;
use crate::caseload::acts::must_be_written;
use crate::caseload::{self, Case, EventKind, Outcome};
use crate::consent::{self, Purpose};
use crate::referral::model::DeclineReason;
use crate::referral::news::{self, News};

/// What an act leaves: the connection as it now stands, or why it stays as it was.
pub type Done = Result<Result<Connection, Refusal>, Nope>;

/// Keeps a resource as one to try.
///
/// # Errors
/// [`Nope::NotFound`] for a resource the directory does not have, or no longer.
pub async fn propose(tx: &mut Tx, acting: &Acting<'_>, case: &Case, id: &ResourceId) -> Done {
    let id = &resource::kept(tx, id).await?;
    let Some((resource, None)) = resource::find(tx, id).await? else { return Err(Nope::NotFound) };
    if !case.is_open() {
        return Ok(Err(Refusal::CaseClosed));
    }
    let of_case = sql::of_case(tx, case.id).await?;
    if of_case.iter().any(|known| known.is_open() && known.offer.resource_id == id.as_str()) {
        return Ok(Err(Refusal::AlreadyProposed));
    }
    let organization = organization::kept(tx, &resource.organization).await?;
    let organization = organization::find(tx, &organization).await?;
    let organization_name = organization.map_or_else(|| resource.name.clone(), |(found, _)| found.name);
    let offer =
        Offer { resource_id: id.as_str().to_owned(), resource_name: resource.name, organization_name };
    let connection = Connection::proposed(case.id, offer, acting.now);
    sql::insert(tx, &connection).await?;
    note(tx, acting, &connection, EventKind::Proposed).await?;
    Ok(Ok(connection))
}

/// Asks the organisation for a place, telling it what the person agreed to and nothing else: by
/// e-mail to that address, or by telephone without one.
///
/// # Errors
/// The store's.
pub async fn ask(
    tx: &mut Tx,
    acting: &Acting<'_>,
    case: &Case,
    connection: Connection,
    agreement: Agreement,
    to: Option<Email>,
) -> Done {
    if !case.is_open() {
        return Ok(Err(Refusal::CaseClosed));
    }
    if let Some(refusal) = limits::refused(tx, acting, case.id, &connection).await? {
        return Ok(Err(refusal));
    }
    let request = Request {
        at: acting.now,
        reminded_at: None,
        email: to,
        shared: agreement.shared.clone(),
        likes: agreement.likes.clone().filter(|_| agreement.shared.contains(&Shared::Likes)),
    };
    let asked = match connection.asked(request) {
        Ok(asked) => asked,
        Err(refusal) => return Ok(Err(refusal)),
    };
    telling::keep_consent(tx, acting, case, &asked, &agreement).await?;
    let asked = keep(tx, acting, asked, EventKind::Asked).await?;
    telling::write_to_organization(tx, acting, case, &asked, Letter::Request).await?;
    time::schedule_after_asking(tx, acting, &asked).await?;
    Ok(Ok(asked))
}

/// The organisation answers by its link, or by telephone and the link worker types it.
///
/// # Errors
/// The store's.
pub async fn answer(
    tx: &mut Tx,
    acting: &Acting<'_>,
    case: &Case,
    connection: Connection,
    answer: Answer,
) -> Done {
    if !case.is_open() {
        return Ok(Err(Refusal::CaseClosed));
    }
    let answered = match connection.answered(answer, acting.now) {
        Ok(answered) => answered,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if acting.account().is_none() {
        acting.trace(tx, Action::Answered, answered.id, case.site_id).await?;
    }
    let kind = match &answered.state {
        State::Declined { .. } => {
            limits::doubt(tx, acting, &answered).await?;
            news::tell(tx, acting, case.referral_id, News::LooksElsewhere).await?;
            EventKind::Declined
        }
        State::Waitlisted { until } => {
            time::schedule_after_waiting(tx, &answered, *until).await?;
            EventKind::Waitlisted
        }
        _ => EventKind::Accepted,
    };
    Ok(Ok(keep(tx, acting, answered, kind).await?))
}

/// How and when the person goes for the first time.
///
/// # Errors
/// The store's.
pub async fn introduce(
    tx: &mut Tx,
    acting: &Acting<'_>,
    connection: Connection,
    meeting: Meeting,
    going: Going,
) -> Done {
    match connection.introduced(meeting, going) {
        Ok(next) => Ok(Ok(keep(tx, acting, next, EventKind::Introduced).await?)),
        Err(refusal) => Ok(Err(refusal)),
    }
}

/// The person came that day. The prescriber hears of the first, third and sixth time over the
/// whole case.
///
/// # Errors
/// The store's.
pub async fn note_attendance(
    tx: &mut Tx,
    acting: &Acting<'_>,
    case: &Case,
    connection: Connection,
    day: Date,
) -> Done {
    let times = connection.attendances.len();
    let next = match connection.attended(day, in_france(acting.now).date()) {
        Ok(next) => next,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if next.attendances.len() == times {
        return Ok(Ok(next));
    }
    sql::insert_attendance(tx, acting, next.id, day).await?;
    let next = keep(tx, acting, next, EventKind::Attended).await?;
    let of_case = usize::try_from(sql::attendances_of_case(tx, case.id).await?).unwrap_or_default();
    if rules::TIMES_THAT_COUNT.contains(&of_case) {
        news::tell(tx, acting, case.referral_id, News::TookPart).await?;
    }
    Ok(Ok(next))
}

/// The person takes part on their own.
///
/// # Errors
/// The store's.
pub async fn settle(tx: &mut Tx, acting: &Acting<'_>, connection: Connection) -> Done {
    match connection.settled(acting.now) {
        Ok(next) => Ok(Ok(keep(tx, acting, next, EventKind::Settled).await?)),
        Err(refusal) => Ok(Err(refusal)),
    }
}

/// It goes no further; the reason is kept, and an organisation that kept a place is told.
///
/// # Errors
/// The store's.
pub async fn drop(
    tx: &mut Tx,
    acting: &Acting<'_>,
    case: &Case,
    connection: Connection,
    reason: DeclineReason,
) -> Done {
    if connection.is_open() {
        telling::tell_nobody_comes(tx, acting, case, &connection).await?;
    }
    match connection.dropped(reason, acting.now) {
        Ok(next) => {
            limits::doubt(tx, acting, &next).await?;
            Ok(Ok(keep(tx, acting, next, EventKind::Dropped).await?))
        }
        Err(refusal) => Ok(Err(refusal)),
    }
}

/// The person no longer agrees that this organisation knows of them: nothing more is sent, and a
/// request nobody answered yet ends.
///
/// # Errors
/// The store's.
pub async fn withdraw(tx: &mut Tx, acting: &Acting<'_>, case: &Case, connection: Connection) -> Done {
    let to = telling::recipient(&connection);
    if !consent::withdraw(tx, case.person_id, Purpose::Introduction, &to, acting.now).await? {
        return Ok(Err(Refusal::NoConsent));
    }
    if connection.awaits_answer() {
        return drop(tx, acting, case, connection, DeclineReason::NotInterested).await;
    }
    Ok(Ok(connection))
}

/// Ends what is still open when a case closes.
///
/// # Errors
/// The store's.
pub async fn end_with_case(
    tx: &mut Tx,
    acting: &Acting<'_>,
    case: &Case,
    outcome: Outcome,
) -> Result<(), Nope> {
    for connection in sql::of_case(tx, case.id).await?.into_iter().filter(Connection::is_open) {
        let done = if rules::ends_settled(&connection, outcome) {
            settle(tx, acting, connection).await?
        } else {
            drop(tx, acting, case, connection, rules::reason_of(outcome)).await?
        };
        done.map_err(|refusal| Nope::Broken(refusal.to_string()))?;
    }
    Ok(())
}

/// Writes a connection back, over the version it was read at, with a line in the case's thread.
pub(super) async fn keep(
    tx: &mut Tx,
    acting: &Acting<'_>,
    next: Connection,
    kind: EventKind,
) -> Result<Connection, Nope> {
    must_be_written(sql::update(tx, &next).await?)?;
    note(tx, acting, &next, kind).await?;
    Ok(Connection { version: next.version + 1, ..next })
}

async fn note(
    tx: &mut Tx,
    acting: &Acting<'_>,
    connection: &Connection,
    kind: EventKind,
) -> Result<(), Nope> {
    let detail = connection.offer.resource_name.as_str();
    let (case, id) = (connection.case_id, Some(connection.id));
    Ok(caseload::event::note(tx, acting, case, kind, id, Some(detail)).await?)
}
