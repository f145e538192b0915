//! Entries of a territory of which the source says something new since somebody corrected them.

use platform::db::{DbError, Tx};

use super::standing::communes;
use crate::address;
use crate::organization::{self, OrganizationId};
use crate::resource::{self, ResourceId, ResourceRow};
use crate::territory::Territory;

/// One, and where both versions stand side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Disputed {
    pub(super) name: String,
    pub(super) href: String,
}

/// Organizations, then what they offer. Only what was corrected is read: few entries are.
///
/// # Errors
/// [`DbError`] of the store, or of a row that cannot be.
pub(super) async fn disputed_in(tx: &mut Tx, territory: &Territory) -> Result<Vec<Disputed>, DbError> {
    let communes = communes(territory)?;
    let mut disputed = organizations(tx, &communes).await?;
    disputed.extend(resources(tx, &communes).await?);
    Ok(disputed)
}

async fn organizations(tx: &mut Tx, communes: &str) -> Result<Vec<Disputed>, DbError> {
    let ids: Vec<(String,)> = tx
        .all(
            "SELECT o.id FROM organization o JOIN organization_verification v ON v.organization_id = o.id
             WHERE o.gone_since IS NULL AND o.shown_under IS NULL AND v.corrections LIKE '%instead_of%'
               AND COALESCE(v.commune, o.commune) IN (SELECT value FROM json_each($1)) ORDER BY o.id",
            &[communes.into()],
        )
        .await?;
    let mut found = Vec::new();
    for id in ids.iter().filter_map(|(id,)| OrganizationId::parse(id).ok()) {
        let Some(row) = organization::row(tx, &id).await? else { continue };
        if !row.corrections()?.disputed(&row.sourced()?).is_empty() {
            found.push(Disputed { name: row.read()?.name, href: address::verification_check(&id) });
        }
    }
    Ok(found)
}

async fn resources(tx: &mut Tx, communes: &str) -> Result<Vec<Disputed>, DbError> {
    let ids: Vec<(String,)> = tx
        .all(
            "SELECT r.id FROM resource r JOIN verification v ON v.resource_id = r.id
             WHERE r.gone_since IS NULL AND v.corrections LIKE '%instead_of%'
               AND r.commune IN (SELECT value FROM json_each($1)) ORDER BY r.id",
            &[communes.into()],
        )
        .await?;
    let mut found = Vec::new();
    for id in ids.iter().filter_map(|(id,)| ResourceId::parse(id).ok()) {
        let Some(row) = resource::row(tx, &id).await?.filter(ResourceRow::stands) else { continue };
        if !row.corrections()?.disputed(&row.sourced()?).is_empty() {
            found.push(Disputed { name: row.read()?.name, href: address::verification(&id) });
        }
    }
    Ok(found)
}
