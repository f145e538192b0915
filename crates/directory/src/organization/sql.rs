use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::Date;
use platform::db::{DbError, Tx, Value};
use serde::Serialize;
use sqlx::FromRow;

use super::model::{Organization, OrganizationId};
use crate::stored::{self, Change, Content, Known, Outcome};
use crate::verification::OrganizationCorrections;
use crate::vocabulary::{Coded, Network, OrganizationKind};

const TABLE: &str = "organization";

#[derive(FromRow)]
pub(crate) struct OrganizationRow {
    id: String,
    kind: Option<String>,
    content: String,
    /// As JSON, where something is said here instead of the source.
    corrections: Option<String>,
    gone_since: Option<i64>,
    /// The directory's, that its last change made.
    pub(crate) changed_version: i64,
}

/// All that are listed, as they lie in the store: reading twelve thousand of them takes a while,
/// which is for the caller to spend elsewhere than among requests.
pub(crate) async fn present_rows(tx: &mut Tx) -> Result<Vec<OrganizationRow>, DbError> {
    tx.all(
        "SELECT id, kind, content, corrections, gone_since, changed_version FROM listed_organization
         WHERE gone_since IS NULL",
        &[],
    )
    .await
}

/// Those of these that are listed, in no particular order.
///
/// # Errors
/// [`DbError`] of the store, or of a row that cannot be.
pub(crate) async fn with_ids(tx: &mut Tx, ids: &[&str]) -> Result<Vec<Organization>, DbError> {
    let sql = "SELECT id, kind, content, corrections, gone_since, changed_version FROM listed_organization
         WHERE id IN (SELECT value FROM json_each($1))";
    let rows: Vec<OrganizationRow> = tx.all(sql, &[stored::written(&ids, TABLE, "id", "")?.into()]).await?;
    rows.iter().map(OrganizationRow::read).collect()
}

/// One, gone or not, with the moment since when it is gone (Unix seconds).
///
/// # Errors
/// [`DbError`] of the store, or of a row that cannot be.
pub async fn find(tx: &mut Tx, id: &OrganizationId) -> Result<Option<(Organization, Option<i64>)>, DbError> {
    let row: Option<OrganizationRow> = tx
        .maybe(
            "SELECT id, kind, content, corrections, gone_since, changed_version FROM listed_organization
             WHERE id = $1",
            &[id.as_str().into()],
        )
        .await?;
    row.map(|row| Ok((row.read()?, row.gone_since))).transpose()
}

/// The same as it lies in the store; `None` also for one that is gone.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn row(tx: &mut Tx, id: &OrganizationId) -> Result<Option<OrganizationRow>, DbError> {
    tx.maybe(
        "SELECT id, kind, content, corrections, gone_since, changed_version FROM listed_organization
         WHERE id = $1 AND gone_since IS NULL",
        &[id.as_str().into()],
    )
    .await
}

/// The directory's version that its last change made; `None` for one that is gone.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn version(tx: &mut Tx, id: &OrganizationId) -> Result<Option<i64>, DbError> {
    Ok(row(tx, id).await?.map(|row| row.changed_version))
}

/// Tells whoever holds the directory in memory that something laid over it, or over what is shown
/// under it, has changed.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn touch(tx: &mut Tx, id: &OrganizationId, change: Change) -> Result<(), DbError> {
    tx.run(
        "UPDATE organization SET changed_version = $2 WHERE id = $1 OR shown_under = $1",
        &[id.as_str().into(), change.version.into()],
    )
    .await?;
    Ok(())
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
    let has_new_kind = !has_kind(tx, organization).await?;
    let outcome = Outcome::of(known.as_ref(), &content.fingerprint);
    if outcome.with_own_fields(has_new_kind) != Outcome::Unchanged {
        let change = Change::begin(tx, now).await?;
        write(tx, organization, &content, outcome, change).await?;
        set_kind(tx, organization, change).await?;
    }
    Ok(outcome.with_own_fields(has_new_kind))
}

/// Those this territory knows more of than their source says, gone or not.
///
/// # Errors
/// [`DbError`] of the store, or of a row that cannot be.
pub(crate) async fn known_here(tx: &mut Tx) -> Result<Vec<Organization>, DbError> {
    let ours: Vec<&str> = Network::all().filter(|network| !network.is_official()).map(Coded::code).collect();
    let sql = "SELECT id, kind, content, NULL AS corrections, gone_since, changed_version FROM organization
         WHERE kind IS NOT NULL
            OR EXISTS (SELECT 1 FROM json_each(content, '$.networks') n
                       WHERE n.value IN (SELECT value FROM json_each($1)))";
    let rows: Vec<OrganizationRow> =
        tx.all(sql, &[stored::written(&ours, TABLE, "content", "")?.into()]).await?;
    rows.iter().map(OrganizationRow::read).collect()
}

/// Whether exactly its kind is stored.
async fn has_kind(tx: &mut Tx, organization: &Organization) -> Result<bool, DbError> {
    let same: Option<(String,)> = tx
        .maybe(
            "SELECT id FROM organization
             WHERE id = $1 AND COALESCE(kind, '') = COALESCE(CAST($2 AS TEXT), '')",
            &[organization.id.as_str().into(), organization.kind.map(Coded::code).into()],
        )
        .await?;
    Ok(same.is_some())
}

/// Puts its kind in place of the one stored.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn set_kind(
    tx: &mut Tx,
    organization: &Organization,
    change: Change,
) -> Result<(), DbError> {
    let kind = organization.kind.map(Coded::code);
    tx.run(
        "UPDATE organization SET kind = $2, changed_version = $3
         WHERE id = $1 AND COALESCE(kind, '') <> COALESCE(CAST($2 AS TEXT), '')",
        &[organization.id.as_str().into(), kind.into(), change.version.into()],
    )
    .await?;
    Ok(())
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
                                       changed_version, commune)
             VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8)"
        }
        Outcome::Updated => {
            "UPDATE organization SET source = $2, name = $3, content = $4, fingerprint = $5,
                                     changed_at = $6, changed_version = $7, commune = $8,
                                     gone_since = NULL
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
        organization.place.commune.as_ref().into(),
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

impl OrganizationRow {
    /// With what is said here instead of the source.
    pub(crate) fn read(&self) -> Result<Organization, DbError> {
        let mut organization = self.sourced()?;
        self.corrections()?.lay_over(&mut organization);
        Ok(organization)
    }

    /// What is said here instead of the source; nothing where nobody corrected it.
    pub(crate) fn corrections(&self) -> Result<OrganizationCorrections, DbError> {
        let Some(json) = &self.corrections else { return Ok(OrganizationCorrections::default()) };
        stored::read_back(json, "organization_verification", "corrections", &self.id)
    }

    /// As its source says it.
    pub(crate) fn sourced(&self) -> Result<Organization, DbError> {
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

/// Which organizations a program asks for; `None` asks nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Asked<'a> {
    pub(crate) sources: Option<&'a [String]>,
    /// Codes, one of which it bears.
    pub(crate) networks: Option<&'a [&'static str]>,
    /// Beginnings of INSEE codes.
    pub(crate) within: Option<&'a [String]>,
    /// Without those shown under another one.
    pub(crate) once: bool,
}

/// Identifiers of those that are listed and asked for, in the order of their bytes.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn ids(tx: &mut Tx, asked: &Asked<'_>) -> Result<Vec<String>, DbError> {
    let sql = "SELECT id FROM listed_organization WHERE gone_since IS NULL
         AND ($1 IS NULL OR source IN (SELECT value FROM json_each($1)))
         AND ($2 IS NULL OR EXISTS (SELECT 1 FROM json_each($2) p
                                    WHERE substr(commune, 1, length(p.value)) = p.value))
         AND ($3 IS NULL OR EXISTS (SELECT 1 FROM json_each(content, '$.networks') n
                                    WHERE n.value IN (SELECT value FROM json_each($3))))
         AND (shown_under IS NULL OR NOT $4)";
    let values = [
        list(asked.sources, "source")?,
        list(asked.within, "commune")?,
        list(asked.networks, "content")?,
        asked.once.into(),
    ];
    let rows: Vec<(String,)> = tx.all(sql, &values).await?;
    let mut ids: Vec<String> = rows.into_iter().map(|(id,)| id).collect();
    // Engines do not agree on the order of texts.
    ids.sort_unstable();
    Ok(ids)
}

fn list<T: Serialize>(values: Option<&[T]>, column: &'static str) -> Result<Value, DbError> {
    Ok(values.map(|values| stored::written(&values, TABLE, column, "")).transpose()?.into())
}

/// The day each of these that are listed was last changed by its source.
///
/// # Errors
/// [`DbError`] of the store, or of a row that cannot be.
pub(crate) async fn changed_days(tx: &mut Tx, ids: &[&str]) -> Result<HashMap<String, Date>, DbError> {
    let sql = "SELECT id, json_extract(content, '$.updated_on') FROM organization
         WHERE gone_since IS NULL AND id IN (SELECT value FROM json_each($1))";
    let rows: Vec<(String, String)> = tx.all(sql, &[stored::written(&ids, TABLE, "id", "")?.into()]).await?;
    let read = |(id, day): (String, String)| match day.parse() {
        Ok(day) => Ok((id, day)),
        Err(_) => Err(DbError::Impossible { table: TABLE, column: "content", id }),
    };
    rows.into_iter().map(read).collect()
}

/// Every source some listed entry names, in order.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn sources(tx: &mut Tx) -> Result<Vec<String>, DbError> {
    let rows: Vec<(String,)> = tx
        .all(
            "SELECT source FROM organization WHERE gone_since IS NULL
             UNION SELECT source FROM resource WHERE gone_since IS NULL ORDER BY source",
            &[],
        )
        .await?;
    Ok(rows.into_iter().map(|(source,)| source).collect())
}

/// The next `count` of those listed, by identifier.
///
/// # Errors
/// [`DbError`] of the store, or of a row that cannot be.
pub(crate) async fn page_after(tx: &mut Tx, id: &str, count: i64) -> Result<Vec<Organization>, DbError> {
    let rows: Vec<OrganizationRow> = tx
        .all(
            "SELECT id, kind, content, corrections, gone_since, changed_version FROM listed_organization
             WHERE gone_since IS NULL AND id > $1 ORDER BY id LIMIT $2",
            &[id.into(), count.into()],
        )
        .await?;
    rows.iter().map(OrganizationRow::read).collect()
}
