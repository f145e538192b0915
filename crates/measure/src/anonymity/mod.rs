//! That nobody is told apart in a file by what others know of them: at least eleven persons share each
//! combination of what could tell them (k-anonymity, Samarati and Sweeney 1998).
//!
//! Pure. Words: *known* is what others may know of a person; a *step* makes it coarser for everybody; what is
//! still rare is *masked* for some.
//!
//! Invariants: the steps are tried in one stated order, and no further than needed; whatever is masked is
//! masked for eleven persons at least; nobody is left out; under eleven persons nothing is released.

mod known;
mod release;
#[cfg(test)]
mod tests;

pub use known::{AGES, Known, MASKED, QUASI, WIDE_AGES};
pub use release::{Release, Row, Step, release};

/// How many persons share a combination at least: no published count is under it either.
pub const K: usize = 11;
