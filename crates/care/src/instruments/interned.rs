//! Brought instruments, read once. Like those that ship they live as long as the program: whatever was
//! answered is read by its questions, and what a team ever brings is a few files of some kilobytes.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use measure::{Flaw, Instrument};

static READ: LazyLock<Mutex<HashMap<String, &'static Instrument>>> = LazyLock::new(Mutex::default);

/// The instrument that a file holds.
///
/// # Errors
/// [`Flaw`] of a file that was not kept yet: nothing of it stays.
pub(super) fn read(file: &str) -> Result<&'static Instrument, Flaw> {
    let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = read.get(file) {
        return Ok(known);
    }
    let instrument: &'static Instrument = Box::leak(Box::new(Instrument::parse(file)?));
    read.insert(file.to_owned(), instrument);
    Ok(instrument)
}
