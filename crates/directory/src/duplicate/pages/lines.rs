//! Two entries line by line: what both say, and where they differ.

use kernel::text::fold;
use platform::web::{Ui, dates};

use crate::duplicate::entry::Entry;
use crate::duplicate::sql::Compared;
use crate::facts;
use crate::organization::Organization;
use crate::resource::{Resource, said};
use crate::words::words;

/// One thing both entries may say.
pub(super) struct Line {
    pub(super) label: String,
    pub(super) said: [String; 2],
    pub(super) differs: bool,
}

/// What at least one of two says; `offered` is what each organization offers.
pub(super) fn lines(compared: &Compared, offered: &[String; 2], ui: &Ui) -> Vec<Line> {
    let sides = [(&compared.first, offered.first()), (&compared.second, offered.last())];
    let [one, other] = sides.map(|(side, offered)| match &side.entry {
        Entry::Organization(entry) => of_organization(entry, offered.cloned().unwrap_or_default(), ui),
        Entry::Resource(entry) => of_resource(entry, side.offered_by.as_deref().unwrap_or_default(), ui),
    });
    let pairs = one.into_iter().zip(other).map(|((label, one), (_, other))| Line {
        label,
        differs: fold(&one) != fold(&other),
        said: [one, other],
    });
    pairs.filter(|line| line.said.iter().any(|said| !said.is_empty())).collect()
}

fn of_organization(entry: &Organization, offered: String, ui: &Ui) -> Vec<(String, String)> {
    let w = words(ui.lang);
    let [phone, email] = contact(&entry.contact);
    vec![
        (w.duplicate_name(), entry.name.clone()),
        (w.resource_where(), facts::address_lines(&entry.place).join(", ")),
        (w.resource_phone(), phone),
        (w.resource_email(), email),
        (w.organization_website(), entry.website.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("SIRET".to_owned(), entry.siret.clone().unwrap_or_default()),
        (w.organization_hours(), hours(entry, ui)),
        (w.duplicate_description(), shortened(entry.description.as_deref().unwrap_or_default())),
        (w.organization_offers(), offered),
        (w.duplicate_source(), source(entry.updated_on, &entry.source, ui)),
    ]
}

fn of_resource(entry: &Resource, offered_by: &str, ui: &Ui) -> Vec<(String, String)> {
    let (w, lang) = (words(ui.lang), ui.lang);
    let [phone, email] = contact(&entry.contact);
    let themes: Vec<&str> = entry.themes.iter().map(|theme| theme.label(lang)).collect();
    vec![
        (w.duplicate_name(), entry.name.clone()),
        (w.duplicate_offered_by(), offered_by.to_owned()),
        (w.duplicate_description(), shortened(&entry.description)),
        (w.duplicate_themes(), themes.join(", ")),
        (w.resource_when(), said::when(entry, lang).unwrap_or_default()),
        (w.resource_where(), facts::address_lines(&entry.place).join(", ")),
        (w.resource_cost(), said::cost(entry, lang).unwrap_or_default()),
        (w.resource_for_whom(), said::for_whom(entry, lang).join(", ")),
        (w.resource_phone(), phone),
        (w.resource_email(), email),
        (w.duplicate_source(), source(entry.updated_on, &entry.source, ui)),
    ]
}

fn contact(contact: &crate::contact::Contact) -> [String; 2] {
    [
        facts::phone(contact).map(|phone| phone.spoken).unwrap_or_default(),
        contact.email.as_ref().map(|email| email.as_str().to_owned()).unwrap_or_default(),
    ]
}

fn source(updated_on: jiff::civil::Date, source: &str, ui: &Ui) -> String {
    words(ui.lang).resource_updated(dates::plain(updated_on, ui.lang), source)
}

fn hours(entry: &Organization, ui: &Ui) -> String {
    let text = entry.opening_hours.as_deref();
    text.map(|text| said::hours_in_words(text, ui.lang)).unwrap_or_default()
}

/// Enough to tell two entries apart.
fn shortened(text: &str) -> String {
    const LETTERS: usize = 240;
    match text.char_indices().nth(LETTERS) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
