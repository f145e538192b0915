use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::organization::Organization;
use crate::vocabulary::{Network, OrganizationKind};

/// The field beside the schema's under which our own files carry what a territory knows.
pub(super) const FIELD: &str = "maillage";

/// What a territory knows of a structure beyond the schema. Of a service, it is its
/// [`Ties`](crate::resource::Ties).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct OwnOfStructure {
    pub(super) kind: Option<OrganizationKind>,
    /// Networks the official list lacks.
    pub(super) networks: BTreeSet<Network>,
}

impl OwnOfStructure {
    pub fn of(organization: &Organization) -> OwnOfStructure {
        let local = organization.networks.iter().copied().filter(|network| !network.is_official());
        OwnOfStructure { kind: organization.kind, networks: local.collect() }
    }
}
