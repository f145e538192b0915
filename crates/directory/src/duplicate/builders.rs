//! Organizations to compare, for tests.

use kernel::commune::CommuneCode;
use kernel::contact::Email;
use kernel::geo::Point;

use crate::contact::Contact;
use crate::organization::{Organization, OrganizationId};
use crate::place::{Located, Place};

/// An organization at Bron that says nothing but its name.
pub(crate) fn organization(id: &str, name: &str) -> Organization {
    Organization {
        id: OrganizationId::parse(id).unwrap(),
        source: id.split("--").next().unwrap_or_default().to_owned(),
        name: name.to_owned(),
        updated_on: jiff::civil::date(2025, 6, 1),
        description: None,
        source_page: None,
        siret: None,
        place: Place {
            postcode: Some("69500".to_owned()),
            commune_name: Some("Bron".to_owned()),
            commune: CommuneCode::parse("69029"),
            ..Place::default()
        },
        contact: Contact::default(),
        website: None,
        opening_hours: None,
        accessibility: None,
        networks: std::collections::BTreeSet::new(),
        kind: None,
    }
}

impl Organization {
    pub(crate) fn at(mut self, street: &str) -> Organization {
        self.place.street = Some(street.to_owned());
        self
    }

    pub(crate) fn located(mut self, lat: f64, lon: f64) -> Organization {
        self.place.located = Located::Trusted { point: Point::new(lat, lon).unwrap() };
        self
    }

    pub(crate) fn in_town(mut self, postcode: &str, code: &str, name: &str) -> Organization {
        self.place.postcode = Some(postcode.to_owned());
        self.place.commune = CommuneCode::parse(code);
        self.place.commune_name = Some(name.to_owned());
        self
    }

    pub(crate) fn reached(mut self, phone: &str, email: &str) -> Organization {
        self.contact = Contact { phone: Some(phone.to_owned()), email: Email::parse(email) };
        self
    }

    pub(crate) fn registered(mut self, siret: &str) -> Organization {
        self.siret = Some(siret.to_owned());
        self
    }
}
