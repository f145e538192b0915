//! Answers of the interface prepared beforehand: what the store would give, read and written again
//! for every question, lies in a file as it will be sent.
//!
//! Words: an answer is [`Prepared`] but for its qualities, which change with the day; the *shelf*
//! ([`file`]) has one for each place of the finder's large index; who [`keep`]s it makes it anew for
//! each such index, behind the requests.
//! Invariants: what has changed since is read from the store; what does not read back as it was
//! written is not believed; so an answer never depends on there being a shelf.

mod file;
mod keep;
mod making;
mod prepared;
#[cfg(test)]
mod tests;

pub(super) use keep::{Answered, prepared};
pub(crate) use keep::{Shelves, warm_up};
pub(super) use prepared::Scores;
