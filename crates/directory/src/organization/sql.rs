use std::collections::HashMap;

use jiff::Timestamp;
use platform::db::{DbError, Engine, Tx};
use sqlx::FromRow;

use super::model::{Organization, OrganizationId};
use crate::stored::{self, Change, Content, Known, Outcome};
use crate::vocabulary::{Coded, OrganizationKind};

const TABLE: &str = "organization";

#[derive(FromRow)]
struct OrganizationRow {
    id: String,
    kind: Option<String>,
    content: String,
    gone_since: Option<i64>,
}

/// Those of these that are listed, in no particular order.
///
/// # Errors
/// [`DbError`] of the store, or of a row that cannot be.
pub(crate) async fn with_ids(tx: &mut Tx, ids: &[&str]) -> Result<Vec<Organization>, DbError> {
    let sql = match tx.engine() {
        Engine::Sqlite => {
            "SELECT id, kind, content, gone_since FROM organization
             WHERE id IN (SELECT value FROM json_each($1))"
        }
        Engine::Postgres => {
            "SELECT id, kind, content, gone_since FROM organization
             WHERE id IN (SELECT json_array_elements_text(CAST($1 AS json)))"
        }
    };
    let rows: Vec<OrganizationRow> = tx.all(sql, &[stored::written(&ids, TABLE, "id", "")?.into()]).await?;
    rows.iter().map(OrganizationRow::read).collect()
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
    let id = organization.id.as_str();
    let content = Content::of(organization, TABLE, id)?;
    let known: Option<Known> = tx
        .maybe("SELECT id, source, fingerprint, gone_since FROM organization WHERE id = $1", &[id.into()])
        .await?;
    let kind = organization.kind.map(Coded::code);
    let same_kind: Option<(String,)> = tx
        .maybe(
            "SELECT id FROM organization
             WHERE id = $1 AND COALESCE(kind, '') = COALESCE(CAST($2 AS TEXT), '')",
            &[id.into(), kind.into()],
        )
        .await?;
    let outcome = Outcome::of(known.as_ref(), &content.fingerprint);
    if outcome.with_own_fields(same_kind.is_none()) != Outcome::Unchanged {
        let change = Change::begin(tx, now).await?;
        write(tx, organization, &content, outcome, change).await?;
        tx.run(
            "UPDATE organization SET kind = $2, changed_version = $3
             WHERE id = $1 AND COALESCE(kind, '') <> COALESCE(CAST($2 AS TEXT), '')",
            &[id.into(), kind.into(), change.version.into()],
        )
        .await?;
    }
    Ok(outcome.with_own_fields(same_kind.is_none()))
}

/// Does to its source's fields what [`Outcome::of`] found is to be done.
pub(crate) async fn write(
    tx: &mut Tx,
    organization: &Organization,
    content: &Content,
    outcome: Outcome,
    change: Change,
) -> Result<(), DbError> {
    let sql = match outcome {
        Outcome::Unchanged => return Ok(()),
        Outcome::Created => {
            "INSERT INTO organization (id, source, name, content, fingerprint, created_at, changed_at,
                                       changed_version)
             VALUES ($1, $2, $3, $4, $5, $6, $6, $7)"
        }
        Outcome::Updated => {
            "UPDATE organization SET source = $2, name = $3, content = $4, fingerprint = $5,
                                     changed_at = $6, changed_version = $7, gone_since = NULL
             WHERE id = $1"
        }
    };
    let values = [
        organization.id.as_str().into(),
        organization.source.as_str().into(),
        organization.name.as_str().into(),
        content.json.as_str().into(),
        content.fingerprint.as_str().into(),
        change.now.into(),
        change.version.into(),
    ];
    tx.run(sql, &values).await?;
    Ok(())
}

pub(crate) async fn known(tx: &mut Tx) -> Result<HashMap<String, Known>, DbError> {
    let rows = tx.all("SELECT id, source, fingerprint, gone_since FROM organization", &[]).await?;
    Ok(stored::by_id(rows))
}

pub(crate) async fn mark_gone(tx: &mut Tx, id: &str, change: Change) -> Result<(), DbError> {
    tx.run(
        "UPDATE organization SET gone_since = $2, changed_version = $3 WHERE id = $1",
        &[id.into(), change.now.into(), change.version.into()],
    )
    .await?;
    Ok(())
}

impl OrganizationRow {
    fn read(&self) -> Result<Organization, DbError> {
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
