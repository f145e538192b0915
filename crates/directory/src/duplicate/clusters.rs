//! What somebody said is one, and what very likely is: for programs that ask for each thing once.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use platform::db::{DbError, Tx};

use super::compare::Scales;
use super::entry::{EntryId, Kind};
use super::groups::Groups;
use super::search::SearchError;
use super::{showing, sql};
use crate::finder::Clusters;
use crate::organization::{self, OrganizationId};
use crate::resource::ResourceId;

/// Those merged by a person, and those proposed as very likely one: data·inclusion takes its
/// model’s own word from a threshold on. What was told apart is in no cluster with one another.
///
/// # Errors
/// [`SearchError`] of the store, or of the weights.
pub(crate) async fn clusters(tx: &mut Tx) -> Result<Clusters, SearchError> {
    let likely = Scales::shipped()?.weights.thresholds.likely;
    let organizations = members(tx, Kind::Organization, likely).await?;
    let ids: Vec<&str> = organizations.iter().flatten().map(EntryId::as_str).collect();
    let days = organization::changed_days(tx, &ids).await?;
    let resources = members(tx, Kind::Resource, likely).await?;
    let resource = |id: EntryId| ResourceId::parse(id.as_str()).ok();
    let dated = |cluster: Vec<EntryId>| cluster.iter().filter_map(|id| of_day(id, &days)).collect();
    Ok(Clusters {
        organizations: organizations.into_iter().map(dated).collect(),
        resources: resources.into_iter().map(|ids| ids.into_iter().filter_map(resource).collect()).collect(),
    })
}

fn of_day(id: &EntryId, days: &HashMap<String, Date>) -> Option<(OrganizationId, Date)> {
    Some((OrganizationId::parse(id.as_str()).ok()?, *days.get(id.as_str())?))
}

async fn members(tx: &mut Tx, kind: Kind, likely: i16) -> Result<Vec<Vec<EntryId>>, DbError> {
    let merged = showing::merged(tx, kind).await?;
    let pairs = sql::likely(tx, kind, likely).await?;
    let groups = Groups::of(&merged, pairs.iter().map(|(first, second)| (first, second)));
    let mut clusters: BTreeMap<&EntryId, Vec<EntryId>> = BTreeMap::new();
    for id in groups.members() {
        clusters.entry(groups.first(id)).or_default().push(id.clone());
    }
    Ok(clusters.into_values().collect())
}
