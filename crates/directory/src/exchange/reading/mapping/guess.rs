use kernel::text::fold;

use super::super::File;
use super::super::field::{Field, fields};
use super::{Mapping, Reads};

/// Titles people give, folded, by field: the whole title first, then a word of it.
const TITLES: [(&str, &[&str]); 30] = [
    (
        "nom",
        &["nom", "intitule", "titre", "denomination", "activite", "nom de l activite", "libelle", "name"],
    ),
    (
        "structure_nom",
        &[
            "structure",
            "association",
            "organisme",
            "organisateur",
            "porteur",
            "club",
            "nom de la structure",
            "nom de l association",
        ],
    ),
    ("id", &["identifiant", "reference", "numero", "code", "n"]),
    ("structure_id", &["identifiant structure", "id structure", "rna"]),
    ("description", &["description", "presentation", "descriptif", "objet", "detail", "resume"]),
    ("siret", &["siret", "n siret", "numero siret"]),
    ("adresse", &["adresse", "rue", "voie", "lieu", "adresse postale", "address"]),
    ("complement_adresse", &["complement", "complement d adresse", "batiment"]),
    ("code_postal", &["code postal", "cp", "codepostal", "postal code"]),
    ("commune", &["commune", "ville", "localite", "city"]),
    ("code_insee", &["code insee", "insee", "code commune", "codeinsee"]),
    ("latitude", &["latitude", "lat", "y"]),
    ("longitude", &["longitude", "lon", "lng", "long", "x"]),
    ("telephone", &["telephone", "tel", "portable", "mobile", "phone", "n de telephone"]),
    ("courriel", &["courriel", "email", "e mail", "mail", "adresse mail", "adresse electronique", "mel"]),
    ("site_web", &["site", "site web", "site internet", "url", "web"]),
    ("lien_mobilisation", &["lien", "site", "site web", "site internet", "inscription en ligne", "url"]),
    ("contact_nom_prenom", &["contact", "referent", "responsable", "personne a contacter", "animateur"]),
    ("date_maj", &["date maj", "mise a jour", "date de mise a jour", "derniere mise a jour", "maj"]),
    ("horaires_accueil", &["horaires", "horaire", "jours et horaires", "ouverture", "quand", "creneaux"]),
    ("frais", &["frais", "gratuit", "gratuite", "payant"]),
    ("frais_precisions", &["tarif", "tarifs", "prix", "cout", "cotisation", "montant"]),
    ("publics", &["public", "publics", "pour qui", "beneficiaires", "public vise"]),
    ("publics_precisions", &["age", "ages", "tranche d age", "precisions public"]),
    ("conditions_acces", &["conditions", "conditions d acces", "condition"]),
    ("thematiques", &["thematique", "thematiques", "theme", "themes", "categorie", "domaine"]),
    ("type", &["type", "type d activite", "nature"]),
    ("modes_accueil", &["mode d accueil", "modes d accueil", "modalite"]),
    ("mobilisation_precisions", &["inscription", "comment s inscrire", "modalites d inscription"]),
    ("reseaux_porteurs", &["reseau", "reseaux", "federation"]),
];

/// What a column seems to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Guess {
    field: &'static str,
    /// By its whole title, not by a word of it.
    is_sure: bool,
}

/// The fields columns seem to be, in their order; each field once.
pub(crate) fn guess(titles: &[&str], reads: Reads) -> Vec<Option<&'static str>> {
    let guesses: Vec<Option<Guess>> = titles.iter().map(|title| of_title(title, reads)).collect();
    let best = |field: &str| {
        let of_field = |guess: &Guess| guess.field == field;
        let sure = guesses.iter().position(|guess| guess.is_some_and(|g| of_field(&g) && g.is_sure));
        sure.or_else(|| guesses.iter().position(|guess| guess.is_some_and(|g| of_field(&g))))
    };
    let place = |(at, guess): (usize, &Option<Guess>)| {
        guess.filter(|guess| best(guess.field) == Some(at)).map(|guess| guess.field)
    };
    guesses.iter().enumerate().map(place).collect()
}

fn of_title(title: &str, reads: Reads) -> Option<Guess> {
    let folded = fold(title);
    let own =
        own_name(&title.trim().to_lowercase(), reads).or_else(|| own_name(&folded.replace(' ', "_"), reads));
    if let Some(field) = own {
        return Some(Guess { field, is_sure: true });
    }
    let allowed = TITLES.iter().filter(|(field, _)| is_allowed(field, reads));
    // « C.P. » is « CP ».
    let squeezed = folded.replace(' ', "");
    let is_whole = |titles: &[&str]| titles.iter().any(|title| *title == folded || *title == squeezed);
    let whole = allowed.clone().find(|(_, titles)| is_whole(titles));
    if let Some((field, _)) = whole {
        return Some(Guess { field, is_sure: true });
    }
    let words: Vec<&str> = folded.split(' ').collect();
    let by_word = |titles: &[&str]| titles.iter().any(|title| title.len() > 2 && words.contains(title));
    allowed.into_iter().find(|(_, titles)| by_word(titles)).map(|(field, _)| Guess { field, is_sure: false })
}

fn own_name(title: &str, reads: Reads) -> Option<&'static str> {
    fields(file(reads)).iter().map(|field: &Field| field.name).find(|name| *name == title)
}

fn is_allowed(field: &str, reads: Reads) -> bool {
    match field {
        Mapping::OFFERED_BY => reads == Reads::Activities,
        _ => fields(file(reads)).iter().any(|known| known.name == field),
    }
}

fn file(reads: Reads) -> File {
    match reads {
        Reads::Organizations => File::Structures,
        Reads::Activities => File::Services,
    }
}
