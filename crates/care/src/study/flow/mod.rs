//! Who came how far, as trials say it (CONSORT 2010, STROBE): counted, drawn and as a table.
//!
//! Counts are exact: they are for the study's own people. Those who were erased are counted as having left.

mod count;
mod drawing;
mod table;
#[cfg(test)]
mod tests;

pub(super) use count::{Branch, Flow};
pub(super) use drawing::Drawing;
