//! An organization as programs read it on its page: schema.org's `Organization`, with what it offers.
//!
//! Source: <https://schema.org/Organization>.

use serde_json::{Value, json};

use super::model::Organization;
use crate::json_ld::{self, Described};
use crate::resource::Card;

/// `url` is its page's, `site` what is before the addresses of cards.
pub(super) fn script(organization: &Organization, offered: &[Card], url: &str, site: &str) -> String {
    let offers: Vec<Value> = offered.iter().map(|card| offer(card, site)).collect();
    let mut said = Described::of("Organization");
    said.say("name", json!(organization.name));
    said.say("description", organization.description.as_ref().map(|text| json!(text)));
    said.say("url", json!(url));
    said.say("sameAs", organization.website.as_ref().map(|link| json!(link.to_string())));
    said.say("telephone", organization.contact.phone.as_ref().map(|phone| json!(phone)));
    said.say("email", organization.contact.email.as_ref().map(|email| json!(email.as_str())));
    said.say("location", location(organization));
    said.say("makesOffer", (!offers.is_empty()).then(|| json!(offers)));
    said.script()
}

fn location(organization: &Organization) -> Value {
    let mut place = json_ld::place(&organization.place);
    let hours = organization.opening_hours.as_deref();
    place.say("openingHoursSpecification", hours.and_then(json_ld::hours));
    place.value()
}

fn offer(card: &Card, site: &str) -> Value {
    let service = json!({ "@type": "Service", "name": card.name, "url": format!("{site}{}", card.href) });
    json!({ "@type": "Offer", "itemOffered": service })
}
