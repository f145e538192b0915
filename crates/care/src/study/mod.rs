//! Research (« Études »): a study over several teams, persons who agree to take part, questions put again after
//! some months, and data that leave under pseudonyms.
//!
//! For coordinators, who set a study up, answer for their team and ask for its data; for link workers, who
//! enrol and put the questions; for the administrators and coordinators who grant an export. Words: a
//! *protocol* says what a study does, in versions; a person *looked at* is a *candidate*: not eligible,
//! declined or enrolled; an *arm* is what some are given and others not; a *time point* has a *window*; a
//! *deviation* is what did not go as the protocol says; a *pseudonym* is the code a participant goes by.
//!
//! ```text
//! draft ─▶ open ─▶ closed to enrolment ─▶ ended ─▶ persons' rows go, counts stay
//! candidate ─▶ not eligible | declined | enrolled ─▶ withdrawn
//! ```
//!
//! Invariants: once somebody takes part, a change of what the study means is a version with its reason; nobody
//! is in without a consent as it was worded; a pseudonym is drawn by chance, leads to its person in one table
//! and leaves it only on their file; arms to come are shown to nobody; an answer counts for one time point at
//! most; a deviation is corrected, never deleted; data leave when two persons agree, and eleven persons share
//! each combination of what could tell one; whoever is erased stays as a number.
//!
//! Tables owned: `study`, `study_protocol`, `study_site`, `study_block`, `study_person`, `study_pseudonym`,
//! `study_gone`, `study_deviation`, `study_letter`, `study_export`. Deliberately absent: anything found out
//! from the data; who analyses does it elsewhere.

mod model;
mod rules;

mod codebook;
mod cohort;
mod export;
mod flow;
mod following;

mod access;
mod acts;
mod asking;
mod ending;
mod held;
mod labels;
mod pages;
mod sql;
#[cfg(test)]
mod tests;
mod waiting;
mod watching;

pub use cohort::{Cohort, ask, open};

pub(crate) use acts::leaving::{leave, move_records};
pub(crate) use asking::{concern, may_be_asked, research_instruments};
pub(crate) use ending::LET_GO;
pub(crate) use held::{HELD, TABLES};
pub(crate) use pages::routes;
pub(crate) use waiting::{Waiting, waiting};
pub(crate) use watching::WATCH;

use kernel::id::StudyId;
use platform::jobs::JobKind;

pub(crate) const JOBS: [JobKind; 2] = [watching::JOB, ending::JOB];

const HERE: &str = "/etudes";

/// The page of a study.
fn address(study: StudyId) -> String {
    format!("{HERE}/{study}")
}
