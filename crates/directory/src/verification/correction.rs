//! Corrections: what a territory says instead of an entry's source.
//!
//! They lie beside the source's own fields, so that an import, which replaces those, undoes none of
//! them; each remembers what it was said instead of, so that a source that changes its mind is seen.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::field::Field;
use crate::contact::Contact;
use crate::place::Place;
use crate::resource::Resource;
use crate::vocabulary::{Cost, Public};

/// What is said here instead of the source; fields without one are the source's.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Corrections {
    name: Option<Local<String>>,
    description: Option<Local<String>>,
    cost: Option<Local<CostSaid>>,
    contact: Option<Local<Contact>>,
    place: Option<Local<Place>>,
    publics: Option<Local<PublicsSaid>>,
}

/// A field as it is said here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Local<T> {
    pub(super) value: T,
    /// What the source said that day.
    instead_of: T,
}

/// Free or not, and in words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct CostSaid {
    pub(super) cost: Option<Cost>,
    pub(super) note: Option<String>,
}

/// From a list, and in words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct PublicsSaid {
    pub(super) publics: BTreeSet<Public>,
    pub(super) note: Option<String>,
}

impl Corrections {
    /// Those that make `source` say what `wanted` does, as far as these six fields go.
    pub(super) fn between(source: &Resource, wanted: &Resource) -> Corrections {
        Corrections {
            name: local(&source.name, &wanted.name, same_text),
            description: local(&source.description, &wanted.description, same_text),
            cost: local(&CostSaid::of(source), &CostSaid::of(wanted), PartialEq::eq),
            contact: local(&source.contact, &wanted.contact, PartialEq::eq),
            place: local(&source.place, &wanted.place, PartialEq::eq),
            publics: local(&PublicsSaid::of(source), &PublicsSaid::of(wanted), PartialEq::eq),
        }
    }

    /// Without those of some fields: there, what the source says holds again.
    #[must_use]
    pub(super) fn following(self, source_in: &[Field]) -> Corrections {
        let keeps = |field: Field| !source_in.contains(&field);
        Corrections {
            name: self.name.filter(|_| keeps(Field::Name)),
            description: self.description.filter(|_| keeps(Field::Description)),
            cost: self.cost.filter(|_| keeps(Field::Cost)),
            contact: self.contact.filter(|_| keeps(Field::Contact)),
            place: self.place.filter(|_| keeps(Field::Place)),
            publics: self.publics.filter(|_| keeps(Field::Whom)),
        }
    }

    /// Lays them over what the source says.
    pub(crate) fn lay_over(self, resource: &mut Resource) {
        if let Some(name) = self.name {
            resource.name = name.value;
        }
        if let Some(description) = self.description {
            resource.description = description.value;
        }
        if let Some(cost) = self.cost {
            resource.cost = cost.value.cost;
            resource.cost_note = cost.value.note;
        }
        if let Some(contact) = self.contact {
            resource.contact = contact.value;
        }
        if let Some(place) = self.place {
            resource.place = place.value;
        }
        if let Some(publics) = self.publics {
            resource.publics = publics.value.publics;
            resource.publics_note = publics.value.note;
        }
    }

    pub(super) fn has(&self, field: Field) -> bool {
        match field {
            Field::Name => self.name.is_some(),
            Field::Description => self.description.is_some(),
            Field::Cost => self.cost.is_some(),
            Field::Contact => self.contact.is_some(),
            Field::Place => self.place.is_some(),
            Field::Whom => self.publics.is_some(),
            Field::Schedule | Field::Room | Field::Access | Field::How => false,
        }
    }

    /// Fields of which the source says something new since they were corrected.
    pub(super) fn disputed(&self, source: &Resource) -> Vec<Field> {
        let disputes = [
            (Field::Name, is_disputed(self.name.as_ref(), &source.name)),
            (Field::Description, is_disputed(self.description.as_ref(), &source.description)),
            (Field::Cost, is_disputed(self.cost.as_ref(), &CostSaid::of(source))),
            (Field::Contact, is_disputed(self.contact.as_ref(), &source.contact)),
            (Field::Place, is_disputed(self.place.as_ref(), &source.place)),
            (Field::Whom, is_disputed(self.publics.as_ref(), &PublicsSaid::of(source))),
        ];
        only_disputed(disputes)
    }
}

impl PublicsSaid {
    fn of(resource: &Resource) -> PublicsSaid {
        PublicsSaid { publics: resource.publics.clone(), note: resource.publics_note.clone() }
    }
}

impl CostSaid {
    fn of(resource: &Resource) -> CostSaid {
        CostSaid { cost: resource.cost, note: resource.cost_note.clone() }
    }
}

pub(super) fn local<T: Clone>(source: &T, wanted: &T, is_same: fn(&T, &T) -> bool) -> Option<Local<T>> {
    (!is_same(source, wanted)).then(|| Local { value: wanted.clone(), instead_of: source.clone() })
}

/// Forms change line ends and spaces that nobody meant to change.
#[expect(clippy::ptr_arg, reason = "compared like the other fields, by one signature")]
pub(super) fn same_text(one: &String, other: &String) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

pub(super) fn only_disputed<const N: usize>(disputes: [(Field, bool); N]) -> Vec<Field> {
    disputes.into_iter().filter(|(_, is_so)| *is_so).map(|(field, _)| field).collect()
}

pub(super) fn is_disputed<T: PartialEq>(local: Option<&Local<T>>, source: &T) -> bool {
    local.is_some_and(|local| local.instead_of != *source && local.value != *source)
}
