//! Screening: questions put to a person, or that they put to themselves, and what the answers say.
//!
//! For a visitor alone (« Se repérer », without an account), for health professionals and link
//! workers (« Consultation », « Feuille » to print, « Mesures » of somebody accompanied), and for the
//! slices that look back or count.
//!
//! Words: an *instrument* is a questionnaire (`measure`); it is *filled* with answers, whole or not,
//! and with the person's own words where it asks for goals; filled instruments of one day make a
//! *screening*, kept with its *mode* (with a professional, alone, on paper) and its *moment*.
//!
//! ```text
//! visitor ──▶ result on the page ──▶ nothing kept
//!                └─▶ « Demander à être appelé »: carried in a hidden field ─▶ kept with the request
//! consultation (nobody named) ─▶ attached to a person and their referral ─▶ read in their case
//! case ─▶ first measure ─▶ review ─▶ review …
//! ```
//!
//! Invariants: what a visitor answers reaches the store only if they ask to be called; an incomplete
//! set is kept and shown as incomplete, never scored; a consultation is attached once, by its author
//! or a colleague of its site; a first measure is not typed after a review of the same instrument;
//! no day of the future; a closed case takes answers only where a study goes on asking; two versions of an instrument are never compared, nor two goals in
//! different words.
//!
//! A goal's words stay beside its value, in `measurement.answers`, as they were said that day: a
//! consultation has no case yet to hold a row of `goal`, and a later change of wording must not
//! change what was measured. The plan may copy them.
//!
//! Tables owned: `screening`, `measurement`; `safety_check` by [`safety`], `filling` and `filling_part` by
//! [`filling`]. Deliberately absent: a list of persons by score, and
//! any referral made by a score; a person decides.

pub mod acts;
pub mod carried;
mod fhir;
pub(crate) mod filling;
mod held;
pub mod model;
pub(crate) mod pages;
pub mod pairs;
pub(crate) mod reading;
pub mod rules;
pub(crate) mod safety;
pub(crate) mod saying;
mod sql;
#[cfg(test)]
mod tests;

pub(crate) use held::HELD;
pub use model::{Filled, Measure, Mode, Moment, Screening};
pub use pages::{navigation, routes};
pub(crate) use pages::{questions, tell};
pub use pairs::Pair;
pub(crate) use pairs::first_and_last;
pub use rules::Refused;
pub(crate) use sql::measures_of_study;
pub(crate) use sql::{Taken, measures_of_site};
pub use sql::{held, measures_of_case, measures_of_person, move_records};
