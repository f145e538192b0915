//! Outlines as GeoJSON gives them. Source: RFC 7946; older files may declare other coordinates.

use std::collections::BTreeSet;

use kernel::geo::Point;
use kernel::text::fold;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::fault::Fault;
use super::model::{Neighbourhood, middle};
use crate::gazetteer::{Commune, Gazetteer, Polygon};

/// There are some 1,600 priority neighbourhoods in France.
const MOST: usize = 5_000;
/// A neighbourhood reaches no farther from its middle.
const FARTHEST_KM: f64 = 15.0;
/// A commune's centre is nearer than this to any neighbourhood of it.
const COMMUNE_KM: f64 = 30.0;
const LONGEST: usize = 120;
/// Where publishers put a code and a name, by folded words.
const CODES: [&str; 6] = ["code", "codeqp", "code qp", "code qpv", "code quartier", "codeqpv"];
const NAMES: [&str; 8] = ["nom", "name", "nomqp", "nom qp", "lib qp", "libqp", "nom qpv", "nom quartier"];

/// Of a coordinate list: longitude, latitude, and a height that is passed over.
type Position = Vec<f64>;

#[derive(Deserialize)]
struct File {
    r#type: String,
    #[serde(default)]
    crs: Option<Value>,
    #[serde(default)]
    features: Vec<Feature>,
    /// Of a file that is one feature.
    #[serde(default)]
    properties: Option<Map<String, Value>>,
    #[serde(default)]
    geometry: Option<Geometry>,
}

#[derive(Deserialize)]
struct Feature {
    #[serde(default)]
    properties: Option<Map<String, Value>>,
    geometry: Option<Geometry>,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "coordinates")]
enum Geometry {
    Polygon(Vec<Vec<Position>>),
    MultiPolygon(Vec<Vec<Vec<Position>>>),
}

/// Every outline of a file.
///
/// # Errors
/// The first [`Fault`]; nothing of the file is kept then.
pub(crate) fn read(bytes: &[u8]) -> Result<Vec<Neighbourhood>, Fault> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let file: File = serde_json::from_slice(bytes).map_err(|_| Fault::Unreadable)?;
    if file.crs.as_ref().is_some_and(|crs| !is_usual(crs)) {
        return Err(Fault::OtherCoordinates);
    }
    let features = match file.r#type.as_str() {
        "FeatureCollection" => file.features,
        "Feature" => vec![Feature { properties: file.properties, geometry: file.geometry }],
        _ => return Err(Fault::Unreadable),
    };
    if features.is_empty() {
        return Err(Fault::Empty);
    }
    if features.len() > MOST {
        return Err(Fault::TooMany);
    }
    let mut seen = BTreeSet::new();
    let mut all = Vec::with_capacity(features.len());
    for (place, feature) in features.into_iter().enumerate() {
        let one = neighbourhood(place + 1, feature)?;
        if !seen.insert(one.code.clone()) {
            return Err(Fault::Twice { which: one.name });
        }
        all.push(one);
    }
    Ok(all)
}

/// Longitude and latitude on WGS 84, under one of its names.
fn is_usual(crs: &Value) -> bool {
    let name = crs.pointer("/properties/name").and_then(Value::as_str).unwrap_or_default();
    name.contains("CRS84") || name.contains("EPSG::4326") || name.contains("EPSG:4326") || crs.is_null()
}

fn neighbourhood(number: usize, feature: Feature) -> Result<Neighbourhood, Fault> {
    let properties = feature.properties.unwrap_or_default();
    let named = property(&properties, &NAMES);
    let which =
        || format!("{number}{}", named.as_deref().map(|name| format!(" ({name})")).unwrap_or_default());
    let polygons = match feature.geometry {
        Some(Geometry::Polygon(rings)) => vec![rings],
        Some(Geometry::MultiPolygon(polygons)) => polygons,
        None => return Err(Fault::NoSurface { which: which() }),
    };
    if polygons.iter().flatten().flatten().any(|position| !is_degrees(position)) {
        return Err(Fault::OtherCoordinates);
    }
    let outline: Option<Vec<Polygon>> = polygons.iter().map(|rings| polygon(rings)).collect();
    let outline = outline.filter(|outline| !outline.is_empty());
    let outline = outline.ok_or_else(|| Fault::NoSurface { which: which() })?;
    let name = named.clone().ok_or_else(|| Fault::NoName { which: which() })?;
    let code = property(&properties, &CODES).as_deref().and_then(code).or_else(|| code(&fold(&name)));
    let code = code.ok_or_else(|| Fault::NoName { which: which() })?;
    let middle = middle(&outline).ok_or_else(|| Fault::NoSurface { which: which() })?;
    let commune =
        nearest(middle).ok_or_else(|| match Point::new(middle.lon, middle.lat).and_then(nearest) {
            Some(_) => Fault::Swapped { which: which() },
            None => Fault::Elsewhere { which: which() },
        })?;
    let neighbourhood = Neighbourhood { code, name, commune: commune.code.clone(), outline };
    match neighbourhood.reach() {
        Some((_, km)) if km <= FARTHEST_KM => Ok(neighbourhood),
        _ => Err(Fault::TooLarge { which: which() }),
    }
}

fn is_degrees(position: &Position) -> bool {
    matches!(position.as_slice(), [lon, lat, ..] if lon.abs() <= 180.0 && lat.abs() <= 180.0)
}

/// `None` for rings without a surface. One left open is closed: nothing else can be meant.
fn polygon(rings: &[Vec<Position>]) -> Option<Polygon> {
    let mut rings: Vec<Vec<Point>> = rings.iter().map(|ring| closed(ring)).collect::<Option<_>>()?;
    if rings.is_empty() {
        return None;
    }
    let outer = rings.remove(0);
    Some(Polygon { outer, holes: rings })
}

fn closed(ring: &[Position]) -> Option<Vec<Point>> {
    let mut points: Vec<Point> = ring.iter().map(|position| point(position)).collect::<Option<_>>()?;
    if points.first() != points.last() {
        points.extend(points.first().copied());
    }
    let different = points.iter().map(|point| (point.lat.to_bits(), point.lon.to_bits()));
    (different.collect::<BTreeSet<_>>().len() >= 3).then_some(points)
}

/// A latitude beyond the poles is one that was swapped: it is kept in bounds, to be said so.
fn point(position: &[f64]) -> Option<Point> {
    let [lon, lat, ..] = position else { return None };
    Point::new(*lat, *lon).or_else(|| Point::new(lat.clamp(-90.0, 90.0), *lon))
}

/// The commune whose contour holds a point, or else whose centre is nearest, within reason.
fn nearest(point: Point) -> Option<&'static Commune> {
    let gazetteer = Gazetteer::load();
    let away =
        |commune: &&'static Commune| commune.centre.map_or(f64::INFINITY, |centre| centre.km_to(point));
    let communes = gazetteer.communes().iter().filter(|commune| crate::territory::is_whole(commune));
    let mut near: Vec<&'static Commune> = communes.filter(|commune| away(commune) <= COMMUNE_KM).collect();
    near.sort_by(|a, b| away(a).total_cmp(&away(b)));
    let holds = |commune: &&&'static Commune| {
        let outline = gazetteer.contour(&commune.code).unwrap_or_default();
        super::model::is_in(&outline, point)
    };
    near.iter().find(holds).or(near.first()).copied()
}

fn property(properties: &Map<String, Value>, names: &[&str]) -> Option<String> {
    let found = properties.iter().find(|(key, value)| {
        names.contains(&fold(key).trim()) && value.as_str().is_some_and(|text| !text.trim().is_empty())
    });
    let text = found?.1.as_str()?.trim();
    (text.chars().count() <= LONGEST).then(|| text.to_owned())
}

/// What an address may hold.
fn code(text: &str) -> Option<String> {
    let code: String = text.trim().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let code: String = code.trim_matches('-').chars().take(60).collect();
    (!code.is_empty()).then_some(code)
}
