//! Whether two addresses are the same door.

use std::collections::BTreeSet;

use kernel::text::fold;

use super::lexicon::{Lexicon, Streets};
use super::name::is_nearly;

/// A line of an address, ready to be compared: « 3 bis place des Acacias ».
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Street {
    pub(crate) number: Option<u32>,
    /// Without its type, in alphabetical order.
    pub(crate) words: Vec<String>,
}

/// What two lines have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Likeness {
    Same,
    /// One street, and a number on one side only.
    MaybeSame,
    OtherNumber,
    Other,
}

impl Street {
    /// `None` for a line that names no street: empty, a number alone, or only the commune.
    pub(crate) fn of(line: &str, commune: &BTreeSet<String>, lexicon: &Lexicon) -> Option<Street> {
        let words = &lexicon.streets;
        let folded = fold(line);
        let parts: Vec<&str> = folded.split(' ').collect();
        let number = door(&parts, words);
        let is_name = |part: &&&str| {
            part.chars().count() > 1
                && number_like(part).is_none()
                && !words.types.contains(**part)
                && !words.suffixes.contains(**part)
                && !words.titles.contains(**part)
                && !lexicon.is_stop(part)
        };
        let mut names: Vec<String> = parts.iter().filter(is_name).map(|part| (*part).to_owned()).collect();
        names.sort_unstable();
        names.dedup();
        names.truncate(12);
        let names_something = names.iter().any(|name| !commune.contains(name)) || number.is_some();
        (!names.is_empty() && names_something).then_some(Street { number, words: names })
    }

    /// Symmetric.
    pub(crate) fn like(&self, other: &Street) -> Likeness {
        let found = |from: &Street, within: &Street| {
            from.words.iter().filter(|word| within.words.iter().any(|near| is_nearly(near, word))).count()
        };
        let (here, there) = (found(self, other), found(other, self));
        // Sources add buildings, floors and the town to a line: half of the words are enough, and
        // with the same number all of those of the shorter line.
        let is_half = (here + there) * 2 >= self.words.len() + other.words.len();
        let is_within = here == self.words.len() || there == other.words.len();
        let is_one_number = self.number.is_some() && self.number == other.number;
        if !(is_half || is_within && is_one_number) {
            return Likeness::Other;
        }
        match (self.number, other.number) {
            (ours, theirs) if ours == theirs => Likeness::Same,
            (Some(_), Some(_)) => Likeness::OtherNumber,
            _ => Likeness::MaybeSame,
        }
    }
}

/// The number of the door: at the beginning, or before the kind of street, as in « Bureau de poste,
/// 6 bis rue du Bailli ». « 10 juin 1944 » is none.
fn door(parts: &[&str], words: &Streets) -> Option<u32> {
    let is_door = |after: &[&str]| {
        let next = after.iter().find(|part| !words.suffixes.contains(**part));
        next.is_some_and(|part| words.types.contains(*part))
    };
    parts.iter().enumerate().find_map(|(place, part)| {
        let after = parts.get(place + 1..).unwrap_or_default();
        number(part).filter(|_| place == 0 || is_door(after))
    })
}

/// « 12 », « 12bis ».
fn number(part: &str) -> Option<u32> {
    number_like(part).filter(|number| *number > 0 && *number < 10_000)
}

fn number_like(part: &str) -> Option<u32> {
    let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::duplicate::compare::lexicon;

    fn street(line: &str) -> Option<Street> {
        let commune = ["bron".to_owned()].into_iter().collect();
        Street::of(line, &commune, lexicon::shipped().unwrap())
    }

    fn like(a: &str, b: &str) -> Likeness {
        street(a).unwrap().like(&street(b).unwrap())
    }

    #[test]
    fn one_door_is_written_in_many_ways() {
        assert_eq!(like("3 place des Acacias", "3 PL DES ACACIAS"), Likeness::Same);
        assert_eq!(like("12 bis avenue du Général Leclerc", "12, av. Leclerc"), Likeness::Same);
        assert_eq!(like("Place du Rouaillou", "Place du Rouillaou"), Likeness::Same);
        assert_eq!(like("3 place des Acacias", "place des Acacias"), Likeness::MaybeSame);
        assert_eq!(like("3 place des Acacias", "7 place des Acacias"), Likeness::OtherNumber);
        assert_eq!(like("3 place des Acacias", "3 rue Pasteur"), Likeness::Other);
    }

    #[test]
    fn a_date_in_a_street_s_name_is_no_door() {
        assert_eq!(like("2 place du 10 juin 1944", "Place du 10 Juin 1944"), Likeness::MaybeSame);
        assert_eq!(like("Bureau de poste, 6 bis rue du Bailli", "6 RUE DU BAILLI"), Likeness::Same);
        assert_eq!(street("Rue du 8 mai 1945").unwrap().number, None);
    }

    #[test]
    fn a_line_with_more_words_is_the_same_door_by_its_number_only() {
        let longer = "66 route de Rouen, château Gasse Keller, bâtiment Colbert";
        assert_eq!(like(longer, "66 route de Rouen"), Likeness::Same);
        assert_eq!(like(longer, "6 route de Rouen"), Likeness::Other);
    }

    #[test]
    fn a_line_without_a_street_says_nothing() {
        for line in ["", "12", "Bron", "BP 12", "69500 "] {
            assert_eq!(street(line), None, "{line}");
        }
    }
}
