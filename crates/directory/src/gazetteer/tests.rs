//! On the real files: nothing here is invented.

use serde_json::Value;

use super::*;

fn code(text: &str) -> CommuneCode {
    CommuneCode::parse(text).unwrap()
}

fn resolved(typed: &str) -> &'static str {
    match Gazetteer::load().resolve(typed) {
        Ok(commune) => commune.code.as_str(),
        Err(why) => panic!("{typed}: {why:?}"),
    }
}

fn first(typed: &str) -> &'static str {
    Gazetteer::load().suggest(typed, 5).first().map_or("nothing", |commune| commune.code.as_str())
}

#[test]
fn the_whole_country_is_there() {
    let gazetteer = Gazetteer::load();
    assert_eq!(gazetteer.communes().len(), 35_009);
    assert!(gazetteer.communes().is_sorted_by_key(|commune| &commune.code));
    let people: u32 = gazetteer
        .communes()
        .iter()
        .filter(|commune| !matches!(commune.division, Division::Arrondissement { .. }))
        .map(|commune| commune.population)
        .sum();
    assert!((66_000_000..70_000_000).contains(&people), "{people}");
    let undrawn = gazetteer.communes().iter().filter(|c| gazetteer.contour(&c.code).is_none()).count();
    assert_eq!(undrawn, 93);
}

#[test]
fn bron_is_known_with_all_that_describes_it() {
    let bron = Gazetteer::load().get(&code("69029")).unwrap();
    assert_eq!((bron.name, bron.postcodes.as_slice()), ("Bron", &["69500"][..]));
    assert_eq!(bron.epci.unwrap().name, "Métropole de Lyon");
    assert_eq!((bron.departement.name, bron.departement.region), ("Rhône", "Auvergne-Rhône-Alpes"));
    assert!((30_000..60_000).contains(&bron.population));
    assert_eq!(bron.to_string(), "Bron (69500)");
}

#[test]
fn the_three_towns_are_found_by_any_spelling() {
    for typed in ["Bron", "bron", " BRON ", "Bron 69500", "69500 Bron", "Bron (69500)", "69500", "Bron 69"] {
        assert_eq!(resolved(typed), "69029", "{typed}");
    }
    for typed in ["Vénissieux", "venissieux", "VENISSIEUX", "Ve\u{301}nissieux", "69200"] {
        assert_eq!(resolved(typed), "69259", "{typed}");
    }
    for typed in ["Saint-Fons", "St Fons", "st-fons", "ST. FONS", "saintfons", "Saint Fons (69190)"] {
        assert_eq!(resolved(typed), "69199", "{typed}");
    }
    assert_eq!(resolved("L’Haÿ-les-Roses"), "94038");
    assert_eq!(resolved("lhay les roses"), "94038");
    assert_eq!(resolved("Rochelle 17000"), "17300");
    assert_eq!(resolved("Ste Foy lès Lyon"), "69202");
    assert_eq!(resolved("Chalon s/ Saône"), "71076");
}

#[test]
fn suggestions_follow_the_fingers() {
    assert_eq!(first("veniss"), "69259");
    assert_eq!(first("bro"), "69029");
    assert_eq!(first("st fo"), "69199");
    assert_eq!(first("695"), first("69500"));
    assert_eq!(first("13"), "13055");
    assert_eq!(first("lyo"), "69123");
    assert_eq!(first("stras"), "67482");
    assert_eq!(first("rochelle"), "17300");
    assert!(Gazetteer::load().suggest("sain", 7).len() == 7);
}

#[test]
fn an_exact_name_comes_before_a_larger_town_that_begins_so() {
    let names: Vec<&str> = Gazetteer::load().suggest("Lyons", 3).iter().map(|commune| commune.name).collect();
    assert_eq!(names.first(), Some(&"Lyons-la-Forêt"));
    assert_eq!(first("Saint-Denis"), "97411");
    assert_eq!(first("Eu"), "76255");
}

#[test]
fn paris_is_one_city_and_twenty_arrondissements() {
    let gazetteer = Gazetteer::load();
    assert_eq!(gazetteer.get(&code("75056")).unwrap().division, Division::City);
    let eleventh = gazetteer.get(&code("75111")).unwrap();
    assert_eq!(eleventh.division, Division::Arrondissement { of: code("75056") });
    for typed in
        ["Paris 11", "paris 11e", "Paris 11ème arrondissement", "75011", "Paris (75011)", "75011 Paris"]
    {
        assert_eq!(resolved(typed), "75111", "{typed}");
    }
    assert_eq!(resolved("Paris"), "75056");
    assert_eq!(resolved("Paris (75)"), "75056");
    assert_eq!(resolved("Marseille (13)"), "13055");
    assert_eq!(resolved("Lyon 1er"), "69381");
    assert_eq!(resolved("75116"), "75116");
    assert_eq!(resolved("Lyon 3e (69)"), "69383");
    assert_eq!(first("Paris"), "75056");
}

#[test]
fn corsica_and_overseas_are_france() {
    assert_eq!(resolved("Ajaccio"), "2A004");
    assert_eq!(resolved("20000"), "2A004");
    assert_eq!(resolved("Ajaccio 2A"), "2A004");
    assert_eq!(resolved("Bastia (20200)"), "2B033");
    assert_eq!(resolved("Saint-Denis 97400"), "97411");
    assert_eq!(resolved("Saint-Denis (974)"), "97411");
    assert_eq!(resolved("Nouméa"), "98818");
    assert!(Gazetteer::load().get(&code("97411")).unwrap().centre.unwrap().lat < -20.0);
    assert_eq!(Gazetteer::load().get(&code("98818")).unwrap().centre, None);
}

#[test]
fn a_name_that_several_bear_is_asked_again() {
    let Err(Unresolved::Ambiguous(several)) = Gazetteer::load().resolve("St Denis") else {
        panic!("there is more than one Saint-Denis")
    };
    assert_eq!(several.first().unwrap().code, code("97411"));
    assert_eq!(several.get(1).unwrap().code, code("93066"));
    assert!(several.iter().all(|commune| commune.name == "Saint-Denis"));
    assert_eq!(resolved("Saint-Denis 93"), "93066");
}

#[test]
fn the_beginning_of_a_name_is_proposed_and_never_taken_for_granted() {
    let Err(Unresolved::Ambiguous(proposed)) = Gazetteer::load().resolve("Véniss") else {
        panic!("a beginning is no name")
    };
    assert_eq!(proposed.first().unwrap().code, code("69259"));
}

#[test]
fn nonsense_names_no_commune() {
    for typed in [
        "",
        " ",
        "()",
        "qzxw",
        "00000",
        "999999",
        "Bron 13",
        "'; DROP TABLE",
        "69500 69200",
        "(",
        "ZZ (69500)",
    ] {
        assert_eq!(Gazetteer::load().resolve(typed), Err(Unresolved::Unknown), "{typed}");
        assert!(Gazetteer::load().suggest(typed, 5).is_empty(), "{typed}");
    }
}

#[test]
fn ten_thousand_characters_are_answered_at_once() {
    let gazetteer = Gazetteer::load();
    for typed in [
        format!("bron{}", "-".repeat(10_000)),
        "bron ".repeat(2_000),
        "é".repeat(10_000),
        "(".repeat(10_000),
        " ".repeat(10_000),
    ] {
        let started = std::time::Instant::now();
        assert!(gazetteer.suggest(&typed, 10).is_empty());
        assert_eq!(gazetteer.resolve(&typed), Err(Unresolved::Unknown));
        assert!(started.elapsed().as_millis() < 250);
    }
}

#[test]
fn former_names_and_codes_lead_to_the_commune_of_today() {
    let gazetteer = Gazetteer::load();
    assert_eq!(resolved("Arbignieu"), "01015");
    assert_eq!(gazetteer.get(&code("01340")), None);
    assert_eq!(gazetteer.current(&code("01340")).unwrap().code, code("01015"));
    assert_eq!(gazetteer.current(&code("69029")).unwrap().name, "Bron");
    assert_eq!(gazetteer.current(&code("69000")), None);
}

#[test]
fn what_is_displayed_can_be_typed_back() {
    let gazetteer = Gazetteer::load();
    let misread: Vec<String> = gazetteer
        .communes()
        .iter()
        .filter(|commune| gazetteer.resolve(&commune.to_string()) != Ok(commune))
        .map(ToString::to_string)
        .collect();
    assert_eq!(misread, Vec::<String>::new());
}

#[test]
fn a_town_hall_can_be_called_and_visited() {
    let gazetteer = Gazetteer::load();
    let hall = gazetteer.town_hall(&code("69259")).unwrap();
    assert_eq!((hall.street, hall.city), ("5 avenue Marcel-Houël", "69200 Vénissieux"));
    assert!(hall.phone.is_some() && hall.email.is_some() && hall.site.is_some());
    let all_week = hall.hours.first().unwrap();
    assert_eq!((all_week.from, all_week.to), (jiff::civil::Weekday::Monday, jiff::civil::Weekday::Friday));
    assert_eq!(all_week.slots, [(jiff::civil::time(8, 30, 0, 0), jiff::civil::time(17, 0, 0, 0))]);
    let centre = gazetteer.get(&code("69259")).unwrap().centre.unwrap();
    assert!(hall.place.unwrap().km_to(centre) < 5.0);
    assert_eq!(gazetteer.town_hall(&code("75056")), None);
    let halls = gazetteer.communes().iter().filter(|c| gazetteer.town_hall(&c.code).is_some()).count();
    assert_eq!(halls, 34_861);
}

#[test]
fn contours_are_closed_turn_the_right_way_and_surround_the_centre() {
    let gazetteer = Gazetteer::load();
    for commune in gazetteer.communes() {
        for polygon in gazetteer.contour(&commune.code).unwrap_or_default() {
            assert!(polygon.outer.len() >= 4, "{commune}");
            assert_eq!(polygon.outer.first(), polygon.outer.last(), "{commune}");
            assert!(doubled_area(&polygon.outer) > 0.0, "{commune}");
            assert!(polygon.holes.iter().all(|hole| doubled_area(hole) < 0.0), "{commune}");
        }
    }
    let bron = gazetteer.contour(&code("69029")).unwrap();
    let km2 = bron.iter().map(|p| doubled_area(&p.outer) / 2.0).sum::<f64>() * 111.2 * 77.6;
    assert!((km2 - 10.3).abs() < 0.3, "Bron covers 10.3 km², not {km2}");
}

fn doubled_area(ring: &[kernel::geo::Point]) -> f64 {
    ring.windows(2).map(|two| two[0].lon * two[1].lat - two[1].lon * two[0].lat).sum()
}

#[test]
fn departements_have_no_hole_but_for_enclaves() {
    let gazetteer = Gazetteer::load();
    let departements = gazetteer.communes().iter().map(|commune| commune.departement.code);
    let mut holes = std::collections::BTreeMap::new();
    for departement in departements.collect::<std::collections::BTreeSet<_>>() {
        for polygon in gazetteer.departement_contour(departement).unwrap_or_default() {
            assert!(doubled_area(&polygon.outer) > 0.0, "{departement}");
            assert!(polygon.holes.iter().all(|hole| doubled_area(hole) < 0.0), "{departement}");
            *holes.entry(departement).or_insert(0) += polygon.holes.len();
        }
    }
    holes.retain(|_, count| *count > 0);
    // Valréas in Drôme, for one; Llívia in Pyrénées-Orientales is Spain.
    assert_eq!(holes.get("26"), Some(&1));
    assert_eq!(holes.get("66"), Some(&1));
    assert!(holes.values().sum::<usize>() < 10, "{holes:?}");
}

#[test]
fn neighbours_touch_where_they_meet() {
    let points = |commune: &str| {
        let polygons = Gazetteer::load().contour(&code(commune)).unwrap();
        polygons.into_iter().flat_map(|p| p.outer).map(|p| format!("{p:?}")).collect::<Vec<_>>()
    };
    let (bron, venissieux) = (points("69029"), points("69259"));
    assert!(bron.iter().filter(|point| venissieux.contains(point)).count() >= 2);
}

#[test]
fn maps_are_geojson() {
    let gazetteer = Gazetteer::load();
    let towns = [code("69029"), code("69259"), code("69199"), code("98818")];
    let map: Value = serde_json::from_str(&gazetteer.communes_geojson(&towns)).unwrap();
    assert_eq!(map["features"].as_array().unwrap().len(), 3);
    assert_eq!(map["features"][0]["properties"]["name"], "Bron");
    assert_eq!(map["features"][0]["geometry"]["type"], "MultiPolygon");
    let rhone: Value = serde_json::from_str(&gazetteer.departement_geojson("69")).unwrap();
    assert!(rhone["features"].as_array().unwrap().len() > 200);
    let text = gazetteer.departements_geojson();
    let country: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(country["features"].as_array().unwrap().len(), 101);
    assert!(text.len() < 450_000, "{}", text.len());
}
