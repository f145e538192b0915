//! A resource as search engines and other programs read it on its page: schema.org's `Service`, or
//! `Event` for what takes place on given days only.
//!
//! Only what the page itself shows. Source: <https://schema.org/Service>, <https://schema.org/Event>.

use jiff::civil::{Date, Time};
use serde_json::{Map, Value, json};

use super::model::Resource;
use crate::organization::Organization;
use crate::schedule::{Schedule, Slot};
use crate::vocabulary::{Cost, Language, Wheelchair};

/// As text for a `<script type="application/ld+json">`, which nothing in it can end: the signs that
/// mean something to HTML are written as JSON escapes.
pub(super) fn script(resource: &Resource, organization: &Organization, url: &str, today: Date) -> String {
    let json = described(resource, organization, url, today).to_string();
    let mut safe = String::with_capacity(json.len());
    for letter in json.chars() {
        match letter {
            '<' => safe.push_str("\\u003c"),
            '>' => safe.push_str("\\u003e"),
            '&' => safe.push_str("\\u0026"),
            '\u{2028}' => safe.push_str("\\u2028"),
            '\u{2029}' => safe.push_str("\\u2029"),
            other => safe.push(other),
        }
    }
    safe
}

fn described(resource: &Resource, organization: &Organization, url: &str, today: Date) -> Value {
    let mut all = Map::new();
    let mut say = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            all.insert(name.to_owned(), value);
        }
    };
    say("@context", Some(json!("https://schema.org")));
    say("name", Some(json!(resource.name)));
    say("description", Some(json!(resource.description)));
    say("url", Some(json!(url)));
    let host = json!({ "@type": "Organization", "name": organization.name });
    match next_date(resource, today) {
        Some((day, (from, to))) => {
            say("@type", Some(json!("Event")));
            say("organizer", Some(host));
            say("startDate", Some(json!(day.to_datetime(from).to_string())));
            say("endDate", Some(json!(day.to_datetime(to).to_string())));
            say("location", Some(place(resource)));
            say("isAccessibleForFree", resource.cost.map(|cost| json!(cost == Cost::Free)));
        }
        None => {
            say("@type", Some(json!("Service")));
            say("provider", Some(host));
            say("hoursAvailable", hours(resource));
            say("availableChannel", Some(channel(resource)));
            say("offers", (resource.cost == Some(Cost::Free)).then(free));
        }
    }
    Value::Object(all)
}

/// The next of its days, for what comes back neither each week nor each month.
fn next_date(resource: &Resource, today: Date) -> Option<(Date, Slot)> {
    let schedule = Schedule::parse(resource.ties.schedule.as_deref()?)?;
    if schedule.regular_slots().next().is_some() {
        return None;
    }
    schedule.dated_slots().filter(|(day, _)| *day >= today).min()
}

fn hours(resource: &Resource) -> Option<Value> {
    let text = resource.hours()?;
    let slots: Vec<Value> = Schedule::parse(text)?
        .weekly_slots()
        .map(|(day, (from, to))| {
            let day = format!("https://schema.org/{day:?}");
            json!({ "@type": "OpeningHoursSpecification", "dayOfWeek": day, "opens": clock(from), "closes": clock(to) })
        })
        .collect();
    (!slots.is_empty()).then(|| Value::from(slots))
}

fn clock(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

fn channel(resource: &Resource) -> Value {
    let languages: Vec<&str> =
        std::iter::once("fr").chain(resource.ties.languages.iter().map(Language::as_str)).collect();
    let mut channel = json!({
        "@type": "ServiceChannel",
        "serviceLocation": place(resource),
        "availableLanguage": languages,
    });
    if let (Some(phone), Some(channel)) = (&resource.contact.phone, channel.as_object_mut()) {
        channel.insert("servicePhone".to_owned(), json!({ "@type": "ContactPoint", "telephone": phone }));
    }
    channel
}

fn place(resource: &Resource) -> Value {
    let place = &resource.place;
    let mut said = json!({
        "@type": "Place",
        "address": {
            "@type": "PostalAddress",
            "streetAddress": place.street,
            "postalCode": place.postcode,
            "addressLocality": place.commune_name,
            "addressCountry": "FR",
        },
    });
    let Some(fields) = said.as_object_mut() else { return said };
    if let Some(point) = place.located.trusted() {
        fields.insert(
            "geo".to_owned(),
            json!({ "@type": "GeoCoordinates", "latitude": point.lat, "longitude": point.lon }),
        );
    }
    if resource.ties.wheelchair == Some(Wheelchair::Yes) {
        let feature = json!({ "@type": "LocationFeatureSpecification", "name": "wheelchair", "value": true });
        fields.insert("amenityFeature".to_owned(), feature);
    }
    said
}

fn free() -> Value {
    json!({ "@type": "Offer", "price": 0, "priceCurrency": "EUR" })
}
