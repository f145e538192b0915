//! Ties between a person and a resource (mises en lien), from the idea to the sixth time.
//!
//! ```text
//! proposed ─▶ asked ─┬▶ accepted ─▶ introduced ─▶ took part ─▶ settled
//!                    ├▶ waitlisted ─▶ accepted · declined
//!                    ├▶ declined(reason)
//!                    └▶ expired, after 30 days of silence
//! anything still open ─▶ dropped(reason)
//! ```
//!
//! For the link worker, who follows each tie until the person has taken part, and for the
//! organisation, who answers from an e-mail without an account.
//! Words: to *ask* is to tell an organisation what the person agreed to tell it, and nothing
//! else; an *attendance* is one day the person came.
//!
//! Invariants: nothing is sent without a consent that names this organisation and still stands;
//! nothing is asked of an organisation beyond the limits it set; a request that failed for what the
//! directory says makes that entry doubtful there;
//! an e-mail holds no personal data, the page behind its signed link only what was agreed;
//! attendances only grow; every leak keeps its reason.
//!
//! Tables owned: `connection`, `attendance`.

pub mod acts;
mod address;
mod coming;
mod held;
mod labels;
mod limits;
mod mails;
pub mod model;
#[cfg(test)]
mod model_tests;
mod pages;
mod parts;
pub mod rules;
mod sql;
mod telling;
#[cfg(test)]
mod tests;
pub mod time;
mod wording;

pub use address::{KnownAddress, Origin, known_address};
pub(crate) use coming::{FirstMeeting, first_meetings};
pub(crate) use held::HELD;
pub use sql::{attendances_of_case, insert, of_case, of_caseload, update};

pub use model::{Connection, EXPIRY, REMINDER, Refusal, State};
pub use pages::routes;
pub use parts::{Answer, Going, Meeting, Offer, Request, Shared};
pub use telling::Agreement;
pub use time::JOBS;
pub(crate) use time::take_up_again;
