use kernel::commune::CommuneCode;

use crate::gazetteer::{Commune, Departement, Division, Epci, Gazetteer};

/// A part of France people name, by its official code.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Territory {
    Commune(&'static Commune),
    Epci(&'static Epci),
    Departement(&'static Departement),
}

impl Territory {
    /// INSEE's code of a commune of today or of the past, an EPCI's SIREN, a département's code.
    pub(crate) fn from_code(code: &str) -> Option<Territory> {
        let gazetteer = Gazetteer::load();
        match code.len() {
            5 => gazetteer.current(&CommuneCode::parse(code)?).map(Territory::Commune),
            9 => {
                let mut all = gazetteer.communes().iter().filter_map(|commune| commune.epci);
                all.find(|epci| epci.siren == code).map(Territory::Epci)
            }
            _ => gazetteer.departement(code).map(Territory::Departement),
        }
    }

    /// As addresses and the store hold it.
    pub(crate) fn code(&self) -> &str {
        match self {
            Territory::Commune(commune) => commune.code.as_str(),
            Territory::Epci(epci) => epci.siren,
            Territory::Departement(departement) => departement.code,
        }
    }

    pub(crate) fn name(&self) -> &'static str {
        match self {
            Territory::Commune(commune) => commune.name,
            Territory::Epci(epci) => epci.name,
            Territory::Departement(departement) => departement.name,
        }
    }

    /// Its communes, and the arrondissements of its cities, which entries may be placed in.
    pub(crate) fn communes(self) -> impl Iterator<Item = &'static Commune> + Clone {
        Gazetteer::load().communes().iter().filter(move |commune| self.holds(commune))
    }

    /// Inhabitants; 0 where nobody lives.
    pub(super) fn population(&self) -> u32 {
        match self {
            Territory::Commune(commune) => commune.population,
            Territory::Epci(_) | Territory::Departement(_) => {
                self.communes().filter(|commune| is_whole(commune)).map(|commune| commune.population).sum()
            }
        }
    }

    fn holds(&self, commune: &Commune) -> bool {
        match self {
            Territory::Commune(own) => {
                let is_part = matches!(&commune.division, Division::Arrondissement { of } if *of == own.code);
                commune.code == own.code || is_part
            }
            Territory::Epci(epci) => commune.epci.is_some_and(|own| own.siren == epci.siren),
            Territory::Departement(departement) => commune.departement.code == departement.code,
        }
    }
}

/// Whether it is a commune, and no arrondissement of one.
pub(crate) fn is_whole(commune: &Commune) -> bool {
    !matches!(commune.division, Division::Arrondissement { .. })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_territory_is_found_by_its_code_and_knows_its_people() {
        let name = |code: &str| Territory::from_code(code).map(|territory| territory.name());
        assert_eq!(
            [name("69029"), name("200046977"), name("2A")],
            [Some("Bron"), Some("Métropole de Lyon"), Some("Corse-du-Sud")]
        );
        for code in ["", "69", "6902", "99999", "000000000", "é", "690290"] {
            assert_eq!(name(code).is_some(), code == "69", "{code}");
        }
        let people = |code: &str| Territory::from_code(code).unwrap().population();
        assert!(people("200046977") > 1_000_000 && people("200046977") < people("69"));
    }

    #[test]
    fn a_city_holds_its_arrondissements_whose_people_are_counted_once() {
        let lyon = Territory::from_code("69123").unwrap();
        assert_eq!(lyon.communes().count(), 10);
        let parts: u32 = lyon.communes().filter(|part| !is_whole(part)).map(|part| part.population).sum();
        assert!(lyon.population().abs_diff(parts) < lyon.population() / 20);
    }
}
