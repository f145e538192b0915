use kernel::Lang;
use kernel::geo::Point;

use super::text::Words;
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

    /// Centre of the resource's commune.
    pub(super) fn commune_centre(&self) -> Option<Point> {
        self.commune_centre
    }

    /// Where to draw it, and whether that is only its commune's centre.
    pub fn drawn_at(&self) -> Option<(Point, bool)> {
        let exact = self.resource.place.located.trusted().map(|point| (point, false));
        exact.or(self.commune_centre.map(|point| (point, true)))
    }

    /// What it can be found by. Subjects are named in French, as people ask for them.
    pub(super) fn words(&self) -> Words {
        let resource = &self.resource;
        let mut subjects = String::new();
        let mut add = |subject: &str| {
            subjects.push_str(subject);
            subjects.push(' ');
        };
        for theme in &resource.themes {
            add(theme.code());
            add(theme.label(Lang::Fr));
        }
        for topic in &resource.ties.topics {
            add(topic.as_str());
            add(topic.label(Lang::Fr));
        }
        for public in &resource.publics {
            add(public.code());
            add(&Public::label(*public, Lang::Fr));
        }
        let optional = [&resource.conditions, &resource.publics_note, &resource.place.commune_name];
        let mut rest = resource.description.clone();
        for text in optional.into_iter().flatten() {
            rest.push(' ');
            rest.push_str(text);
        }
        Words::of([&resource.name, &self.organization_name, &subjects, &rest])
    }
}
