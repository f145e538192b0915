//! Resources as points of a map: one `Feature` each, where it can be drawn.
//!
//! Source: RFC 7946.

use kernel::geo::Point;
use serde_json::{Map, Value, json};

use super::sheet::{COLUMNS, Telling, cells};
use crate::finder::Entry;

/// `None` for what lies nowhere. Whether the point is only its commune's centre is told.
pub(super) fn feature(entry: &Entry, telling: Telling<'_>) -> Option<Value> {
    let (Point { lat, lon }, is_approximate) = entry.drawn_at()?;
    let known = COLUMNS.into_iter().zip(cells(entry, telling));
    let known = known.filter_map(|(name, cell)| Some((name.to_owned(), Value::String(cell?))));
    let mut properties: Map<String, Value> = known.collect();
    properties.insert("position_approximative".to_owned(), Value::Bool(is_approximate));
    Some(json!({
        "type": "Feature",
        "id": entry.resource().id.as_str(),
        "geometry": { "type": "Point", "coordinates": [lon, lat] },
        "properties": properties
    }))
}
