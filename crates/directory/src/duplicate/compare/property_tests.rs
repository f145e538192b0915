//! Laws that hold whatever is imported.

use proptest::prelude::*;

use super::{Scales, Sketch, compare};
use crate::duplicate::builders::organization;
use crate::duplicate::candidates::{MOST_PAIRS_EACH, candidates, grounds};
use crate::duplicate::proposals;
use crate::organization::Organization;

fn any_organization() -> impl Strategy<Value = Organization> {
    let name = prop_oneof![
        "[a-zé ’-]{3,20}",
        Just("Mairie de Bron".to_owned()),
        Just("Maison de quartier des Essarts".to_owned()),
        Just("\u{1f600} — ()".to_owned()),
        "(Centre|Maison) (social|de quartier) (Gerland|Essarts|Terraillon)",
    ];
    let town = prop_oneof![
        Just(("69500", "69029", "Bron")),
        Just(("69200", "69259", "Vénissieux")),
        Just(("75011", "75111", "Paris")),
    ];
    let street = prop::option::of(prop_oneof!["[0-9]{0,3} rue (Pasteur|des Acacias)", ".{0,30}"]);
    let siret = prop::option::of(prop_oneof![Just("77556026100015".to_owned()), "[0-9]{14}"]);
    let phone = prop::option::of(prop_oneof![Just("0472000001".to_owned()), "04[0-9]{8}"]);
    let point = prop::option::of((45.70..45.76f64, 4.88..4.95f64));
    (name, town, street, siret, phone, point).prop_map(|(name, town, street, siret, phone, point)| {
        let mut made = organization("a--1", &name).in_town(town.0, town.1, town.2);
        made.place.street = street;
        made.siret = siret;
        made.contact.phone = phone;
        match point {
            Some((lat, lon)) => made.located(lat, lon),
            None => made,
        }
    })
}

/// The same entries with identifiers of their own.
fn numbered(list: Vec<Organization>) -> Vec<Organization> {
    let named = list.into_iter().enumerate().map(|(number, entry)| Organization {
        id: organization(&format!("a--{number:04}"), "x").id,
        ..entry
    });
    named.collect()
}

fn directory() -> impl Strategy<Value = Vec<Organization>> {
    prop::collection::vec(any_organization(), 2..60).prop_map(numbered)
}

fn sketches(list: &[Organization]) -> Vec<Sketch> {
    let lexicon = Scales::shipped().unwrap().lexicon;
    list.iter().map(|entry| Sketch::of(entry, lexicon)).collect()
}

proptest! {
    #[test]
    fn it_does_not_matter_which_comes_first(list in prop::collection::vec(any_organization(), 2)) {
        let scales = Scales::shipped().unwrap();
        let (one, other) = (Sketch::of(&list[0], scales.lexicon), Sketch::of(&list[1], scales.lexicon));
        prop_assert_eq!(compare(&one, &other, scales), compare(&other, &one, scales));
        prop_assert_eq!(grounds(&one, &other), grounds(&other, &one));
    }

    #[test]
    fn a_score_is_the_sum_of_what_is_said(list in prop::collection::vec(any_organization(), 2)) {
        let scales = Scales::shipped().unwrap();
        let (one, other) = (Sketch::of(&list[0], scales.lexicon), Sketch::of(&list[1], scales.lexicon));
        let likeness = compare(&one, &other, scales);
        let sum: i16 = likeness.clues.iter().map(|clue| clue.points).sum();
        prop_assert_eq!(likeness.score, (scales.weights.thresholds.start + sum).clamp(0, 100));
        prop_assert!(likeness.clues.is_sorted_by(|a, b| a.rule < b.rule), "each rule once: {:?}", likeness);
    }

    #[test]
    fn the_order_of_the_entries_changes_nothing(list in directory(), shuffle in any::<prop::sample::Index>()) {
        let scales = Scales::shipped().unwrap();
        let straight = sketches(&list);
        let mut turned = straight.clone();
        turned.rotate_left(shuffle.index(list.len()));
        prop_assert_eq!(proposals(straight, scales, 40), proposals(turned, scales, 40));
    }

    #[test]
    fn whoever_shares_a_register_number_or_a_telephone_is_compared(list in directory()) {
        let sketches = sketches(&list);
        let pairs = candidates(&sketches);
        for (a, one) in sketches.iter().enumerate() {
            for (b, other) in sketches.iter().enumerate().skip(a + 1) {
                let shared = |ours: &Option<String>, theirs: &Option<String>| ours.is_some() && ours == theirs;
                // Up to 32 under one key all are compared; these directories may hold a few more.
                let few = |mine: fn(&Sketch) -> &Option<String>| {
                    sketches.iter().filter(|any| mine(any) == mine(one)).count() <= 32
                };
                let must = (shared(&one.siret, &other.siret) && few(|any| &any.siret))
                    || (shared(&one.phone, &other.phone) && few(|any| &any.phone));
                prop_assert!(!must || pairs.contains(&(a, b)));
            }
        }
    }
}

/// As many entries as one likes under one name, one address and one number.
fn alike(count: usize) -> Vec<Sketch> {
    let one = |number: usize| {
        let id = format!("a--{number:05}");
        organization(&id, "Point d’accueil")
            .at("1 rue Pasteur")
            .reached("0472000001", "a@exemple.fr")
            .located(45.7, 4.9)
    };
    sketches(&(0..count).map(one).collect::<Vec<_>>())
}

#[test]
fn the_work_grows_with_the_entries_and_not_with_their_square() {
    let pairs = |count| candidates(&alike(count)).len();
    let (few, many) = (pairs(1_000), pairs(4_000));
    assert!(many <= 4 * few + 1_000, "{few} then {many}");
    assert!(many <= 4_000 * MOST_PAIRS_EACH);
}

#[test]
fn near_neighbours_across_the_edge_of_a_cell_are_compared() {
    let steps = (0..200).map(|step| f64::from(step) * 0.001);
    for lat in steps.map(|step| 45.6 + step) {
        let towns = [("69500", "69029", "Bron"), ("69200", "69259", "Vénissieux")];
        let at = |id, town: (&str, &str, &str), lat| {
            organization(id, "Les Essarts").in_town(town.0, town.1, town.2).located(lat, 4.9)
        };
        let pair = [at("a--1", towns[0], lat), at("a--2", towns[1], lat + 0.009)];
        assert_eq!(candidates(&sketches(&pair)), [(0, 1)], "{lat}");
    }
}
