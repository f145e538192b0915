use std::collections::BTreeSet;

use super::fields::Fields;
use super::reason::Reason;
use super::rows::Context;
use crate::organization::OrganizationId;
use crate::resource::{Resource, ResourceId};
use crate::vocabulary::Public;

/// `None` when a required field is missing; what else is wrong stands in the fields' reasons.
pub(super) fn read(fields: &mut Fields<'_>, context: &Context<'_>) -> Option<Resource> {
    let id = fields.identifier("id", ResourceId::parse);
    let organization = fields.identifier("structure_id", OrganizationId::parse);
    let source = fields.required("source", 0, crate::source_id::LONGEST);
    let name = fields.name();
    let description = fields.required("description", 5, 10_000);
    let updated_on = fields.day("date_maj", context.today);
    let resource = Resource {
        source_page: fields.link("lien_source"),
        kind: fields.one_of("type"),
        themes: fields.any_of("thematiques"),
        cost: fields.one_of("frais"),
        cost_note: fields.optional("frais_precisions"),
        publics: publics(fields),
        publics_note: fields.optional("publics_precisions"),
        conditions: fields.optional("conditions_acces"),
        place: fields.place(context),
        contact: fields.contact(),
        contact_name: fields.optional("contact_nom_prenom"),
        welcome_modes: fields.any_of("modes_accueil"),
        zones: fields.zones(),
        booking: fields.link("lien_mobilisation"),
        ways_in: fields.some_of("modes_mobilisation"),
        open_to: fields.some_of("mobilisable_par"),
        ways_in_note: fields.optional("mobilisation_precisions"),
        weekly_hours: weekly_hours(fields),
        weeks: weeks(fields),
        opening_hours: fields.optional("horaires_accueil"),
        ties: fields.own().unwrap_or_default(),
        id: id?,
        organization: organization?,
        source: source?,
        name: name?,
        description: description?,
        updated_on: updated_on?,
    };
    Some(resource)
}

fn publics(fields: &mut Fields<'_>) -> BTreeSet<Public> {
    let publics = fields.some_of::<Public>("publics");
    if publics.len() > 1 && publics.contains(&Public::Everyone) {
        fields.refuse(Reason::EveryoneIsNotAlone);
    }
    publics
}

fn weekly_hours(fields: &mut Fields<'_>) -> Option<f64> {
    let field = "volume_horaire_hebdomadaire";
    let hours = fields.number(field)?;
    if hours < 0.0 {
        fields.refuse(Reason::TooSmall { field, least: 0 });
    }
    Some(hours)
}

fn weeks(fields: &mut Fields<'_>) -> Option<u32> {
    let field = "nombre_semaines";
    let weeks = fields.whole_number(field)?;
    if weeks < 1 {
        fields.refuse(Reason::TooSmall { field, least: 1 });
    }
    Some(weeks)
}
