use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::ties::Ties;
use crate::contact::{Contact, WebLink};
use crate::organization::OrganizationId;
use crate::place::Place;
use crate::source_id::source_ids;
use crate::vocabulary::{Cost, Mobilizer, Public, ResourceKind, Theme, WayIn, WelcomeMode};

source_ids! {
    /// `<source>--<the source's own id>`, as data·inclusion builds it: `dora--42`.
    ResourceId
}

/// data·inclusion's *service*, schema 1.0, with what the territory knows about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Resource {
    pub id: ResourceId,
    pub organization: OrganizationId,
    /// Who publishes the entry: `dora`, `maillage` for our own.
    pub source: String,
    pub name: String,
    pub description: String,
    /// The day the source last changed it.
    pub updated_on: Date,
    pub source_page: Option<WebLink>,
    pub kind: Option<ResourceKind>,
    pub themes: BTreeSet<Theme>,
    pub cost: Option<Cost>,
    pub cost_note: Option<String>,
    /// Empty when the source does not say.
    pub publics: BTreeSet<Public>,
    pub publics_note: Option<String>,
    pub conditions: Option<String>,
    pub place: Place,
    pub contact: Contact,
    /// A professional's name: for who keeps the directory, not for public pages.
    pub contact_name: Option<String>,
    pub welcome_modes: BTreeSet<WelcomeMode>,
    /// Who is eligible by where they live; empty means anybody.
    pub zones: Vec<Zone>,
    pub booking: Option<WebLink>,
    pub ways_in: BTreeSet<WayIn>,
    pub open_to: BTreeSet<Mobilizer>,
    pub ways_in_note: Option<String>,
    pub weekly_hours: Option<f64>,
    pub weeks: Option<u32>,
    /// OpenStreetMap's `opening_hours`, as the source wrote it.
    pub opening_hours: Option<String>,
    /// Kept apart in the store: an import never touches them.
    #[serde(skip)]
    pub ties: Ties,
}

impl Resource {
    /// What this territory knows of its hours, else what its source says.
    pub fn hours(&self) -> Option<&str> {
        self.ties.schedule.as_deref().or(self.opening_hours.as_deref())
    }
}

/// A place of residence that gives a right: a code of commune, département, EPCI or country, or
/// `france` (data·inclusion's `zone_eligibilite`; régions are listed département by département).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Zone(String);

impl Zone {
    /// France in INSEE's list of countries.
    pub const FRANCE: &str = "99100";

    pub fn parse(code: &str) -> Option<Zone> {
        // The schema's `\w{5}` and `\w{2,3}` cover countries too: 99100 has a commune's shape.
        let word = code.chars().all(|c| c.is_alphanumeric() || c == '_');
        let siren = code.len() == 9 && code.chars().all(|c| c.is_ascii_digit());
        let known = code == "france" || siren || (word && matches!(code.chars().count(), 2 | 3 | 5));
        known.then(|| Zone(code.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whoever lives in France is in it.
    pub(crate) fn is_france(&self) -> bool {
        matches!(self.as_str(), "france" | Zone::FRANCE)
    }
}

impl TryFrom<String> for Zone {
    type Error = String;

    fn try_from(code: String) -> Result<Self, Self::Error> {
        Zone::parse(&code).ok_or_else(|| format!("« {code} » is no zone"))
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> String {
        zone.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_has_the_shape_of_one_of_the_official_codes() {
        for code in ["75056", "2A", "974", "200093201", "99100", "france"] {
            assert!(Zone::parse(code).is_some(), "{code}");
        }
        for code in ["", "4", "6900", "Isère ", "20009320", "FRANCE", "69-00"] {
            assert_eq!(Zone::parse(code), None, "{code}");
        }
    }
}
