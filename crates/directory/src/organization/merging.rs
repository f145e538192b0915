//! Organizations somebody said are one: which is shown under which.

use std::collections::BTreeMap;

use platform::db::{DbError, Tx};

use super::model::{Organization, OrganizationId};
use super::sql;
use crate::stored::{self, Change, Link};

const TABLE: &str = "organization";

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

/// Those merged into others, or still shown under one.
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

/// The one it is shown under, as it is listed; `None` when that one is gone.
///
/// # Errors
/// [`DbError`] of the store, or of a row that cannot be.
pub(crate) async fn listed(tx: &mut Tx, id: &OrganizationId) -> Result<Option<Organization>, DbError> {
    let kept = kept(tx, id).await?;
    let found = sql::find(tx, &kept).await?;
    Ok(found.filter(|(_, gone)| gone.is_none()).map(|(organization, _)| organization))
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

/// These and all that are shown under them, each with the one it is shown as.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn shown_as(tx: &mut Tx, ids: &[&str]) -> Result<BTreeMap<String, String>, DbError> {
    let rows: Vec<(String, String)> = tx
        .all(
            "SELECT id, COALESCE(shown_under, id) FROM organization
             WHERE gone_since IS NULL
               AND (id IN (SELECT value FROM json_each($1))
                    OR shown_under IN (SELECT value FROM json_each($1)))",
            &[stored::written(&ids, TABLE, "id", "")?.into()],
        )
        .await?;
    Ok(rows.into_iter().collect())
}

/// Each that is shown under another, with that other.
///
/// # Errors
/// [`DbError`] of the store, or of a row that cannot be.
pub(crate) async fn all_absorbed(tx: &mut Tx) -> Result<Vec<(OrganizationId, OrganizationId)>, DbError> {
    let rows: Vec<(String, String)> = tx
        .all(
            "SELECT id, shown_under FROM organization
             WHERE shown_under IS NOT NULL AND gone_since IS NULL ORDER BY id",
            &[],
        )
        .await?;
    rows.into_iter().map(|(id, kept)| Ok((readable(id)?, readable(kept)?))).collect()
}
