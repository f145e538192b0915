use std::collections::BTreeSet;

use kernel::commune::CommuneCode;
use kernel::contact::{Email, Phone};
use kernel::geo::Point;
use kernel::text::fold;
use url::Url;

use super::lexicon::Lexicon;
use super::name::Name;
use super::street::Street;
use crate::contact::WebLink;
use crate::gazetteer::{Commune, Division, Gazetteer};
use crate::organization::{Organization, OrganizationId};

/// What of an organization can be compared, each in one form.
#[derive(Clone, Debug, PartialEq)]
pub struct Sketch {
    pub id: OrganizationId,
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
}

impl Sketch {
    pub fn of(organization: &Organization, lexicon: &Lexicon) -> Sketch {
        let place = &organization.place;
        let places = places(organization, lexicon);
        let street = place.street.as_deref();
        Sketch {
            id: organization.id.clone(),
            name: Name::of(&organization.name, lexicon),
            siret: organization.siret.clone(),
            phone: organization.contact.phone.as_deref().and_then(phone),
            email: organization.contact.email.as_ref().map(|email| Email::as_str(email).to_owned()),
            site: organization.website.as_ref().and_then(site),
            street: street.and_then(|line| Street::of(line, &places, lexicon)),
            postcode: place.postcode.clone(),
            commune: place.commune.as_ref().map(of_today),
            point: place.located.trusted(),
            places,
        }
    }

    /// The company's nine digits.
    pub(super) fn siren(&self) -> Option<&str> {
        self.siret.as_deref()?.get(..9)
    }
}

fn places(organization: &Organization, lexicon: &Lexicon) -> BTreeSet<String> {
    let place = &organization.place;
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
