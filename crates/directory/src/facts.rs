//! Facts of an entry as its page lists them: a name, and one or several lines.

use kernel::Lang;
use kernel::contact::Phone;

use crate::contact::Contact;
use crate::gazetteer::Gazetteer;
use crate::place::Place;

#[derive(Clone, Debug)]
pub(crate) struct Fact {
    pub(crate) name: String,
    pub(crate) lines: Vec<String>,
}

/// Keeps the order they are added in, and only those that say something.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts(Vec<Fact>);

impl Facts {
    pub(crate) fn add(&mut self, name: String, lines: impl IntoIterator<Item = String>) {
        let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        if !lines.is_empty() {
            self.0.push(Fact { name, lines });
        }
    }

    pub(crate) fn into_list(self) -> Vec<Fact> {
        self.0
    }
}

/// « 3 place des Acacias », « bâtiment B », « 69500 Bron ».
pub(crate) fn address_lines(place: &Place) -> Vec<String> {
    let commune = place.commune.as_ref().and_then(|code| Gazetteer::load().current(code));
    let name = place.commune_name.clone().or_else(|| commune.map(|commune| commune.name.to_owned()));
    let town: Vec<String> = place.postcode.iter().cloned().chain(name).collect();
    let mut lines: Vec<String> = place.street.iter().chain(&place.complement).cloned().collect();
    lines.push(town.join(" "));
    lines.retain(|line| !line.is_empty());
    lines
}

/// A number as a link, when it can be dialled.
#[derive(Clone, Debug)]
pub(crate) struct PhoneLine {
    pub(crate) dialled: Option<String>,
    pub(crate) spoken: String,
}

pub(crate) fn phone(contact: &Contact) -> Option<PhoneLine> {
    let text = contact.phone.as_deref()?;
    let phone = Phone::parse(text);
    Some(PhoneLine {
        spoken: phone.as_ref().map_or_else(|| text.to_owned(), Phone::spoken),
        dialled: phone.map(|phone| phone.e164().to_owned()),
    })
}

/// « arabe, turc, portugais ».
pub(crate) fn in_a_row<T>(
    things: impl IntoIterator<Item = T>,
    lang: Lang,
    name: impl Fn(T, Lang) -> String,
) -> String {
    let names: Vec<String> = things.into_iter().map(|thing| name(thing, lang)).collect();
    names.join(", ")
}
