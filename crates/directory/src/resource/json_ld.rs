//! A resource as programs read it on its page: schema.org's `Service`, or `Event` for what takes place
//! on given days only.
//!
//! Source: <https://schema.org/Service>, <https://schema.org/Event>.

use jiff::civil::Date;
use serde_json::{Value, json};

use super::model::Resource;
use crate::json_ld::{self, Described};
use crate::organization::Organization;
use crate::schedule::{Schedule, Slot};
use crate::vocabulary::{Cost, Language, Wheelchair};

pub(super) fn script(resource: &Resource, organization: &Organization, url: &str, today: Date) -> String {
    let mut said = match next_date(resource, today) {
        Some(slot) => event(resource, organization, slot),
        None => service(resource, organization),
    };
    said.say("name", json!(resource.name));
    said.say("description", json!(resource.description));
    said.say("url", json!(url));
    said.script()
}

fn event(resource: &Resource, organization: &Organization, (day, (from, to)): (Date, Slot)) -> Described {
    let mut said = Described::of("Event");
    said.say("organizer", host(organization));
    said.say("startDate", json!(day.to_datetime(from).to_string()));
    said.say("endDate", json!(day.to_datetime(to).to_string()));
    said.say("location", place(resource));
    said.say("isAccessibleForFree", resource.cost.map(|cost| json!(cost == Cost::Free)));
    said
}

fn service(resource: &Resource, organization: &Organization) -> Described {
    let mut said = Described::of("Service");
    said.say("provider", host(organization));
    said.say("hoursAvailable", resource.hours().and_then(json_ld::hours));
    said.say("availableChannel", channel(resource));
    said.say("offers", (resource.cost == Some(Cost::Free)).then(free));
    said
}

fn host(organization: &Organization) -> Value {
    json!({ "@type": "Organization", "name": organization.name })
}

/// The next of its days, for what comes back neither each week nor each month.
fn next_date(resource: &Resource, today: Date) -> Option<(Date, Slot)> {
    let schedule = Schedule::parse(resource.ties.schedule.as_deref()?)?;
    if schedule.regular_slots().next().is_some() {
        return None;
    }
    schedule.dated_slots().filter(|(day, _)| *day >= today).min()
}

fn channel(resource: &Resource) -> Value {
    let languages: Vec<&str> =
        std::iter::once("fr").chain(resource.ties.languages.iter().map(Language::as_str)).collect();
    let phone = resource.contact.phone.as_ref();
    let mut channel = Described::of("ServiceChannel");
    channel.say("serviceLocation", place(resource));
    channel.say("availableLanguage", json!(languages));
    channel.say("servicePhone", phone.map(|phone| json!({ "@type": "ContactPoint", "telephone": phone })));
    channel.value()
}

fn place(resource: &Resource) -> Value {
    let mut said = json_ld::place(&resource.place);
    let feature = || json!({ "@type": "LocationFeatureSpecification", "name": "wheelchair", "value": true });
    said.say("amenityFeature", (resource.ties.wheelchair == Some(Wheelchair::Yes)).then(feature));
    said.value()
}

fn free() -> Value {
    json!({ "@type": "Offer", "price": 0, "priceCurrency": "EUR" })
}
