//! Neighbourhoods: a part of a commune by its outline, such as a quartier prioritaire (QPV), with
//! what lies inside it on one page and on paper.
//!
//! Who brings them: whoever verifies the directory, as a GeoJSON file, on `/annuaire/quartiers`: no
//! outline of the real ones comes with this program. Who reads: anybody.
//!
//! Invariants: a file is kept whole or not at all; what lies inside is decided by trusted
//! coordinates only, never by a commune's centre; the demonstration's one is invented and says so.
//! Table owned: `neighbourhood`.

mod acts;
mod fault;
mod geojson;
mod model;
mod pages;
mod sql;
#[cfg(test)]
mod tests;

pub(crate) use acts::bring;
pub(crate) use geojson::read;
pub(crate) use model::Neighbourhood;
pub(crate) use pages::address;
pub(crate) use sql::of_commune;

use platform::web::routes::{Routes, get, post};

/// Bytes of a file: all outlines of France take less.
const LARGEST: usize = 20 << 20;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/quartiers/{code}", get(pages::show))
        .route("/quartiers/{code}/guide", get(pages::guide))
        .route("/quartiers/{code}/guide.pdf", get(pages::guide_file))
        .route("/quartiers/{code}/contour.geojson", get(pages::outline))
        .route("/annuaire/quartiers", get(pages::ask).upload(LARGEST, pages::keep))
        .route("/annuaire/quartiers/retirer", post(pages::take_out))
}
