//! Sentences and places shared out, so that no two persons say the same or go to the same place
//! while another is left.

use std::collections::HashMap;

use super::dice::Dice;
use super::material::{Material, Place, Sentence};
use super::model::Character;

pub(super) struct Sharing<'m> {
    material: &'m Material,
    uses: HashMap<&'m str, usize>,
}

impl<'m> Sharing<'m> {
    pub(super) fn of(material: &'m Material) -> Sharing<'m> {
        Sharing { material, uses: HashMap::new() }
    }

    pub(super) fn material(&self) -> &'m Material {
        self.material
    }

    /// One of those used least so far.
    pub(super) fn sentence(
        &mut self,
        among: impl Iterator<Item = &'m Sentence>,
        dice: &mut Dice,
    ) -> Option<&'m Sentence> {
        let among: Vec<&Sentence> = among.collect();
        let least = among.iter().map(|sentence| self.used(&sentence.text)).min()?;
        let fresh: Vec<&Sentence> =
            among.into_iter().filter(|sentence| self.used(&sentence.text) == least).collect();
        let chosen = dice.pick(&fresh).copied()?;
        *self.uses.entry(&chosen.text).or_default() += 1;
        Some(chosen)
    }

    /// Of the person's own topics near home, then farther, then what suits most people.
    pub(super) fn places(
        &mut self,
        person: &Character,
        topics: &[String],
        common: &[String],
        dice: &mut Dice,
    ) -> Vec<&'m Place> {
        let welcome = |place: &&Place| {
            place.welcomes(person)
                && place.is_meant_for(topics)
                && (place.is_about(topics) || place.is_about(common))
        };
        let mut places: Vec<&Place> = self.material.places.iter().filter(welcome).collect();
        dice.shuffle(&mut places);
        places.sort_by_key(|place| {
            (!place.is_about(topics), place.commune != person.commune, self.used(&place.id))
        });
        if let Some(first) = places.first() {
            *self.uses.entry(&first.id).or_default() += 1;
        }
        places
    }

    fn used(&self, what: &str) -> usize {
        self.uses.get(what).copied().unwrap_or_default()
    }
}
