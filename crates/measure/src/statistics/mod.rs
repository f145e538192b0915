//! How sure a figure is: shares, waits, and what became of a group measured twice.
//!
//! Each function is checked against published values (`tests`) and against SciPy
//! (`tests/formats/statistics.py`).

mod bootstrap;
mod effect;
mod normal;
mod share;
mod signed_rank;
mod spread;
mod waits;

pub use bootstrap::MeanChange;
pub use effect::{Effect, reliable_difference};
pub use share::Share;
pub use signed_rank::{Method, SignedRank};
pub use waits::{Days, Waits};
