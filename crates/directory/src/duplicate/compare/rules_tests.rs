//! What two entries have in common, case by case.

use kernel::Lang;

use super::clue::Rule;
use super::{Likeness, Scales, Sketch, compare};
use crate::duplicate::builders::organization;
use crate::organization::Organization;

fn likeness(a: &Organization, b: &Organization) -> Likeness {
    let scales = Scales::shipped().unwrap();
    compare(&Sketch::of(a, scales.lexicon), &Sketch::of(b, scales.lexicon), scales)
}

fn rules(a: &Organization, b: &Organization) -> Vec<Rule> {
    likeness(a, b).clues.into_iter().map(|clue| clue.rule).collect()
}

fn said(a: &Organization, b: &Organization) -> Vec<String> {
    let scales = Scales::shipped().unwrap();
    likeness(a, b)
        .clues
        .iter()
        .map(|clue| scales.weights.say(clue, Lang::Fr).replace('\u{a0}', " "))
        .collect()
}

fn is_proposed(a: &Organization, b: &Organization) -> bool {
    likeness(a, b).score >= Scales::shipped().unwrap().weights.thresholds.propose
}

#[test]
fn the_same_place_written_twice_is_found_and_said() {
    let one = organization("a--1", "CSC du Grand-Tilleul").at("217 AV DU GRAND TILLEUL").located(45.7, 4.9);
    let other = organization("b--2", "Centre social du Grand TILLEUL")
        .at("217, avenue du Grand-Tilleul, résidence des Ormes")
        .located(45.7002, 4.9);
    assert_eq!(said(&one, &other), ["noms proches : grand, tilleul", "même adresse", "à 30 m"]);
    assert!(is_proposed(&one, &other));
}

#[test]
fn a_town_hall_and_its_ccas_at_one_door_stay_two() {
    let hall = organization("a--1", "Mairie de Bron").at("Place de Weingarten").located(45.7, 4.9);
    let ccas = organization("b--2", "Centre communal d’action sociale de Bron")
        .at("Place de Weingarten")
        .located(45.7, 4.9);
    assert!(rules(&hall, &ccas).contains(&Rule::OtherKind));
    assert!(!is_proposed(&hall, &ccas));
}

#[test]
fn a_switchboard_two_associations_share_does_not_make_them_one() {
    let one = organization("a--1", "Les Amis du jardin").reached("04 72 00 00 01", "jardin@exemple.fr");
    let other = organization("b--2", "Tennis de table brondillant").reached("0472000001", "ping@exemple.fr");
    assert!(rules(&one, &other).contains(&Rule::SamePhone));
    assert!(!is_proposed(&one, &other));
}

#[test]
fn one_name_in_two_towns_is_two_places() {
    let one = organization("a--1", "Bibliothèque").at("Le village").located(45.70, 4.90);
    let other = organization("a--2", "Bibliothèque")
        .at("Le village")
        .in_town("69200", "69259", "Vénissieux")
        .located(45.75, 4.90);
    let rules = rules(&one, &other);
    assert!(rules.contains(&Rule::CommonName) && rules.contains(&Rule::OtherCommune), "{rules:?}");
    assert!(!rules.contains(&Rule::SameAddress));
    assert!(!is_proposed(&one, &other));
}

#[test]
fn words_every_name_holds_do_not_make_names_alike() {
    let one = organization("a--1", "Association du centre social de Bron");
    let other = organization("b--2", "Association du centre de formation de Bron");
    assert!(!rules(&one, &other).contains(&Rule::CloseName));
    let renamed = organization("b--3", "Association Gerland");
    assert_eq!(rules(&one, &renamed), [Rule::OtherName]);
}

#[test]
fn a_slip_in_a_name_is_forgiven_and_a_number_is_not() {
    let one = organization("a--1", "La Vallée du Gapeau en transition");
    let other = organization("b--2", "LA VALLEE DU GRAPEAU EN TRANSITION");
    assert_eq!(rules(&one, &other), [Rule::CloseName]);
    let (tenth, twelfth) = (organization("a--1", "Résidence 10"), organization("b--2", "Résidence 12"));
    assert_eq!(rules(&tenth, &twelfth), [Rule::OtherName]);
}

#[test]
fn registers_tell_the_place_the_company_and_another_one() {
    let at = |siret| organization("a--1", "Interval").registered(siret);
    let with = |a, b| rules(&at(a), &at(b));
    assert!(with("77556026100015", "77556026100015").contains(&Rule::SameSiret));
    assert!(with("77556026100015", "77556026100023").contains(&Rule::SameSiren));
    assert!(with("77556026100015", "30733663600047").contains(&Rule::OtherSiren));
}

#[test]
fn at_the_same_address_two_geocoders_may_disagree() {
    let one = organization("a--1", "Bibliothèque Roselière").at("Rue du Grand Héron").located(45.7, 4.9);
    let other = organization("b--2", "Bibliothèque Roselière").at("rue du Grand Héron").located(45.8, 4.9);
    assert_eq!(rules(&one, &other), [Rule::SameName, Rule::SameAddress]);
    let elsewhere = organization("c--3", "Bibliothèque Roselière").at("Rue Pasteur").located(45.8, 4.9);
    assert_eq!(rules(&one, &elsewhere), [Rule::SameName, Rule::OtherStreet, Rule::VeryFar]);
}

#[test]
fn numbers_anybody_may_call_say_nothing() {
    let one = organization("a--1", "Interval").reached("3939", "a@exemple.fr");
    let other = organization("b--2", "Interval").reached("3939", "a@exemple.fr");
    assert_eq!(rules(&one, &other), [Rule::SameName, Rule::SameEmail]);
    let green = |id| organization(id, "Interval").reached("0 800 00 00 01", "a@exemple.fr");
    assert!(!rules(&green("a--1"), &green("b--2")).contains(&Rule::SamePhone));
}
