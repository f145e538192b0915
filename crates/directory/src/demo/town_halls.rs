use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday, date};
use kernel::commune::CommuneCode;

use super::COMMUNES;
use crate::contact::{Contact, WebLink};
use crate::gazetteer::{Commune, Gazetteer, Opening, TownHall};
use crate::organization::{Organization, OrganizationId};
use crate::place::{Located, Place};
use crate::resource::{Resource, ResourceId, Ties};
use crate::vocabulary::{
    Coded, Cost, Format, Lever, Mobilizer, OrganizationKind, Public, ResourceKind, Theme, WayIn, WelcomeMode,
};

const SOURCE: &str = "annuaire-administration";
/// The package the gazetteer took them from does not date them; it holds councils elected in March
/// 2026 (see data/README.md).
const READ_ON: Date = date(2026, 3, 1);

/// The territory's town halls, and the counter of each as something one can go to.
pub(super) fn all() -> (Vec<Organization>, Vec<Resource>) {
    COMMUNES.into_iter().filter_map(town_hall).unzip()
}

fn town_hall(code: &str) -> Option<(Organization, Resource)> {
    let code = CommuneCode::parse(code)?;
    let commune = Gazetteer::load().get(&code)?;
    let hall = Gazetteer::load().town_hall(&code)?;
    let organization = organization(commune, &hall)?;
    let counter = counter(commune, &organization)?;
    Some((organization, counter))
}

fn organization(commune: &Commune, hall: &TownHall) -> Option<Organization> {
    Some(Organization {
        id: OrganizationId::parse(&format!("{SOURCE}--mairie-{}", commune.code)).ok()?,
        source: SOURCE.to_owned(),
        name: format!("Mairie de {}", commune.name),
        updated_on: READ_ON,
        description: None,
        source_page: None,
        siret: None,
        place: Place {
            street: Some(hall.street.to_owned()).filter(|street| !street.is_empty()),
            complement: None,
            postcode: commune.postcodes.first().map(|&postcode| postcode.to_owned()),
            commune_name: Some(commune.name.to_owned()),
            commune: Some(commune.code.clone()),
            located: Located::judge(hall.place, commune.centre),
        },
        contact: Contact {
            phone: hall.phone.as_ref().map(|phone| phone.e164().to_owned()),
            email: hall.email.clone(),
        },
        website: hall.site.and_then(WebLink::parse),
        opening_hours: Some(hours(&hall.hours)).filter(|hours| !hours.is_empty()),
        accessibility: None,
        networks: BTreeSet::new(),
        kind: Some(OrganizationKind::TownHall),
    })
}

fn counter(commune: &Commune, hall: &Organization) -> Option<Resource> {
    let theme = "difficultes-administratives-ou-juridiques--accompagnement-aux-demarches-administratives";
    Some(Resource {
        id: ResourceId::parse(&format!("{SOURCE}--mairie-{}-accueil", commune.code)).ok()?,
        organization: hall.id.clone(),
        source: SOURCE.to_owned(),
        name: format!("Accueil de la mairie de {}", commune.name),
        description: "La mairie accueille, renseigne et oriente les habitants. L’adresse, le téléphone et \
                      les horaires sont réels et viennent de l’annuaire de l’administration\u{a0}: \
                      vérifiez-les avant de vous déplacer."
            .to_owned(),
        updated_on: READ_ON,
        source_page: None,
        kind: Some(ResourceKind::Information),
        themes: Theme::from_code(theme).into_iter().collect(),
        cost: Some(Cost::Free),
        cost_note: None,
        publics: BTreeSet::from([Public::Everyone]),
        publics_note: None,
        conditions: None,
        place: hall.place.clone(),
        contact: hall.contact.clone(),
        contact_name: None,
        welcome_modes: BTreeSet::from([WelcomeMode::OnSite]),
        zones: Vec::new(),
        booking: None,
        ways_in: BTreeSet::from([WayIn::WalkIn, WayIn::Telephone]),
        open_to: BTreeSet::from([Mobilizer::Persons, Mobilizer::Professionals]),
        ways_in_note: None,
        weekly_hours: None,
        weeks: None,
        opening_hours: hall.opening_hours.clone(),
        ties: Ties { levers: vec![Lever::Support], format: Some(Format::DropIn), ..Ties::default() },
    })
}

/// `Mo-Fr 08:30-12:00,13:30-17:00; Sa 09:00-12:00`.
fn hours(openings: &[Opening]) -> String {
    let rules: Vec<String> = openings
        .iter()
        .map(|opening| {
            let days = if opening.from == opening.to {
                day(opening.from).to_owned()
            } else {
                format!("{}-{}", day(opening.from), day(opening.to))
            };
            let slots: Vec<String> = opening
                .slots
                .iter()
                .map(|(from, to)| format!("{}-{}", from.strftime("%H:%M"), to.strftime("%H:%M")))
                .collect();
            format!("{days} {}", slots.join(","))
        })
        .collect();
    rules.join("; ")
}

fn day(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Mo",
        Weekday::Tuesday => "Tu",
        Weekday::Wednesday => "We",
        Weekday::Thursday => "Th",
        Weekday::Friday => "Fr",
        Weekday::Saturday => "Sa",
        Weekday::Sunday => "Su",
    }
}
