use std::collections::HashMap;
use std::sync::LazyLock;

use kernel::Lang;
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::id::uuid;
use super::known;
use crate::exchange::data_inclusion::File;
use crate::exchange::reading::hsds::{OF_DATA_INCLUSION, OF_MAILLAGE, said_natively};
use crate::exchange::reading::{Field, fields};

type Object = Map<String, Value>;

/// Where data·inclusion's lists come from.
const TAXONOMY: &str = "data·inclusion 1.0";

/// The name of each code of each closed list.
static NAMES: LazyLock<HashMap<(&'static str, &'static str), String>> = LazyLock::new(|| {
    let all = fields(File::Structures).iter().chain(fields(File::Services));
    all.flat_map(|field| {
        let named = move |(code, name)| ((field.name, code), name);
        field.choices(Lang::Fr).into_iter().map(named)
    })
    .collect()
});

/// Whose attributes they are.
#[derive(Clone, Copy)]
pub(super) struct Of<'a> {
    pub(super) file: File,
    /// Ours, in no shape of theirs.
    pub(super) id: &'a str,
}

/// An object with what it does not say by itself: our reader tells what it would make of the
/// object, and every field it would get wrong is an attribute.
pub(super) fn complete<O: Serialize + Default>(
    object: Value,
    of: Of<'_>,
    entry: &impl Serialize,
    own: &O,
) -> Value {
    let Value::Object(mut object) = object else { return object };
    let said = said_natively(&object, of.file);
    let (entry, own) = (fields_of(entry), fields_of(own));
    let mut said_own = fields_of(&O::default());
    said_own.extend(said.get("maillage").and_then(Value::as_object).cloned().unwrap_or_default());
    let mut attributes = Vec::new();
    for field in fields(of.file).iter().filter(|field| field.name != "maillage") {
        let wanted = entry.get(field.name).filter(|value| !value.is_null());
        if wanted != said.get(field.name) {
            attributes.extend(of_field(of, *field, wanted));
        }
    }
    for (name, wanted) in &own {
        if said_own.get(name) != Some(wanted) {
            attributes.push(attribute(of, (OF_MAILLAGE, name), &wanted.to_string(), None));
        }
    }
    if !attributes.is_empty() {
        object.insert("attributes".to_owned(), Value::Array(attributes));
    }
    Value::Object(object)
}

/// What a field of data·inclusion's says.
pub(super) fn said(of: Of<'_>, field: &str, value: &str) -> Value {
    attribute(of, (OF_DATA_INCLUSION, field), value, None)
}

/// One for each value of a list; an empty one where there is none and the object seems to say some.
fn of_field(of: Of<'_>, field: Field, wanted: Option<&Value>) -> Vec<Value> {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let texts = match wanted {
        None => vec![String::new()],
        Some(Value::Array(values)) => values.iter().map(text).collect(),
        Some(value) => vec![text(value)],
    };
    let made = |text: &String| attribute(of, (OF_DATA_INCLUSION, field.name), text, term(field, text));
    texts.iter().map(made).collect()
}

fn attribute(of: Of<'_>, (beginning, name): (&str, &str), value: &str, term: Option<Value>) -> Value {
    let entity = if of.file == File::Structures { "organization" } else { "service" };
    let link_type = format!("{beginning}{name}");
    let id = uuid("attribute", &format!("{entity}/{}/{link_type}/{value}", of.id));
    known([
        ("id", Some(json!(id))),
        ("link_id", Some(json!(uuid(entity, of.id)))),
        ("link_entity", Some(json!(entity))),
        ("link_type", Some(json!(link_type))),
        ("value", Some(json!(value))),
        ("taxonomy_term", term),
    ])
}

/// Of a closed list: what other software can sort by.
fn term(field: Field, code: &str) -> Option<Value> {
    let ((_, code), name) = NAMES.get_key_value(&(field.name, code))?;
    Some(json!({
        "id": uuid("term", &format!("{}/{code}", field.name)), "code": code, "name": name,
        "description": format!("{}\u{a0}: {name}", field.name), "taxonomy": TAXONOMY, "language": "fr"
    }))
}

fn fields_of(value: &impl Serialize) -> Object {
    match serde_json::to_value(value) {
        Ok(Value::Object(fields)) => fields,
        _ => Object::new(),
    }
}
