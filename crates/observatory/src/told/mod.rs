//! What figures say, in words: the same sections on « Chiffres », in a report, on paper and in a table to
//! take away.
//!
//! ```text
//! care::figures ─▶ Numbers ─▶ Counts, Allowed (who sees what) ─▶ Told (sections in words)
//! ```
//!
//! Words: the *team's* version is exact; what is *allowed* to leave the team obeys the small-number rule
//! (`measure::small_numbers`), alone and together with everything beside it.

mod adding;
mod allowed;
#[cfg(test)]
mod attack;
mod changes;
mod counts;
mod definitions;
mod groups;
pub(crate) mod labels;
mod numbers;
mod sections;
pub(crate) mod table;

pub(crate) use allowed::Allowed;
pub(crate) use changes::ChangeTold;
pub(crate) use counts::Counts;
pub(crate) use definitions::limits;
pub(crate) use groups::GroupTable;
pub(crate) use numbers::Numbers;
pub(crate) use sections::Told;
