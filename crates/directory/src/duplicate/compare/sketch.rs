use std::collections::BTreeSet;

use kernel::commune::CommuneCode;
use kernel::contact::{Email, Phone};
use kernel::geo::Point;
use kernel::text::fold;
use url::Url;

use super::lexicon::Lexicon;
use super::name::Name;
use super::street::Street;
use crate::contact::{Contact, WebLink};
use crate::duplicate::entry::{EntryId, Kind};
use crate::gazetteer::{Commune, Division, Gazetteer};
use crate::organization::Organization;
use crate::place::Place;
use crate::resource::Resource;
use crate::vocabulary::Theme;

/// What of an entry can be compared, each in one form.
#[derive(Clone, Debug, PartialEq)]
pub struct Sketch {
    pub id: EntryId,
    pub(crate) name: Name,
    /// Words of the names of its commune, its EPCI and its département.
    pub(crate) places: BTreeSet<String>,
    pub(crate) siret: Option<String>,
    pub(crate) phone: Option<String>,
    pub(crate) email: Option<String>,
    /// Host and path, without « www. ».
    pub(crate) site: Option<String>,
    pub(crate) street: Option<Street>,
    pub(crate) postcode: Option<String>,
    pub(crate) commune: Option<CommuneCode>,
    /// Only when its commune does not contradict it.
    pub(crate) point: Option<Point>,
    /// Of a resource only.
    pub(crate) offer: Option<Offer>,
}

/// What only a resource has.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Offer {
    /// What offers it, as its source says.
    pub(crate) organization: EntryId,
    pub(crate) by: Offering,
    pub(crate) themes: BTreeSet<Theme>,
    /// OpenStreetMap's `opening_hours`, without spaces and in lower case.
    pub(crate) hours: Option<String>,
}

/// What somebody said, and what may be, of whoever offers a resource.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Offering {
    /// Under which organization it is shown.
    pub(crate) kept: EntryId,
    /// The first of those that may be one with it: only within such a group are resources compared.
    pub(crate) group: EntryId,
}

impl Sketch {
    pub fn of(organization: &Organization, lexicon: &Lexicon) -> Sketch {
        let (id, contact) = ((&organization.id).into(), &organization.contact);
        Sketch {
            siret: organization.siret.clone(),
            site: organization.website.as_ref().and_then(site),
            ..Sketch::drawn(id, &organization.name, &organization.place, contact, lexicon)
        }
    }

    /// A resource that says no place takes place where its organization is.
    pub(crate) fn of_resource(
        resource: &Resource,
        by: Offering,
        organizations: &Place,
        lexicon: &Lexicon,
    ) -> Sketch {
        let own = &resource.place;
        let says_where = own.commune.is_some() || own.postcode.is_some() || own.street.is_some();
        let place = if says_where { own } else { organizations };
        let offer = Offer {
            organization: (&resource.organization).into(),
            by,
            themes: resource.themes.clone(),
            hours: resource.hours().map(in_one_form),
        };
        Sketch {
            offer: Some(offer),
            ..Sketch::drawn((&resource.id).into(), &resource.name, place, &resource.contact, lexicon)
        }
    }

    fn drawn(id: EntryId, name: &str, place: &Place, contact: &Contact, lexicon: &Lexicon) -> Sketch {
        let places = places(place, lexicon);
        let street = place.street.as_deref();
        Sketch {
            id,
            name: Name::of(name, lexicon),
            siret: None,
            phone: contact.phone.as_deref().and_then(phone),
            email: contact.email.as_ref().map(|email| Email::as_str(email).to_owned()),
            site: None,
            street: street.and_then(|line| Street::of(line, &places, lexicon)),
            postcode: place.postcode.clone(),
            commune: place.commune.as_ref().map(of_today),
            point: place.located.trusted(),
            offer: None,
            places,
        }
    }

    pub(super) fn kind(&self) -> Kind {
        if self.offer.is_some() { Kind::Resource } else { Kind::Organization }
    }

    /// Both are resources of one organization, as its source says.
    pub(crate) fn is_listed_beside(&self, other: &Sketch) -> bool {
        let organization = |sketch: &Sketch| sketch.offer.as_ref().map(|offer| offer.organization.clone());
        organization(self).is_some_and(|ours| organization(other) == Some(ours))
    }

    /// The company's nine digits.
    pub(super) fn siren(&self) -> Option<&str> {
        self.siret.as_deref()?.get(..9)
    }
}

fn in_one_form(hours: &str) -> String {
    hours.split_whitespace().collect::<String>().to_lowercase()
}

fn places(place: &Place, lexicon: &Lexicon) -> BTreeSet<String> {
    let known = place.commune.as_ref().and_then(|code| Gazetteer::load().current(code));
    let around = known.into_iter().flat_map(|commune| {
        let epci = commune.epci.map(|epci| epci.name);
        [Some(commune.name), epci, Some(commune.departement.name)].into_iter().flatten()
    });
    let names = place.commune_name.as_deref().into_iter().chain(around);
    names.flat_map(|name| lexicon.words(&fold(name))).collect()
}

/// Imported files still name communes that have joined another, and cities for their
/// arrondissements.
fn of_today(code: &CommuneCode) -> CommuneCode {
    match Gazetteer::load().current(code) {
        Some(Commune { division: Division::Arrondissement { of }, .. }) => of.clone(),
        Some(commune) => commune.code.clone(),
        None => code.clone(),
    }
}

/// Numbers many share say nothing: 3939, 3646, 0 800…
fn phone(text: &str) -> Option<String> {
    let phone = Phone::parse(text)?;
    let is_shared = phone.e164().starts_with("+338");
    (!is_shared).then(|| phone.e164().to_owned())
}

fn site(link: &WebLink) -> Option<String> {
    let url = Url::parse(link.as_str()).ok()?;
    let host = url.host_str()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    Some(format!("{host}{}", url.path().trim_end_matches('/')))
}
