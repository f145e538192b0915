use std::collections::BTreeMap;
use std::sync::Arc;

use kernel::commune::CommuneCode;
use kernel::geo::Point;

use super::entry::Entry;
use crate::organization::{Organization, OrganizationId};
use crate::resource::{Resource, ResourceId};

/// The directory at one moment: what is offered now, sorted by identifier.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    entries: Vec<Entry>,
    organizations: BTreeMap<OrganizationId, Arc<Organization>>,
}

impl Snapshot {
    /// A resource whose organization is not given is left out: nobody could be asked about it.
    pub fn new(
        organizations: Vec<Organization>,
        resources: Vec<Resource>,
        centre_of: impl Fn(&CommuneCode) -> Option<Point>,
    ) -> Snapshot {
        let organizations: BTreeMap<OrganizationId, Arc<Organization>> = organizations
            .into_iter()
            .map(|organization| (organization.id.clone(), Arc::new(organization)))
            .collect();
        let mut entries: Vec<Entry> = resources
            .into_iter()
            .filter_map(|resource| {
                let organization = organizations.get(&resource.organization)?;
                let centre = resource.place.commune.as_ref().and_then(&centre_of);
                Some(Entry::new(resource, Arc::clone(organization), centre))
            })
            .collect();
        entries.sort_by(|a, b| a.resource().id.cmp(&b.resource().id));
        Snapshot { entries, organizations }
    }

    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    pub fn resource(&self, id: &ResourceId) -> Option<&Entry> {
        let place = self.entries.binary_search_by(|entry| entry.resource().id.cmp(id)).ok()?;
        self.entries.get(place)
    }

    pub fn organization(&self, id: &OrganizationId) -> Option<&Organization> {
        self.organizations.get(id).map(Arc::as_ref)
    }

    pub fn organizations(&self) -> impl Iterator<Item = &Organization> {
        self.organizations.values().map(Arc::as_ref)
    }

    /// What an organization offers.
    pub fn offered_by<'s>(&'s self, id: &'s OrganizationId) -> impl Iterator<Item = &'s Entry> {
        self.entries.iter().filter(move |entry| entry.resource().organization == *id)
    }
}
