//! What the map draws: the places found, and the ground under them. Nothing comes from elsewhere,
//! unless the deployer chose another ground ([`Backdrop`]).
//!
//! Words: a *tile* ([`tile`]) has the places that answer the finder's question in one square of the
//! map; *places* are what is said of some of them; the *ground* is outlines of communes and
//! départements and names of towns, from the gazetteer.

mod backdrop;
mod ground;
mod places;
mod sketch;
mod tile;

use platform::web::routes::{Routes, get};

use crate::gazetteer::Commune;

pub use backdrop::Backdrop;
pub(crate) use backdrop::{backdrop, credit};
pub(crate) use ground::outline;
pub use sketch::{Area, Sketch};
pub(crate) use tile::{Clouds, bounds};

/// Where tiles are; the map's script fills in the braces.
pub(crate) const TILES: &str = "/map/points/{z}/{x}/{y}";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route(TILES, get(tile::show))
        .route("/map/places.json", get(places::show))
        .route("/map/ground.geojson", get(ground::show))
}

/// The ground to draw around a commune, or under all of France.
pub(crate) fn ground_of(commune: Option<&Commune>) -> String {
    match commune {
        Some(commune) => format!("/map/ground.geojson?departement={}", commune.departement.code),
        None => "/map/ground.geojson".to_owned(),
    }
}
