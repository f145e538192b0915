//! What people do with a study, each in one transaction and with its entry in the trail.

pub(super) mod entering;
pub(super) mod exporting;
pub(super) mod leaving;
pub(super) mod noting;
pub(super) mod setting_up;
pub(super) mod teams;
