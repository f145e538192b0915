//! Two screens: looking back, and ending.

pub(super) mod closing;
pub(super) mod review;
