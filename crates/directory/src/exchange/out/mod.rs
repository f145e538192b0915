//! The whole directory, in files other software reads: `maillage export`.
//!
//! Words: a [`Format`] is what is written; each makes one or two files in a folder.
//! Invariants: memory holds one page of rows at a time; a file appears under its name only when it
//! is whole; contacts' names and referral addresses leave in [`Format::Maillage`] alone, the format
//! by which one installation of ours gives to another. That one and HSDS are read back whole, but
//! for these two private fields in HSDS.

mod export;
mod file;
mod hsds;
mod lines;
#[cfg(test)]
mod tests;

pub use export::{ExportError, Exported, export};

kernel::coded! {
    /// What is written.
    Format {
        /// `structures.ndjson` and `services.ndjson`, schema 1.0.
        DataInclusion = "data-inclusion",
        /// The same, each line with what this territory knows on top, private parts included.
        Maillage = "maillage",
        /// `resources.geojson`.
        GeoJson = "geojson",
        /// `resources.csv`.
        Csv = "csv",
        /// `organizations.json` and `services.json`, HSDS 3.1.
        Hsds = "hsds",
    }
}
