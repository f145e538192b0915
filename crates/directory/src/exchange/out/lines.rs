use serde::Serialize;

use super::super::data_inclusion::{OwnOfStructure, Service, Structure};
use crate::organization::Organization;
use crate::resource::Resource;

/// How a line of each file is made.
pub(super) struct Writing {
    pub(super) structure: fn(&Organization) -> serde_json::Result<String>,
    pub(super) service: fn(&Resource) -> serde_json::Result<String>,
}

/// What the schema knows, and nothing else.
pub(super) const OFFICIAL: Writing = Writing {
    structure: |organization| line(&Structure::of(organization)),
    service: |resource| line(&Service::of(resource)),
};

/// The same with what this territory knows, private parts included.
pub(super) const OURS: Writing = Writing {
    structure: |organization| {
        line(&With { entry: Structure::of(organization), maillage: OwnOfStructure::of(organization) })
    },
    service: |resource| line(&With { entry: Service::in_full(resource), maillage: &resource.ties }),
};

/// An official line and ours beside it.
#[derive(Serialize)]
struct With<E, O> {
    #[serde(flatten)]
    entry: E,
    maillage: O,
}

fn line(entry: &impl Serialize) -> serde_json::Result<String> {
    Ok(serde_json::to_string(entry)? + "\n")
}
