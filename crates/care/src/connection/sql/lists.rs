//! What a link worker's day is made of, each list over the cases they may open.

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::id::AccountId;
use platform::db::{DbError, Tx};
use sqlx::FromRow;
use uuid::Uuid;

use super::super::model::REMINDER;

/// One connection in a list, with what is needed to recognise it.
#[derive(Clone, Debug, FromRow)]
pub struct Line {
    pub case_id: Uuid,
    pub connection_id: Uuid,
    pub civility: Option<String>,
    pub person_name: String,
    pub resource_name: String,
    pub organization_name: String,
    pub state: String,
    /// Unix seconds, as every moment here.
    pub asked_at: Option<i64>,
    pub reminded_at: Option<i64>,
    pub ended_at: Option<i64>,
    /// Days as ISO text.
    pub waiting_until: Option<String>,
    pub first_meeting_on: Option<String>,
    pub meeting_place: Option<String>,
    pub going: Option<String>,
}

/// Organisations asked ten days ago or more that have not answered, longest first.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn silent(tx: &mut Tx, viewer: AccountId, now: Timestamp) -> Result<Vec<Line>, DbError> {
    tx.all(
        "SELECT v.id AS case_id, c.id AS connection_id, p.civility, p.name AS person_name, c.resource_name,
                c.organization_name, c.state, c.asked_at, c.reminded_at, c.ended_at, c.waiting_until,
                c.first_meeting_on, c.meeting_place, c.going
         FROM visible_case v JOIN connection c ON c.case_id = v.id JOIN person p ON p.id = v.person_id
         WHERE v.viewer_id = $1 AND c.state = 'asked' AND c.asked_at <= $2
         ORDER BY c.asked_at, c.id",
        &[viewer.into(), (now - REMINDER).into()],
    )
    .await
}

/// Waiting lists that were to open by `today`, and did not.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn waited_for(tx: &mut Tx, viewer: AccountId, today: Date) -> Result<Vec<Line>, DbError> {
    tx.all(
        "SELECT v.id AS case_id, c.id AS connection_id, p.civility, p.name AS person_name, c.resource_name,
                c.organization_name, c.state, c.asked_at, c.reminded_at, c.ended_at, c.waiting_until,
                c.first_meeting_on, c.meeting_place, c.going
         FROM visible_case v JOIN connection c ON c.case_id = v.id JOIN person p ON p.id = v.person_id
         WHERE v.viewer_id = $1 AND c.state = 'waitlisted' AND c.waiting_until <= $2
         ORDER BY c.waiting_until, c.id",
        &[viewer.into(), today.into()],
    )
    .await
}

/// First meetings from one day to another, ends included, soonest first.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn first_meetings(
    tx: &mut Tx,
    viewer: AccountId,
    from: Date,
    to: Date,
) -> Result<Vec<Line>, DbError> {
    tx.all(
        "SELECT v.id AS case_id, c.id AS connection_id, p.civility, p.name AS person_name, c.resource_name,
                c.organization_name, c.state, c.asked_at, c.reminded_at, c.ended_at, c.waiting_until,
                c.first_meeting_on, c.meeting_place, c.going
         FROM visible_case v JOIN connection c ON c.case_id = v.id JOIN person p ON p.id = v.person_id
         WHERE v.viewer_id = $1 AND c.state IN ('accepted', 'introduced')
           AND c.first_meeting_on >= $2 AND c.first_meeting_on <= $3
         ORDER BY c.first_meeting_on, c.id",
        &[viewer.into(), from.into(), to.into()],
    )
    .await
}

/// Cases left with a refusal or a silence and nothing after it: the last such connection of each
/// open case in which nothing is under way and nothing was settled.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn expired_or_declined_without_next(tx: &mut Tx, viewer: AccountId) -> Result<Vec<Line>, DbError> {
    tx.all(
        "SELECT v.id AS case_id, c.id AS connection_id, p.civility, p.name AS person_name, c.resource_name,
                c.organization_name, c.state, c.asked_at, c.reminded_at, c.ended_at, c.waiting_until,
                c.first_meeting_on, c.meeting_place, c.going
         FROM visible_case v JOIN connection c ON c.case_id = v.id JOIN person p ON p.id = v.person_id
         WHERE v.viewer_id = $1 AND v.state <> 'closed' AND c.state IN ('expired', 'declined')
           AND NOT EXISTS (
               SELECT 1 FROM connection o WHERE o.case_id = c.case_id AND o.id <> c.id
                 AND (o.state IN ('proposed', 'asked', 'waitlisted', 'accepted', 'introduced', 'took_part', 'settled')
                      OR (o.state IN ('expired', 'declined')
                          AND (o.ended_at > c.ended_at OR (o.ended_at = c.ended_at AND o.id > c.id)))))
         ORDER BY c.ended_at, c.id",
        &[viewer.into()],
    )
    .await
}
