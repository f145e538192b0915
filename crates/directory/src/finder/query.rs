use kernel::commune::CommuneCode;
use kernel::geo::Point;

use super::facet::Facet;
use super::filters::Filters;
use crate::gazetteer::Commune;
use crate::resource::Zone;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// As typed; blank means anything.
    pub text: String,
    /// Without it nothing is filtered or ordered by place.
    pub near: Option<Near>,
    pub filters: Filters,
    /// What is hoped for: the more of these an entry has, the sooner it comes.
    pub hopes: Vec<Facet>,
    pub order: Order,
    pub page: Page,
}

/// What comes first among hits that answer the words equally well.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By whole kilometres, then identifier: data·inclusion's.
    #[default]
    Exchange,
    /// By metres, then name: for people, to whom 200 m is not 400 m and identifiers say nothing.
    People,
}

/// What one hope fulfilled adds to an entry's relevance: more than any word may.
pub(super) const HOPE: u32 = 64;

/// Around where, for somebody who lives in a commune.
#[derive(Clone, Debug, PartialEq)]
pub struct Near {
    pub commune: CommuneCode,
    /// The city, for an arrondissement of Paris, Lyon or Marseille.
    pub city: Option<CommuneCode>,
    /// SIREN of the commune's EPCI.
    pub epci: Option<String>,
    /// Where distances start: an address, or the commune's centre. `None` for the few communes
    /// whose centre nobody knows: only what is offered remotely is then found.
    pub from: Option<Point>,
    pub radius_km: f64,
    pub placing: Placing,
    /// Also what lies within the radius and is reserved to those who live elsewhere, to say so.
    pub with_reserved: bool,
    /// Also what is offered from a distance; else only what one goes to, and what comes to people's
    /// homes.
    pub with_remote: bool,
}

impl Near {
    /// data·inclusion's radius.
    pub const RADIUS_KM: f64 = 50.0;

    /// Around a commune for somebody who lives there, however places are known.
    pub fn of(commune: &Commune, radius_km: f64) -> Near {
        Near {
            commune: commune.code.clone(),
            city: commune.city().cloned(),
            epci: commune.epci.map(|epci| epci.siren.to_owned()),
            from: commune.centre,
            radius_km,
            placing: Placing::CommuneCentre,
            with_reserved: false,
            with_remote: true,
        }
    }

    /// Whether somebody who lives there has a right to what is reserved to these zones; without
    /// any, everybody has.
    pub(super) fn is_eligible(&self, zones: &[Zone]) -> bool {
        zones.is_empty() || self.lives_in(zones)
    }

    /// Whether what comes to people's homes in these zones comes there.
    pub(crate) fn is_visited(&self, home_zones: &[Zone]) -> bool {
        self.lives_in(home_zones)
    }

    fn lives_in(&self, zones: &[Zone]) -> bool {
        let lives_in = |zone: &Zone| {
            let zone = zone.as_str();
            zone == self.commune.as_str()
                || self.city.as_ref().is_some_and(|city| zone == city.as_str())
                || zone == self.commune.departement()
                || self.epci.as_deref() == Some(zone)
                || zone == Zone::FRANCE
                || zone == "france"
        };
        zones.iter().any(lives_in)
    }
}

/// Where a resource without trusted coordinates is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Placing {
    /// Nowhere: found only if it is offered from a distance, as in data·inclusion.
    #[default]
    Exact,
    /// At the centre of its commune; and what comes to people's homes is found where it comes.
    CommuneCentre,
}

/// Which slice of the hits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    number: u32,
    size: u32,
}

impl Page {
    /// data·inclusion's bounds.
    pub const LARGEST: u32 = 10_000;
    pub const USUAL: u32 = 5_000;

    /// `None` for page 0, or a size outside 1 to 10,000.
    pub fn new(number: u32, size: u32) -> Option<Page> {
        (number >= 1 && (1..=Self::LARGEST).contains(&size)).then_some(Page { number, size })
    }

    /// From 1.
    pub fn number(self) -> u32 {
        self.number
    }

    pub fn size(self) -> u32 {
        self.size
    }

    /// How many hits come before this page.
    pub fn skipped(self) -> usize {
        let skipped = u64::from(self.number - 1) * u64::from(self.size);
        usize::try_from(skipped).unwrap_or(usize::MAX)
    }

    /// How many hits it shows at most.
    pub fn taken(self) -> usize {
        usize::try_from(self.size).unwrap_or(usize::MAX)
    }

    /// How many pages so many hits make.
    pub fn count_for(self, total: usize) -> usize {
        total.div_ceil(self.taken())
    }
}

impl Default for Page {
    fn default() -> Page {
        Page { number: 1, size: Page::USUAL }
    }
}
