//! What finding means, case by case, on the index and on the reference at once; [`properties`] holds
//! the two together on random directories.

use std::collections::BTreeSet;

use jiff::civil::date;
use kernel::commune::CommuneCode;
use kernel::geo::Point;

use super::*;

mod once;
pub(super) mod properties;
use crate::contact::Contact;
use crate::organization::OrganizationId;
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

const ORGANIZATION: &str = "Centre social des Deux Rives";

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

fn entries(resources: Vec<Resource>) -> Vec<Entry> {
    let centre = |resource: &Resource| {
        let commune = resource.place.commune.as_ref()?;
        (commune.as_str() == "59350").then(lille)
    };
    resources
        .into_iter()
        .map(|resource| {
            let centre = centre(&resource);
            Entry::new(resource, ORGANIZATION.to_owned(), centre)
        })
        .collect()
}

/// What plain code finds, once the index has found the same.
fn find(entries: Vec<Entry>, query: &Query) -> Found {
    let view = View::of(&entries).unwrap();
    let found = view.find(query);
    assert_eq!(found, Reference::new(entries).find(query));
    found
}

fn near(code: &str, from: Point) -> Near {
    Near {
        commune: CommuneCode::parse(code).unwrap(),
        city: None,
        epci: None,
        from: Some(from),
        radius_km: Near::RADIUS_KM,
        placing: Placing::Exact,
        with_reserved: false,
        with_remote: true,
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
    let found = find(entries(resources), query);
    assert!(found.hits.len() <= found.total);
    found.hits.iter().map(|hit| (hit.id.to_string(), hit.rounded_km())).collect()
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
    let hit = find(entries(resources()), &query).hits.remove(0);
    assert_eq!((hit.rounded_km(), hit.is_approximate), (Some(39.0), true));
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
