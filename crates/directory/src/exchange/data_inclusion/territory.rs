use kernel::text::fold;

use super::given::Given;
use crate::gazetteer::{Departement, Gazetteer};

/// A part of France, as the beginnings its communes' codes may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Territory(Vec<String>);

impl Territory {
    /// What the five parameters of lists leave; `None` when none of them was given. All that are
    /// given hold, but a slug only counts without its code, as in data·inclusion.
    pub(super) fn read(given: &mut Given, gazetteer: &Gazetteer) -> Option<Territory> {
        let departements: Vec<&Departement> = gazetteer.departements().collect();
        let of_region = |region: &str| {
            let inside = departements.iter().filter(|departement| departement.region_code == region);
            inside.map(|departement| departement.code.to_owned()).collect::<Vec<_>>()
        };
        let mut regions: Vec<(String, String)> =
            departements.iter().map(|one| (one.region_code.to_owned(), one.region.to_owned())).collect();
        regions.sort();
        regions.dedup();
        let by_code = regions.iter().map(|(code, _)| (code.clone(), of_region(code))).collect::<Vec<_>>();
        let by_slug = regions.iter().map(|(code, name)| (slug(name), of_region(code))).collect::<Vec<_>>();
        let region = first(given.choice("code_region", &by_code), given.choice("slug_region", &by_slug));
        let alone = |one: &Departement| vec![one.code.to_owned()];
        let by_code: Vec<_> = departements.iter().map(|one| (one.code.to_owned(), alone(one))).collect();
        let by_slug: Vec<_> = departements.iter().map(|one| (slug(one.name), alone(one))).collect();
        let departement =
            first(given.choice("code_departement", &by_code), given.choice("slug_departement", &by_slug));
        let commune = given.code_commune().map(|code| vec![code]);
        let parts = [region, departement, commune].into_iter().flatten();
        parts.map(Territory).reduce(|one, other| one.within(&other))
    }

    pub(crate) fn beginnings(&self) -> &[String] {
        &self.0
    }

    /// What both hold.
    fn within(&self, other: &Territory) -> Territory {
        let narrower = |one: &String, other: &String| {
            let pair = if one.len() >= other.len() { (one, other) } else { (other, one) };
            pair.0.starts_with(pair.1.as_str()).then(|| pair.0.clone())
        };
        Territory(
            self.0
                .iter()
                .flat_map(|one| other.0.iter().filter_map(move |other| narrower(one, other)))
                .collect(),
        )
    }
}

fn first<T>(code: Option<T>, slug: Option<T>) -> Option<T> {
    code.or(slug)
}

/// `provence-alpes-cote-dazur`, as data·inclusion writes names in addresses.
fn slug(name: &str) -> String {
    let bare: String = name.chars().filter(|c| !matches!(c, '’' | '\'')).collect();
    fold(&bare).replace(' ', "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(query: &str) -> Option<Vec<String>> {
        let mut given = Given::of(query);
        let territory = Territory::read(&mut given, Gazetteer::load());
        given.check().unwrap();
        territory.map(|territory| territory.0)
    }

    #[test]
    fn a_region_is_its_departements_and_a_commune_itself() {
        assert_eq!(asked(""), None);
        assert_eq!(asked("code_region=94"), Some(vec!["2A".to_owned(), "2B".to_owned()]));
        assert_eq!(asked("slug_region=corse"), asked("code_region=94"));
        assert_eq!(asked("code_departement=974"), Some(vec!["974".to_owned()]));
        assert_eq!(asked("slug_departement=val-doise"), asked("code_departement=95"));
        assert_eq!(asked("code_commune=69029"), Some(vec!["69029".to_owned()]));
        assert!(asked("slug_region=provence-alpes-cote-dazur").is_some());
    }

    #[test]
    fn what_is_asked_together_holds_together() {
        assert_eq!(asked("code_region=84&code_commune=69029"), Some(vec!["69029".to_owned()]));
        assert_eq!(asked("code_region=94&code_commune=69029"), Some(Vec::new()));
        assert_eq!(asked("code_departement=69&slug_departement=ain"), Some(vec!["69".to_owned()]));
    }
}
