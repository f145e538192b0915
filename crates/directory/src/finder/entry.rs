use std::sync::Arc;

use kernel::geo::Point;

use super::text::Words;
use crate::organization::Organization;
use crate::resource::Resource;
use crate::vocabulary::{Coded, Topic};

/// One resource of the snapshot, with its organization and what the search needs ready.
#[derive(Clone, Debug)]
pub struct Entry {
    resource: Resource,
    organization: Arc<Organization>,
    commune_centre: Option<Point>,
    pub(super) words: Words,
}

impl Entry {
    pub(super) fn new(
        resource: Resource,
        organization: Arc<Organization>,
        commune_centre: Option<Point>,
    ) -> Entry {
        let words = words(&resource, &organization);
        Entry { resource, organization, commune_centre, words }
    }

    pub fn resource(&self) -> &Resource {
        &self.resource
    }

    pub fn organization(&self) -> &Organization {
        &self.organization
    }

    /// Centre of the resource's commune.
    pub fn commune_centre(&self) -> Option<Point> {
        self.commune_centre
    }

    /// Its name, folded, to sort by.
    pub(super) fn name_key(&self) -> &str {
        self.words.name()
    }

    /// Where to draw it, and whether that is only its commune's centre.
    pub fn drawn_at(&self) -> Option<(Point, bool)> {
        let exact = self.resource.place.located.trusted().map(|point| (point, false));
        exact.or(self.commune_centre.map(|point| (point, true)))
    }
}

fn words(resource: &Resource, organization: &Organization) -> Words {
    let themes = resource.themes.iter().map(|theme| theme.code());
    let topics = resource.ties.topics.iter().map(Topic::as_str);
    let publics = resource.publics.iter().map(|public| public.code());
    let subjects: Vec<&str> = themes.chain(topics).chain(publics).collect();
    let optional = [&resource.conditions, &resource.publics_note, &resource.place.commune_name];
    let mut rest = resource.description.clone();
    for text in optional.into_iter().flatten() {
        rest.push(' ');
        rest.push_str(text);
    }
    Words::new([resource.name.clone(), organization.name.clone(), subjects.join(" "), rest])
}
