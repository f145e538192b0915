//! Paper: what is set in pages, to be kept, handed over or read aloud by a machine (PDF).
//!
//! A capability keeps a template (`.typ`, typst's language) beside its pages, and gives it words and
//! facts as data ([`Sheet`]). Who sets it is not known here: the program brings a [`Press`], or
//! brings none, and then no page offers paper ([`Printer::of`]). A handler takes [`Wanted`] and gives it
//! what to say ([`Filled`]); parts that several papers share are in `parts.typ`.
//!
//! Invariants: what people typed is data and never part of a template, so that nothing of it is run;
//! a template has no words of its own, so that paper speaks every language pages do; one sheet is set
//! at a time, off the threads that answer, and one too long is refused before it is begun.

mod outcome;
mod printer;
mod sheet;
#[cfg(test)]
mod tests;
mod wanted;

pub use outcome::Outcome;
pub use printer::{NotPrinted, Press, Printer};
pub use sheet::{Letters, MOST_BYTES, Picture, Sheet};
pub use wanted::{Filled, Kind, Wanted, in_large_print};

/// Files every template finds beside itself: its look, the parts that several papers share, and the thread
/// it draws.
pub const LOOK: [(&str, &str); 3] = [
    ("look.typ", include_str!("look.typ")),
    ("parts.typ", include_str!("parts.typ")),
    ("thread.svg", include_str!("thread.svg")),
];
