use super::*;

#[test]
fn columns_are_guessed_from_titles_as_people_write_them() {
    let titles = [
        "Nom de l’activité",
        "Association",
        "Téléphone",
        "E-mail",
        "C.P.",
        "Ville",
        "Tarif annuel",
        "Mise à jour",
        "Divers",
    ];
    let guessed = guess(&titles, Reads::Activities);
    let expected = [
        Some("nom"),
        Some("structure_nom"),
        Some("telephone"),
        Some("courriel"),
        Some("code_postal"),
        Some("commune"),
        Some("frais_precisions"),
        Some("date_maj"),
        None,
    ];
    assert_eq!(guessed, expected);
    assert_eq!(guess(&["CP", "code_postal"], Reads::Organizations), [Some("code_postal"), None]);
    assert_eq!(guess(&["Association"], Reads::Organizations), [None]);
}

fn said(mapping: &Mapping, titles: &[&str], cells: &[&str], file: File) -> BTreeMap<&'static str, String> {
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let fields = mapping.fields_of(&owned(titles), &owned(cells), file);
    fields.into_iter().map(|(field, cell)| (field.name, cell)).collect()
}

fn mapping() -> Mapping {
    let pairs =
        |pairs: &[(&str, &str)]| pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
    Mapping {
        columns: pairs(&[
            ("Quoi", "nom"),
            ("Qui", "structure_nom"),
            ("Rue", "adresse"),
            ("Bât", "adresse"),
            ("Pour", "publics"),
            ("Ville", "commune"),
        ]),
        constants: pairs(&[("frais", "Gratuit"), ("date_maj", "2025-06-01")]),
        translations: [("publics".to_owned(), pairs(&[("les anciens", "seniors")]))].into(),
        ..Mapping::of_source("Ville de Bron", Reads::Activities)
    }
}

#[test]
fn a_row_is_read_as_its_columns_were_matched() {
    let (titles, cells) = (
        ["Quoi", "Qui", "Rue", "Bât", "Pour", "Ville"],
        ["Chorale", "MJC Péguy", "3 rue", "B", "Les anciens", "Bron"],
    );
    let activity = said(&mapping(), &titles, &cells, File::Services);
    assert_eq!(activity["id"], "ville-de-bron--mjc-peguy-chorale");
    assert_eq!(activity["structure_id"], "ville-de-bron--mjc-peguy");
    assert_eq!((activity["adresse"].as_str(), activity["publics"].as_str()), ("3 rue, B", "seniors"));
    assert_eq!((activity["frais"].as_str(), activity["code_insee"].as_str()), ("gratuit", "69029"));
    let beside = said(&mapping(), &titles, &cells, File::Structures);
    assert_eq!(beside["nom"], "MJC Péguy");
    assert_eq!((beside["id"].as_str(), beside.len()), ("ville-de-bron--mjc-peguy", 4));
}

#[test]
fn several_values_are_each_led_to_their_code_and_the_unknown_stay() {
    let set = |cell: &str| said(&mapping(), &["Pour"], &[cell], File::Services).remove("publics").unwrap();
    assert_eq!(set("Femmes ; les anciens"), "femmes,seniors");
    assert_eq!(set("Tous publics"), "tous-publics");
    assert_eq!(set("Martiens, femmes"), "Martiens,femmes");
}
