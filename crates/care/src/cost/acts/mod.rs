//! What people do about what a course of support costs, each in the transaction it is handed.

mod bringing;
mod rates;
mod times;
mod visits;

pub(super) use bringing::{keep_all, looked_at};
pub use rates::add_rate;
pub use times::log;
pub(super) use times::take_away;
pub use visits::note_visits;
