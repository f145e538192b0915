//! The published test vectors, and what must hold of every instrument that ships.

mod answering;
mod changing;
mod chosen;
mod counting;
mod flaws;
mod frames;
mod hostile;
mod library;
mod scoring;

use crate::{Answers, Instrument};

/// Answers in the order of the items.
fn answers(instrument: &Instrument, values: &[i64]) -> Answers {
    assert_eq!(instrument.items.len(), values.len());
    instrument.items.iter().map(|item| item.code.as_str()).zip(values.iter().copied()).collect()
}

fn main_value(instrument: &Instrument, values: &[i64]) -> i64 {
    instrument.score(&answers(instrument, values)).unwrap().main.value
}
