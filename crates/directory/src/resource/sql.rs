use std::collections::HashMap;

use jiff::Timestamp;
use platform::db::{DbError, Tx};
use sqlx::FromRow;

use super::model::{Resource, ResourceId};
use super::ties::Ties;
use crate::stored::{self, Content, Known, Outcome};

const TABLE: &str = "resource";

#[derive(FromRow)]
pub(crate) struct ResourceRow {
    id: String,
    ties: String,
    content: String,
    gone_since: Option<i64>,
}

/// The same as it lies in the store: reading twelve thousand of them takes a while, which is for
/// the caller to spend elsewhere than among requests.
pub(crate) async fn present_rows(tx: &mut Tx) -> Result<Vec<ResourceRow>, DbError> {
    tx.all("SELECT id, ties, content, gone_since FROM resource WHERE gone_since IS NULL", &[]).await
}

/// One, gone or not, with the moment since when it is gone (Unix seconds): a plan may speak of it
/// long after.
///
/// # Errors
/// [`DbError`] of the store, or of a row that cannot be.
pub async fn find(tx: &mut Tx, id: &ResourceId) -> Result<Option<(Resource, Option<i64>)>, DbError> {
    let row: Option<ResourceRow> = tx
        .maybe("SELECT id, ties, content, gone_since FROM resource WHERE id = $1", &[id.as_str().into()])
        .await?;
    row.map(|row| Ok((row.read()?, row.gone_since))).transpose()
}

/// How many are listed, and when one last changed (Unix seconds).
///
/// # Errors
/// [`DbError`] of the store.
pub async fn extent(tx: &mut Tx) -> Result<(i64, Option<i64>), DbError> {
    tx.one("SELECT COUNT(*), MAX(changed_at) FROM resource WHERE gone_since IS NULL", &[]).await
}

/// Writes it, with what this territory knows, whether it was there or not. Its organization must
/// be there.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn put(tx: &mut Tx, resource: &Resource, now: Timestamp) -> Result<Outcome, DbError> {
    let content = Content::of(resource, TABLE, resource.id.as_str())?;
    let known: Option<Known> = tx
        .maybe(
            "SELECT id, source, fingerprint, gone_since FROM resource WHERE id = $1",
            &[resource.id.as_str().into()],
        )
        .await?;
    let outcome = Outcome::of(known.as_ref(), &content.fingerprint);
    write(tx, resource, &content, outcome, now).await?;
    let ties = stored::written(&resource.ties, TABLE, "ties", resource.id.as_str())?;
    let changed = tx
        .run(
            "UPDATE resource SET ties = $2 WHERE id = $1 AND ties <> $2",
            &[resource.id.as_str().into(), ties.into()],
        )
        .await?;
    stored::noted(tx, outcome, changed).await
}

/// Does to its source's fields what [`Outcome::of`] found is to be done.
pub(crate) async fn write(
    tx: &mut Tx,
    resource: &Resource,
    content: &Content,
    outcome: Outcome,
    now: Timestamp,
) -> Result<(), DbError> {
    let sql = match outcome {
        Outcome::Unchanged => return Ok(()),
        Outcome::Created => {
            "INSERT INTO resource (id, organization_id, source, name, ties, content, fingerprint,
                                   created_at, changed_at)
             VALUES ($1, $2, $3, $4, '{}', $5, $6, $7, $7)"
        }
        Outcome::Updated => {
            "UPDATE resource SET organization_id = $2, source = $3, name = $4, content = $5,
                                 fingerprint = $6, changed_at = $7, gone_since = NULL
             WHERE id = $1"
        }
    };
    let values = [
        resource.id.as_str().into(),
        resource.organization.as_str().into(),
        resource.source.as_str().into(),
        resource.name.as_str().into(),
        content.json.as_str().into(),
        content.fingerprint.as_str().into(),
        now.into(),
    ];
    tx.run(sql, &values).await?;
    Ok(())
}

pub(crate) async fn known(tx: &mut Tx) -> Result<HashMap<String, Known>, DbError> {
    let rows = tx.all("SELECT id, source, fingerprint, gone_since FROM resource", &[]).await?;
    Ok(stored::by_id(rows))
}

pub(crate) async fn mark_gone(tx: &mut Tx, id: &str, now: Timestamp) -> Result<(), DbError> {
    tx.run("UPDATE resource SET gone_since = $2 WHERE id = $1", &[id.into(), now.into()]).await?;
    Ok(())
}

impl ResourceRow {
    pub(crate) fn read(&self) -> Result<Resource, DbError> {
        let mut resource: Resource = stored::read_back(&self.content, TABLE, "content", &self.id)?;
        let ties: Ties = stored::read_back(&self.ties, TABLE, "ties", &self.id)?;
        resource.ties = ties;
        Ok(resource)
    }
}
