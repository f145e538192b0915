use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::contact::{Contact, WebLink};
use crate::place::Place;
use crate::source_id::source_ids;
use crate::vocabulary::{Network, OrganizationKind};

source_ids! {
    /// `<source>--<the source's own id>`, as data·inclusion builds it: `dora--42`.
    OrganizationId
}

/// data·inclusion's *structure*, schema 1.0.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Organization {
    pub id: OrganizationId,
    /// Who publishes the entry: `dora`, `maillage` for our own.
    pub source: String,
    pub name: String,
    /// The day the source last changed it.
    pub updated_on: Date,
    pub description: Option<String>,
    pub source_page: Option<WebLink>,
    /// Fourteen digits of the French business register.
    pub siret: Option<String>,
    pub place: Place,
    pub contact: Contact,
    pub website: Option<WebLink>,
    /// OpenStreetMap's `opening_hours`, as the source wrote it.
    pub opening_hours: Option<String>,
    /// Page of the place on Acceslibre.
    pub accessibility: Option<WebLink>,
    pub networks: BTreeSet<Network>,
    /// Known here and not in data·inclusion: kept apart in the store, never touched by an import.
    #[serde(skip)]
    pub kind: Option<OrganizationKind>,
}
