//! What is kept of time, rates and consultations.

mod courses;
pub(super) mod rates;
pub(super) mod times;
pub(super) mod visits;

pub use courses::closed;
