//! The screens of what a course of support costs.

pub(super) mod bring;
pub(super) mod keep;
pub(super) mod pattern;
mod quick;
pub(super) mod rates;
mod teams;
pub(super) mod time;
mod time_form;
pub(super) mod visits;

pub(crate) use quick::Quick;
