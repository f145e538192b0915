//! What the map draws: the places found, and the ground under them. Nothing comes from elsewhere.
//!
//! Words: *points* answer the finder's question; the *ground* is outlines of communes and
//! départements and names of towns, from the gazetteer.

mod ground;
mod points;

use axum::Router;
use axum::routing::get;
use platform::app::App;

use crate::gazetteer::Commune;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/map/points.geojson", get(points::show))
        .route("/map/ground.geojson", get(ground::show))
}

/// The ground to draw around a commune, or under all of France.
pub(crate) fn ground_of(commune: Option<&Commune>) -> String {
    match commune {
        Some(commune) => format!("/map/ground.geojson?departement={}", commune.departement.code),
        None => "/map/ground.geojson".to_owned(),
    }
}
