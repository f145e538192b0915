//! A stored connection back into one that can be.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::coded::Coded;
use kernel::contact::Email;
use kernel::id::{CaseId, ConnectionId};
use platform::db::DbError;
use sqlx::FromRow;
use uuid::Uuid;

use super::super::model::{Connection, State};
use super::super::parts::{Going, Meeting, Offer, Request, Shared};
use crate::referral::model::DeclineReason;

#[derive(FromRow)]
pub(super) struct Row {
    pub(super) id: Uuid,
    case_id: Uuid,
    resource_id: String,
    resource_name: String,
    organization_name: String,
    referral_email: Option<String>,
    state: String,
    proposed_at: i64,
    asked_at: Option<i64>,
    answered_at: Option<i64>,
    reminded_at: Option<i64>,
    shared: Option<String>,
    likes: Option<String>,
    waiting_until: Option<String>,
    reason: Option<String>,
    organization_words: Option<String>,
    first_meeting_on: Option<String>,
    meeting_place: Option<String>,
    meeting_contact: Option<String>,
    going: Option<String>,
    ended_at: Option<i64>,
    version: i64,
}

pub(super) fn connection(row: &Row, days: impl Iterator<Item = String>) -> Result<Connection, DbError> {
    let attendances: Option<BTreeSet<Date>> = days.map(|day| day.parse().ok()).collect();
    Ok(Connection {
        id: ConnectionId(row.id),
        case_id: CaseId(row.case_id),
        offer: Offer {
            resource_id: row.resource_id.clone(),
            resource_name: row.resource_name.clone(),
            organization_name: row.organization_name.clone(),
        },
        proposed_at: moment(row, "proposed_at", Some(row.proposed_at))?
            .ok_or_else(|| impossible(row, "proposed_at"))?,
        state: state(row)?,
        request: request(row)?,
        answered_at: moment(row, "answered_at", row.answered_at)?,
        attendances: attendances.ok_or_else(|| impossible(row, "on_day"))?,
        ended_at: moment(row, "ended_at", row.ended_at)?,
        version: row.version,
    })
}

fn state(row: &Row) -> Result<State, DbError> {
    Ok(match row.state.as_str() {
        "proposed" => State::Proposed,
        "asked" => State::Asked,
        "waitlisted" => {
            let until = day(row, "waiting_until", row.waiting_until.as_deref())?;
            State::Waitlisted { until: until.ok_or_else(|| impossible(row, "waiting_until"))? }
        }
        "accepted" => State::Accepted { meeting: meeting(row)? },
        "declined" => State::Declined { reason: reason(row)?, words: row.organization_words.clone() },
        "expired" => State::Expired,
        "introduced" => {
            let going = row.going.as_deref().and_then(Going::from_code);
            let going = going.ok_or_else(|| impossible(row, "going"))?;
            State::Introduced { meeting: meeting(row)?, going }
        }
        "took_part" => State::TookPart,
        "settled" => State::Settled,
        "dropped" => State::Dropped { reason: reason(row)? },
        _ => return Err(impossible(row, "state")),
    })
}

fn request(row: &Row) -> Result<Option<Request>, DbError> {
    let Some(at) = moment(row, "asked_at", row.asked_at)? else { return Ok(None) };
    let email = row.referral_email.as_deref().map(|text| Email::parse(text).ok_or(text));
    Ok(Some(Request {
        at,
        reminded_at: moment(row, "reminded_at", row.reminded_at)?,
        email: email.transpose().map_err(|_| impossible(row, "referral_email"))?,
        shared: row
            .shared
            .as_deref()
            .unwrap_or_default()
            .split_whitespace()
            .filter_map(Shared::from_code)
            .collect(),
        likes: row.likes.clone(),
    }))
}

fn meeting(row: &Row) -> Result<Meeting, DbError> {
    Ok(Meeting {
        on: day(row, "first_meeting_on", row.first_meeting_on.as_deref())?,
        place: row.meeting_place.clone(),
        contact: row.meeting_contact.clone(),
    })
}

fn reason(row: &Row) -> Result<DeclineReason, DbError> {
    row.reason.as_deref().and_then(DeclineReason::from_code).ok_or_else(|| impossible(row, "reason"))
}

fn day(row: &Row, column: &'static str, text: Option<&str>) -> Result<Option<Date>, DbError> {
    text.map(str::parse).transpose().map_err(|_| impossible(row, column))
}

fn moment(row: &Row, column: &'static str, second: Option<i64>) -> Result<Option<Timestamp>, DbError> {
    second.map(Timestamp::from_second).transpose().map_err(|_| impossible(row, column))
}

fn impossible(row: &Row, column: &'static str) -> DbError {
    DbError::Impossible { table: "connection", column, id: row.id.to_string() }
}
