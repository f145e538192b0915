//! Pure rules: the codes participants go by, who is given which arm, when questions are put and which answers
//! count, what is seen not to go as the protocol says.

pub(crate) mod blocks;
pub(crate) mod calendar;
#[cfg(test)]
mod calendar_tests;
pub(crate) mod counting;
pub(crate) mod deviations;
pub(crate) mod pseudonym;
