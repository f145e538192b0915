//! Persons and places for tests: say what matters, the rest is plain.

use std::collections::BTreeSet;

use directory::contact::Contact;
use directory::organization::OrganizationId;
use directory::place::Place;
use directory::resource::{Resource, ResourceId, Ties};
use directory::vocabulary::WelcomeMode;
use jiff::civil::{Date, date};
use kernel::commune::CommuneCode;
use kernel::contact::Email;
use kernel::geo::Point;

use super::model::{Asked, Candidate, Home, Past, Profile};
use crate::assessment::model::Reach;
use crate::person::Civility;

pub(super) const TODAY: Date = date(2026, 1, 13);

/// Mme Aline D., 77, of Bron, of whom nothing else is known.
pub(super) fn aline() -> Profile {
    Profile {
        home: Home::of(&CommuneCode::parse("69029").unwrap()),
        age: Some(77),
        civility: Some(Civility::Madame),
        levers: BTreeSet::new(),
        topics: BTreeSet::new(),
        needs: BTreeSet::new(),
        constraints: BTreeSet::new(),
        languages: BTreeSet::new(),
        times: BTreeSet::new(),
        reach: Reach::default(),
        asked_km: None,
        today: TODAY,
        is_provisional: false,
    }
}

/// A resource one goes to, checked long enough ago to count neither way.
pub(super) fn resource(id: &str, ties: Ties) -> Resource {
    let email = Email::parse("bonjour@voix-voisines.example");
    Resource {
        id: ResourceId::parse(id).unwrap(),
        organization: OrganizationId::parse("demo--voix-voisines").unwrap(),
        source: "demo".to_owned(),
        name: id.to_owned(),
        description: String::new(),
        updated_on: date(2025, 4, 1),
        source_page: None,
        kind: None,
        themes: BTreeSet::new(),
        cost: None,
        cost_note: None,
        publics: BTreeSet::new(),
        publics_note: None,
        conditions: None,
        place: Place::default(),
        contact: Contact { phone: None, email },
        contact_name: None,
        welcome_modes: [WelcomeMode::OnSite].into(),
        zones: Vec::new(),
        booking: None,
        ways_in: BTreeSet::new(),
        open_to: BTreeSet::new(),
        ways_in_note: None,
        weekly_hours: None,
        weeks: None,
        opening_hours: None,
        ties,
    }
}

/// So many kilometres north of the centre of Bron.
pub(super) fn seen(resource: &Resource, km: f64) -> Candidate<'_> {
    let centre = aline().home.centre.unwrap();
    let point = Point::new(centre.lat + km / 111.2, centre.lon).unwrap();
    Candidate {
        resource,
        organization: "Voix voisines",
        at: Some((point, false)),
        load: 0,
        asked: Asked::default(),
        is_doubted: false,
        past: Past::Nothing,
    }
}
