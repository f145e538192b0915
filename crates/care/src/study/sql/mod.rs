//! The tables of studies.

pub(super) mod blocks;
pub(super) mod candidates;
pub(super) mod deviations;
pub(super) mod exports;
pub(super) mod gone;
pub(super) mod letters;
pub(super) mod protocols;
pub(super) mod pseudonyms;
pub(super) mod studies;
pub(super) mod teams;
