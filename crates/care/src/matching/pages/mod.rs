//! The list for one person, its points on the map, and the weights everybody may read.

mod find;
mod points;
mod row;
mod weights;

use platform::web::routes::{Routes, get};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/personnes/{case}/trouver", get(find::show))
        .route("/personnes/{case}/trouver/points.geojson", get(points::show))
        .route("/ponderation", get(weights::show))
}
