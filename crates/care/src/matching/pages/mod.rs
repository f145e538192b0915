//! The list for one person, its points on the map, and the weights everybody may read.

mod find;
mod points;
mod row;
mod weights;

use axum::Router;
use axum::routing::get;
use platform::app::App;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/personnes/{case}/trouver", get(find::show))
        .route("/personnes/{case}/trouver/points.geojson", get(points::show))
        .route("/ponderation", get(weights::show))
}
