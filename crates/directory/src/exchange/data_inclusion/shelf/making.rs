use std::collections::{BTreeSet, HashMap};
use std::path::Path;
use std::sync::Arc;

use platform::db::{Db, DbError, Tx};

use super::file::Draft;
use super::prepared::Prepared;
use crate::finder::View;
use crate::organization::{self, Organization, OrganizationId};
use crate::resource::{self, Resource, ResourceRow};

/// Rows read at a time.
const PAGE: i64 = 2_000;

/// Why answers could not be prepared.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unmade {
    #[error(transparent)]
    Store(#[from] DbError),
    #[error(transparent)]
    File(#[from] std::io::Error),
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    #[error(transparent)]
    Stopped(#[from] tokio::task::JoinError),
}

/// Writes the answers of everything the large index of a view holds.
///
/// # Errors
/// [`Unmade`]; a shelf that was there stays.
pub(super) async fn make(db: &Db, view: &Arc<View>, path: &Path) -> Result<(), Unmade> {
    let mut tx = db.read().await?;
    let mut draft = Draft::begin(path, view.mark(), view.places())?;
    let mut last = String::new();
    loop {
        let rows = resource::page_after(&mut tx, &last, PAGE).await?;
        let Some(end) = rows.last() else { break };
        last.clone_from(&end.id);
        let pairs = with_organizations(&mut tx, &rows).await?;
        let view = Arc::clone(view);
        draft = tokio::task::spawn_blocking(move || put_all(draft, &view, &pairs)).await??;
    }
    tokio::task::spawn_blocking(|| draft.finish()).await??;
    Ok(())
}

/// Resources, each with what offers it; one whose organization is not there is left out.
pub(super) async fn with_organizations(
    tx: &mut Tx,
    rows: &[ResourceRow],
) -> Result<Vec<(Resource, Arc<Organization>)>, DbError> {
    let resources = rows.iter().map(ResourceRow::read).collect::<Result<Vec<Resource>, _>>()?;
    let ids: BTreeSet<&str> = resources.iter().map(|resource| resource.organization.as_str()).collect();
    let ids: Vec<&str> = ids.into_iter().collect();
    let organizations = organization::with_ids(tx, &ids).await?.into_iter();
    let organizations: HashMap<OrganizationId, Arc<Organization>> =
        organizations.map(|organization| (organization.id.clone(), Arc::new(organization))).collect();
    let pair = |resource: Resource| {
        let organization = Arc::clone(organizations.get(&resource.organization)?);
        Some((resource, organization))
    };
    Ok(resources.into_iter().filter_map(pair).collect())
}

fn put_all(mut draft: Draft, view: &View, pairs: &[(Resource, Arc<Organization>)]) -> Result<Draft, Unmade> {
    for (resource, organization) in pairs {
        // What has changed since is never asked of the shelf.
        if let Some(place) = view.place(&resource.id) {
            draft.put(place, &Prepared::of(resource, organization)?.shelved())?;
        }
    }
    Ok(draft)
}
