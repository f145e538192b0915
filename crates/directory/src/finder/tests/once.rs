//! What is listed twice, once: the index against plain code.

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::super::*;
use super::ORGANIZATION;
use super::properties::{any_directory, any_query};
use crate::organization::OrganizationId;
use crate::resource::{QualityDay, Resource, ResourceId};

const TODAY: Date = date(2026, 3, 31);

fn organization(number: usize) -> OrganizationId {
    OrganizationId::parse(&format!("dora--{number}")).unwrap()
}

/// The same entries, offered by six organizations in turn.
fn shared_out(entries: Vec<Entry>) -> Vec<Entry> {
    let given = |(place, entry): (usize, Entry)| {
        let resource = Resource { organization: organization(place % 6), ..entry.resource().clone() };
        let centre = entry.commune_centre();
        Entry::new(resource, ORGANIZATION.to_owned(), centre)
    };
    entries.into_iter().enumerate().map(given).collect()
}

/// Two and three organizations that are one, and the first few resources two by two.
fn clusters(entries: &[Entry], newer: Date) -> Clusters {
    let ids: Vec<ResourceId> = entries.iter().map(|entry| entry.resource().id.clone()).collect();
    let dated = |number| (organization(number), if number == 1 { newer } else { TODAY });
    Clusters {
        organizations: vec![[0, 1].map(dated).to_vec(), [2, 3, 4].map(dated).to_vec()],
        resources: ids[..ids.len().min(12)].chunks_exact(2).map(<[ResourceId]>::to_vec).collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_index_leaves_out_what_plain_code_leaves_out(
        before in any_directory(60),
        changed in any_directory(10),
        query in any_query(),
    ) {
        let entries = shared_out(before);
        let view = View::of(&entries).unwrap();
        let mut now: std::collections::BTreeMap<ResourceId, Entry> =
            entries.into_iter().map(|entry| (entry.resource().id.clone(), entry)).collect();
        let changed = shared_out(changed).into_iter().map(|entry| (entry.resource().id.clone(), entry));
        now.extend(changed.clone());
        let view = view.after(changed.map(|(id, entry)| (id, Some(entry)))).unwrap();
        let now: Vec<Entry> = now.into_values().collect();

        let (clusters, day) = (clusters(&now, TODAY), QualityDay::of(TODAY));
        let scores: Vec<f64> = (0..5).map(|number| view.quality_of(&organization(number), &day)).collect();
        let close = |one: usize, other: usize| (scores[one] - scores[other]).abs() < 0.015;
        // Added up in another order, a mean may fall on the other side of half a hundredth.
        prop_assume!(!close(0, 1) && !close(2, 3) && !close(3, 4) && !close(2, 4));
        let reference = Reference::new(now);
        prop_assert_eq!(Found::from(view.find_once(&query, &clusters, &day)), reference.find_once(&query, &clusters, &day));
        let nothing = Clusters::default();
        prop_assert_eq!(Found::from(view.find_once(&query, &nothing, &day)), view.find(&query));
    }
}

#[test]
fn among_equals_the_organization_changed_last_stays_and_then_the_lower_identifier() {
    let resource = super::resource("a", None);
    let two = ["b", "a"].map(|id| Resource { id: ResourceId::parse(id).unwrap(), ..resource.clone() });
    let entries = shared_out(super::entries(two.to_vec()));
    let view = View::of(&entries).unwrap();
    let kept = |newer: Date| {
        let clusters = Clusters { resources: Vec::new(), ..clusters(&entries, newer) };
        let found = view.find_once(&Query::default(), &clusters, &QualityDay::of(TODAY));
        assert_eq!(found.total, 1);
        found.hits[0].1.id.to_string()
    };
    assert_eq!(kept(date(2026, 4, 1)), "a", "of dora--1");
    assert_eq!(kept(TODAY), "b", "of dora--0");
}
