//! The screens of emergencies.

pub(super) mod list;
pub(super) mod open;
