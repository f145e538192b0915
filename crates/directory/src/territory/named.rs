//! A territory as somebody names it.

use kernel::text::fold;

use super::model::Territory;
use crate::gazetteer::Gazetteer;

/// By its code, or by the name of a commune (« Bron », « Bron (69500) »), a département or an EPCI,
/// in that order: « Paris » is the city.
pub(crate) fn named(typed: &str) -> Option<Territory> {
    let (typed, gazetteer) = (typed.trim(), Gazetteer::load());
    let folded = fold(typed);
    let commune =
        || gazetteer.resolve(typed).ok().and_then(|found| Territory::from_code(found.code.as_str()));
    let departement = || {
        let mut all = gazetteer.departements();
        all.find(|one| fold(one.name) == folded).map(Territory::Departement)
    };
    let epci = || {
        let mut all = gazetteer.communes().iter().filter_map(|commune| commune.epci);
        all.find(|one| fold(one.name) == folded).map(Territory::Epci)
    };
    Territory::from_code(typed).or_else(commune).or_else(departement).or_else(epci)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_territory_is_found_as_people_name_it() {
        let name = |typed: &str| named(typed).map(|territory| territory.name());
        assert_eq!(name("Bron"), Some("Bron"));
        assert_eq!(name("69"), Some("Rhône"));
        assert_eq!(name("ISERE"), Some("Isère"));
        assert_eq!(name("métropole de lyon"), Some("Métropole de Lyon"));
        for nowhere in ["", "Nulle-Part-sur-Rien", "99999"] {
            assert_eq!(name(nowhere), None, "{nowhere}");
        }
    }
}
