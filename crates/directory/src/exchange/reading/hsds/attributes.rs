use std::collections::BTreeMap;

use serde_json::Value;

use super::{Object, text_of};
use crate::exchange::data_inclusion::File;
use crate::exchange::reading::field::{Kind, field};

/// How the `link_type` of an attribute begins whose value is that of data·inclusion's field.
pub(in crate::exchange) const OF_DATA_INCLUSION: &str = "data-inclusion.";
/// The same of a territory's own part, as JSON.
pub(in crate::exchange) const OF_MAILLAGE: &str = "maillage.";

/// What HSDS has no field for, or says less exactly, in place of what its own fields say: our
/// export writes both. A field whose only value is empty is empty.
pub(super) fn lay_over(made: &mut Object, own: &mut Object, row: &Object, file: File) {
    for (link_type, texts) in said(row) {
        if let Some(name) = link_type.strip_prefix(OF_MAILLAGE) {
            let text = texts.into_iter().next().unwrap_or_default();
            own.insert(name.to_owned(), serde_json::from_str(&text).unwrap_or(Value::String(text)));
            continue;
        }
        let name = link_type.strip_prefix(OF_DATA_INCLUSION);
        let Some(field) = name.and_then(|name| field(file, name)) else { continue };
        let mut texts = texts.into_iter().filter(|text| !text.is_empty()).peekable();
        if texts.peek().is_none() {
            made.remove(field.name);
        } else if field.kind == Kind::Set {
            made.insert(field.name.to_owned(), texts.map(Value::String).collect());
        } else if let Some(text) = texts.next() {
            made.insert(field.name.to_owned(), Value::String(text));
        }
    }
}

/// Whether every attribute is one of ours.
pub(super) fn are_ours(row: &Object) -> bool {
    let is_ours = |kind: &String| kind.starts_with(OF_DATA_INCLUSION) || kind.starts_with(OF_MAILLAGE);
    said(row).keys().all(is_ours)
}

/// Values by what they are of, in their order.
fn said(row: &Object) -> BTreeMap<String, Vec<String>> {
    let mut said: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let list = row.get("attributes").and_then(Value::as_array).into_iter().flatten();
    for attribute in list.filter_map(Value::as_object) {
        let value = attribute.get("value").and_then(Value::as_str).unwrap_or_default();
        said.entry(text_of(attribute, "link_type").unwrap_or_default()).or_default().push(value.to_owned());
    }
    said
}
