//! What an organization says of itself, over what its source says: as corrections of what it offers.

use serde::{Deserialize, Serialize};

use super::correction::{Local, is_disputed, local, only_disputed, same_text};
use super::field::Field;
use crate::contact::{Contact, WebLink};
use crate::organization::Organization;
use crate::place::Place;

/// What is said here instead of the source; fields without one are the source's.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct OrganizationCorrections {
    name: Option<Local<String>>,
    description: Option<Local<Option<String>>>,
    contact: Option<Local<Contact>>,
    website: Option<Local<Option<WebLink>>>,
    opening_hours: Option<Local<Option<String>>>,
    place: Option<Local<Place>>,
}

impl OrganizationCorrections {
    /// Those that make `source` say what `wanted` does, as far as these fields go.
    pub(super) fn between(source: &Organization, wanted: &Organization) -> OrganizationCorrections {
        OrganizationCorrections {
            name: local(&source.name, &wanted.name, same_text),
            description: local(&source.description, &wanted.description, same_words),
            contact: local(&source.contact, &wanted.contact, PartialEq::eq),
            website: local(&source.website, &wanted.website, PartialEq::eq),
            opening_hours: local(&source.opening_hours, &wanted.opening_hours, PartialEq::eq),
            place: local(&source.place, &wanted.place, PartialEq::eq),
        }
    }

    /// Without those of some fields: there, what the source says holds again.
    #[must_use]
    pub(super) fn following(self, source_in: &[Field]) -> OrganizationCorrections {
        let keeps = |field: Field| !source_in.contains(&field);
        OrganizationCorrections {
            name: self.name.filter(|_| keeps(Field::Name)),
            description: self.description.filter(|_| keeps(Field::Description)),
            contact: self.contact.filter(|_| keeps(Field::Contact)),
            website: self.website.filter(|_| keeps(Field::Contact)),
            opening_hours: self.opening_hours.filter(|_| keeps(Field::Schedule)),
            place: self.place.filter(|_| keeps(Field::Place)),
        }
    }

    /// Fields of which the source says something new since they were corrected; its website is one
    /// of the ways to reach it.
    pub(super) fn disputed(&self, source: &Organization) -> Vec<Field> {
        let reached = is_disputed(self.contact.as_ref(), &source.contact)
            || is_disputed(self.website.as_ref(), &source.website);
        only_disputed([
            (Field::Name, is_disputed(self.name.as_ref(), &source.name)),
            (Field::Description, is_disputed(self.description.as_ref(), &source.description)),
            (Field::Schedule, is_disputed(self.opening_hours.as_ref(), &source.opening_hours)),
            (Field::Place, is_disputed(self.place.as_ref(), &source.place)),
            (Field::Contact, reached),
        ])
    }

    /// Lays them over what the source says.
    pub(crate) fn lay_over(self, organization: &mut Organization) {
        if let Some(name) = self.name {
            organization.name = name.value;
        }
        if let Some(description) = self.description {
            organization.description = description.value;
        }
        if let Some(contact) = self.contact {
            organization.contact = contact.value;
        }
        if let Some(website) = self.website {
            organization.website = website.value;
        }
        if let Some(hours) = self.opening_hours {
            organization.opening_hours = hours.value;
        }
        if let Some(place) = self.place {
            organization.place = place.value;
        }
    }

    pub(super) fn name(&self) -> Option<&str> {
        Some(self.name.as_ref()?.value.as_str())
    }

    pub(super) fn place(&self) -> Option<&Place> {
        Some(&self.place.as_ref()?.value)
    }
}

/// Forms change line ends and spaces that nobody meant to change.
fn same_words(one: &Option<String>, other: &Option<String>) -> bool {
    let words = |text: &Option<String>| -> Vec<String> {
        text.iter().flat_map(|text| text.split_whitespace()).map(str::to_owned).collect()
    };
    words(one) == words(other)
}
