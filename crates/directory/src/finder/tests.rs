use std::collections::BTreeSet;

use jiff::civil::date;
use kernel::commune::CommuneCode;
use kernel::geo::Point;
use proptest::prelude::*;

use super::*;
use crate::contact::Contact;
use crate::organization::{Organization, OrganizationId};
use crate::place::{Located, Place};
use crate::resource::{Resource, ResourceId, Ties, Zone};
use crate::vocabulary::{Coded, Cost, Lever, Public, Theme, ThemeWish, Topic, WelcomeMode};

fn point(lat: f64, lon: f64) -> Point {
    Point::new(lat, lon).unwrap()
}

fn lille() -> Point {
    point(50.633333, 3.066667)
}

fn dunkerque() -> Point {
    point(51.0361, 2.3770)
}

fn organization() -> Organization {
    Organization {
        id: OrganizationId::parse("dora--1").unwrap(),
        source: "dora".to_owned(),
        name: "Centre social des Deux Rives".to_owned(),
        updated_on: date(2025, 6, 1),
        description: None,
        source_page: None,
        siret: None,
        place: Place::default(),
        contact: Contact::default(),
        website: None,
        opening_hours: None,
        accessibility: None,
        networks: BTreeSet::new(),
        kind: None,
    }
}

fn resource(id: &str, located: Option<Point>) -> Resource {
    Resource {
        id: ResourceId::parse(id).unwrap(),
        organization: OrganizationId::parse("dora--1").unwrap(),
        source: "dora".to_owned(),
        name: "Atelier".to_owned(),
        description: "On se retrouve.".to_owned(),
        updated_on: date(2025, 6, 1),
        source_page: None,
        kind: None,
        themes: BTreeSet::new(),
        cost: None,
        cost_note: None,
        publics: BTreeSet::new(),
        publics_note: None,
        conditions: None,
        place: Place { located: Located::judge(located, None), ..Place::default() },
        contact: Contact::default(),
        contact_name: None,
        welcome_modes: BTreeSet::from([WelcomeMode::OnSite]),
        zones: Vec::new(),
        booking: None,
        ways_in: BTreeSet::new(),
        open_to: BTreeSet::new(),
        ways_in_note: None,
        weekly_hours: None,
        weeks: None,
        opening_hours: None,
        ties: Ties::default(),
    }
}

fn remote(id: &str) -> Resource {
    Resource { welcome_modes: BTreeSet::from([WelcomeMode::Remote]), ..resource(id, None) }
}

fn snapshot(resources: Vec<Resource>) -> Snapshot {
    Snapshot::new(vec![organization()], resources, |code| (code.as_str() == "59350").then(lille))
}

fn near(code: &str, from: Point) -> Near {
    Near {
        commune: CommuneCode::parse(code).unwrap(),
        epci: None,
        from: Some(from),
        radius_km: Near::RADIUS_KM,
        placing: Placing::Exact,
    }
}

fn around(code: &str, from: Point) -> Query {
    Query { near: Some(near(code, from)), ..Query::default() }
}

fn hazebrouck() -> Query {
    around("59295", point(50.7254, 2.5357))
}

/// Identifiers and rounded kilometres, as a caller sees them.
fn found(resources: Vec<Resource>, query: &Query) -> Vec<(String, Option<f64>)> {
    let snapshot = snapshot(resources);
    let found = snapshot.find(query);
    assert!(found.hits.len() <= found.total);
    found.hits.iter().map(|hit| (hit.entry.resource().id.to_string(), hit.rounded_km())).collect()
}

fn ids(resources: Vec<Resource>, query: &Query) -> Vec<String> {
    found(resources, query).into_iter().map(|(id, _)| id).collect()
}

// The vectors below are data·inclusion's own tests (api/tests/e2e/api/v1/test_inclusion_data.py).

#[test]
fn a_service_of_lille_is_39_km_from_hazebrouck() {
    assert_eq!(
        found(vec![resource("lille", Some(lille()))], &hazebrouck()),
        [("lille".to_owned(), Some(39.0))]
    );
}

#[test]
fn roubaix_finds_lille_then_hazebrouck_and_not_dunkerque() {
    let resources = vec![
        resource("dunkerque", Some(dunkerque())),
        resource("hazebrouck", Some(point(50.7262, 2.5387))),
        resource("lille", Some(lille())),
    ];
    assert_eq!(ids(resources, &around("59512", point(50.6879, 3.1881))), ["lille", "hazebrouck"]);
}

#[test]
fn dunkerque_does_not_find_lille() {
    assert!(ids(vec![resource("lille", Some(lille()))], &around("59183", dunkerque())).is_empty());
}

#[test]
fn a_remote_service_is_found_from_anywhere_last_and_without_distance() {
    let resources = vec![remote("a-remote"), resource("lille", Some(lille()))];
    assert_eq!(
        found(resources, &hazebrouck()),
        [("lille".to_owned(), Some(39.0)), ("a-remote".to_owned(), None)]
    );
}

#[test]
fn a_service_offered_both_ways_has_a_distance_only_within_the_radius() {
    let both = BTreeSet::from([WelcomeMode::OnSite, WelcomeMode::Remote]);
    let far = Resource { welcome_modes: both, ..resource("lille", Some(lille())) };
    assert_eq!(found(vec![far], &around("59183", dunkerque())), [("lille".to_owned(), None)]);
}

#[test]
fn a_service_that_does_not_say_how_one_is_received_is_found_nearby_without_distance() {
    let silent = Resource { welcome_modes: BTreeSet::new(), ..resource("lille", Some(lille())) };
    assert_eq!(found(vec![silent], &hazebrouck()), [("lille".to_owned(), None)]);
}

#[test]
fn without_a_commune_everything_is_found_by_identifier_without_distance() {
    let resources = vec![resource("b", Some(lille())), resource("a", None), remote("c")];
    let found = found(resources, &Query::default());
    assert_eq!(found, [("a".to_owned(), None), ("b".to_owned(), None), ("c".to_owned(), None)]);
}

#[test]
fn a_zone_opens_to_those_who_live_in_it() {
    let zoned = |zone: &str| Resource { zones: vec![Zone::parse(zone).unwrap()], ..remote("s") };
    let mut query = hazebrouck();
    query.near.as_mut().unwrap().epci = Some("200040947".to_owned());
    for zone in ["59295", "59", "200040947", "99100", "france"] {
        assert_eq!(ids(vec![zoned(zone)], &query).len(), 1, "{zone}");
    }
    // « 44 » is the département of Nantes, and also the code of the région Grand Est.
    for zone in ["59350", "62", "200093201", "44", "99101"] {
        assert!(ids(vec![zoned(zone)], &query).is_empty(), "{zone}");
    }
}

#[test]
fn a_commune_without_epci_has_no_epci_s_rights_and_works() {
    let zoned = Resource { zones: vec![Zone::parse("200040947").unwrap()], ..remote("zoned") };
    assert_eq!(ids(vec![zoned, remote("open")], &hazebrouck()), ["open"]);
}

#[test]
fn somebody_s_public_finds_what_is_for_everyone_too() {
    let publics = |id: &str, publics: &[Public]| Resource {
        publics: publics.iter().copied().collect(),
        ..resource(id, None)
    };
    let resources = || {
        vec![
            publics("everyone", &[Public::Everyone]),
            publics("seniors", &[Public::Seniors]),
            publics("silent", &[]),
            publics("women", &[Public::Women]),
        ]
    };
    let mut query = Query::default();
    query.filters.publics = vec![Public::Seniors];
    assert_eq!(ids(resources(), &query), ["everyone", "seniors"]);
    query.filters.publics = vec![Public::Seniors, Public::Everyone];
    assert_eq!(ids(resources(), &query).len(), 4);
}

#[test]
fn filters_are_or_inside_and_and_between() {
    let make = |id: &str, cost, lever| {
        let ties = Ties { levers: vec![lever], ..Ties::default() };
        Resource { cost: Some(cost), ties, ..resource(id, None) }
    };
    let resources = vec![
        make("a", Cost::Free, Lever::Gather),
        make("b", Cost::Paid, Lever::Gather),
        make("c", Cost::Free, Lever::Listen),
    ];
    let mut query = Query::default();
    query.filters.costs = vec![Cost::Free];
    query.filters.levers = vec![Lever::Gather, Lever::TakePart];
    assert_eq!(ids(resources, &query), ["a"]);
}

#[test]
fn a_category_and_a_theme_of_another_may_be_asked_together() {
    let about = |id: &str, code: &str| Resource {
        themes: Theme::from_code(code).into_iter().collect(),
        ..resource(id, None)
    };
    let resources = vec![
        about("a", "remobilisation--lien-social"),
        about("b", "famille--soutien-aidants"),
        about("c", "famille--garde-denfants"),
    ];
    let mut query = Query::default();
    query.filters.themes =
        ["remobilisation", "famille--soutien-aidants"].into_iter().filter_map(ThemeWish::from_code).collect();
    assert_eq!(ids(resources, &query), ["a", "b"]);
}

#[test]
fn flagged_coordinates_are_never_measured_from() {
    let centre = Some(lille());
    let place = Place {
        commune: CommuneCode::parse("59350"),
        located: Located::judge(Some(point(3.066667, 50.633333)), centre),
        ..Place::default()
    };
    let resources = || vec![Resource { place: place.clone(), ..resource("lille", None) }];
    assert!(ids(resources(), &hazebrouck()).is_empty());

    let mut query = hazebrouck();
    query.near.as_mut().unwrap().placing = Placing::CommuneCentre;
    let snapshot = snapshot(resources());
    let hit = snapshot.find(&query).hits[0];
    assert_eq!((hit.rounded_km(), hit.approximate), (Some(39.0), true));
}

#[test]
fn a_better_match_comes_before_a_nearer_one() {
    let named = |id: &str, name: &str, description: &str, at: Point| Resource {
        name: name.to_owned(),
        description: description.to_owned(),
        ..resource(id, Some(at))
    };
    let resources = vec![
        named("near", "Goûter", "Parfois une chorale passe.", point(50.7262, 2.5387)),
        named("far", "Chorale", "On chante.", lille()),
        named("other", "Couture", "On coud.", lille()),
    ];
    let query = Query { text: "chorale".to_owned(), ..hazebrouck() };
    assert_eq!(ids(resources, &query), ["far", "near"]);
}

#[test]
fn people_who_ask_nothing_see_what_weaves_ties_before_the_counters() {
    let counter = Resource { name: "Accueil".to_owned(), ..resource("a", Some(lille())) };
    let mut choir = Resource { name: "Chorale".to_owned(), ..resource("b", Some(lille())) };
    choir.ties.topics = BTreeSet::from([Topic::parse("chant").unwrap()]);
    let all = || vec![counter.clone(), choir.clone()];
    let people = Query { order: Order::People, ..Query::default() };
    assert_eq!(ids(all(), &people), ["b", "a"]);
    assert_eq!(ids(all(), &Query::default()), ["a", "b"]);
}

#[test]
fn people_see_the_nearer_of_two_neighbours_first_and_names_before_identifiers() {
    let named =
        |id: &str, name: &str, at: Point| Resource { name: name.to_owned(), ..resource(id, Some(at)) };
    let resources = || {
        vec![
            named("a", "Yoga", point(50.6345, 3.066667)),
            named("b", "Échecs", lille()),
            named("c", "Chant", lille()),
        ]
    };
    let at_lille = around("59350", lille());
    assert_eq!(ids(resources(), &at_lille), ["a", "b", "c"]);
    assert_eq!(ids(resources(), &Query { order: Order::People, ..at_lille }), ["c", "b", "a"]);
}

#[test]
fn from_a_commune_whose_centre_nobody_knows_only_remote_services_are_found() {
    let mut query = hazebrouck();
    query.near.as_mut().unwrap().from = None;
    assert_eq!(ids(vec![resource("lille", Some(lille())), remote("remote")], &query), ["remote"]);
}

#[test]
fn an_organization_s_name_and_a_subject_are_searched_too() {
    let themes: BTreeSet<Theme> = Theme::from_code("sante--sante-mentale").into_iter().collect();
    let resources = || vec![Resource { themes: themes.clone(), ..resource("a", None) }];
    let asked = |text: &str| Query { text: text.to_owned(), ..Query::default() };
    assert_eq!(ids(resources(), &asked("deux rives")), ["a"]);
    assert_eq!(ids(resources(), &asked("santé mentale")), ["a"]);
}

#[test]
fn a_page_must_exist_and_have_a_size_that_is_allowed() {
    assert_eq!(Page::new(0, 10), None);
    assert_eq!(Page::new(1, 0), None);
    assert_eq!(Page::new(1, 10_001), None);
    assert_eq!(Page::new(3, 10).unwrap().skipped(), 20);
    assert_eq!(Page::new(1, 10).unwrap().count_for(21), 3);
    assert!(Page::new(u32::MAX, 10_000).unwrap().skipped() > 10_000);
}

#[test]
fn an_entry_is_found_by_its_identifier_and_its_organization() {
    let snapshot = snapshot(vec![resource("b", None), resource("a", None)]);
    let id = ResourceId::parse("a").unwrap();
    assert_eq!(snapshot.resource(&id).unwrap().resource().id, id);
    assert!(snapshot.resource(&ResourceId::parse("z").unwrap()).is_none());
    assert_eq!(snapshot.offered_by(&OrganizationId::parse("dora--1").unwrap()).count(), 2);
}

fn any_resource() -> impl Strategy<Value = Resource> {
    let name =
        prop::sample::select(vec!["Chorale", "Jardin partagé", "Visites à domicile", "Chorale du jardin"]);
    let modes = prop::collection::btree_set(prop::sample::select(WelcomeMode::ALL), 0..=2);
    (0_u32..10_000, name, modes, prop::option::of((50.0..51.5_f64, 2.0..3.5_f64))).prop_map(
        |(id, name, welcome_modes, at)| Resource {
            name: name.to_owned(),
            welcome_modes,
            ..resource(&format!("{id:05}"), at.and_then(|(lat, lon)| Point::new(lat, lon)))
        },
    )
}

proptest! {
    #[test]
    fn pages_cut_the_ordered_hits_without_loss_or_overlap(
        resources in prop::collection::vec(any_resource(), 0..60),
        size in 1_u32..20,
        text in prop::sample::select(vec!["", "chorale", "jard", "chorale jardin", "zzz"]),
        placed in any::<bool>(),
    ) {
        let snapshot = snapshot(resources);
        let whole_query = Query {
            text: text.to_owned(),
            near: placed.then(|| hazebrouck().near).flatten(),
            ..Query::default()
        };
        let whole = snapshot.find(&whole_query);
        let key = |hit: &Hit<'_>| hit.entry.resource().id.clone();
        let all: Vec<ResourceId> = whole.hits.iter().map(key).collect();
        prop_assert_eq!(all.len(), whole.total);

        let mut paged = Vec::new();
        for number in 1.. {
            let page = Page::new(number, size).unwrap();
            let found = snapshot.find(&Query { page, ..whole_query.clone() });
            prop_assert_eq!(found.total, whole.total);
            if found.hits.is_empty() {
                prop_assert_eq!(usize::try_from(number).unwrap(), page.count_for(found.total) + 1);
                break;
            }
            paged.extend(found.hits.iter().map(key));
        }
        prop_assert_eq!(paged, all);
    }

    #[test]
    fn hits_come_in_one_order_whatever_the_order_they_were_given_in(
        mut resources in prop::collection::vec(any_resource(), 0..40),
    ) {
        resources.sort_by(|a, b| a.id.cmp(&b.id));
        resources.dedup_by(|a, b| a.id == b.id);
        let query = Query { text: "jardin".to_owned(), ..hazebrouck() };
        let forwards = found(resources.clone(), &query);
        resources.reverse();
        prop_assert_eq!(found(resources, &query), forwards.clone());
    }
}
