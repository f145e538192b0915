//! Measuring what cannot be weighed: loneliness, isolation, precariousness, and what a person
//! wants in their own words. Serves link workers (a result in plain words), the persons themselves,
//! and whoever reads figures. Pure: no input or output.
//!
//! Words: an *instrument* asks *items*; *answers* are turned into one *reading* per *scale*; a
//! reading falls in a *band*; two readings of one scale make a *change*; many changes a *summary*.
//!
//! Invariants:
//! * an instrument is data (`instruments/*.toml`), checked whole when it is read: [`Instrument::parse`];
//! * no score comes from an incomplete set of answers, and no answer outside an item's choices counts;
//! * arithmetic on answers is exact (integers; EPICES in hundredths of a point);
//! * a band is a convention, worded as one, never a diagnosis;
//! * whoever could be told apart in a file is told coarser ([`anonymity`]);
//! * a count under [`small_numbers::FEWEST`] is neither shown nor left to be worked out.
//!
//! Deliberately absent: any text of an instrument whose licence does not let it ship.

mod instrument;
mod scale;
mod words;

mod flaw;
mod frames;
mod library;

mod answers;
mod explain;
mod score;

mod change;
mod change_notes;
pub mod fhir;
mod movement;
mod pairs;
mod sensitivity;
pub mod small_numbers;
mod statistics;
mod summary;

pub mod anonymity;

pub use answers::{Answers, BadAnswer};
pub use change::{Change, Verdict};
pub use explain::Explanation;
pub use flaw::Flaw;
pub use frames::{FRAMES, Frame};
pub use instrument::{
    Audience, Choice, Comparator, Instrument, Item, Licence, Loinc, Missing, Source, Wording, WordingNote,
};
pub use library::{credoc_isolation, epices, find, insee_loneliness, library, own_goals, ucla3, usual};
pub use movement::Movement;
pub use pairs::{Pair, Pairs};
pub use scale::{Band, Better, ChangeWords, Rule, Scale};
pub use score::{NotScored, Reading, Score};
pub use sensitivity::Sensitivity;
pub use small_numbers::Shown;
pub use statistics::{Days, Effect, MeanChange, Method, Share, SignedRank, Waits, reliable_difference};
pub use summary::{ChangeSummary, ShownChange};
pub use words::Words;

#[cfg(test)]
mod tests;
