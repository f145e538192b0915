use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};
use kernel::commune::CommuneCode;
use kernel::contact::Email;
use kernel::geo::Point;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::LoadError;
use crate::contact::Contact;
use crate::gazetteer::Gazetteer;
use crate::neighbourhood::{self, Neighbourhood};
use crate::organization::{Organization, OrganizationId};
use crate::place::{Located, Place};
use crate::resource::{Ages, Resource, ResourceId, Ties, Zone};
use crate::vocabulary::{
    Cost, Format, Language, Lever, Mobilizer, OrganizationKind, Public, ResourceKind, Theme, Topic,
    Transport, WayIn, WelcomeMode, Wheelchair,
};

const SOURCE: &str = "demo";
/// The files are written as seen from the end of March 2026.
const WRITTEN_ON: Date = date(2026, 3, 1);

const ORGANIZATIONS: (&str, &str) =
    ("organizations.toml", include_str!("../../../../data/demo/organizations.toml"));
const RESOURCES: (&str, &str) = ("resources.toml", include_str!("../../../../data/demo/resources.toml"));

const NEIGHBOURHOODS: (&str, &str) =
    ("quartier.geojson", include_str!("../../../../data/demo/quartier.geojson"));

/// Invented, as their names say.
pub(super) fn neighbourhoods() -> Result<Vec<Neighbourhood>, LoadError> {
    let (file, text) = NEIGHBOURHOODS;
    neighbourhood::read(text.as_bytes())
        .map_err(|fault| LoadError::File { file, fault: format!("{fault:?}") })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OrganizationsFile {
    organization: Vec<OrganizationEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OrganizationEntry {
    id: OrganizationId,
    name: String,
    kind: OrganizationKind,
    commune: CommuneCode,
    address: String,
    postcode: String,
    lat: f64,
    lon: f64,
    phone: String,
    email: String,
    hours: String,
    description: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ResourcesFile {
    resource: Vec<ResourceEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ResourceEntry {
    id: ResourceId,
    organization: OrganizationId,
    name: String,
    description: String,
    levers: Vec<Lever>,
    themes: BTreeSet<Theme>,
    r#type: ResourceKind,
    publics: BTreeSet<Public>,
    topics: BTreeSet<Topic>,
    cost: Cost,
    cost_note: Option<String>,
    format: Format,
    group_size: Option<u16>,
    places: Option<u16>,
    full_until: Option<Date>,
    #[serde(default)]
    waiting_list: bool,
    paused_until: Option<Date>,
    most_at_once: Option<u16>,
    most_a_month: Option<u16>,
    schedule: String,
    season_note: Option<String>,
    wheelchair: Wheelchair,
    hearing_loop: bool,
    languages: BTreeSet<Language>,
    transport: Transport,
    transport_note: Option<String>,
    accompanied_first_time: bool,
    age_min: Option<u8>,
    age_max: Option<u8>,
    remote: bool,
    #[serde(default)]
    zone: Vec<String>,
    #[serde(default)]
    home_zone: Vec<String>,
    contact_phone: Option<String>,
    contact_email: Option<String>,
    referral_email: String,
    verified_on: Date,
    lat: Option<f64>,
    lon: Option<f64>,
}

pub(super) fn organizations() -> Result<Vec<Organization>, LoadError> {
    let file: OrganizationsFile = read(ORGANIZATIONS)?;
    file.organization.into_iter().map(organization).collect()
}

pub(super) fn resources(organizations: &[Organization]) -> Result<Vec<Resource>, LoadError> {
    let by_id: BTreeMap<&OrganizationId, &Organization> =
        organizations.iter().map(|organization| (&organization.id, organization)).collect();
    let file: ResourcesFile = read(RESOURCES)?;
    let resource = |entry: ResourceEntry| {
        let host = by_id
            .get(&entry.organization)
            .ok_or_else(|| fault(RESOURCES.0, format!("no organization {}", entry.organization)))?;
        resource(entry, host)
    };
    file.resource.into_iter().map(resource).collect()
}

fn organization(entry: OrganizationEntry) -> Result<Organization, LoadError> {
    let commune = Gazetteer::load().get(&entry.commune);
    let point = Point::new(entry.lat, entry.lon);
    Ok(Organization {
        source: SOURCE.to_owned(),
        name: entry.name,
        updated_on: WRITTEN_ON,
        description: Some(entry.description),
        source_page: None,
        siret: None,
        place: Place {
            street: Some(entry.address),
            complement: None,
            postcode: Some(entry.postcode),
            commune_name: commune.map(|commune| commune.name.to_owned()),
            commune: Some(entry.commune),
            located: Located::judge(point, commune.and_then(|commune| commune.centre)),
        },
        contact: Contact { phone: Some(entry.phone), email: Some(email(ORGANIZATIONS.0, &entry.email)?) },
        website: None,
        opening_hours: Some(entry.hours),
        accessibility: None,
        networks: BTreeSet::new(),
        kind: Some(entry.kind),
        id: entry.id,
    })
}

fn resource(entry: ResourceEntry, host: &Organization) -> Result<Resource, LoadError> {
    Ok(Resource {
        source: SOURCE.to_owned(),
        updated_on: entry.verified_on,
        source_page: None,
        kind: Some(entry.r#type),
        cost: Some(entry.cost),
        publics_note: None,
        conditions: None,
        place: place(&entry, host),
        contact: contact(&entry, host)?,
        contact_name: None,
        welcome_modes: welcome_modes(entry.remote, entry.format),
        zones: zones(&entry.zone)?,
        booking: None,
        ways_in: BTreeSet::from([WayIn::Email, WayIn::Telephone]),
        open_to: BTreeSet::from([Mobilizer::Persons, Mobilizer::Professionals]),
        ways_in_note: None,
        weekly_hours: None,
        weeks: None,
        opening_hours: Some(entry.schedule.clone()),
        ties: Ties {
            levers: entry.levers,
            topics: entry.topics,
            format: Some(entry.format),
            group_size: entry.group_size,
            places: entry.places,
            full_until: entry.full_until,
            waiting_list: entry.waiting_list,
            paused_until: entry.paused_until,
            most_at_once: entry.most_at_once,
            most_a_month: entry.most_a_month,
            schedule: Some(entry.schedule),
            season_note: entry.season_note,
            wheelchair: Some(entry.wheelchair),
            hearing_loop: Some(entry.hearing_loop),
            languages: entry.languages,
            transport: Some(entry.transport),
            transport_note: entry.transport_note,
            home_zones: zones(&entry.home_zone)?,
            accompanied_first_time: entry.accompanied_first_time,
            ages: ages(entry.age_min, entry.age_max),
            referral_email: Some(email(RESOURCES.0, &entry.referral_email)?),
            verified_on: Some(entry.verified_on),
        },
        id: entry.id,
        organization: entry.organization,
        name: entry.name,
        description: entry.description,
        themes: entry.themes,
        cost_note: entry.cost_note,
        publics: entry.publics,
    })
}

/// Its own coordinates, or its organization's place.
fn place(entry: &ResourceEntry, host: &Organization) -> Place {
    match entry.lat.zip(entry.lon).and_then(|(lat, lon)| Point::new(lat, lon)) {
        // Elsewhere: the street is the organization's and would mislead.
        Some(point) => Place { street: None, located: Located::Trusted { point }, ..host.place.clone() },
        None => host.place.clone(),
    }
}

fn contact(entry: &ResourceEntry, host: &Organization) -> Result<Contact, LoadError> {
    let own_email = entry.contact_email.as_deref().map(|text| email(RESOURCES.0, text)).transpose()?;
    Ok(Contact {
        phone: entry.contact_phone.clone().or_else(|| host.contact.phone.clone()),
        email: own_email.or_else(|| host.contact.email.clone()),
    })
}

fn welcome_modes(remote: bool, format: Format) -> BTreeSet<WelcomeMode> {
    match (remote, format) {
        (true, Format::Call | Format::Online) => BTreeSet::from([WelcomeMode::Remote]),
        (true, _) => BTreeSet::from([WelcomeMode::Remote, WelcomeMode::OnSite]),
        (false, _) => BTreeSet::from([WelcomeMode::OnSite]),
    }
}

fn zones(codes: &[String]) -> Result<Vec<Zone>, LoadError> {
    const METROPOLE_DE_LYON: &str = "200046977";
    let zone = |code: &String| {
        let code = if code == "metropole" { METROPOLE_DE_LYON } else { code };
        Zone::parse(code).ok_or_else(|| fault(RESOURCES.0, format!("{code} is no zone")))
    };
    codes.iter().map(zone).collect()
}

fn ages(from: Option<u8>, to: Option<u8>) -> Option<Ages> {
    (from.is_some() || to.is_some()).then_some(Ages { from, to })
}

fn email(file: &'static str, text: &str) -> Result<Email, LoadError> {
    Email::parse(text).ok_or_else(|| fault(file, format!("{text} is no e-mail address")))
}

fn read<T: DeserializeOwned>((file, text): (&'static str, &str)) -> Result<T, LoadError> {
    toml::from_str(text).map_err(|error| fault(file, error.to_string()))
}

fn fault(file: &'static str, fault: String) -> LoadError {
    LoadError::File { file, fault }
}
