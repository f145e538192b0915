use std::collections::BTreeSet;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

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

/// What is held, with the fields a file says in place of those.
///
/// # Errors
/// When a field does not hold what it should; a file's row was refused for it before.
pub(super) fn over<T: Serialize + DeserializeOwned>(
    held: &T,
    said: &Map<String, Value>,
) -> serde_json::Result<T> {
    let mut whole = serde_json::to_value(held)?;
    if let Value::Object(fields) = &mut whole {
        fields.extend(said.clone());
    }
    serde_json::from_value(whole)
}
