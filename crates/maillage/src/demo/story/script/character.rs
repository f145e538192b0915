//! Persons who do not exist.

use std::collections::HashMap;

use super::dice::Dice;
use super::material::{FamilyName, GivenName, Material};
use super::model::Character;

/// Ends of ages, twenty at a time: mostly past sixty, some carers, a few young adults.
const AGES: [(i64, i64); 20] = [
    (70, 79),
    (70, 79),
    (70, 79),
    (70, 79),
    (70, 79),
    (80, 91),
    (80, 91),
    (80, 91),
    (80, 91),
    (62, 69),
    (62, 69),
    (62, 69),
    (62, 69),
    (60, 64),
    (50, 59),
    (50, 59),
    (42, 52),
    (30, 41),
    (19, 26),
    (19, 26),
];
const STREETS: [&str; 9] = [
    "rue des Trois-Noyers",
    "allée du Petit-Lavoir",
    "rue de la Vieille-Bascule",
    "impasse des Rouliers",
    "rue du Champ-aux-Grives",
    "square des Hirondelles",
    "rue des Quatre-Meules",
    "allée des Jardiniers",
    "rue du Four-à-Pain",
];
const CALL_WHEN: [&str; 5] =
    ["après 17 h", "le matin", "pas avant 10 h", "en fin de matinée", "sauf le mardi, jour de marché"];
/// A name is still usual ten years before and after its own.
const A_DECADE: i64 = 10;
/// The year in which ages are counted.
const YEAR: i64 = 2026;

/// Everybody's family name is their own, but for the look-alikes.
pub(super) struct Cast<'m> {
    material: &'m Material,
    family_names: Vec<&'m FamilyName>,
    ages: Vec<(i64, i64)>,
    /// How often each given name was given.
    given: HashMap<&'m str, usize>,
    made: i64,
}

impl<'m> Cast<'m> {
    pub(super) fn gather(material: &'m Material, dice: &mut Dice) -> Cast<'m> {
        let reserved = |name: &&FamilyName| name.name != super::look_alikes::FAMILY;
        let mut family_names: Vec<&FamilyName> =
            material.people.family_name.iter().filter(reserved).collect();
        dice.shuffle(&mut family_names);
        let ages = dice.deal(&AGES, family_names.len());
        Cast { material, family_names, ages, given: HashMap::new(), made: 0 }
    }

    /// The next person, living in a commune. `None` once the family names are used up.
    pub(super) fn next(&mut self, commune: &str, dice: &mut Dice) -> Option<Character> {
        let family = self.family_names.pop()?;
        let (youngest, oldest) = self.ages.pop()?;
        let age = dice.between(youngest, oldest);
        let civility = if dice.happens(62) { "Mme" } else { "M." };
        let given = self.given_name(family, civility, YEAR - age, dice)?;
        let is_at_home = age >= 60 && dice.happens(50);
        let has_address = dice.happens(55);
        let has_hours = dice.happens(40);
        Some(Character {
            civility: civility.to_owned(),
            name: format!("{} {}", given.name, family.name),
            birth_year: YEAR - age,
            commune: commune.to_owned(),
            address: has_address.then(|| address(dice)),
            phone: Some(self.phone(is_at_home)),
            discreet: dice.happens(8),
            call_when: has_hours.then(|| dice.pick(&CALL_WHEN).copied().unwrap_or_default().to_owned()),
        })
    }

    /// A telephone number nobody can have (see `data/demo/README.md`) and nobody else here has.
    pub(super) fn phone(&mut self, is_at_home: bool) -> String {
        self.made += 1;
        // 37 and 1000 have no common factor, so that no two of a thousand are the same.
        let (hundreds, rest) = ((self.made * 37 % 1000) / 100, (self.made * 37) % 100);
        match is_at_home {
            true => format!("04 65 71 {} {rest:02}", 70 + hundreds),
            false => format!("06 39 98 {} {rest:02}", 70 + hundreds),
        }
    }

    /// A name often heard with the family's, usual in the decade of birth or nearest to it, and
    /// given least so far.
    fn given_name(
        &mut self,
        family: &FamilyName,
        civility: &str,
        year: i64,
        dice: &mut Dice,
    ) -> Option<&'m GivenName> {
        let fits = |name: &&GivenName| name.pool == family.pool && name.civility == civility;
        let distance =
            |name: &GivenName| name.decades.iter().map(|decade| (year / 10 * 10 - decade).abs()).min();
        let of_pool: Vec<&GivenName> = self.material.people.given_name.iter().filter(fits).collect();
        let nearest = of_pool.iter().filter_map(|name| distance(name)).min()?;
        let usual = of_pool.into_iter().filter(|name| distance(name) <= Some(nearest + A_DECADE));
        let usual: Vec<&GivenName> = usual.collect();
        let times = |name: &GivenName| self.given.get(name.name.as_str()).copied().unwrap_or_default();
        let least = usual.iter().map(|name| times(name)).min()?;
        let fresh: Vec<&GivenName> = usual.into_iter().filter(|name| times(name) == least).collect();
        let chosen = dice.pick(&fresh).copied()?;
        *self.given.entry(&chosen.name).or_default() += 1;
        Some(chosen)
    }
}

impl Character {
    pub(super) fn age(&self) -> i64 {
        YEAR - self.birth_year
    }
}

pub(super) fn address(dice: &mut Dice) -> String {
    let street = dice.pick(&STREETS).copied().unwrap_or_default();
    format!("{} {street}", dice.between(1, 90))
}
