//! Reads `communes.tsv`: régions, départements, EPCI, then communes in the order of their codes.

use std::collections::{BTreeMap, HashMap};

use kernel::commune::CommuneCode;
use kernel::geo::Point;

use super::commune::{Commune, Departement, Division, Epci};

#[derive(Debug, Default)]
pub(super) struct Table {
    /// Sorted by code.
    pub(super) communes: Vec<Commune>,
    /// Names a commune had, or of places it took in, with its place in `communes`.
    pub(super) former_names: Vec<(&'static str, usize)>,
    pub(super) departements: BTreeMap<&'static str, &'static Departement>,
    former_codes: HashMap<&'static str, usize>,
}

impl Table {
    /// A line that is not understood is skipped: the tests count the communes of the real file.
    pub(super) fn read(text: &'static str) -> Table {
        let mut table = Table::default();
        let mut regions = HashMap::new();
        let mut epci = HashMap::new();
        for line in text.lines() {
            let mut fields = line.split('\t');
            match fields.next() {
                Some("R") => regions.extend(pair(fields)),
                Some("D") => table.push_departement(fields, &regions),
                Some("E") => epci.extend(pair(fields).map(|(siren, name)| {
                    let epci: &'static Epci = Box::leak(Box::new(Epci { siren, name }));
                    (siren, epci)
                })),
                Some("C") => drop(table.push_commune(fields, &epci)),
                _ => {}
            }
        }
        table.mark_cities();
        table.communes.shrink_to_fit();
        table
    }

    pub(super) fn commune(&self, code: &str) -> Option<&Commune> {
        self.communes.get(self.place(code)?)
    }

    pub(super) fn successor(&self, former: &str) -> Option<&Commune> {
        self.communes.get(*self.former_codes.get(former)?)
    }

    fn place(&self, code: &str) -> Option<usize> {
        self.communes.binary_search_by(|commune| commune.code.as_str().cmp(code)).ok()
    }

    fn push_departement(&mut self, fields: Fields, regions: &HashMap<&'static str, &'static str>) {
        if let [code, name, region_code] = fields.collect::<Vec<_>>()[..] {
            let region = regions.get(region_code).copied().unwrap_or_default();
            let departement = Departement { code, name, region_code, region };
            self.departements.insert(code, Box::leak(Box::new(departement)));
        }
    }

    fn push_commune(&mut self, mut fields: Fields, epci: &HashMap<&str, &'static Epci>) -> Option<()> {
        let code = CommuneCode::parse(fields.next()?)?;
        let name = fields.next()?;
        let departement = *self.departements.get(fields.next()?)?;
        let postcodes = fields.next()?.split(' ').collect();
        let population = fields.next()?.parse().ok()?;
        let epci = epci.get(fields.next()?).copied();
        let centre = fields.next().and_then(point);
        let division = match CommuneCode::parse(fields.next()?) {
            Some(of) => Division::Arrondissement { of },
            None => Division::Whole,
        };
        self.push_former(fields.next()?);
        let commune = Commune { code, name, postcodes, population, epci, departement, centre, division };
        self.communes.push(commune);
        Some(())
    }

    /// `01340|01015=Arbignieu`, about the commune that comes next.
    fn push_former(&mut self, list: &'static str) {
        let next = self.communes.len();
        for item in list.split('|').filter(|item| !item.is_empty()) {
            let (code, name) = item.split_once('=').map_or((item, None), |(code, name)| (code, Some(name)));
            self.former_codes.insert(code, next);
            self.former_names.extend(name.map(|name| (name, next)));
        }
    }

    fn mark_cities(&mut self) {
        let of = |commune: &Commune| match &commune.division {
            Division::Arrondissement { of } => self.place(of.as_str()),
            Division::Whole | Division::City => None,
        };
        let cities: Vec<usize> = self.communes.iter().filter_map(of).collect();
        for city in cities {
            if let Some(city) = self.communes.get_mut(city) {
                city.division = Division::City;
            }
        }
    }
}

type Fields = std::str::Split<'static, char>;

fn pair(mut fields: Fields) -> Option<(&'static str, &'static str)> {
    Some((fields.next()?, fields.next()?))
}

/// `45.7346,4.9119`: latitude, longitude.
pub(super) fn point(text: &str) -> Option<Point> {
    let (lat, lon) = text.split_once(',')?;
    Point::new(lat.parse().ok()?, lon.parse().ok()?)
}
