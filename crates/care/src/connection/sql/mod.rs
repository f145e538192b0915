//! The tables of connections and attendances.

mod rows;

use std::collections::HashMap;

use jiff::civil::Date;
use kernel::coded::Coded;
use kernel::contact::Email;
use kernel::id::{AccountId, CaseId, ConnectionId, EventId};
use platform::db::{DbError, Engine, Tx, Value};
use uuid::Uuid;

use rows::Row;

use super::model::{Connection, State};
use super::parts::{Going, Meeting, Shared};
use crate::act::Acting;
use crate::referral::model::DeclineReason;

/// Whoever asks the same resource next waits until this transaction has ended.
pub(super) async fn hold(tx: &mut Tx, resource: &str) -> Result<(), DbError> {
    // SQLite's only writer takes turns by itself.
    if tx.engine() == Engine::Postgres {
        let key = format!("connection {resource}");
        tx.run("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", &[key.into()]).await?;
    }
    Ok(())
}

/// # Errors
/// [`DbError`] of the store.
pub async fn insert(tx: &mut Tx, connection: &Connection) -> Result<(), DbError> {
    let offer = &connection.offer;
    tx.run(
        "INSERT INTO connection (id, case_id, resource_id, resource_name, organization_name, state, proposed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &[
            connection.id.into(),
            connection.case_id.into(),
            offer.resource_id.as_str().into(),
            offer.resource_name.as_str().into(),
            offer.organization_name.as_str().into(),
            connection.state.code().into(),
            connection.proposed_at.into(),
        ],
    )
    .await?;
    Ok(())
}

/// A connection of a case that was opened first: who may open it is the case's to say.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn find(tx: &mut Tx, case: CaseId, id: ConnectionId) -> Result<Option<Connection>, DbError> {
    Ok(any(tx, id).await?.filter(|connection| connection.case_id == case))
}

/// Any connection: for time passing and for signed links, which no account asks for.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn any(tx: &mut Tx, id: ConnectionId) -> Result<Option<Connection>, DbError> {
    let row: Option<Row> = tx
        .maybe(
            "SELECT id, case_id, resource_id, resource_name, organization_name, referral_email, state, proposed_at,
                    asked_at, answered_at, reminded_at, shared, likes, waiting_until, reason, organization_words,
                    first_meeting_on, meeting_place, meeting_contact, going, ended_at, version
             FROM connection WHERE id = $1",
            &[id.into()],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let days: Vec<(String,)> = tx
        .all("SELECT on_day FROM attendance WHERE connection_id = $1 ORDER BY on_day", &[id.into()])
        .await?;
    rows::connection(&row, days.into_iter().map(|(day,)| day)).map(Some)
}

/// Every connection of a case, newest first.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn of_case(tx: &mut Tx, case: CaseId) -> Result<Vec<Connection>, DbError> {
    let rows: Vec<Row> = tx
        .all(
            "SELECT id, case_id, resource_id, resource_name, organization_name, referral_email, state, proposed_at,
                    asked_at, answered_at, reminded_at, shared, likes, waiting_until, reason, organization_words,
                    first_meeting_on, meeting_place, meeting_contact, going, ended_at, version
             FROM connection WHERE case_id = $1 ORDER BY proposed_at DESC, id DESC",
            &[case.into()],
        )
        .await?;
    let days: Vec<(Uuid, String)> = tx
        .all(
            "SELECT a.connection_id, a.on_day FROM attendance a JOIN connection c ON c.id = a.connection_id
             WHERE c.case_id = $1",
            &[case.into()],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let own = days.iter().filter(|(id, _)| *id == row.id).map(|(_, day)| day.clone());
            rows::connection(row, own)
        })
        .collect()
}

/// Those of every case an account may open.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn of_caseload(tx: &mut Tx, viewer: AccountId) -> Result<Vec<Connection>, DbError> {
    let rows: Vec<Row> = tx
        .all(
            "SELECT l.id, l.case_id, l.resource_id, l.resource_name, l.organization_name, l.referral_email, l.state,
                    l.proposed_at, l.asked_at, l.answered_at, l.reminded_at, l.shared, l.likes, l.waiting_until,
                    l.reason, l.organization_words, l.first_meeting_on, l.meeting_place, l.meeting_contact, l.going,
                    l.ended_at, l.version
             FROM visible_case c JOIN connection l ON l.case_id = c.id WHERE c.viewer_id = $1",
            &[viewer.into()],
        )
        .await?;
    let attended: Vec<(Uuid, String)> = tx
        .all(
            "SELECT a.connection_id, a.on_day FROM visible_case c JOIN connection l ON l.case_id = c.id
             JOIN attendance a ON a.connection_id = l.id WHERE c.viewer_id = $1",
            &[viewer.into()],
        )
        .await?;
    let mut days: HashMap<Uuid, Vec<String>> = HashMap::new();
    for (id, day) in attended {
        days.entry(id).or_default().push(day);
    }
    rows.iter()
        .map(|row| rows::connection(row, days.remove(&row.id).unwrap_or_default().into_iter()))
        .collect()
}

/// Writes a connection back over the version it was read at; false when somebody else was faster.
/// What was arranged for the first meeting stays when the state moves on.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn update(tx: &mut Tx, connection: &Connection) -> Result<bool, DbError> {
    let written = tx
        .run(
            "UPDATE connection SET state = $3, asked_at = $4, reminded_at = $5, referral_email = $6, shared = $7,
                    likes = $8, answered_at = $9, ended_at = $10, waiting_until = $11, reason = $12,
                    organization_words = $13,
                    first_meeting_on = CASE WHEN $18 THEN $14 ELSE first_meeting_on END,
                    meeting_place = CASE WHEN $18 THEN $15 ELSE meeting_place END,
                    meeting_contact = CASE WHEN $18 THEN $16 ELSE meeting_contact END,
                    going = COALESCE($17, going), version = version + 1
             WHERE id = $1 AND version = $2",
            &values(connection),
        )
        .await?;
    Ok(written == 1)
}

/// Keeps one day the person came, once.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn insert_attendance(
    tx: &mut Tx,
    acting: &Acting<'_>,
    connection: ConnectionId,
    day: Date,
) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO attendance (id, connection_id, on_day, noted_by, noted_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (connection_id, on_day) DO NOTHING",
        &[EventId::new().into(), connection.into(), day.into(), acting.account().into(), acting.now.into()],
    )
    .await?;
    Ok(())
}

/// How often the person took part since the case was opened, wherever it was.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn attendances_of_case(tx: &mut Tx, case: CaseId) -> Result<i64, DbError> {
    let (count,): (i64,) = tx
        .one(
            "SELECT COUNT(*) FROM attendance a JOIN connection c ON c.id = a.connection_id WHERE c.case_id = $1",
            &[case.into()],
        )
        .await?;
    Ok(count)
}

/// Where the latest answered request about a resource was sent.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn answered_address(tx: &mut Tx, resource: &str) -> Result<Option<Email>, DbError> {
    let row: Option<(String,)> = tx
        .maybe(
            "SELECT referral_email FROM connection
             WHERE resource_id = $1 AND referral_email IS NOT NULL AND answered_at IS NOT NULL
             ORDER BY answered_at DESC, id DESC LIMIT 1",
            &[resource.into()],
        )
        .await?;
    Ok(row.and_then(|(text,)| Email::parse(&text)))
}

/// The places `$1`…`$18` of [`update`].
fn values(connection: &Connection) -> [Value; 18] {
    let request = connection.request.as_ref();
    let shared = request.map(|request| {
        let codes: Vec<&str> = request.shared.iter().copied().map(Shared::code).collect();
        codes.join(" ")
    });
    let told = Told::of(&connection.state);
    [
        connection.id.into(),
        connection.version.into(),
        connection.state.code().into(),
        request.map(|request| request.at).into(),
        request.and_then(|request| request.reminded_at).into(),
        request.and_then(|request| request.email.as_ref()).map(Email::as_str).into(),
        shared.into(),
        request.and_then(|request| request.likes.clone()).into(),
        connection.answered_at.into(),
        connection.ended_at.into(),
        told.until.into(),
        told.reason.map(DeclineReason::code).into(),
        told.words.into(),
        told.meeting.and_then(|meeting| meeting.on).into(),
        told.meeting.and_then(|meeting| meeting.place.as_deref()).into(),
        told.meeting.and_then(|meeting| meeting.contact.as_deref()).into(),
        told.going.map(Going::code).into(),
        told.meeting.is_some().into(),
    ]
}

/// The columns only some states fill.
#[derive(Default)]
struct Told<'a> {
    until: Option<Date>,
    reason: Option<DeclineReason>,
    words: Option<&'a str>,
    meeting: Option<&'a Meeting>,
    going: Option<Going>,
}

impl Told<'_> {
    fn of(state: &State) -> Told<'_> {
        match state {
            State::Proposed | State::Asked | State::Expired | State::TookPart | State::Settled => {
                Told::default()
            }
            State::Waitlisted { until } => Told { until: Some(*until), ..Told::default() },
            State::Accepted { meeting } => Told { meeting: Some(meeting), ..Told::default() },
            State::Introduced { meeting, going } => {
                Told { meeting: Some(meeting), going: Some(*going), ..Told::default() }
            }
            State::Declined { reason, words } => {
                Told { reason: Some(*reason), words: words.as_deref(), ..Told::default() }
            }
            State::Dropped { reason } => Told { reason: Some(*reason), ..Told::default() },
        }
    }
}
