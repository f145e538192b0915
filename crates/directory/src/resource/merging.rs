//! Resources somebody said are one: which is shown under which.

use platform::db::{DbError, Tx};

use super::model::ResourceId;
use crate::stored::{Change, Link};

/// Keeps that somebody merged it into another, or took that back; [`show_under`] follows.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn merge(
    tx: &mut Tx,
    id: &ResourceId,
    into: Option<&ResourceId>,
    change: Change,
) -> Result<(), DbError> {
    let into = into.map(ResourceId::as_str);
    tx.run(
        "UPDATE resource SET merged_into = $2, changed_at = $3, changed_version = $4 WHERE id = $1",
        &[id.as_str().into(), into.into(), change.now.into(), change.version.into()],
    )
    .await?;
    Ok(())
}

/// Those merged into others, or still shown under one.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn links(tx: &mut Tx) -> Result<Vec<Link>, DbError> {
    tx.all(
        "SELECT r.id, r.merged_into, k.gone_since, r.shown_under FROM resource r
         LEFT JOIN listed_resource k ON k.id = r.merged_into
         WHERE r.merged_into IS NOT NULL OR r.shown_under IS NOT NULL ORDER BY r.id",
        &[],
    )
    .await
}

/// Shows it under another or by itself.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn show_under(
    tx: &mut Tx,
    id: &ResourceId,
    other: Option<&ResourceId>,
    change: Change,
) -> Result<(), DbError> {
    tx.run(
        "UPDATE resource SET shown_under = $2, changed_version = $3 WHERE id = $1",
        &[id.as_str().into(), other.map(ResourceId::as_str).into(), change.version.into()],
    )
    .await?;
    Ok(())
}

/// Under which it is shown; itself unless somebody merged it.
///
/// # Errors
/// [`DbError`] of the store, or of a row that cannot be.
pub async fn kept(tx: &mut Tx, id: &ResourceId) -> Result<ResourceId, DbError> {
    let kept: Option<(Option<String>,)> =
        tx.maybe("SELECT shown_under FROM resource WHERE id = $1", &[id.as_str().into()]).await?;
    let Some(kept) = kept.and_then(|(kept,)| kept) else { return Ok(id.clone()) };
    ResourceId::parse(&kept).map_err(|_| DbError::Impossible {
        table: "resource",
        column: "shown_under",
        id: id.to_string(),
    })
}
