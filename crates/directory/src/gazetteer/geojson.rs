//! Contours as the text browsers draw. Source: RFC 7946.

use kernel::geo::Point;
use serde_json::Value;

use super::contour::Polygon;

/// Code, name, and surface of each feature.
pub(super) fn collection<'a>(features: impl Iterator<Item = (&'a str, &'a str, Vec<Polygon>)>) -> String {
    let mut out = String::from(r#"{"type":"FeatureCollection","features":["#);
    for (place, (code, name, polygons)) in features.enumerate() {
        if place > 0 {
            out.push(',');
        }
        // A `Value` is what quotes and escapes.
        let (code, name) = (Value::from(code), Value::from(name));
        out.push_str(&format!(
            r#"{{"type":"Feature","id":{code},"properties":{{"code":{code},"name":{name}}},"geometry":"#
        ));
        push_geometry(&mut out, &polygons);
        out.push('}');
    }
    out.push_str("]}");
    out
}

fn push_geometry(out: &mut String, polygons: &[Polygon]) {
    out.push_str(r#"{"type":"MultiPolygon","coordinates":"#);
    push_list(out, polygons, |out, polygon| {
        let rings: Vec<&[Point]> =
            std::iter::once(&polygon.outer).chain(&polygon.holes).map(Vec::as_slice).collect();
        push_list(out, &rings, |out, ring| {
            push_list(out, ring, |out, point| out.push_str(&format!("[{},{}]", point.lon, point.lat)));
        });
    });
    out.push('}');
}

fn push_list<T>(out: &mut String, items: &[T], mut push: impl FnMut(&mut String, &T)) {
    out.push('[');
    for (place, item) in items.iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        push(out, item);
    }
    out.push(']');
}
