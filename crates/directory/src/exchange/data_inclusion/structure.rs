use super::fields::Fields;
use super::own::OwnOfStructure;
use super::rows::Context;
use crate::organization::{Organization, OrganizationId};
use crate::vocabulary::Network;

/// `None` when a required field is missing; what else is wrong stands in the fields' reasons.
pub(super) fn read(fields: &mut Fields<'_>, context: &Context<'_>) -> Option<Organization> {
    let id = fields.identifier("id", OrganizationId::parse);
    let source = fields.required("source", 0, crate::source_id::LONGEST);
    let name = fields.name();
    let updated_on = fields.day("date_maj", context.today);
    let description = fields.optional_bounded("description", 5, 10_000);
    let source_page = fields.link("lien_source");
    let siret = fields.digits("siret", 14);
    let place = fields.place(context);
    let contact = fields.contact();
    let website = fields.link("site_web");
    let opening_hours = fields.optional("horaires_accueil");
    let accessibility = fields.link("accessibilite_lieu");
    let mut networks = fields.any_known("reseaux_porteurs", Network::official);
    let own: OwnOfStructure = fields.own().unwrap_or_default();
    networks.extend(own.networks);
    Some(Organization {
        id: id?,
        source: source?,
        name: name?,
        updated_on: updated_on?,
        description,
        source_page,
        siret,
        place,
        contact,
        website,
        opening_hours,
        accessibility,
        networks,
        kind: own.kind,
    })
}
