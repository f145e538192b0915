//! What holds for any directory and any person.

use directory::resource::{Resource, Ties, Zone};
use directory::vocabulary::{Coded, Cost, Format, Lever, Topic, Transport, WelcomeMode, Wheelchair};
use jiff::civil::date;
use proptest::prelude::*;
use proptest::sample::select;

use super::builders::{aline, resource, seen};
use super::model::{Candidate, Past, Profile};
use super::{rules, shipped};
use crate::assessment::model::{Constraint, Means, Need, Reach, Slot};

const TOPICS: [&str; 4] = ["chant", "jardinage", "cuisine", "marche"];

fn any_profile() -> impl Strategy<Value = Profile> {
    let constraints = prop::collection::btree_set(select(Constraint::all().collect::<Vec<_>>()), 0..4);
    let levers = prop::collection::btree_set(select(Lever::ALL), 0..3);
    let topics =
        prop::collection::btree_set(select(&TOPICS[..]).prop_map(|t| Topic::parse(t).unwrap()), 0..3);
    let needs = prop::collection::btree_set(select(Need::all().collect::<Vec<_>>()), 0..3);
    let times = prop::collection::btree_set(select(Slot::all().collect::<Vec<_>>()), 0..4);
    let reach = (prop::option::of(1_u8..20), prop::option::of(select(Means::all().collect::<Vec<_>>())));
    let age = prop::option::of(18_u8..100);
    (constraints, levers, topics, needs, times, reach, age).prop_map(
        |(constraints, levers, topics, needs, times, (km, by), age)| Profile {
            constraints,
            levers,
            topics,
            needs,
            times,
            reach: Reach { km, by },
            age,
            ..aline()
        },
    )
}

fn any_ties() -> impl Strategy<Value = Ties> {
    let what = (
        prop::collection::vec(select(Lever::ALL), 0..3),
        prop::collection::btree_set(select(&TOPICS[..]).prop_map(|t| Topic::parse(t).unwrap()), 0..3),
        prop::option::of(select(Format::ALL)),
        prop::option::of(1_u16..40),
    );
    let when =
        prop::option::of(select(vec!["Tu 14:30-16:30", "Mo-Fr 09:00-12:00", "2026 Jan 10 14:00-18:00"]));
    let access = (
        prop::option::of(select(Wheelchair::ALL)),
        prop::option::of(any::<bool>()),
        prop::option::of(select(Transport::ALL)),
        any::<bool>(),
    );
    let home = prop::collection::vec(select(vec!["69029", "69259"]), 0..2);
    (what, when, access, prop::option::of(0_u16..5), home, any::<bool>()).prop_map(
        |((levers, topics, format, group_size), when, access, places, home, is_checked)| Ties {
            levers,
            topics,
            format,
            group_size,
            places,
            schedule: when.map(str::to_owned),
            wheelchair: access.0,
            hearing_loop: access.1,
            transport: access.2,
            accompanied_first_time: access.3,
            home_zones: home.into_iter().filter_map(Zone::parse).collect(),
            verified_on: is_checked.then_some(date(2025, 12, 1)),
            ..Ties::default()
        },
    )
}

fn any_resource() -> impl Strategy<Value = Resource> {
    let modes = prop::collection::btree_set(select(WelcomeMode::ALL), 0..3);
    let zones = prop::collection::vec(select(vec!["69029", "69259", "69", "200046977"]), 0..2);
    (any_ties(), prop::option::of(select(Cost::ALL)), modes, zones, 0_u32..1_000_000).prop_map(
        |(ties, cost, welcome_modes, zones, id)| Resource {
            cost,
            welcome_modes,
            zones: zones.into_iter().filter_map(Zone::parse).collect(),
            ..resource(&format!("r--{id}"), ties)
        },
    )
}

fn any_directory() -> impl Strategy<Value = Vec<(Resource, f64, u32, Past)>> {
    let past = select(vec![Past::Nothing, Past::Nothing, Past::Tied, Past::Tried]);
    let one = (any_resource(), 0.0_f64..30.0, 0_u32..10, past);
    prop::collection::vec(one, 0..20).prop_map(|mut all| {
        all.sort_by(|a, b| a.0.id.cmp(&b.0.id));
        all.dedup_by(|a, b| a.0.id == b.0.id);
        all
    })
}

fn candidates(directory: &[(Resource, f64, u32, Past)]) -> Vec<Candidate<'_>> {
    directory
        .iter()
        .map(|(resource, km, load, past)| Candidate { load: *load, past: *past, ..seen(resource, *km) })
        .collect()
}

proptest! {
    #[test]
    fn being_nearer_and_nothing_else_never_ranks_lower(
        profile in any_profile(), resource in any_resource(), near in 0.0_f64..25.0, more in 0.001_f64..10.0,
    ) {
        // The farther one has the identifier that would win a tie.
        let nearer = Resource { id: directory::resource::ResourceId::parse("z").unwrap(), ..resource.clone() };
        let farther = Resource { id: directory::resource::ResourceId::parse("a").unwrap(), ..resource };
        let both = vec![seen(&farther, near + more), seen(&nearer, near)];
        let ranking = rules::rank(&profile, both, shipped().unwrap());
        let place = |id: &str| ranking.matches.iter().position(|m| m.candidate.resource.id.as_str() == id);
        let by_going = ranking.matches.iter().any(|ranked| ranked.ways.there.is_some());
        match (place("z"), place("a")) {
            (Some(nearer), Some(farther)) if by_going => prop_assert!(nearer < farther),
            (None, Some(_)) => prop_assert!(false, "the nearer one was set aside"),
            _ => {}
        }
    }

    #[test]
    fn between_equals_whose_organization_was_asked_less_comes_first(
        profile in any_profile(), resource in any_resource(), km in 0.0_f64..10.0, loads in prop::array::uniform2(0_u32..8),
    ) {
        let other = Resource { id: directory::resource::ResourceId::parse("a").unwrap(), ..resource.clone() };
        let both = [&resource, &other].into_iter().zip(loads);
        let both: Vec<Candidate<'_>> = both.map(|(one, load)| Candidate { load, ..seen(one, km) }).collect();
        let ranking = rules::rank(&profile, both, shipped().unwrap());
        let equals = ranking.matches.windows(2).filter(|pair| pair[0].score() == pair[1].score());
        for pair in equals {
            prop_assert!(pair[0].candidate.load <= pair[1].candidate.load);
        }
    }

    #[test]
    fn everything_is_put_in_one_place_only(profile in any_profile(), directory in any_directory()) {
        let ranking = rules::rank(&profile, candidates(&directory), shipped().unwrap());
        let placed = ranking.matches.len() + ranking.excluded.len() + ranking.farther;
        prop_assert_eq!(placed, directory.len());
        for excluded in &ranking.excluded {
            let id = &excluded.candidate.resource.id;
            prop_assert!(ranking.matches.iter().all(|ranked| ranked.candidate.resource.id != *id));
        }
    }

    #[test]
    fn a_score_is_the_sum_of_the_lines_shown(profile in any_profile(), directory in any_directory()) {
        let ranking = rules::rank(&profile, candidates(&directory), shipped().unwrap());
        for ranked in &ranking.matches {
            let lines = ranked.to_match().lines(&profile.home, kernel::Lang::Fr);
            prop_assert_eq!(lines.iter().map(|line| line.points).sum::<f64>(), ranked.score());
            prop_assert!(lines.iter().all(|line| !line.text.is_empty() && line.points.fract() == 0.0));
            prop_assert!(lines.is_sorted_by(|a, b| a.points >= b.points));
        }
        prop_assert!(ranking.matches.is_sorted_by(|a, b| a.score() >= b.score()));
    }

    #[test]
    fn the_order_does_not_depend_on_the_order_read(
        profile in any_profile(), directory in any_directory(), turn in 0_usize..20,
    ) {
        let forward = candidates(&directory);
        let mut turned = forward.clone();
        turned.reverse();
        let by = turn.min(turned.len());
        turned.rotate_left(by);
        let ids = |candidates| {
            let ranking = rules::rank(&profile, candidates, shipped().unwrap());
            let matches: Vec<String> =
                ranking.matches.iter().map(|m| m.candidate.resource.id.to_string()).collect();
            let excluded: Vec<String> =
                ranking.excluded.iter().map(|e| e.candidate.resource.id.to_string()).collect();
            (matches, excluded, ranking.farther)
        };
        prop_assert_eq!(ids(forward), ids(turned));
    }
}
