use kernel::Lang;

use super::File;
use crate::vocabulary::{Coded, Cost, Mobilizer, Network, Public, ResourceKind, Theme, WayIn, WelcomeMode};

/// A field of data·inclusion's schema, as a column of a table can hold it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) is_required: bool,
}

/// How a cell becomes its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    /// A code of so many digits whose first zeros spreadsheets lose.
    Digits(usize),
    /// The same, where letters may stand: `2A004`.
    Commune,
    Number,
    Day,
    /// One value of a closed list.
    Choice,
    /// Several values, separated by commas, bars or semicolons.
    Set,
    /// What our own files carry beside the schema, as JSON.
    Own,
}

const fn text(name: &'static str) -> Field {
    Field { name, kind: Kind::Text, is_required: false }
}

const fn of(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, is_required: false }
}

const fn required(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, is_required: true }
}

const STRUCTURES: [Field; 21] = [
    required("id", Kind::Text),
    required("source", Kind::Text),
    required("nom", Kind::Text),
    required("date_maj", Kind::Day),
    text("description"),
    text("lien_source"),
    of("siret", Kind::Digits(14)),
    text("adresse"),
    text("complement_adresse"),
    of("code_postal", Kind::Digits(5)),
    text("commune"),
    of("code_insee", Kind::Commune),
    of("latitude", Kind::Number),
    of("longitude", Kind::Number),
    text("telephone"),
    text("courriel"),
    text("site_web"),
    text("horaires_accueil"),
    text("accessibilite_lieu"),
    of("reseaux_porteurs", Kind::Set),
    of("maillage", Kind::Own),
];

const SERVICES: [Field; 34] = [
    required("id", Kind::Text),
    required("structure_id", Kind::Text),
    required("source", Kind::Text),
    required("nom", Kind::Text),
    required("description", Kind::Text),
    required("date_maj", Kind::Day),
    text("lien_source"),
    of("type", Kind::Choice),
    of("thematiques", Kind::Set),
    of("frais", Kind::Choice),
    text("frais_precisions"),
    of("publics", Kind::Set),
    text("publics_precisions"),
    text("conditions_acces"),
    text("adresse"),
    text("complement_adresse"),
    of("code_postal", Kind::Digits(5)),
    text("commune"),
    of("code_insee", Kind::Commune),
    of("latitude", Kind::Number),
    of("longitude", Kind::Number),
    text("telephone"),
    text("courriel"),
    of("modes_accueil", Kind::Set),
    of("zone_eligibilite", Kind::Set),
    text("contact_nom_prenom"),
    text("lien_mobilisation"),
    of("modes_mobilisation", Kind::Set),
    of("mobilisable_par", Kind::Set),
    text("mobilisation_precisions"),
    of("volume_horaire_hebdomadaire", Kind::Number),
    of("nombre_semaines", Kind::Number),
    text("horaires_accueil"),
    of("maillage", Kind::Own),
];

/// Those of a file, in the order people fill them in.
pub(crate) fn fields(file: File) -> &'static [Field] {
    match file {
        File::Structures => &STRUCTURES,
        File::Services => &SERVICES,
    }
}

pub(crate) fn field(file: File, name: &str) -> Option<Field> {
    fields(file).iter().find(|field| field.name == name).copied()
}

impl Field {
    /// The codes of its closed list with their names; empty when it has none.
    pub(crate) fn choices(self, lang: Lang) -> Vec<(&'static str, String)> {
        fn all<T: Coded>(label: impl Fn(T) -> String) -> Vec<(&'static str, String)> {
            T::all().map(|value| (value.code(), label(value))).collect()
        }
        match self.name {
            "frais" => all(|cost: Cost| cost.label(lang)),
            "type" => all(|kind: ResourceKind| kind.label(lang)),
            "publics" => all(|public: Public| public.label(lang)),
            "modes_accueil" => all(|mode: WelcomeMode| mode.label(lang)),
            "modes_mobilisation" => all(|way: WayIn| way.label(lang)),
            "mobilisable_par" => all(|by: Mobilizer| by.code().to_owned()),
            "thematiques" => all(|theme: Theme| theme.label(lang).to_owned()),
            "reseaux_porteurs" => all(|network: Network| network.code().to_owned()),
            _ => Vec::new(),
        }
    }
}
