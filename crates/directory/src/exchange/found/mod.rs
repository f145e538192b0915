//! What the finder found, and one resource's schedule, in files people take away: `.csv` for
//! spreadsheets, `.geojson` for maps, `.ics` for calendars.
//!
//! The address is the finder's, with its question; a misunderstood commune is answered as there, by
//! nothing found. At most [`MOST`](crate::finder::MOST) resources, or
//! [`MOST_IN_CALENDAR`](crate::finder::MOST_IN_CALENDAR), in the finder's order: its page says so.

mod files;
#[cfg(test)]
mod tests;

use platform::web::routes::{Routes, get};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/ressources.csv", get(files::csv))
        .route("/ressources.geojson", get(files::geojson))
        .route("/ressources.ics", get(files::ics))
        .route("/ressources/{id}/calendrier.ics", get(files::ics_of_one))
}
