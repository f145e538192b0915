//! Each field of an entry in words, and how sure it is.

use jiff::civil::Date;
use kernel::Lang;
use kernel::contact::Email;
use platform::web::dates;

use super::field::Field;
use super::model::{Check, Doubt, Speaker, Verification};
use super::rules::{self, Freshness};
use crate::contact::Contact;
use crate::facts;
use crate::organization::Organization;
use crate::place::Place;
use crate::resource::{Resource, said};
use crate::words::{Words, words};

/// One field, as whoever is asked about it reads it.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) name: String,
    /// « non renseigné » when nothing is said.
    pub(crate) said: String,
}

/// All that is said of an entry, without its name.
pub(crate) fn lines(resource: &Resource, today: Date, lang: Lang) -> Vec<Line> {
    let w = words(lang);
    let fields = Field::ALL.iter().copied().filter(|field| *field != Field::Name);
    let line = |field: Field| {
        let said = value(field, resource, today, lang).unwrap_or_else(|| w.verification_unsaid());
        Line { name: label(field, w), said }
    };
    fields.map(line).collect()
}

pub(crate) fn label(field: Field, w: &Words) -> String {
    match field {
        Field::Name => w.verification_field_name(),
        Field::Description => w.verification_field_description(),
        Field::Schedule => w.resource_when(),
        Field::Room => w.resource_places(),
        Field::Cost => w.resource_cost(),
        Field::Place => w.resource_where(),
        Field::Access => w.resource_access(),
        Field::Contact => w.verification_field_contact(),
        Field::Whom => w.resource_for_whom(),
        Field::How => w.resource_how(),
    }
}

pub(super) fn value(field: Field, resource: &Resource, today: Date, lang: Lang) -> Option<String> {
    match field {
        Field::Name => Some(resource.name.clone()),
        Field::Description => Some(resource.description.clone()).filter(|text| !text.trim().is_empty()),
        Field::Schedule => said::when(resource, lang),
        Field::Room => room(resource, today, lang),
        Field::Cost => said::cost(resource, lang),
        Field::Place => place(&resource.place),
        Field::Access => access(resource, lang),
        Field::Contact => reached(&resource.contact),
        Field::Whom => {
            listed(said::for_whom(resource, lang).into_iter().chain(said::languages(resource, lang)))
        }
        Field::How => listed(said::how(resource, lang)),
    }
}

/// The same of an organization itself, as far as it has these fields.
pub(super) fn value_itself(field: Field, organization: &Organization, lang: Lang) -> Option<String> {
    let (contact, website) = (&organization.contact, &organization.website);
    match field {
        Field::Name => Some(organization.name.clone()),
        Field::Description => organization.description.clone(),
        Field::Schedule => organization.opening_hours.as_deref().map(|text| said::hours_in_words(text, lang)),
        Field::Place => place(&organization.place),
        Field::Contact => {
            listed(reached(contact).into_iter().chain(website.as_ref().map(ToString::to_string)))
        }
        Field::Room | Field::Cost | Field::Access | Field::Whom | Field::How => None,
    }
}

fn place(place: &Place) -> Option<String> {
    Some(facts::address_lines(place).join(", ")).filter(|text| !text.is_empty())
}

/// Places or the pause, the waiting list, and how many requests are taken.
pub fn room(resource: &Resource, today: Date, lang: Lang) -> Option<String> {
    let (w, ties) = (words(lang), &resource.ties);
    let parts = [
        said::room(resource, today, lang),
        ties.waiting_list.then(|| w.resource_waiting_list()),
        ties.most_at_once.map(|most| w.resource_most_at_once(most)),
        ties.most_a_month.map(|most| w.resource_most_a_month(most)),
    ];
    joined(parts)
}

fn access(resource: &Resource, lang: Lang) -> Option<String> {
    let (w, ties) = (words(lang), &resource.ties);
    let hearing_loop = ties
        .hearing_loop
        .map(|has| if has { w.resource_hearing_loop() } else { w.verification_no_hearing_loop() });
    joined([
        ties.wheelchair.map(|wheelchair| wheelchair.label(lang)),
        hearing_loop,
        ties.transport_note.clone(),
    ])
}

fn reached(contact: &Contact) -> Option<String> {
    let phone = facts::phone(contact).map(|phone| phone.spoken);
    joined([phone, contact.email.as_ref().map(|email| Email::as_str(email).to_owned())])
}

fn joined<const N: usize>(parts: [Option<String>; N]) -> Option<String> {
    listed(parts.into_iter().flatten())
}

fn listed(parts: impl IntoIterator<Item = String>) -> Option<String> {
    let parts: Vec<String> = parts.into_iter().collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// One row of « where this comes from ».
#[derive(Clone, Debug)]
pub(crate) struct Origin {
    pub(crate) field: String,
    pub(crate) by: String,
    pub(crate) on: String,
    pub(crate) freshness: String,
    pub(crate) is_to_check: bool,
}

/// Where an entry's information comes from: a sentence or two, and each field.
#[derive(Clone, Debug)]
pub(crate) struct Origins {
    pub(crate) sentences: Vec<String>,
    pub(crate) rows: Vec<Origin>,
}

impl Origins {
    pub(crate) fn of(
        resource: &Resource,
        known: Option<&Verification>,
        doubts: &[(Doubt, i64)],
        today: Date,
        lang: Lang,
    ) -> Origins {
        let w = words(lang);
        let checks: Vec<(Field, Option<Check>)> = Field::ALL
            .iter()
            .map(|field| (*field, rules::last_said(*field, resource, known, today)))
            .collect();
        let old: Vec<String> = checks
            .iter()
            .filter(|(field, check)| is_to_check(*field, *check, resource, today, lang))
            .map(|(field, _)| label(*field, w).to_lowercase())
            .collect();
        let mut sentences = vec![opening(&checks, resource, lang)];
        if !old.is_empty() {
            sentences.push(w.verification_to_check(old.join(", ")));
        }
        if !doubts.is_empty() {
            sentences.push(w.verification_doubted());
        }
        let row = |(field, check): (Field, Option<Check>)| origin(field, check, resource, today, lang);
        Origins { sentences, rows: checks.into_iter().map(row).collect() }
    }
}

/// What is said of it and may no longer be so; what nobody ever said misleads nobody.
fn is_to_check(field: Field, check: Option<Check>, resource: &Resource, today: Date, lang: Lang) -> bool {
    let is_old = matches!(rules::freshness(field, check, today), Freshness::Fading | Freshness::Old);
    is_old && value(field, resource, today, lang).is_some()
}

/// The latest of those who looked at all of it.
fn opening(checks: &[(Field, Option<Check>)], resource: &Resource, lang: Lang) -> String {
    let w = words(lang);
    let latest = checks.iter().filter_map(|(_, check)| *check).max_by_key(|check| check.on);
    let by_source = Check { by: Speaker::Source, on: resource.updated_on };
    let latest = latest.unwrap_or(by_source);
    let day = dates::plain(latest.on, lang);
    match latest.by {
        Speaker::Organization => w.verification_by_organization(day),
        Speaker::Team => w.resource_verified(day),
        Speaker::Source => w.verification_by_source(&resource.source, day),
    }
}

fn origin(field: Field, check: Option<Check>, resource: &Resource, today: Date, lang: Lang) -> Origin {
    let w = words(lang);
    let freshness = rules::freshness(field, check, today);
    Origin {
        field: label(field, w),
        by: check.map_or_else(|| w.verification_nobody(), |check| speaker(check.by, resource, w)),
        on: check.map(|check| dates::plain(check.on, lang)).unwrap_or_default(),
        freshness: match freshness {
            Freshness::Fresh => w.verification_fresh(),
            Freshness::Fading => w.verification_fading(),
            Freshness::Old => w.verification_old(),
            Freshness::Unknown => w.verification_unknown(),
        },
        is_to_check: is_to_check(field, check, resource, today, lang),
    }
}

fn speaker(by: Speaker, resource: &Resource, w: &Words) -> String {
    match by {
        Speaker::Source => w.verification_speaker_source(&resource.source),
        Speaker::Organization => w.verification_speaker_organization(),
        Speaker::Team => w.verification_speaker_team(),
    }
}
