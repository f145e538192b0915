//! Holds what we write to the specification, as `schema.txt` notes it; for tests.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use kernel::contact::Email;
use serde_json::Value;

use crate::contact::WebLink;

/// By object, then by field: its type, and whether it is required.
type Facts = BTreeMap<&'static str, BTreeMap<&'static str, (&'static str, bool)>>;

/// What was looked at, and what is wrong with it.
#[derive(Debug, Default)]
pub(in crate::exchange::out) struct Held {
    pub(in crate::exchange::out) wrongs: Vec<String>,
    /// Objects by name.
    pub(in crate::exchange::out) seen: BTreeMap<&'static str, usize>,
    identified: BTreeMap<(&'static str, String), Value>,
}

fn facts() -> Facts {
    let lines = include_str!("schema.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let object = |line: &'static str| {
        let (name, fields) = line.split_once(": ").unwrap();
        let field = |field: &'static str| {
            let (name, kind) = field.split_once(' ').unwrap();
            (name.trim_end_matches('*'), (kind, name.ends_with('*')))
        };
        (name, fields.split(", ").map(field).collect())
    };
    lines.map(object).collect()
}

impl Held {
    pub(in crate::exchange::out) fn look(&mut self, name: &str, value: &Value) {
        self.object(&facts(), name, name, value);
    }

    /// Another export, in which the same things may be said otherwise.
    pub(in crate::exchange::out) fn begin_another(&mut self) {
        self.identified.clear();
    }

    fn object(&mut self, facts: &Facts, at: &str, name: &str, value: &Value) {
        let (name, fields) = facts.get_key_value(name).unwrap_or_else(|| panic!("no object {name}"));
        let Some(object) = value.as_object() else { return self.wrong(at, "is no object") };
        *self.seen.entry(name).or_default() += 1;
        for field in
            fields.iter().filter(|(field, (_, is_required))| *is_required && !object.contains_key(**field))
        {
            self.wrong(at, &format!("misses {}", field.0));
        }
        for (field, value) in object {
            let at = format!("{at}.{field}");
            match fields.get_key_value(field.as_str()) {
                None => self.wrong(&at, "is unknown"),
                Some((_, (kind, _))) => {
                    self.value(facts, &at, kind, value);
                }
            }
        }
        self.identify(at, name, value);
    }

    /// An identifier is of one thing: said twice, it is said alike. An organization is also named
    /// in short beside its services.
    fn identify(&mut self, at: &str, name: &'static str, value: &Value) {
        let id = value["id"].as_str().unwrap_or_default().to_owned();
        let earlier = self.identified.insert((name, id), value.clone());
        if earlier.is_some_and(|earlier| earlier != *value) && name != "organization" {
            self.wrong(at, "has the identifier of another");
        }
    }

    fn value(&mut self, facts: &Facts, at: &str, kind: &'static str, value: &Value) {
        let list = kind.strip_prefix('[').and_then(|kind| kind.strip_suffix(']'));
        match (list, value) {
            (Some(of), Value::Array(values)) if !of.is_empty() => {
                values.iter().for_each(|value| self.object(facts, at, of, value));
            }
            (Some(_), Value::Array(values)) if values.is_empty() => {}
            (None, value) if facts.contains_key(kind) => self.object(facts, at, kind, value),
            (None, Value::Number(_)) if kind == "number" => {}
            (None, Value::String(text)) if is(kind, text) => {}
            _ => self.wrong(at, &format!("is no {kind}: {value}")),
        }
    }

    fn wrong(&mut self, at: &str, what: &str) {
        self.wrongs.push(format!("{at} {what}"));
    }
}

/// Whether a text is of that type.
fn is(kind: &str, text: &str) -> bool {
    match kind {
        "text" => true,
        "uuid" => uuid::Uuid::try_parse(text).is_ok_and(|id| id.get_version_num() == 8) && text.len() == 36,
        "uri" => WebLink::parse(text).is_some(),
        "email" => Email::parse(text).is_some(),
        "day" => text.len() == 10 && text.parse::<Date>().is_ok(),
        "hour" => text.len() == 5 && text.parse::<Time>().is_ok(),
        "moment" => text.parse::<Timestamp>().is_ok(),
        "number" => false,
        list => list.split('|').any(|one| one == text),
    }
}

#[test]
fn what_is_wrong_is_seen() {
    use serde_json::json;
    let id = super::id::uuid("service", "a");
    for (service, said) in [
        (json!({ "id": id, "name": "A", "status": "active" }), ""),
        (json!({ "id": id, "name": "A" }), "service misses status"),
        (json!({ "id": id, "name": "A", "status": "open" }), "service.status is no active|"),
        (json!({ "id": "1", "name": "A", "status": "active" }), "service.id is no uuid"),
        (json!({ "id": id, "name": 1, "status": "active" }), "service.name is no text"),
        (json!({ "id": id, "name": "A", "status": "active", "levers": [] }), "service.levers is unknown"),
        (
            json!({ "id": id, "name": "A", "status": "active", "phones": [{ "id": id }] }),
            "phones misses number",
        ),
        (json!({ "id": id, "name": "A", "status": "active", "last_modified": "2026-03-01" }), "is no moment"),
    ] {
        let mut held = Held::default();
        held.look("service", &service);
        let wrongs = held.wrongs.join("; ");
        assert!(wrongs.contains(said) && wrongs.is_empty() == said.is_empty(), "{wrongs}");
    }
}
