use std::collections::BTreeSet;

use jiff::civil::Date;
use kernel::commune::CommuneCode;
use kernel::contact::Email;
use serde::Serialize;

use crate::contact::WebLink;
use crate::finder::View;
use crate::organization::Organization;
use crate::place::Place;
use crate::resource::{QualityDay, Resource, Zone, quality};
use crate::vocabulary::{Coded, Network};

/// A service as data·inclusion's interface gives it, with its structure.
///
/// A contact's name stays here: it is a person's. So does a network the official list lacks.
#[derive(Debug, Serialize)]
pub struct DetailedService<'e> {
    #[serde(flatten)]
    service: ScoredService<'e>,
    structure: ScoredStructure<'e>,
}

/// A service with its quality on a given day.
#[derive(Debug, Serialize)]
pub struct ScoredService<'e> {
    #[serde(flatten)]
    service: Service<'e>,
    score_qualite: f64,
}

/// A structure with its quality on a given day.
#[derive(Debug, Serialize)]
pub struct ScoredStructure<'e> {
    #[serde(flatten)]
    structure: Structure<'e>,
    score_qualite: f64,
}

impl<'e> ScoredService<'e> {
    pub fn of(resource: &'e Resource, today: Date) -> ScoredService<'e> {
        ScoredService { service: Service::of(resource), score_qualite: quality(resource, today) }
    }
}

impl<'e> ScoredStructure<'e> {
    /// With its quality on a given day.
    pub fn of(organization: &'e Organization, view: &View, today: Date) -> ScoredStructure<'e> {
        ScoredStructure {
            structure: Structure::of(organization),
            score_qualite: view.quality_of(&organization.id, &QualityDay::of(today)),
        }
    }
}

impl<'e> DetailedService<'e> {
    pub fn of(
        resource: &'e Resource,
        organization: &'e Organization,
        view: &View,
        today: Date,
    ) -> DetailedService<'e> {
        DetailedService {
            service: ScoredService::of(resource, today),
            structure: ScoredStructure::of(organization, view, today),
        }
    }
}

/// A line of a file of services.
#[derive(Debug, Serialize)]
pub struct Service<'e> {
    source: &'e str,
    structure_id: &'e str,
    id: &'e str,
    nom: &'e str,
    description: &'e str,
    lien_source: Option<&'e str>,
    date_maj: Date,
    r#type: Option<&'static str>,
    thematiques: Option<Vec<&'static str>>,
    frais: Option<&'static str>,
    frais_precisions: Option<&'e str>,
    publics: Option<Vec<&'static str>>,
    publics_precisions: Option<&'e str>,
    conditions_acces: Option<&'e str>,
    #[serde(flatten)]
    address: Address<'e>,
    telephone: Option<&'e str>,
    courriel: Option<&'e str>,
    modes_accueil: Option<Vec<&'static str>>,
    zone_eligibilite: Option<Vec<&'e str>>,
    contact_nom_prenom: Option<&'e str>,
    lien_mobilisation: Option<&'e str>,
    modes_mobilisation: Option<Vec<&'static str>>,
    mobilisable_par: Option<Vec<&'static str>>,
    mobilisation_precisions: Option<&'e str>,
    volume_horaire_hebdomadaire: Option<f64>,
    nombre_semaines: Option<u32>,
    horaires_accueil: Option<&'e str>,
}

impl<'e> Service<'e> {
    pub fn of(resource: &'e Resource) -> Service<'e> {
        Service {
            source: &resource.source,
            structure_id: resource.organization.as_str(),
            id: resource.id.as_str(),
            nom: &resource.name,
            description: &resource.description,
            lien_source: resource.source_page.as_ref().map(WebLink::as_str),
            date_maj: resource.updated_on,
            r#type: resource.kind.map(Coded::code),
            thematiques: codes(&resource.themes),
            frais: resource.cost.map(Coded::code),
            frais_precisions: resource.cost_note.as_deref(),
            publics: codes(&resource.publics),
            publics_precisions: resource.publics_note.as_deref(),
            conditions_acces: resource.conditions.as_deref(),
            address: Address::of(&resource.place),
            telephone: resource.contact.phone.as_deref(),
            courriel: resource.contact.email.as_ref().map(Email::as_str),
            modes_accueil: codes(&resource.welcome_modes),
            zone_eligibilite: some(resource.zones.iter().map(Zone::as_str).collect()),
            contact_nom_prenom: None,
            lien_mobilisation: resource.booking.as_ref().map(WebLink::as_str),
            modes_mobilisation: codes(&resource.ways_in),
            mobilisable_par: codes(&resource.open_to),
            mobilisation_precisions: resource.ways_in_note.as_deref(),
            volume_horaire_hebdomadaire: resource.weekly_hours,
            nombre_semaines: resource.weeks,
            horaires_accueil: resource.opening_hours.as_deref(),
        }
    }

    /// The same with the contact's name, for another installation of ours.
    pub fn in_full(resource: &'e Resource) -> Service<'e> {
        Service { contact_nom_prenom: resource.contact_name.as_deref(), ..Service::of(resource) }
    }
}

/// A line of a file of structures.
#[derive(Debug, Serialize)]
pub struct Structure<'e> {
    source: &'e str,
    id: &'e str,
    nom: &'e str,
    date_maj: Date,
    description: Option<&'e str>,
    lien_source: Option<&'e str>,
    siret: Option<&'e str>,
    #[serde(flatten)]
    address: Address<'e>,
    telephone: Option<&'e str>,
    courriel: Option<&'e str>,
    site_web: Option<&'e str>,
    horaires_accueil: Option<&'e str>,
    accessibilite_lieu: Option<&'e str>,
    reseaux_porteurs: Option<Vec<&'static str>>,
}

impl<'e> Structure<'e> {
    pub fn of(organization: &'e Organization) -> Structure<'e> {
        let official: BTreeSet<Network> =
            organization.networks.iter().copied().filter(|network| network.is_official()).collect();
        Structure {
            source: &organization.source,
            id: organization.id.as_str(),
            nom: &organization.name,
            date_maj: organization.updated_on,
            description: organization.description.as_deref(),
            lien_source: organization.source_page.as_ref().map(WebLink::as_str),
            siret: organization.siret.as_deref(),
            address: Address::of(&organization.place),
            telephone: organization.contact.phone.as_deref(),
            courriel: organization.contact.email.as_ref().map(Email::as_str),
            site_web: organization.website.as_ref().map(WebLink::as_str),
            horaires_accueil: organization.opening_hours.as_deref(),
            accessibilite_lieu: organization.accessibility.as_ref().map(WebLink::as_str),
            reseaux_porteurs: codes(&official),
        }
    }
}

#[derive(Debug, Serialize)]
struct Address<'e> {
    commune: Option<&'e str>,
    code_postal: Option<&'e str>,
    code_insee: Option<&'e str>,
    adresse: Option<&'e str>,
    complement_adresse: Option<&'e str>,
    longitude: Option<f64>,
    latitude: Option<f64>,
}

impl<'e> Address<'e> {
    fn of(place: &'e Place) -> Address<'e> {
        let given = place.located.given();
        Address {
            commune: place.commune_name.as_deref(),
            code_postal: place.postcode.as_deref(),
            code_insee: place.commune.as_ref().map(CommuneCode::as_str),
            adresse: place.street.as_deref(),
            complement_adresse: place.complement.as_deref(),
            longitude: given.map(|point| point.lon),
            latitude: given.map(|point| point.lat),
        }
    }
}

/// `null` rather than an empty list, which the schema refuses for several fields.
fn some<T>(list: Vec<T>) -> Option<Vec<T>> {
    if list.is_empty() { None } else { Some(list) }
}

fn codes<T: Coded>(values: &BTreeSet<T>) -> Option<Vec<&'static str>> {
    some(values.iter().map(|value| value.code()).collect())
}
