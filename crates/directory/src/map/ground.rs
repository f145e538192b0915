use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use kernel::geo::Point;
use platform::web::{Nope, Query};
use serde::{Deserialize, Serialize};

use crate::gazetteer::{Commune, Division, Gazetteer, Polygon};
use crate::json::{self, GEOJSON};
use crate::pace::Unhurried;

/// Names drawn before they hide one another.
const TOWNS: usize = 60;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    /// Its communes are drawn too.
    departement: String,
}

#[derive(Serialize)]
struct Collection {
    r#type: &'static str,
    features: Vec<Feature>,
}

#[derive(Serialize)]
struct Feature {
    r#type: &'static str,
    geometry: Geometry,
    properties: Properties,
}

#[derive(Serialize)]
#[serde(tag = "type", content = "coordinates")]
enum Geometry {
    Point((f64, f64)),
    MultiPolygon(Vec<Vec<Vec<(f64, f64)>>>),
}

/// The map's script paints by `kind`, and draws names by `rank`, 1 first.
#[derive(Serialize)]
struct Properties {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<usize>,
}

pub(super) async fn show(_: Unhurried, Query(asked): Query<Asked>) -> Result<Response, Nope> {
    let answer = json::answer(GEOJSON, &collection(&asked.departement))?;
    // Outlines change with the program only.
    Ok(([(CACHE_CONTROL, "public, max-age=86400")], answer).into_response())
}

/// Some polygons, to be drawn over the ground.
///
/// # Errors
/// None that any polygon is known to cause.
pub(crate) fn outline(polygons: &[Polygon]) -> Result<Response, Nope> {
    json::answer(GEOJSON, &collected(vec![area("outline", polygons)]))
}

fn collection(departement: &str) -> Collection {
    let gazetteer = Gazetteer::load();
    let mut features: Vec<Feature> = departements(gazetteer);
    features.extend(communes(gazetteer, departement));
    features.extend(towns(gazetteer, departement));
    collected(features)
}

fn collected(features: Vec<Feature>) -> Collection {
    Collection { r#type: "FeatureCollection", features }
}

fn departements(gazetteer: &Gazetteer) -> Vec<Feature> {
    let mut codes: Vec<&str> = gazetteer.communes().iter().map(|commune| commune.departement.code).collect();
    codes.dedup();
    codes.sort_unstable();
    codes.dedup();
    let contours = codes.into_iter().filter_map(|code| gazetteer.departement_contour(code));
    contours.map(|polygons| area("departement", &polygons)).collect()
}

fn communes(gazetteer: &Gazetteer, departement: &str) -> Vec<Feature> {
    let inside = whole(gazetteer).filter(|commune| commune.departement.code == departement);
    let contours = inside.filter_map(|commune| gazetteer.contour(&commune.code));
    contours.map(|polygons| area("commune", &polygons)).collect()
}

/// The largest of the département, or of France.
fn towns(gazetteer: &'static Gazetteer, departement: &str) -> Vec<Feature> {
    let known = gazetteer.departement(departement).is_some();
    let mut towns: Vec<&Commune> =
        whole(gazetteer).filter(|commune| !known || commune.departement.code == departement).collect();
    towns.sort_by(|a, b| b.population.cmp(&a.population).then_with(|| a.code.cmp(&b.code)));
    towns.truncate(TOWNS);
    let town = |(rank, town): (usize, &Commune)| {
        let Point { lat, lon } = town.centre?;
        Some(Feature {
            r#type: "Feature",
            geometry: Geometry::Point((lon, lat)),
            properties: Properties { kind: "town", name: Some(town.name), rank: Some(rank + 1) },
        })
    };
    towns.into_iter().enumerate().filter_map(town).collect()
}

fn whole(gazetteer: &Gazetteer) -> impl Iterator<Item = &Commune> {
    gazetteer.communes().iter().filter(|commune| !matches!(commune.division, Division::Arrondissement { .. }))
}

fn area(kind: &'static str, polygons: &[Polygon]) -> Feature {
    let ring = |ring: &Vec<Point>| ring.iter().map(|point| (point.lon, point.lat)).collect::<Vec<_>>();
    let rings = |polygon: &Polygon| std::iter::once(&polygon.outer).chain(&polygon.holes).map(ring).collect();
    Feature {
        r#type: "Feature",
        geometry: Geometry::MultiPolygon(polygons.iter().map(rings).collect()),
        properties: Properties { kind, name: None, rank: None },
    }
}
