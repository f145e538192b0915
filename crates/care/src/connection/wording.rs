//! What a person agrees to, word for word, and what the organisation then reads: both are made
//! here, so that one cannot say more than the other.

use jiff::civil::Date;
use kernel::coded::Coded;
use kernel::contact::Phone;

use super::parts::{Offer, Shared};
use super::rules;
use crate::person::Person;
use crate::words::Words;

/// One thing told to an organisation: « Âge : entre 70 et 79 ans ».
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fact {
    pub(super) shared: Shared,
    pub(super) label: String,
    pub(super) text: String,
}

/// What can be told of a person; what is not known of them is not offered.
pub(super) fn facts(w: &Words, person: &Person, likes: Option<&str>, today: Date) -> Vec<Fact> {
    Shared::all()
        .filter_map(|shared| {
            let text = text(w, shared, person, likes, today)?;
            Some(Fact { shared, label: shared.label(w), text })
        })
        .collect()
}

/// The sentence before the list: who agrees that who tells whom, for what.
pub(super) fn opening(w: &Words, person: &Person, site: &str, offer: &Offer) -> String {
    w.connection_consent_opening(person.addressed(), site, &offer.organization_name, &offer.resource_name)
}

/// The whole text the person heard: the opening, what is told, and how to change one's mind.
pub(super) fn whole(w: &Words, opening: &str, told: &[Fact]) -> String {
    let mut lines = vec![opening.to_owned()];
    if told.is_empty() {
        lines.push(w.connection_consent_nothing());
    }
    lines.extend(told.iter().map(|fact| w.connection_consent_line(&fact.label, &fact.text)));
    lines.push(w.connection_consent_closing());
    lines.join("\n")
}

fn text(w: &Words, shared: Shared, person: &Person, likes: Option<&str>, today: Date) -> Option<String> {
    match shared {
        Shared::Name => Some(person.addressed_shortly()),
        Shared::AgeBand => person.age(today).map(|age| {
            let (from, to) = rules::age_band(age);
            w.connection_age_band(i32::from(from), i32::from(to))
        }),
        Shared::Phone => person.phone.as_ref().map(Phone::spoken),
        Shared::Likes => likes.map(str::to_owned),
        Shared::Accompaniment => Some(w.connection_needs_accompaniment()),
    }
}
