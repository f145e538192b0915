use jiff::civil::Date;
use kernel::coded;

use crate::contact::Contact;
use crate::organization::{Organization, OrganizationId};
use crate::place::Place;
use crate::resource::{Resource, ResourceId, Ties};
use crate::source_id::source_ids;

coded! {
    /// What may be listed twice.
    Kind {
        Organization = "organization",
        Resource = "resource",
    }
}

source_ids! {
    /// Of an organization or of a resource, as the kind beside it says.
    EntryId
}

impl From<&OrganizationId> for EntryId {
    fn from(id: &OrganizationId) -> EntryId {
        EntryId(id.as_str().to_owned())
    }
}

impl From<&ResourceId> for EntryId {
    fn from(id: &ResourceId) -> EntryId {
        EntryId(id.as_str().to_owned())
    }
}

/// One side of a pair.
#[derive(Clone, Debug)]
pub(super) enum Entry {
    Organization(Box<Organization>),
    Resource(Box<Resource>),
}

impl Entry {
    pub(super) fn id(&self) -> EntryId {
        match self {
            Entry::Organization(organization) => (&organization.id).into(),
            Entry::Resource(resource) => (&resource.id).into(),
        }
    }

    pub(super) fn name(&self) -> &str {
        match self {
            Entry::Organization(organization) => &organization.name,
            Entry::Resource(resource) => &resource.name,
        }
    }

    pub(super) fn source(&self) -> &str {
        match self {
            Entry::Organization(organization) => &organization.source,
            Entry::Resource(resource) => &resource.source,
        }
    }

    pub(super) fn updated_on(&self) -> Date {
        match self {
            Entry::Organization(organization) => organization.updated_on,
            Entry::Resource(resource) => resource.updated_on,
        }
    }

    pub(super) fn place(&self) -> &Place {
        match self {
            Entry::Organization(organization) => &organization.place,
            Entry::Resource(resource) => &resource.place,
        }
    }

    pub(super) fn contact(&self) -> &Contact {
        match self {
            Entry::Organization(organization) => &organization.contact,
            Entry::Resource(resource) => &resource.contact,
        }
    }

    /// How many of the things it may say it says.
    pub(super) fn filled(&self) -> usize {
        let (place, contact) = (self.place(), self.contact());
        let shared = [
            place.street.is_some(),
            place.located.trusted().is_some(),
            contact.phone.is_some(),
            contact.email.is_some(),
        ];
        let own = match self {
            Entry::Organization(one) => vec![
                one.description.is_some(),
                one.siret.is_some(),
                one.website.is_some(),
                one.opening_hours.is_some(),
                one.accessibility.is_some(),
            ],
            Entry::Resource(one) => vec![
                one.cost.is_some(),
                !one.themes.is_empty(),
                !one.publics.is_empty(),
                one.hours().is_some(),
                one.conditions.is_some(),
            ],
        };
        shared.into_iter().chain(own).filter(|is_filled| *is_filled).count()
    }

    /// Whether something is known of it here that its source does not say.
    pub(super) fn is_known_here(&self) -> bool {
        match self {
            Entry::Organization(_) => false,
            Entry::Resource(resource) => resource.ties != Ties::default(),
        }
    }
}
