//! What is known of a commune.

use std::fmt;

use kernel::commune::CommuneCode;
use kernel::geo::Point;

/// A commune of today, or an arrondissement of Paris, Lyon or Marseille.
#[derive(Clone, Debug, PartialEq)]
pub struct Commune {
    pub code: CommuneCode,
    /// With its article: « La Rochelle ».
    pub name: &'static str,
    /// At least one; the first is the one shown.
    pub postcodes: Vec<&'static str>,
    /// Municipal population (INSEE); 0 where nobody lives.
    pub population: u32,
    pub epci: Option<&'static Epci>,
    pub departement: &'static Departement,
    /// The middle of its contour; `None` where the source has none.
    pub centre: Option<Point>,
    pub division: Division,
}

/// How Paris, Lyon and Marseille are cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Division {
    Whole,
    /// Its arrondissements have their own codes: 75056 for Paris.
    City,
    /// 75111 is an arrondissement of 75056.
    Arrondissement {
        of: CommuneCode,
    },
}

impl Commune {
    /// The city it is an arrondissement of: who lives here lives there too.
    pub fn city(&self) -> Option<&CommuneCode> {
        match &self.division {
            Division::Arrondissement { of } => Some(of),
            Division::Whole | Division::City => None,
        }
    }
}

/// A group of communes with its own taxes: communauté, métropole.
#[derive(Debug, PartialEq, Eq)]
pub struct Epci {
    /// Nine digits.
    pub siren: &'static str,
    pub name: &'static str,
}

/// A département, or a collectivity overseas that stands in its place.
#[derive(Debug, PartialEq, Eq)]
pub struct Departement {
    /// `69`, `2A`, `974`.
    pub code: &'static str,
    pub name: &'static str,
    pub region_code: &'static str,
    pub region: &'static str,
}

/// « Bron (69500) »; « Paris (75) », as a city cut in arrondissements has no postcode of its own.
/// [`super::Gazetteer::resolve`] reads it back.
impl fmt::Display for Commune {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = match (&self.division, self.postcodes.first()) {
            (Division::City, _) | (_, None) => self.departement.code,
            (Division::Whole | Division::Arrondissement { .. }, Some(postcode)) => postcode,
        };
        write!(f, "{} ({place})", self.name)
    }
}
