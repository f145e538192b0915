//! A questionnaire under way: one question at a time, left and taken up again; put together, by telephone,
//! by a link that the person opens alone, or on a sheet that comes back (FHIR: a QuestionnaireResponse in
//! progress).
//!
//! For link workers, from « Mesures », and for the persons they accompany, behind a signed link that names
//! nobody. Words: a *filling* has a *way* and *parts*, one for each instrument, in the order they are asked.
//!
//! ```text
//! open ──each answer──▶ open ──finish──▶ finished: a screening, its answers leave the filling
//!   ├──drop (the team)──▶ dropped
//!   └──its end passes──▶ lapsed, forgotten thirty days later
//! ```
//!
//! Invariants: an answer is one of those offered; each is kept as it is given, so that a page that closes
//! loses nothing; alone, nobody is asked what rings a check, what is put by a professional, or for words; a
//! link shows questions and answers until it is answered, then nothing; opening it changes nothing.
//!
//! Tables owned: `filling`, `filling_part`.

mod acts;
mod held;
mod model;
mod pages;
mod sql;
#[cfg(test)]
mod tests;

pub(crate) use acts::{FORGET, JOBS};
pub(crate) use held::HELD;
pub(super) use model::{Filling, State, Way};
pub(super) use pages::{routes, way_label};
pub(super) use sql::of_case;
