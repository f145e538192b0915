//! The tables of what is kept of entries, of links sent and of doubts.

use std::collections::HashSet;

use jiff::Timestamp;
use kernel::clock::in_france;
use kernel::commune::CommuneCode;
use kernel::id::{EventId, VerificationId, VerificationRequestId};
use platform::db::{DbError, Tx};
use sqlx::FromRow;
use sqlx::types::Uuid;

use super::itself::OrganizationCorrections;
use super::model::{Checks, Doubt, Request, Saying, Speaker, Verification};
use crate::organization::OrganizationId;
use crate::resource::ResourceId;
use crate::stored;
use crate::vocabulary::Coded;

const TABLE: &str = "verification";
const REQUEST: &str = "verification_request";

#[derive(FromRow)]
struct Row {
    id: Uuid,
    resource_id: String,
    corrections: String,
    checks: String,
    checked_at: i64,
}

/// What is kept of an entry, if anything is.
pub(super) async fn find(tx: &mut Tx, resource: &ResourceId) -> Result<Option<Verification>, DbError> {
    let row: Option<Row> = tx
        .maybe(
            "SELECT id, resource_id, corrections, checks, checked_at FROM verification WHERE resource_id = $1",
            &[resource.as_str().into()],
        )
        .await?;
    row.map(Row::read).transpose()
}

pub(super) async fn keep(tx: &mut Tx, of: &ResourceId, kept: &Verification) -> Result<(), DbError> {
    let corrections = stored::written(&kept.corrections, TABLE, "corrections", of.as_str())?;
    let checks = stored::written(&kept.checks, TABLE, "checks", of.as_str())?;
    tx.run(
        "INSERT INTO verification (id, resource_id, corrections, checks, checked_at, checked_on)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (resource_id) DO UPDATE SET
            corrections = excluded.corrections, checks = excluded.checks,
            checked_at = excluded.checked_at, checked_on = excluded.checked_on",
        &[
            kept.id.into(),
            of.as_str().into(),
            corrections.into(),
            checks.into(),
            kept.checked_at.map(Timestamp::as_second).unwrap_or_default().into(),
            kept.checked_at.map(|at| in_france(at).date().to_string()).into(),
        ],
    )
    .await?;
    Ok(())
}

/// Keeps what an organization says of itself; under which identifier it is kept.
pub(super) async fn keep_itself(
    tx: &mut Tx,
    of: &OrganizationId,
    corrections: &OrganizationCorrections,
    saying: Saying,
) -> Result<VerificationId, DbError> {
    let said = stored::written(corrections, "organization_verification", "corrections", of.as_str())?;
    let commune = corrections.place().map(|place| place.commune.as_ref().map(CommuneCode::as_str));
    let (id,): (Uuid,) = tx
        .one(
            "INSERT INTO organization_verification (id, organization_id, corrections, name, commune,
                                                    checked_at, said_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (organization_id) DO UPDATE SET
                corrections = excluded.corrections, name = excluded.name, commune = excluded.commune,
                checked_at = excluded.checked_at, said_by = excluded.said_by
             RETURNING id",
            &[
                VerificationId::new().into(),
                of.as_str().into(),
                said.into(),
                corrections.name().into(),
                commune.flatten().into(),
                saying.now.into(),
                saying.speaker.code().into(),
            ],
        )
        .await?;
    Ok(VerificationId(id))
}

/// Who last said that what is said of an organization is right, and when, in Unix seconds.
pub(super) async fn itself_checked(
    tx: &mut Tx,
    of: &OrganizationId,
) -> Result<Option<(Speaker, i64)>, DbError> {
    let row: Option<(String, i64)> = tx
        .maybe(
            "SELECT said_by, checked_at FROM organization_verification WHERE organization_id = $1",
            &[of.as_str().into()],
        )
        .await?;
    let impossible =
        || DbError::Impossible { table: "organization_verification", column: "said_by", id: of.to_string() };
    row.map(|(by, at)| Ok((Speaker::from_code(&by).ok_or_else(impossible)?, at))).transpose()
}

pub(super) async fn insert_request(
    tx: &mut Tx,
    request: &Request,
    sent_at: Timestamp,
) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO verification_request (id, organization_id, sent_at, ends_at) VALUES ($1, $2, $3, $4)",
        &[request.id.into(), request.organization.as_str().into(), sent_at.into(), request.ends_at.into()],
    )
    .await?;
    Ok(())
}

#[derive(FromRow)]
struct RequestRow {
    organization_id: String,
    ends_at: i64,
    answered_at: Option<i64>,
}

pub(super) async fn request(tx: &mut Tx, id: VerificationRequestId) -> Result<Option<Request>, DbError> {
    let row: Option<RequestRow> = tx
        .maybe(
            "SELECT organization_id, ends_at, answered_at FROM verification_request WHERE id = $1",
            &[id.into()],
        )
        .await?;
    let impossible = |column| DbError::Impossible { table: REQUEST, column, id: id.to_string() };
    let moment = |second, column| Timestamp::from_second(second).map_err(|_| impossible(column));
    row.map(|row| {
        Ok(Request {
            id,
            organization: OrganizationId::parse(&row.organization_id)
                .map_err(|_| impossible("organization_id"))?,
            ends_at: moment(row.ends_at, "ends_at")?,
            answered_at: row.answered_at.map(|second| moment(second, "answered_at")).transpose()?,
        })
    })
    .transpose()
}

/// When each of these organizations, or one shown under it, was last written to.
pub(super) async fn last_sent(tx: &mut Tx, to: &[&str]) -> Result<Vec<(String, Timestamp)>, DbError> {
    let rows: Vec<(String, i64)> = tx
        .all(
            "SELECT COALESCE(o.shown_under, o.id), MAX(r.sent_at)
             FROM organization o JOIN verification_request r ON r.organization_id = o.id
             WHERE o.id IN (SELECT value FROM json_each($1))
                OR o.shown_under IN (SELECT value FROM json_each($1))
             GROUP BY COALESCE(o.shown_under, o.id)",
            &[stored::written(&to, REQUEST, "organization_id", "")?.into()],
        )
        .await?;
    let read = |(id, at): (String, i64)| match Timestamp::from_second(at) {
        Ok(at) => Ok((id, at)),
        Err(_) => Err(DbError::Impossible { table: REQUEST, column: "sent_at", id }),
    };
    rows.into_iter().map(read).collect()
}

pub(super) async fn answered(tx: &mut Tx, id: VerificationRequestId, now: Timestamp) -> Result<(), DbError> {
    tx.run("UPDATE verification_request SET answered_at = $2 WHERE id = $1", &[id.into(), now.into()])
        .await?;
    Ok(())
}

pub(super) async fn insert_doubt(
    tx: &mut Tx,
    of: &ResourceId,
    why: Doubt,
    now: Timestamp,
) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO resource_doubt (id, resource_id, why, at) VALUES ($1, $2, $3, $4)",
        &[EventId::new().into(), of.as_str().into(), why.code().into(), now.into()],
    )
    .await?;
    Ok(())
}

pub(super) async fn settle_doubts(tx: &mut Tx, of: &ResourceId, now: Timestamp) -> Result<(), DbError> {
    tx.run(
        "UPDATE resource_doubt SET settled_at = $2 WHERE resource_id = $1 AND settled_at IS NULL",
        &[of.as_str().into(), now.into()],
    )
    .await?;
    Ok(())
}

/// Why an entry is doubted now, each with how often.
pub(super) async fn doubts(tx: &mut Tx, of: &ResourceId) -> Result<Vec<(Doubt, i64)>, DbError> {
    let rows: Vec<(String, i64)> = tx
        .all(
            "SELECT why, COUNT(*) FROM resource_doubt WHERE resource_id = $1 AND settled_at IS NULL
             GROUP BY why ORDER BY why",
            &[of.as_str().into()],
        )
        .await?;
    let read = |(why, count): (String, i64)| {
        let doubt = Doubt::from_code(&why).ok_or_else(|| DbError::Impossible {
            table: "resource_doubt",
            column: "why",
            id: of.to_string(),
        })?;
        Ok((doubt, count))
    };
    rows.into_iter().map(read).collect()
}

/// Which entries are doubted.
pub(super) async fn doubted(tx: &mut Tx) -> Result<HashSet<String>, DbError> {
    let rows: Vec<(String,)> =
        tx.all("SELECT DISTINCT resource_id FROM resource_doubt WHERE settled_at IS NULL", &[]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

impl Row {
    fn read(self) -> Result<Verification, DbError> {
        let checks: Checks = stored::read_back(&self.checks, TABLE, "checks", &self.resource_id)?;
        let at = Timestamp::from_second(self.checked_at).map_err(|_| DbError::Impossible {
            table: TABLE,
            column: "checked_at",
            id: self.resource_id.clone(),
        })?;
        // Of an entry of which only a part was ever said.
        let checked_at = Some(at).filter(|at| *at != Timestamp::UNIX_EPOCH);
        Ok(Verification {
            id: VerificationId(self.id),
            corrections: stored::read_back(&self.corrections, TABLE, "corrections", &self.resource_id)?,
            checks,
            checked_at,
        })
    }
}
