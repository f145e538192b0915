use std::collections::HashMap;

use jiff::Timestamp;
use platform::db::{DbError, Tx};
use sqlx::FromRow;

use super::model::{Organization, OrganizationId};
use crate::stored::{self, Content, Known, Outcome};
use crate::vocabulary::{Coded, OrganizationKind};

const TABLE: &str = "organization";

#[derive(FromRow)]
pub(crate) struct OrganizationRow {
    id: String,
    kind: Option<String>,
    content: String,
    gone_since: Option<i64>,
}

/// The same as it lies in the store: reading twelve thousand of them takes a while, which is for
/// the caller to spend elsewhere than among requests.
pub(crate) async fn present_rows(tx: &mut Tx) -> Result<Vec<OrganizationRow>, DbError> {
    tx.all("SELECT id, kind, content, gone_since FROM organization WHERE gone_since IS NULL", &[]).await
}

/// One, gone or not, with the moment since when it is gone (Unix seconds).
///
/// # Errors
/// [`DbError`] of the store, or of a row that cannot be.
pub async fn find(tx: &mut Tx, id: &OrganizationId) -> Result<Option<(Organization, Option<i64>)>, DbError> {
    let row: Option<OrganizationRow> = tx
        .maybe("SELECT id, kind, content, gone_since FROM organization WHERE id = $1", &[id.as_str().into()])
        .await?;
    row.map(|row| Ok((row.read()?, row.gone_since))).transpose()
}

/// Writes it, with what this territory knows, whether it was there or not.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn put(tx: &mut Tx, organization: &Organization, now: Timestamp) -> Result<Outcome, DbError> {
    let content = Content::of(organization, TABLE, organization.id.as_str())?;
    let known: Option<Known> = tx
        .maybe(
            "SELECT id, source, fingerprint, gone_since FROM organization WHERE id = $1",
            &[organization.id.as_str().into()],
        )
        .await?;
    let outcome = Outcome::of(known.as_ref(), &content.fingerprint);
    write(tx, organization, &content, outcome, now).await?;
    let changed = tx
        .run(
            "UPDATE organization SET kind = $2
             WHERE id = $1 AND COALESCE(kind, '') <> COALESCE(CAST($2 AS TEXT), '')",
            &[organization.id.as_str().into(), organization.kind.map(Coded::code).into()],
        )
        .await?;
    stored::noted(tx, outcome, changed).await
}

/// Does to its source's fields what [`Outcome::of`] found is to be done.
pub(crate) async fn write(
    tx: &mut Tx,
    organization: &Organization,
    content: &Content,
    outcome: Outcome,
    now: Timestamp,
) -> Result<(), DbError> {
    let sql = match outcome {
        Outcome::Unchanged => return Ok(()),
        Outcome::Created => {
            "INSERT INTO organization (id, source, name, content, fingerprint, created_at, changed_at)
             VALUES ($1, $2, $3, $4, $5, $6, $6)"
        }
        Outcome::Updated => {
            "UPDATE organization SET source = $2, name = $3, content = $4, fingerprint = $5,
                                     changed_at = $6, gone_since = NULL
             WHERE id = $1"
        }
    };
    let values = [
        organization.id.as_str().into(),
        organization.source.as_str().into(),
        organization.name.as_str().into(),
        content.json.as_str().into(),
        content.fingerprint.as_str().into(),
        now.into(),
    ];
    tx.run(sql, &values).await?;
    Ok(())
}

pub(crate) async fn known(tx: &mut Tx) -> Result<HashMap<String, Known>, DbError> {
    let rows = tx.all("SELECT id, source, fingerprint, gone_since FROM organization", &[]).await?;
    Ok(stored::by_id(rows))
}

pub(crate) async fn mark_gone(tx: &mut Tx, id: &str, now: Timestamp) -> Result<(), DbError> {
    tx.run("UPDATE organization SET gone_since = $2 WHERE id = $1", &[id.into(), now.into()]).await?;
    Ok(())
}

/// Shows it under another, or by itself again; the directory's version grows.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn merge(
    tx: &mut Tx,
    id: &OrganizationId,
    into: Option<&OrganizationId>,
    now: Timestamp,
) -> Result<(), DbError> {
    stored::lock(tx).await?;
    tx.run(
        "UPDATE organization SET merged_into = $2, changed_at = $3 WHERE id = $1",
        &[id.as_str().into(), into.map(OrganizationId::as_str).into(), now.into()],
    )
    .await?;
    Ok(())
}

/// Each that is shown under another, that other, and since when that other is gone.
pub(crate) async fn merged(tx: &mut Tx) -> Result<Vec<(String, String, Option<i64>)>, DbError> {
    tx.all(
        "SELECT o.id, o.merged_into, k.gone_since FROM organization o
         JOIN organization k ON k.id = o.merged_into",
        &[],
    )
    .await
}

/// Under which it is shown: the farthest it was merged into that its source still lists; itself
/// when there is none.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn kept(tx: &mut Tx, id: &OrganizationId) -> Result<OrganizationId, DbError> {
    let kept: Option<(String,)> = tx
        .maybe(
            "WITH RECURSIVE chain (id, next, gone_since, step) AS (
                 SELECT id, merged_into, gone_since, 0 FROM organization WHERE id = $1
                 UNION ALL
                 SELECT o.id, o.merged_into, o.gone_since, c.step + 1
                 FROM organization o JOIN chain c ON o.id = c.next)
             SELECT id FROM chain WHERE step > 0 AND gone_since IS NULL ORDER BY step DESC LIMIT 1",
            &[id.as_str().into()],
        )
        .await?;
    kept.map_or_else(|| Ok(id.clone()), |(kept,)| readable(kept))
}

/// All that were merged into it, whether their sources still list them or not.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn absorbed(tx: &mut Tx, id: &OrganizationId) -> Result<Vec<OrganizationId>, DbError> {
    let ids: Vec<(String,)> = tx
        .all(
            "WITH RECURSIVE below (id) AS (
                 SELECT id FROM organization WHERE merged_into = $1
                 UNION ALL
                 SELECT o.id FROM organization o JOIN below b ON o.merged_into = b.id)
             SELECT id FROM below ORDER BY id",
            &[id.as_str().into()],
        )
        .await?;
    ids.into_iter().map(|(id,)| readable(id)).collect()
}

fn readable(id: String) -> Result<OrganizationId, DbError> {
    OrganizationId::parse(&id).map_err(|_| DbError::Impossible { table: TABLE, column: "id", id })
}

impl OrganizationRow {
    pub(crate) fn read(&self) -> Result<Organization, DbError> {
        let mut organization: Organization = stored::read_back(&self.content, TABLE, "content", &self.id)?;
        organization.kind = match self.kind.as_deref() {
            None => None,
            Some(code) => Some(OrganizationKind::from_code(code).ok_or(DbError::Impossible {
                table: TABLE,
                column: "kind",
                id: self.id.clone(),
            })?),
        };
        Ok(organization)
    }
}
