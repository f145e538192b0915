//! Three screens: looking back, ending, and the letter that says so.

pub(super) mod closing;
pub(super) mod farewell;
pub(super) mod review;
