use std::io::{BufReader, Write};

use flate2::Compression;
use flate2::write::GzEncoder;
use jiff::civil::{Date, date};
use kernel::Lang;
use kernel::commune::CommuneCode;
use kernel::geo::Point;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::organization::Organization;
use crate::place::Located;
use crate::resource::Resource;

const TODAY: Date = date(2026, 3, 2);

fn centre_of(code: &CommuneCode) -> Option<Option<Point>> {
    match code.as_str() {
        "69029" => Some(Point::new(45.7333, 4.9114)),
        // Known, and drawn on no map.
        "98818" => Some(None),
        _ => None,
    }
}

fn context() -> Context<'static> {
    Context { today: TODAY, centre_of: &centre_of }
}

fn a_structure() -> Value {
    json!({ "source": "dora", "id": "dora--1", "nom": "Maison de quartier", "date_maj": "2025-06-01" })
}

fn a_service() -> Value {
    json!({
        "source": "dora", "id": "dora--s1", "structure_id": "dora--1", "nom": "Atelier cuisine",
        "description": "On cuisine ensemble le mardi.", "date_maj": "2025-06-01"
    })
}

fn with(mut row: Value, field: &str, value: Value) -> Value {
    row[field] = value;
    row
}

fn read_structure(row: &Value) -> Row<Organization> {
    structures(row.to_string().as_bytes(), context()).next().unwrap().unwrap()
}

fn read_service(row: &Value) -> Row<Resource> {
    services(row.to_string().as_bytes(), context()).next().unwrap().unwrap()
}

/// What a French reader is told.
fn refusal<T: std::fmt::Debug>(row: Row<T>) -> String {
    let refused = row.unwrap_err();
    refused.reasons.iter().map(|reason| reason.say(Lang::Fr)).collect::<Vec<_>>().join(" | ")
}

#[test]
fn the_smallest_rows_are_kept() {
    assert_eq!(read_structure(&a_structure()).unwrap().value.name, "Maison de quartier");
    assert_eq!(read_service(&a_service()).unwrap().value.organization.as_str(), "dora--1");
}

#[test]
fn each_required_field_is_required() {
    for field in ["source", "id", "nom", "date_maj"] {
        let told = refusal(read_structure(&with(a_structure(), field, Value::Null)));
        assert_eq!(told, format!("{field}\u{a0}: obligatoire et absent"));
    }
    for field in ["source", "id", "structure_id", "nom", "description", "date_maj"] {
        let told = refusal(read_service(&with(a_service(), field, Value::Null)));
        assert_eq!(told, format!("{field}\u{a0}: obligatoire et absent"));
    }
}

#[test]
fn a_row_tells_everything_that_is_wrong_with_it_at_once() {
    let row = json!({ "id": "dora--9", "nom": "ab", "date_maj": "hier", "siret": "123", "source": 7 });
    let refused = read_structure(&row).unwrap_err();
    assert_eq!((refused.line, refused.id.as_deref()), (1, Some("dora--9")));
    assert_eq!(refused.reasons.len(), 4, "{refused:?}");
}

#[test]
fn what_the_schema_bounds_is_bounded() {
    let cases = [
        ("nom", json!("x".repeat(151)), "nom\u{a0}: 151 caractères, au plus 150"),
        ("description", json!("abcd"), "description\u{a0}: au moins 5 caractères"),
        ("date_maj", json!("1999-12-31"), "date_maj\u{a0}: date d’avant l’an 2000"),
        ("date_maj", json!("2026-03-03"), "date_maj\u{a0}: date à venir"),
        (
            "date_maj",
            json!("20250601"),
            "date_maj\u{a0}: «\u{a0}20250601\u{a0}» n’est pas une date AAAA-MM-JJ",
        ),
        ("code_postal", json!("6950"), "code_postal\u{a0}: «\u{a0}6950\u{a0}» au lieu de 5 chiffres"),
        (
            "code_insee",
            json!("69 29"),
            "code_insee\u{a0}: «\u{a0}69 29\u{a0}» au lieu de 5 lettres ou chiffres",
        ),
        ("courriel", json!("accueil@"), "courriel\u{a0}: adresse électronique mal formée"),
        ("lien_source", json!("www.exemple.fr"), "lien_source\u{a0}: adresse web mal formée (http ou https)"),
        ("longitude", json!("est"), "longitude\u{a0}: nombre attendu"),
        ("thematiques", json!("sante"), "thematiques\u{a0}: texte en liste attendu"),
        (
            "frais",
            json!("gratuits"),
            "frais\u{a0}: valeur inconnue «\u{a0}gratuits\u{a0}» (peut-être «\u{a0}gratuit\u{a0}»)",
        ),
        ("publics", json!([]), "publics\u{a0}: liste vide"),
        (
            "publics",
            json!(["tous-publics", "femmes"]),
            "publics\u{a0}: «\u{a0}tous-publics\u{a0}» ne va avec aucune autre valeur",
        ),
        ("zone_eligibilite", json!([]), "zone_eligibilite\u{a0}: liste vide"),
        ("modes_mobilisation", json!([]), "modes_mobilisation\u{a0}: liste vide"),
        ("mobilisable_par", json!([]), "mobilisable_par\u{a0}: liste vide"),
        ("volume_horaire_hebdomadaire", json!(-1), "volume_horaire_hebdomadaire\u{a0}: au moins 0"),
        ("nombre_semaines", json!(0), "nombre_semaines\u{a0}: au moins 1"),
        ("nombre_semaines", json!("1e3"), "nombre_semaines\u{a0}: nombre entier attendu"),
        ("nombre_semaines", json!(1.5), "nombre_semaines\u{a0}: nombre entier attendu"),
        ("adresse", json!("3 rue\u{0}"), "adresse\u{a0}: caractère nul interdit"),
    ];
    for (field, value, expected) in cases {
        assert_eq!(refusal(read_service(&with(a_service(), field, value))), expected);
    }
}

#[test]
fn what_the_schema_allows_is_allowed() {
    let cases = [
        ("publics", json!(["tous-publics", "tous-publics"])),
        ("thematiques", json!([])),
        ("modes_accueil", json!([])),
        ("date_maj", json!("2026-03-02")),
        ("date_maj", json!("2025-06-01T00:00:00")),
        ("nom", json!("x".repeat(150))),
        ("longitude", json!("4.9")),
        ("nombre_semaines", json!(3.0)),
        ("zone_eligibilite", json!(["2A", "69029", "200093201", "99100", "france"])),
        ("courriel", json!("Accueil <accueil@exemple.fr>")),
        ("score_qualite", json!("anything: the API adds it, the schema does not know it")),
    ];
    for (field, value) in cases {
        assert!(read_service(&with(a_service(), field, value)).is_ok(), "{field}");
    }
}

#[test]
fn a_network_only_we_know_is_refused_in_an_imported_file() {
    let row = with(a_structure(), "reseaux_porteurs", json!(["mjc", "petits-freres-des-pauvres"]));
    assert!(refusal(read_structure(&row)).starts_with("reseaux_porteurs\u{a0}: valeur inconnue"));
}

#[test]
fn coordinates_far_from_their_commune_are_flagged_and_the_row_is_kept() {
    let mut row = with(a_structure(), "code_insee", json!("69029"));
    row["latitude"] = json!(48.85);
    row["longitude"] = json!(2.35);
    let valid = read_structure(&row).unwrap();
    assert!(
        matches!(valid.value.place.located, Located::Flagged { km: Some(km), .. } if (380.0..400.0).contains(&km))
    );
    assert_eq!(valid.notices.len(), 1);
}

#[test]
fn oddities_are_noticed_and_the_row_is_kept() {
    let mut row = with(a_structure(), "nom", json!("Maison de quartier."));
    row["code_insee"] = json!("zzzzz");
    row["latitude"] = json!(480.85);
    row["longitude"] = json!(2.35);
    let valid = read_structure(&row).unwrap();
    let told: Vec<String> = valid.notices.iter().map(|notice| notice.say(Lang::En)).collect();
    assert_eq!(
        told,
        [
            "nom: ends with a full stop",
            "code_insee: no commune has the code “zzzzz”",
            "impossible coordinates: ignored"
        ]
    );
}

#[test]
fn a_commune_whose_centre_nobody_knows_is_known_and_contradicts_no_point() {
    let mut row = with(a_structure(), "code_insee", json!("98818"));
    row["latitude"] = json!(-22.27);
    row["longitude"] = json!(166.44);
    let valid = read_structure(&row).unwrap();
    assert_eq!(valid.notices, []);
    assert!(valid.value.place.located.trusted().is_some());
}

#[test]
fn a_bad_line_stops_nothing_and_keeps_its_number() {
    let good = a_structure().to_string();
    let mut file = Vec::new();
    for line in [good.as_bytes(), b"", b"{\"id\": ", b"[]", b"\xff\xfe", b"  ", good.as_bytes()] {
        file.extend_from_slice(line);
        file.extend_from_slice(b"\r\n");
    }
    let rows: Vec<Row<Organization>> = structures(&file[..], context()).map(Result::unwrap).collect();
    let told: Vec<String> = rows
        .into_iter()
        .map(|row| match row {
            Ok(valid) => format!("{} kept", valid.line),
            Err(refused) => format!("{} {}", refused.line, refused.reasons[0].say(Lang::En)),
        })
        .collect();
    assert_eq!(
        told,
        [
            "1 kept",
            "3 unreadable JSON from character 8",
            "4 the line is not a JSON object",
            "5 unreadable characters (the file must be UTF-8)",
            "7 kept"
        ]
    );
}

#[test]
fn a_line_over_one_mebibyte_is_refused_and_the_next_one_read() {
    let mut file = with(a_structure(), "adresse", json!("x".repeat(1 << 20))).to_string();
    file.push('\n');
    file.push_str(&a_structure().to_string());
    let rows: Vec<Row<Organization>> = structures(file.as_bytes(), context()).map(Result::unwrap).collect();
    assert_eq!(rows[0].as_ref().unwrap_err().reasons, [Reason::LineTooLong]);
    assert_eq!(rows[1].as_ref().unwrap().line, 2);
}

#[test]
fn a_byte_order_mark_before_the_first_row_is_passed_over() {
    let file = format!("\u{feff}{}", a_structure());
    assert!(structures(file.as_bytes(), context()).next().unwrap().unwrap().is_ok());
}

fn zipped(rows: usize) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    for number in 0..rows {
        writeln!(encoder, "{}", with(a_structure(), "id", json!(format!("dora--{number}")))).unwrap();
    }
    encoder.finish().unwrap()
}

fn source(bytes: Vec<u8>) -> Source {
    let size = u64::try_from(bytes.len()).unwrap();
    Source::new(std::io::Cursor::new(bytes), size).unwrap()
}

#[test]
fn gzip_is_recognised_and_archives_one_after_another_are_read_whole() {
    let mut bytes = zipped(3);
    bytes.extend(zipped(2));
    let size = u64::try_from(bytes.len()).unwrap();
    let source = source(bytes);
    let progress = source.progress();
    let rows = structures(source, context());
    assert_eq!(rows.filter(|row| row.as_ref().unwrap().is_ok()).count(), 5);
    assert_eq!(progress.consumed(), size);
}

#[test]
fn an_archive_cut_short_says_so_once_and_ends() {
    let mut bytes = zipped(2000);
    bytes.truncate(bytes.len() / 2);
    let mut rows = structures(source(bytes), context());
    let error = rows.by_ref().find_map(Result::err).unwrap();
    assert!(matches!(error, SourceError::Broken { after, .. } if after > 0), "{error:?}");
    assert!(error.say(Lang::Fr).contains("incomplet ou abîmé"));
    assert!(rows.next().is_none());
}

/// A row as it was written and as it leaves are the same entry.
#[test]
fn what_came_in_goes_back_out_unchanged() {
    let mut row = a_service();
    let full = json!({
        "lien_source": "https://exemple.fr/s", "type": "atelier", "frais": "payant", "frais_precisions": "4 €",
        "thematiques": ["famille--soutien-aidants", "sante--sante-mentale"], "publics": ["femmes", "seniors"],
        "publics_precisions": "dès 60 ans", "conditions_acces": "aucune", "commune": "Bron",
        "code_postal": "69500", "code_insee": "69029", "adresse": "3 rue", "complement_adresse": "bât. B",
        "longitude": 4.9, "latitude": 45.7, "telephone": "0472000000", "courriel": "a@exemple.fr",
        "modes_accueil": ["a-distance", "en-presentiel"], "zone_eligibilite": ["69029", "42"],
        "lien_mobilisation": "https://exemple.fr/m", "modes_mobilisation": ["se-presenter"],
        "mobilisable_par": ["professionnels"], "mobilisation_precisions": "le matin",
        "volume_horaire_hebdomadaire": 2.5, "nombre_semaines": 3, "horaires_accueil": "Mo 09:00-12:00"
    });
    for (field, value) in full.as_object().unwrap() {
        row[field] = value.clone();
    }
    let service = read_service(&row).unwrap().value;
    let written = serde_json::to_value(Service::of(&service)).unwrap();
    assert_eq!(read_service(&written).unwrap().value, service);
    assert_eq!(written["thematiques"], row["thematiques"]);

    let structure = read_structure(&with(a_structure(), "reseaux_porteurs", json!(["mjc"]))).unwrap().value;
    let written = serde_json::to_value(Structure::of(&structure)).unwrap();
    assert_eq!(read_structure(&written).unwrap().value, structure);
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        Just(json!("2025-06-01")),
        Just(json!("tous-publics")),
        Just(json!("accueil@exemple.fr")),
    ];
    leaf.prop_recursive(2, 8, 4, |inner| prop::collection::vec(inner, 0..4).prop_map(Value::from))
}

const FIELDS: [&str; 31] = [
    "source",
    "id",
    "structure_id",
    "nom",
    "description",
    "date_maj",
    "lien_source",
    "type",
    "thematiques",
    "frais",
    "frais_precisions",
    "publics",
    "conditions_acces",
    "commune",
    "code_postal",
    "code_insee",
    "adresse",
    "longitude",
    "latitude",
    "telephone",
    "courriel",
    "modes_accueil",
    "zone_eligibilite",
    "lien_mobilisation",
    "modes_mobilisation",
    "mobilisable_par",
    "volume_horaire_hebdomadaire",
    "nombre_semaines",
    "siret",
    "site_web",
    "reseaux_porteurs",
];

proptest! {
    #[test]
    fn no_bytes_whatever_make_the_reader_fail(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for row in structures(BufReader::new(&bytes[..]), context()) {
            prop_assert!(row.unwrap().is_err());
        }
        if let Ok(source) = Source::new(std::io::Cursor::new(bytes), 0) {
            let _ = services(source, context()).count();
        }
    }

    #[test]
    fn no_values_whatever_make_the_reader_fail(
        changes in prop::collection::vec((prop::sample::select(&FIELDS[..]), any_json()), 1..6)
    ) {
        let change = |row: Value| changes.iter().fold(row, |row, (field, value)| with(row, field, value.clone()));
        for reasons in [
            read_structure(&change(a_structure())).err().map(|refused| refused.reasons),
            read_service(&change(a_service())).err().map(|refused| refused.reasons),
        ].into_iter().flatten() {
            prop_assert!(!reasons.is_empty());
            for reason in reasons {
                prop_assert!(!reason.say(Lang::Fr).contains('\n') && !reason.say(Lang::En).contains('\n'));
            }
        }
    }
}
