//! The gazetteer: every commune of France, for people who type a name or a postcode and never an
//! INSEE code. Offline: the files of `data/gazetteer` are in the program (origin, licence and
//! formats in `data/README.md`).
//!
//! Words: a *commune* is a town or village of today, or one of the arrondissements of Paris, Lyon
//! and Marseille; the city keeps its own code beside theirs. A *centre* is the middle of the
//! contour, not the town hall.
//!
//! Invariants: names are read once and kept for the life of the process; town halls and contours
//! only when first asked for; every text typed, however long, gets its answer at once.

mod clock;
mod commune;
mod contour;
mod embedded;
mod geojson;
mod index;
mod query;
mod table;
mod town_hall;
mod varint;

#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use kernel::commune::CommuneCode;
use thiserror::Error;

pub(crate) use self::clock::local_time;
pub use self::commune::{Commune, Departement, Division, Epci};
pub use self::contour::Polygon;
pub use self::town_hall::{Opening, TownHall};

use self::contour::Atlas;
use self::index::{Found, Index};
use self::query::Query;
use self::table::Table;
use self::town_hall::TownHalls;

/// How many communes are proposed when a text does not name exactly one.
const MOST_CANDIDATES: usize = 50;

/// Every commune, and how to find one.
#[derive(Debug)]
pub struct Gazetteer {
    table: Table,
    index: Index,
}

/// Why a typed text is not one commune.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum Unresolved<'a> {
    #[error("no commune has this name or postcode")]
    Unknown,
    /// Those it may be, the likeliest first, at most fifty; sometimes a single one that the text
    /// begins to name.
    #[error("several communes may be meant")]
    Ambiguous(Vec<&'a Commune>),
}

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(Gazetteer::read);
static TOWN_HALLS: LazyLock<TownHalls> = LazyLock::new(|| TownHalls::read(embedded::town_halls()));
static COMMUNES: LazyLock<Atlas> = LazyLock::new(|| Atlas::embedded(embedded::commune_contours()));
static DEPARTEMENTS: LazyLock<Atlas> = LazyLock::new(|| Atlas::embedded(embedded::departement_contours()));

impl Gazetteer {
    /// The one gazetteer of this process, read at the first call.
    pub fn load() -> &'static Gazetteer {
        &GAZETTEER
    }

    fn read() -> Gazetteer {
        let table = Table::read(embedded::communes());
        let index = Index::build(&table);
        Gazetteer { table, index }
    }

    /// A commune or arrondissement of today.
    pub fn get(&self, code: &CommuneCode) -> Option<&Commune> {
        self.table.commune(code.as_str())
    }

    /// The same for codes of the past too, which imported files still use: the commune a former
    /// one is now part of.
    pub fn current(&self, code: &CommuneCode) -> Option<&Commune> {
        self.get(code).or_else(|| self.table.successor(code.as_str()))
    }

    /// All of them, in the order of their codes.
    pub fn communes(&self) -> &[Commune] {
        &self.table.communes
    }

    /// By its code: `69`, `2A`, `974`.
    pub fn departement(&self, code: &str) -> Option<&'static Departement> {
        self.table.departements.get(code).copied()
    }

    /// All of them, in the order of their codes.
    pub fn departements(&self) -> impl Iterator<Item = &'static Departement> {
        self.table.departements.values().copied()
    }

    /// What to propose while somebody types a name, a postcode or both, at most `limit`: the exact
    /// name first, then the largest of those that begin so.
    pub fn suggest(&self, typed: &str, limit: usize) -> Vec<&Commune> {
        self.search(typed, limit).into_iter().map(|found| found.commune).collect()
    }

    /// The commune a form was sent with: « Bron », « 69500 », « Bron (69500) », « Lyon 3e ».
    /// A former name leads to the commune of today.
    ///
    /// # Errors
    /// [`Unresolved`], with what to propose when there is something.
    pub fn resolve(&self, typed: &str) -> Result<&Commune, Unresolved<'_>> {
        let found = self.search(typed, MOST_CANDIDATES);
        let best = found.first().ok_or(Unresolved::Unknown)?.rank;
        if !best.is_exact() {
            return Err(Unresolved::Ambiguous(found.into_iter().map(|found| found.commune).collect()));
        }
        let same = found.iter().filter(|found| found.rank == best).map(|found| found.commune);
        let same: Vec<&Commune> = same.collect();
        match same.as_slice() {
            [only] => Ok(only),
            _ => Err(Unresolved::Ambiguous(same)),
        }
    }

    /// Its town hall; the city of Paris and a few communes have none in the source.
    pub fn town_hall(&self, code: &CommuneCode) -> Option<TownHall> {
        TOWN_HALLS.get(code.as_str())
    }

    /// Its simplified contour, within some thirty metres; `None` for the collectivities overseas
    /// and four communes that the source does not draw.
    pub fn contour(&self, code: &CommuneCode) -> Option<Vec<Polygon>> {
        COMMUNES.polygons(code.as_str())
    }

    /// A département's contour, within some four hundred metres.
    pub fn departement_contour(&self, departement: &str) -> Option<Vec<Polygon>> {
        DEPARTEMENTS.polygons(departement)
    }

    /// A GeoJSON FeatureCollection (RFC 7946) of those communes, `code` and `name` as properties;
    /// those without a contour are left out.
    pub fn communes_geojson<'a>(&self, codes: impl IntoIterator<Item = &'a CommuneCode>) -> String {
        let communes = codes.into_iter().filter_map(|code| self.get(code));
        geojson::collection(communes.filter_map(|c| Some((c.code.as_str(), c.name, self.contour(&c.code)?))))
    }

    /// The same for all communes of a département, cities whole.
    pub fn departement_geojson(&self, departement: &str) -> String {
        let whole = |commune: &&Commune| !matches!(commune.division, Division::Arrondissement { .. });
        let inside = |commune: &&Commune| commune.departement.code == departement;
        self.communes_geojson(
            self.communes().iter().filter(whole).filter(inside).map(|commune| &commune.code),
        )
    }

    /// The ground map: one feature for each département, each where it is on the globe.
    pub fn departements_geojson(&self) -> String {
        let departements = self.table.departements.values();
        geojson::collection(
            departements.filter_map(|d| Some((d.code, d.name, self.departement_contour(d.code)?))),
        )
    }

    fn search(&self, typed: &str, limit: usize) -> Vec<Found<'_>> {
        Query::parse(typed).map_or_else(Vec::new, |query| self.index.search(&self.table, &query, limit))
    }
}
