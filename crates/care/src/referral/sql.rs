//! The table of referrals.

use jiff::Timestamp;
use kernel::coded::Coded;
use kernel::id::{AccountId, PersonId, ReferralId, SiteId};
use platform::db::{DbError, Tx};
use sqlx::FromRow;
use uuid::Uuid;

use super::model::{DeclineReason, Origin, Reason, Referral, State};

#[derive(FromRow)]
struct ReferralRow {
    id: Uuid,
    site_id: Uuid,
    person_id: Uuid,
    origin: String,
    prescriber_id: Option<Uuid>,
    reporter_name: Option<String>,
    reporter_contact: Option<String>,
    reasons: String,
    note: Option<String>,
    state: String,
    decline_reason: Option<String>,
    sent_at: i64,
    version: i64,
}

/// # Errors
/// [`DbError`] of the store.
pub(super) async fn insert(tx: &mut Tx, referral: &Referral) -> Result<(), DbError> {
    let (account, reporter_name, reporter_contact) = match &referral.origin {
        Origin::Prescriber(id) | Origin::Paper(id) => (Some(*id), None, None),
        Origin::Person => (None, None, None),
        Origin::ThirdParty { name, contact } => (None, Some(name.as_str()), Some(contact.as_str())),
    };
    let reasons: Vec<&str> = referral.reasons.iter().map(|reason| reason.code()).collect();
    tx.run(
        "INSERT INTO referral (id, site_id, person_id, origin, prescriber_id, reporter_name, reporter_contact, reasons,
                               note, state, sent_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        &[
            referral.id.into(),
            referral.site_id.into(),
            referral.person_id.into(),
            referral.origin.code().into(),
            account.into(),
            reporter_name.into(),
            reporter_contact.into(),
            reasons.join(" ").into(),
            referral.note.clone().into(),
            referral.state.code().into(),
            referral.sent_at.into(),
        ],
    )
    .await?;
    Ok(())
}

/// # Errors
/// [`DbError`] of the store.
pub async fn find(tx: &mut Tx, id: ReferralId) -> Result<Option<Referral>, DbError> {
    let row: Option<ReferralRow> = tx
        .maybe(
            "SELECT id, site_id, person_id, origin, prescriber_id, reporter_name, reporter_contact, reasons, note, state,
                    decline_reason, sent_at, version
             FROM referral WHERE id = $1",
            &[id.into()],
        )
        .await?;
    row.as_ref().map(referral).transpose()
}

/// Every referral of a person, the latest first.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> Result<Vec<Referral>, DbError> {
    let rows: Vec<ReferralRow> = tx
        .all(
            "SELECT id, site_id, person_id, origin, prescriber_id, reporter_name, reporter_contact, reasons, note, state,
                    decline_reason, sent_at, version
             FROM referral WHERE person_id = $1 ORDER BY sent_at DESC, id DESC",
            &[person.into()],
        )
        .await?;
    rows.iter().map(referral).collect()
}

/// A prescriber's own referral.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn of_prescriber(
    tx: &mut Tx,
    prescriber: AccountId,
    id: ReferralId,
) -> Result<Option<Referral>, DbError> {
    let own = find(tx, id).await?.filter(|referral| referral.origin == Origin::Prescriber(prescriber));
    Ok(own)
}

/// What a merged record asked for, the person asked for.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn move_records(tx: &mut Tx, gone: PersonId, kept: PersonId) -> Result<(), DbError> {
    tx.run(
        "UPDATE referral SET person_id = $2, version = version + 1 WHERE person_id = $1",
        &[gone.into(), kept.into()],
    )
    .await?;
    Ok(())
}

/// Whether the person has another request at a site that is open or being followed.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn has_another(tx: &mut Tx, referral: &Referral) -> Result<bool, DbError> {
    let found: Option<(Uuid,)> = tx
        .maybe(
            "SELECT id FROM referral WHERE person_id = $1 AND site_id = $2 AND id <> $3
               AND state IN ('sent', 'received', 'accepted') LIMIT 1",
            &[referral.person_id.into(), referral.site_id.into(), referral.id.into()],
        )
        .await?;
    Ok(found.is_some())
}

/// Writes a decision back over the version it was read at; false when somebody else was faster.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn update(tx: &mut Tx, referral: &Referral, now: Timestamp) -> Result<bool, DbError> {
    let reason = match referral.state {
        State::Declined(reason) => Some(reason.code()),
        State::Sent | State::Received | State::Accepted | State::Closed | State::Withdrawn => None,
    };
    let decided_at = (!referral.is_open()).then_some(now);
    let rows = tx
        .run(
            "UPDATE referral SET state = $3, decline_reason = $4,
                    decided_at = COALESCE(decided_at, $5), version = version + 1
             WHERE id = $1 AND version = $2",
            &[
                referral.id.into(),
                referral.version.into(),
                referral.state.code().into(),
                reason.into(),
                decided_at.into(),
            ],
        )
        .await?;
    Ok(rows == 1)
}

fn referral(row: &ReferralRow) -> Result<Referral, DbError> {
    let impossible = |column| DbError::Impossible { table: "referral", column, id: row.id.to_string() };
    let account = row.prescriber_id.map(AccountId);
    let origin = match row.origin.as_str() {
        "prescriber" => Origin::Prescriber(account.ok_or_else(|| impossible("prescriber_id"))?),
        "paper" => Origin::Paper(account.ok_or_else(|| impossible("prescriber_id"))?),
        "self" => Origin::Person,
        "third_party" => Origin::ThirdParty {
            name: row.reporter_name.clone().unwrap_or_default(),
            contact: row.reporter_contact.clone().unwrap_or_default(),
        },
        _ => return Err(impossible("origin")),
    };
    let state = match row.state.as_str() {
        "sent" => State::Sent,
        "received" => State::Received,
        "accepted" => State::Accepted,
        "closed" => State::Closed,
        "withdrawn" => State::Withdrawn,
        "declined" => {
            let reason = row.decline_reason.as_deref().and_then(DeclineReason::from_code);
            State::Declined(reason.ok_or_else(|| impossible("decline_reason"))?)
        }
        _ => return Err(impossible("state")),
    };
    Ok(Referral {
        id: ReferralId(row.id),
        site_id: SiteId(row.site_id),
        person_id: PersonId(row.person_id),
        origin,
        reasons: row.reasons.split_whitespace().filter_map(Reason::from_code).collect(),
        note: row.note.clone(),
        state,
        sent_at: Timestamp::from_second(row.sent_at).map_err(|_| impossible("sent_at"))?,
        version: row.version,
    })
}
