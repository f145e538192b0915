//! A resource as one line of a table, for spreadsheets and maps: what its page says, in columns.
//!
//! Words: a *cell* is text for people to read, `None` where nothing is known.
//! Invariant: no contact's name and no referral address is among them.

use jiff::civil::Date;
use kernel::Lang;
use kernel::contact::{Email, Phone};

use crate::address;
use crate::contact::WebLink;
use crate::facts::in_a_row;
use crate::finder::Entry;
use crate::resource::said;
use crate::vocabulary::{Public, Theme};

/// Names of the columns, in data·inclusion's words where it has some.
pub(super) const COLUMNS: [&str; 19] = [
    "id",
    "nom",
    "structure",
    "description",
    "adresse",
    "complement_adresse",
    "code_postal",
    "commune",
    "code_insee",
    "telephone",
    "courriel",
    "lien_mobilisation",
    "horaires",
    "frais",
    "publics",
    "thematiques",
    "places",
    "date_maj",
    "page",
];

/// What it is said to whom.
#[derive(Clone, Copy, Debug)]
pub(super) struct Telling<'a> {
    pub(super) today: Date,
    pub(super) lang: Lang,
    /// Before every address of a page: `https://maillage.exemple.fr`, or nothing.
    pub(super) base: &'a str,
}

/// The cells of one resource, in the order of [`COLUMNS`].
pub(super) fn cells(entry: &Entry, telling: Telling<'_>) -> [Option<String>; 19] {
    let Telling { today, lang, base } = telling;
    let resource = entry.resource();
    let place = &resource.place;
    let phone = resource.contact.phone.as_deref();
    let themes = in_a_row(&resource.themes, lang, |theme, lang| Theme::label(*theme, lang).to_owned());
    [
        Some(resource.id.to_string()),
        Some(resource.name.clone()),
        Some(entry.organization_name().to_owned()),
        Some(resource.description.clone()),
        place.street.clone(),
        place.complement.clone(),
        place.postcode.clone(),
        place.commune_name.clone(),
        place.commune.as_ref().map(ToString::to_string),
        phone.map(|text| Phone::parse(text).map_or_else(|| text.to_owned(), |phone| phone.spoken())),
        resource.contact.email.as_ref().map(Email::as_str).map(str::to_owned),
        resource.booking.as_ref().map(WebLink::as_str).map(str::to_owned),
        said::when(resource, lang),
        said::cost(resource, lang),
        some(in_a_row(&resource.publics, lang, |public, lang| Public::label(*public, lang))),
        some(themes),
        said::room(resource, today, lang),
        Some(resource.updated_on.to_string()),
        Some(format!("{base}{}", address::resource(&resource.id))),
    ]
}

fn some(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}
