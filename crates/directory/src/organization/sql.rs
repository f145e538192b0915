use std::collections::HashMap;

use jiff::Timestamp;
use platform::db::{DbError, Engine, Tx};
use sqlx::FromRow;

use super::model::{Organization, OrganizationId};
use crate::stored::{self, Change, Content, Known, Outcome};
use crate::vocabulary::{Coded, OrganizationKind};

const TABLE: &str = "organization";

#[derive(FromRow)]
pub(crate) struct OrganizationRow {
    id: String,
    kind: Option<String>,
    content: String,
    gone_since: Option<i64>,
}

/// All that are listed, as they lie in the store: reading twelve thousand of them takes a while,
/// which is for the caller to spend elsewhere than among requests.
pub(crate) async fn present_rows(tx: &mut Tx) -> Result<Vec<OrganizationRow>, DbError> {
    tx.all("SELECT id, kind, content, gone_since FROM organization WHERE gone_since IS NULL", &[]).await
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
    // What is shown under it bears its name.
    if outcome == Outcome::Updated {
        tx.run(
            "UPDATE organization SET changed_version = $2 WHERE shown_under = $1",
            &[organization.id.as_str().into(), change.version.into()],
        )
        .await?;
    }
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

/// Keeps that somebody merged it into another, or took that back; [`show_under`] follows.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn merge(
    tx: &mut Tx,
    id: &OrganizationId,
    into: Option<&OrganizationId>,
    change: Change,
) -> Result<(), DbError> {
    let values = [
        id.as_str().into(),
        into.map(OrganizationId::as_str).into(),
        change.now.into(),
        change.version.into(),
    ];
    tx.run(
        "UPDATE organization SET merged_into = $2, changed_at = $3, changed_version = $4 WHERE id = $1",
        &values,
    )
    .await?;
    Ok(())
}

/// One that was merged into another, or is still shown under one.
#[derive(Debug, FromRow)]
pub(crate) struct Link {
    pub(crate) id: String,
    pub(crate) merged_into: Option<String>,
    /// Since when the one it was merged into is gone.
    pub(crate) gone_since: Option<i64>,
    pub(crate) shown_under: Option<String>,
}

pub(crate) async fn links(tx: &mut Tx) -> Result<Vec<Link>, DbError> {
    tx.all(
        "SELECT o.id, o.merged_into, k.gone_since, o.shown_under FROM organization o
         LEFT JOIN organization k ON k.id = o.merged_into
         WHERE o.merged_into IS NOT NULL OR o.shown_under IS NOT NULL ORDER BY o.id",
        &[],
    )
    .await
}

/// Shows it, and what it offers, under another or by itself.
pub(crate) async fn show_under(
    tx: &mut Tx,
    id: &OrganizationId,
    other: Option<&OrganizationId>,
    change: Change,
) -> Result<(), DbError> {
    tx.run(
        "UPDATE organization SET shown_under = $2, changed_version = $3 WHERE id = $1",
        &[id.as_str().into(), other.map(OrganizationId::as_str).into(), change.version.into()],
    )
    .await?;
    Ok(())
}

/// Under which it is shown; itself unless somebody merged it.
///
/// # Errors
/// [`DbError`] of the store, or of a row that cannot be.
pub async fn kept(tx: &mut Tx, id: &OrganizationId) -> Result<OrganizationId, DbError> {
    let kept: Option<(Option<String>,)> =
        tx.maybe("SELECT shown_under FROM organization WHERE id = $1", &[id.as_str().into()]).await?;
    kept.and_then(|(kept,)| kept).map_or_else(|| Ok(id.clone()), readable)
}

/// All that are shown under it.
///
/// # Errors
/// [`DbError`] of the store, or of a row that cannot be.
pub async fn absorbed(tx: &mut Tx, id: &OrganizationId) -> Result<Vec<OrganizationId>, DbError> {
    let ids: Vec<(String,)> = tx
        .all("SELECT id FROM organization WHERE shown_under = $1 ORDER BY id", &[id.as_str().into()])
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
