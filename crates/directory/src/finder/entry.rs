use std::borrow::Cow;

use kernel::Lang;
use kernel::geo::Point;

use super::text::Field;
use crate::gazetteer::{Commune, Gazetteer};
use crate::resource::Resource;
use crate::vocabulary::{Coded, Public};

/// One resource as it is found and listed.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    resource: Resource,
    organization_name: String,
    commune_centre: Option<Point>,
}

impl Entry {
    pub fn new(resource: Resource, organization_name: String, commune_centre: Option<Point>) -> Entry {
        Entry { resource, organization_name, commune_centre }
    }

    pub fn resource(&self) -> &Resource {
        &self.resource
    }

    pub fn organization_name(&self) -> &str {
        &self.organization_name
    }

    /// The commune of today it lies in.
    pub(super) fn commune(&self) -> Option<&'static Commune> {
        Gazetteer::load().current(self.resource.place.commune.as_ref()?)
    }

    /// Centre of the resource's commune.
    pub(super) fn commune_centre(&self) -> Option<Point> {
        self.commune_centre
    }

    /// Where to draw it, and whether that is only its commune's centre.
    pub fn drawn_at(&self) -> Option<(Point, bool)> {
        let exact = self.resource.place.located.trusted().map(|point| (point, false));
        exact.or(self.commune_centre.map(|point| (point, true)))
    }

    /// What it can be found by, what is worth most first. Subjects are named in French, as people
    /// ask for them.
    pub(super) fn texts(&self) -> Vec<(Field, Cow<'_, str>)> {
        let resource = &self.resource;
        let themes = resource.themes.iter().flat_map(|theme| [theme.code(), theme.label(Lang::Fr)]);
        let topics = resource.ties.topics.iter().flat_map(|topic| [topic.as_str(), topic.label(Lang::Fr)]);
        let publics = resource.publics.iter();
        let publics =
            publics.flat_map(|public| [Cow::from(public.code()), Public::label(*public, Lang::Fr).into()]);
        let levers = resource.ties.levers.iter().map(|lever| Cow::from(lever.label(Lang::Fr)));
        let subjects = themes.chain(topics).map(Cow::from).chain(publics).chain(levers);
        let optional = [&resource.conditions, &resource.publics_note, &resource.place.commune_name];
        let optional = optional.into_iter().flatten().map(String::as_str);
        let rest = std::iter::once(resource.description.as_str()).chain(optional).map(Cow::from);
        let names = [
            (Field::Name, Cow::from(resource.name.as_str())),
            (Field::Organization, Cow::from(self.organization_name.as_str())),
        ];
        let subjects = subjects.map(|text| (Field::Subjects, text));
        names.into_iter().chain(subjects).chain(rest.map(|text| (Field::Rest, text))).collect()
    }
}
