//! What is noted of a person, line by line, under the labels of its form.

use directory::gazetteer::Gazetteer;
use kernel::Lang;

use crate::person::{Civility, Person};
use crate::stale::Line;
use crate::words::words;

pub(crate) fn lines(person: &Person, lang: Lang) -> Vec<Line> {
    let w = words(lang);
    let commune = Gazetteer::load().get(&person.commune).map(ToString::to_string).unwrap_or_default();
    let civility = match person.civility {
        Some(Civility::Madame) => w.civility_madame(),
        Some(Civility::Monsieur) => w.civility_monsieur(),
        None => w.civility_none(),
    };
    vec![
        Line::new(w.name_label(), person.name.as_str()),
        Line::new(
            w.birth_year_label(),
            person.birth_year.map(|year| year.get().to_string()).unwrap_or_default(),
        ),
        Line::new(w.civility_label(), civility),
        Line::new(w.commune_label(), commune),
        Line::new(w.address_label(), person.address.clone().unwrap_or_default()),
        Line::new(
            w.phone_label(),
            person.phone.as_ref().map(|phone| phone.spoken().to_owned()).unwrap_or_default(),
        ),
        Line::new(w.call_when(), person.call_when.clone().unwrap_or_default()),
        Line::new(w.discreet_tick(), if person.discreet { w.discreet_flag() } else { String::new() }),
    ]
}
