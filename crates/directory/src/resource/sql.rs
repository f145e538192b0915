use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use platform::db::{DbError, Tx};
use sqlx::FromRow;

use super::model::{Resource, ResourceId};
use super::ties::Ties;
use crate::finder::Entry;
use crate::gazetteer::Gazetteer;
use crate::organization::OrganizationId;
use crate::stored::{self, Change, Content, Known, Outcome};
use crate::verification::Corrections;

const TABLE: &str = "resource";

/// A resource as it lies in the store, with its organization's name.
#[derive(Debug, FromRow)]
pub(crate) struct ResourceRow {
    pub(crate) id: String,
    ties: String,
    content: String,
    pub(crate) gone_since: Option<i64>,
    organization_name: String,
    /// As JSON, where something is said here instead of the source.
    corrections: Option<String>,
    /// The one it is shown under, when somebody merged it into another.
    shown_under: Option<String>,
    /// The directory's, that its last change made.
    pub(crate) changed_version: i64,
}

/// The next `count` of those listed, by identifier.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn page_after(tx: &mut Tx, id: &str, count: i64) -> Result<Vec<ResourceRow>, DbError> {
    tx.all(
        "SELECT id, ties, content, gone_since, organization_name, corrections, shown_under, changed_version FROM listed_resource
         WHERE gone_since IS NULL AND id > $1 ORDER BY id LIMIT $2",
        &[id.into(), count.into()],
    )
    .await
}

/// How many have changed since a version, themselves or by their organization.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn count_changed_since(tx: &mut Tx, version: i64) -> Result<i64, DbError> {
    let (resources,): (i64,) =
        tx.one("SELECT COUNT(*) FROM resource WHERE changed_version > $1", &[version.into()]).await?;
    let (by_organization,): (i64,) = tx
        .one(
            "SELECT COUNT(*) FROM organization o JOIN resource r ON r.organization_id = o.id
             WHERE o.changed_version > $1",
            &[version.into()],
        )
        .await?;
    Ok(resources + by_organization)
}

/// Those, listed or gone: an organization that is gone takes what it offers with it.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn changed_since(tx: &mut Tx, version: i64) -> Result<Vec<ResourceRow>, DbError> {
    tx.all(
        "SELECT id, ties, content, gone_since, organization_name, corrections, shown_under, changed_version FROM listed_resource
         WHERE changed_version > $1
            OR organization_id IN (SELECT id FROM organization WHERE changed_version > $1)",
        &[version.into()],
    )
    .await
}

/// Those of these that are listed, in no particular order.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn with_ids(tx: &mut Tx, ids: &[&str]) -> Result<Vec<ResourceRow>, DbError> {
    let sql =
        "SELECT id, ties, content, gone_since, organization_name, corrections, shown_under, changed_version
         FROM listed_resource
         WHERE id IN (SELECT value FROM json_each($1))";
    tx.all(sql, &[stored::written(&ids, TABLE, "id", "")?.into()]).await
}

/// Identifiers of those listed whose commune's code begins with one of these, in no particular
/// order.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn ids_within(tx: &mut Tx, beginnings: &[String]) -> Result<HashSet<String>, DbError> {
    let sql = "SELECT id FROM resource WHERE gone_since IS NULL
         AND EXISTS (SELECT 1 FROM json_each($1) p
                     WHERE substr(commune, 1, length(p.value)) = p.value)";
    let rows: Vec<(String,)> =
        tx.all(sql, &[stored::written(&beginnings, TABLE, "commune", "")?.into()]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// The organization of each of these that are listed.
///
/// # Errors
/// [`DbError`] of the store, or of a row that cannot be.
pub async fn organizations_of(
    tx: &mut Tx,
    resources: &[&str],
) -> Result<HashMap<String, OrganizationId>, DbError> {
    let sql = "SELECT id, organization_id FROM listed_resource
         WHERE gone_since IS NULL AND id IN (SELECT value FROM json_each($1))";
    let rows: Vec<(String, String)> =
        tx.all(sql, &[stored::written(&resources, TABLE, "id", "")?.into()]).await?;
    let read = |(id, organization): (String, String)| match OrganizationId::parse(&organization) {
        Ok(organization) => Ok((id, organization)),
        Err(_) => Err(DbError::Impossible { table: TABLE, column: "organization_id", id }),
    };
    rows.into_iter().map(read).collect()
}

/// Those listed in some communes, without those shown under another.
///
/// # Errors
/// [`DbError`] of the store, or of a row that cannot be.
pub async fn within(tx: &mut Tx, communes: &[String]) -> Result<Vec<Resource>, DbError> {
    let ids = ids_within(tx, communes).await?;
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let rows = with_ids(tx, &ids).await?;
    rows.iter().filter(|row| row.stands()).map(ResourceRow::read).collect()
}

/// How many each of these organizations offers.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn count_offered(tx: &mut Tx, organizations: &[&str]) -> Result<HashMap<String, i64>, DbError> {
    let sql = "SELECT organization_id, COUNT(*) FROM resource
         WHERE gone_since IS NULL AND shown_under IS NULL
           AND organization_id IN (SELECT value FROM json_each($1))
         GROUP BY organization_id";
    let asked = stored::written(&organizations, TABLE, "organization_id", "")?;
    let rows: Vec<(String, i64)> = tx.all(sql, &[asked.into()]).await?;
    Ok(rows.into_iter().collect())
}

/// What these organizations offer, in no particular order.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn offered_by_any(tx: &mut Tx, organizations: &[&str]) -> Result<Vec<ResourceRow>, DbError> {
    let sql =
        "SELECT id, ties, content, gone_since, organization_name, corrections, shown_under, changed_version
         FROM listed_resource
         WHERE gone_since IS NULL AND organization_id IN (SELECT value FROM json_each($1))";
    tx.all(sql, &[stored::written(&organizations, TABLE, "organization_id", "")?.into()]).await
}

/// What an organization offers, by name.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn offered_by(tx: &mut Tx, organization: &str) -> Result<Vec<ResourceRow>, DbError> {
    tx.all(
        "SELECT id, ties, content, gone_since, organization_name, corrections, shown_under, changed_version FROM listed_resource
         WHERE organization_id = $1 AND gone_since IS NULL ORDER BY name, id",
        &[organization.into()],
    )
    .await
}

/// One, gone or not, with the moment since when it is gone (Unix seconds): a plan may speak of it
/// long after.
///
/// # Errors
/// [`DbError`] of the store, or of a row that cannot be.
pub async fn find(tx: &mut Tx, id: &ResourceId) -> Result<Option<(Resource, Option<i64>)>, DbError> {
    let row: Option<ResourceRow> = tx
        .maybe(
            "SELECT id, ties, content, gone_since, organization_name, corrections, shown_under, changed_version FROM listed_resource WHERE id = $1",
            &[id.as_str().into()],
        )
        .await?;
    row.map(|row| Ok((row.read()?, row.gone_since))).transpose()
}

/// The same as it lies in the store; `None` also for one that is gone.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn row(tx: &mut Tx, id: &ResourceId) -> Result<Option<ResourceRow>, DbError> {
    tx.maybe(
        "SELECT id, ties, content, gone_since, organization_name, corrections, shown_under, changed_version FROM listed_resource
         WHERE id = $1 AND gone_since IS NULL",
        &[id.as_str().into()],
    )
    .await
}

/// How many are listed, and when one last changed (Unix seconds).
///
/// # Errors
/// [`DbError`] of the store.
pub async fn extent(tx: &mut Tx) -> Result<(i64, Option<i64>), DbError> {
    tx.one(
        "SELECT COUNT(*), MAX(changed_at) FROM resource
         WHERE gone_since IS NULL AND shown_under IS NULL",
        &[],
    )
    .await
}

/// Writes it, with what this territory knows, whether it was there or not. Its organization must
/// be there.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn put(tx: &mut Tx, resource: &Resource, now: Timestamp) -> Result<Outcome, DbError> {
    let id = resource.id.as_str();
    let content = Content::of(resource, TABLE, id)?;
    let known: Option<Known> = tx
        .maybe("SELECT id, source, fingerprint, gone_since FROM resource WHERE id = $1", &[id.into()])
        .await?;
    let has_new_ties = !has_ties(tx, resource).await?;
    let outcome = Outcome::of(known.as_ref(), &content.fingerprint);
    if outcome.with_own_fields(has_new_ties) != Outcome::Unchanged {
        let change = Change::begin(tx, now).await?;
        write(tx, resource, &content, outcome, change).await?;
        set_ties(tx, resource, change).await?;
    }
    Ok(outcome.with_own_fields(has_new_ties))
}

/// What this territory knows of one, gone or not, as it is stored; `None` of one that never was.
///
/// # Errors
/// [`DbError`] of the store, or of a row that cannot be.
pub(crate) async fn ties(tx: &mut Tx, id: &ResourceId) -> Result<Option<Ties>, DbError> {
    let id = id.as_str();
    let row: Option<(String,)> = tx.maybe("SELECT ties FROM resource WHERE id = $1", &[id.into()]).await?;
    row.map(|(json,)| stored::read_back(&json, TABLE, "ties", id)).transpose()
}

/// Whether exactly its ties are stored.
async fn has_ties(tx: &mut Tx, resource: &Resource) -> Result<bool, DbError> {
    let id = resource.id.as_str();
    let ties = stored::written(&resource.ties, TABLE, "ties", id)?;
    let same: Option<(String,)> =
        tx.maybe("SELECT id FROM resource WHERE id = $1 AND ties = $2", &[id.into(), ties.into()]).await?;
    Ok(same.is_some())
}

/// Puts its ties in place of those stored.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn set_ties(tx: &mut Tx, resource: &Resource, change: Change) -> Result<(), DbError> {
    let id = resource.id.as_str();
    let ties = stored::written(&resource.ties, TABLE, "ties", id)?;
    tx.run(
        "UPDATE resource SET ties = $2, changed_version = $3 WHERE id = $1 AND ties <> $2",
        &[id.into(), ties.into(), change.version.into()],
    )
    .await?;
    Ok(())
}

/// Tells whoever holds the directory in memory that something laid over it has changed.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn touch(tx: &mut Tx, id: &ResourceId, change: Change) -> Result<(), DbError> {
    tx.run(
        "UPDATE resource SET changed_version = $2 WHERE id = $1",
        &[id.as_str().into(), change.version.into()],
    )
    .await?;
    Ok(())
}

/// Does to its source's fields what [`Outcome::of`] found is to be done.
pub(crate) async fn write(
    tx: &mut Tx,
    resource: &Resource,
    content: &Content,
    outcome: Outcome,
    change: Change,
) -> Result<(), DbError> {
    let sql = match outcome {
        Outcome::Unchanged => return Ok(()),
        Outcome::Created => {
            "INSERT INTO resource (id, organization_id, source, name, ties, content, fingerprint,
                                   created_at, changed_at, changed_version, commune)
             VALUES ($1, $2, $3, $4, '{}', $5, $6, $7, $7, $8, $9)"
        }
        Outcome::Updated => {
            "UPDATE resource SET organization_id = $2, source = $3, name = $4, content = $5,
                                 fingerprint = $6, changed_at = $7, changed_version = $8,
                                 commune = $9, gone_since = NULL
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
        change.now.into(),
        change.version.into(),
        resource.place.commune.as_ref().into(),
    ];
    tx.run(sql, &values).await?;
    Ok(())
}

pub(crate) async fn known(tx: &mut Tx) -> Result<HashMap<String, Known>, DbError> {
    let rows = tx.all("SELECT id, source, fingerprint, gone_since FROM resource", &[]).await?;
    Ok(stored::by_id(rows))
}

pub(crate) async fn mark_gone(tx: &mut Tx, id: &str, change: Change) -> Result<(), DbError> {
    tx.run(
        "UPDATE resource SET gone_since = $2, changed_version = $3 WHERE id = $1",
        &[id.into(), change.now.into(), change.version.into()],
    )
    .await?;
    Ok(())
}

impl ResourceRow {
    /// It can be found: neither gone nor shown under another.
    pub(crate) fn stands(&self) -> bool {
        self.gone_since.is_none() && self.shown_under.is_none()
    }

    /// With what is said here instead of the source.
    pub(crate) fn read(&self) -> Result<Resource, DbError> {
        let mut resource = self.sourced()?;
        self.corrections()?.lay_over(&mut resource);
        Ok(resource)
    }

    /// What is said here instead of the source; nothing where nobody corrected it.
    pub(crate) fn corrections(&self) -> Result<Corrections, DbError> {
        let Some(json) = &self.corrections else { return Ok(Corrections::default()) };
        stored::read_back(json, "verification", "corrections", &self.id)
    }

    /// As its source says it.
    pub(crate) fn sourced(&self) -> Result<Resource, DbError> {
        let mut resource: Resource = stored::read_back(&self.content, TABLE, "content", &self.id)?;
        let ties: Ties = stored::read_back(&self.ties, TABLE, "ties", &self.id)?;
        resource.ties = ties;
        Ok(resource)
    }

    /// The same with its organization's name and its commune's centre.
    pub(crate) fn entry(&self) -> Result<Entry, DbError> {
        let resource = self.read()?;
        let commune = resource.place.commune.as_ref().and_then(|code| Gazetteer::load().current(code));
        let centre = commune.and_then(|commune| commune.centre);
        Ok(Entry::new(resource, self.organization_name.clone(), centre))
    }
}
