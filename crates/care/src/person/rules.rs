//! When two records may be one person.

use kernel::name::PersonName;
use kernel::text::fold;

use super::model::Person;

/// Why a known person may be the one being typed, strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    SamePhone,
    SameNameAndYear,
    SameName,
    NearNameAndYear,
}

/// Compares a new person with a known one of the same site.
pub fn likeness(new: &Person, known: &Person) -> Option<Likeness> {
    let same_phone = new.phone.is_some() && new.phone == known.phone;
    let same_year = new.birth_year.is_some() && new.birth_year == known.birth_year;
    let years_differ = !same_year && new.birth_year.is_some() && known.birth_year.is_some();
    if same_phone {
        return Some(Likeness::SamePhone);
    }
    match (same_words(new, known), same_year) {
        (true, true) => Some(Likeness::SameNameAndYear),
        (true, false) if !years_differ => Some(Likeness::SameName),
        _ if same_year && near_words(new, known) => Some(Likeness::NearNameAndYear),
        _ => None,
    }
}

/// The same words in any order: « Dumont Aline » is « Aline Dumont ».
fn same_words(new: &Person, known: &Person) -> bool {
    sorted_words(new) == sorted_words(known)
}

/// The words of a name in one order, whatever the order they were written in: what the store looks
/// a likeness up by.
pub fn name_key(person: &Person) -> String {
    key_of(&person.name)
}

/// The same of a name alone.
pub fn key_of(name: &PersonName) -> String {
    words_of(name).join(" ")
}

/// One word in common and the others differing by one letter: « Dumont » and « Dumond ».
fn near_words(new: &Person, known: &Person) -> bool {
    let (new, known) = (sorted_words(new), sorted_words(known));
    new.len() == known.len()
        && new.iter().any(|word| known.contains(word))
        && new.iter().zip(&known).all(|(a, b)| is_one_letter_away(a, b))
}

fn sorted_words(person: &Person) -> Vec<String> {
    words_of(&person.name)
}

fn words_of(name: &PersonName) -> Vec<String> {
    let mut words: Vec<String> = fold(name.as_str()).split(' ').map(str::to_owned).collect();
    words.sort_unstable();
    words
}

/// Equal, or one letter changed, added or left out.
fn is_one_letter_away(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let head = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let longest_tail = a.len().min(b.len()) - head;
    let tail = a.iter().rev().zip(b.iter().rev()).take(longest_tail).take_while(|(x, y)| x == y).count();
    a.len().max(b.len()) - head - tail <= 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::commune::CommuneCode;
    use kernel::contact::Phone;
    use kernel::id::{PersonId, SiteId};
    use kernel::name::{BirthYear, PersonName};

    fn person(name: &str, year: Option<i64>, phone: Option<&str>) -> Person {
        Person {
            id: PersonId::new(),
            site_id: SiteId(uuid::Uuid::nil()),
            civility: None,
            name: PersonName::parse(name).unwrap(),
            birth_year: year.and_then(BirthYear::stored),
            commune: CommuneCode::parse("69029").unwrap(),
            address: None,
            phone: phone.and_then(Phone::parse),
            discreet: false,
            call_when: None,
        }
    }

    #[test]
    fn the_same_words_and_year_in_any_order_are_one_person() {
        let seen =
            likeness(&person("Élise Morel", Some(1948), None), &person("MOREL Elise", Some(1948), None));
        assert_eq!(seen, Some(Likeness::SameNameAndYear));
    }

    #[test]
    fn a_slip_of_one_letter_is_seen_when_the_year_agrees() {
        let new = person("Aline Dumont", Some(1948), None);
        assert_eq!(
            likeness(&new, &person("Aline Dumond", Some(1948), None)),
            Some(Likeness::NearNameAndYear)
        );
        assert_eq!(likeness(&new, &person("Aline Dumond", Some(1951), None)), None);
    }

    #[test]
    fn a_couple_shares_a_telephone_and_is_shown() {
        let new = person("Aline Dumont", Some(1948), Some("04 65 71 00 01"));
        let known = person("Paul Dumont", Some(1946), Some("0465710001"));
        assert_eq!(likeness(&new, &known), Some(Likeness::SamePhone));
    }

    #[test]
    fn namesakes_of_other_years_are_other_people() {
        assert_eq!(
            likeness(&person("Aline Dumont", Some(1948), None), &person("Aline Dumont", Some(1990), None)),
            None
        );
    }

    #[test]
    fn two_people_without_a_telephone_are_not_alike_for_that() {
        assert_eq!(likeness(&person("Aline Dumont", None, None), &person("Rachid Benali", None, None)), None);
    }
}
