//! What `@etalab/decoupage-administratif` tells: names with their articles, postcodes,
//! populations, who belongs to whom.

use std::collections::HashMap;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::Failure;

/// The package, its communes of today in the order of their codes.
#[derive(Debug)]
pub(crate) struct Etalab {
    /// Communes and arrondissements municipaux with at least one postcode.
    pub(crate) communes: Vec<Commune>,
    /// Communes déléguées and associées, which people still name.
    pub(crate) former: Vec<Commune>,
    pub(crate) departements: Vec<Area>,
    pub(crate) regions: Vec<Area>,
    pub(crate) epci: Vec<Epci>,
    departement_of: HashMap<String, String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    CommuneActuelle,
    ArrondissementMunicipal,
    CommuneDeleguee,
    CommuneAssociee,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Commune {
    pub(crate) code: String,
    pub(crate) nom: String,
    #[serde(rename = "type")]
    pub(crate) kind: Kind,
    pub(crate) departement: String,
    #[serde(default)]
    pub(crate) codes_postaux: Vec<String>,
    pub(crate) population: Option<u32>,
    /// The city an arrondissement is part of.
    pub(crate) commune: Option<String>,
    /// The commune a former one is now part of.
    pub(crate) chef_lieu: Option<String>,
    #[serde(default)]
    pub(crate) anciens_codes: Vec<String>,
}

/// A département or a région.
#[derive(Debug, Deserialize)]
pub(crate) struct Area {
    pub(crate) code: String,
    pub(crate) nom: String,
    #[serde(default)]
    pub(crate) region: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Epci {
    pub(crate) code: String,
    pub(crate) nom: String,
    pub(crate) membres: Vec<Member>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Member {
    pub(crate) code: String,
}

impl Etalab {
    pub(crate) fn read(folder: impl AsRef<Path>) -> Result<Etalab, Failure> {
        let folder = folder.as_ref();
        let all: Vec<Commune> = json(&folder.join("communes.json"))?;
        let (mut communes, former): (Vec<_>, Vec<_>) = all.into_iter().partition(Commune::is_current);
        communes.retain(|commune| !commune.codes_postaux.is_empty());
        communes.sort_by(|a, b| a.code.cmp(&b.code));
        let whole = communes.iter().filter(|commune| commune.kind == Kind::CommuneActuelle);
        let departement_of = whole.map(|c| (c.code.clone(), c.departement.clone())).collect();
        Ok(Etalab {
            communes,
            former,
            departements: json(&folder.join("departements.json"))?,
            regions: json(&folder.join("regions.json"))?,
            epci: json(&folder.join("epci.json"))?,
            departement_of,
        })
    }

    /// Whether that code is a commune, not an arrondissement, of that département.
    pub(crate) fn belongs(&self, commune: &str, departement: &str) -> bool {
        self.departement_of.get(commune).is_some_and(|code| code == departement)
    }
}

impl Commune {
    fn is_current(&self) -> bool {
        matches!(self.kind, Kind::CommuneActuelle | Kind::ArrondissementMunicipal)
    }
}

fn json<T: DeserializeOwned>(path: &Path) -> Result<T, Failure> {
    serde_json::from_reader(BufReader::new(File::open(path)?))
        .map_err(|cause| format!("{}: {cause}", path.display()).into())
}
