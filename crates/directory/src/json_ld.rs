//! What search engines and other programs read on a page: schema.org's vocabulary as JSON-LD.
//!
//! Only what the page itself shows. Source: <https://schema.org/docs/schemas.html>.

use jiff::civil::Time;
use serde_json::{Map, Value, json};

use crate::place::Place;
use crate::schedule::Schedule;

/// A thing, field by field.
pub(crate) struct Described(Map<String, Value>);

impl Described {
    pub(crate) fn of(kind: &str) -> Described {
        Described(Map::from_iter([("@type".to_owned(), kind.into())]))
    }

    /// Nothing for what nobody knows.
    pub(crate) fn say(&mut self, name: &str, value: impl Into<Option<Value>>) {
        if let Some(value) = value.into() {
            self.0.insert(name.to_owned(), value);
        }
    }

    pub(crate) fn value(self) -> Value {
        Value::Object(self.0)
    }

    /// As text for a `<script type="application/ld+json">`, which nothing in it can end: the signs that
    /// mean something to HTML are written as JSON escapes.
    pub(crate) fn script(mut self) -> String {
        self.say("@context", json!("https://schema.org"));
        let json = self.value().to_string();
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
}

/// Some of a list of `total`, each by its name and its address on this server (`site`), after so many
/// that are on other pages; empty for none.
pub(crate) fn list<'i>(
    name: &str,
    (skipped, total): (usize, usize),
    items: impl Iterator<Item = (&'i str, &'i str)>,
    site: &str,
) -> String {
    let item = |(place, (name, path)): (usize, (&str, &str))| json!({ "@type": "ListItem", "position": place, "name": name, "url": format!("{site}{path}") });
    let items: Vec<Value> = (skipped + 1..).zip(items).map(item).collect();
    if items.is_empty() {
        return String::new();
    }
    let mut list = Described::of("ItemList");
    list.say("name", json!(name));
    list.say("numberOfItems", json!(total));
    list.say("itemListElement", json!(items));
    list.script()
}

/// Where one goes.
pub(crate) fn place(place: &Place) -> Described {
    let mut address = Described::of("PostalAddress");
    let known = |text: &Option<String>| text.as_ref().map(|text| json!(text));
    address.say("streetAddress", known(&place.street));
    address.say("postalCode", known(&place.postcode));
    address.say("addressLocality", known(&place.commune_name));
    address.say("addressCountry", json!("FR"));
    let mut said = Described::of("Place");
    said.say("address", address.value());
    let point = place.located.trusted();
    said.say(
        "geo",
        point.map(|at| json!({ "@type": "GeoCoordinates", "latitude": at.lat, "longitude": at.lon })),
    );
    said
}

/// Hours of the week, where they can be read.
pub(crate) fn hours(text: &str) -> Option<Value> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_script_ends_it() {
        let mut said = Described::of("Thing");
        said.say("name", json!("</script><script>alert(1)</script><!-- & \u{2028}\u{2029}"));
        said.say("nobody", None);
        let text = said.script();
        assert!(!text.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{text}");
        let read: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(read["name"], "</script><script>alert(1)</script><!-- & \u{2028}\u{2029}");
        assert_eq!((&read["@context"], &read["nobody"]), (&json!("https://schema.org"), &Value::Null));
    }

    #[test]
    fn a_list_is_numbered_from_what_other_pages_have() {
        let items = [("Chorale", "/ressources/a"), ("Jardin", "/ressources/b")];
        let read: Value =
            serde_json::from_str(&list("Trouver", (20, 42), items.into_iter(), "https://x.test")).unwrap();
        assert_eq!(read["numberOfItems"], 42);
        assert_eq!(read["itemListElement"][1]["position"], 22);
        assert_eq!(read["itemListElement"][1]["url"], "https://x.test/ressources/b");
        assert_eq!(list("Trouver", (0, 0), [].into_iter(), ""), "");
    }
}
