//! What a register is made of. Its JSON is its own description: names are those of article 30.

use serde::Serialize;

use crate::measures::Measure;
use crate::outside::Outside;

#[derive(Clone, Debug, Serialize)]
pub(crate) struct Register {
    /// The day it was made, as an ISO date.
    pub(crate) made_on: String,
    pub(crate) team: String,
    pub(crate) team_address: String,
    pub(crate) team_phone: String,
    pub(crate) controller: Option<Answers>,
    pub(crate) sheets: Vec<Sheet>,
    pub(crate) outside_machines: Vec<Outside>,
    pub(crate) measures: Vec<Measure>,
}

/// Who answers, in words.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Answers {
    pub(crate) name: String,
    pub(crate) address: String,
    pub(crate) data_protection_officer: Option<String>,
    pub(crate) host: Option<String>,
    pub(crate) backups: Option<String>,
}

/// One activity.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Sheet {
    /// For addresses on the page.
    pub(crate) code: &'static str,
    pub(crate) title: String,
    pub(crate) purposes: Vec<String>,
    pub(crate) legal_basis: Vec<String>,
    pub(crate) persons: Vec<String>,
    pub(crate) data: Vec<Data>,
    pub(crate) recipients: Vec<String>,
    pub(crate) transfers: Vec<String>,
    pub(crate) retention: Vec<String>,
}

/// A table, and what its columns say.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Data {
    pub(crate) what: String,
    pub(crate) says: Vec<String>,
    /// Its name in the store, for whoever checks.
    pub(crate) table: &'static str,
}
