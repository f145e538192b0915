//! How entries come in from other directories and go back out.
//!
//! Reading order: files of any shape as rows ([`reading`]), data·inclusion's entries and interface
//! ([`data_inclusion`]), whole exports
//! ([`out`]), and files of what was found ([`found`]), made of lines ([`sheet`], [`csv`]), points
//! ([`geojson`]) and events ([`calendar`]).

mod calendar;
pub(crate) mod csv;
pub mod data_inclusion;
mod found;
#[doc(hidden)]
pub mod fuzzing;
mod geojson;
pub mod out;
pub mod reading;
mod sheet;
pub mod timetable;

pub(crate) use calendar::takes_place;

use platform::web::routes::Routes;

pub(crate) fn routes() -> Routes {
    data_inclusion::routes().merge(found::routes())
}
