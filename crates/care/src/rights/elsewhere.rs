//! Who was erased, told outside the store: a backup made before brings them back, and does not know.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use kernel::id::PersonId;
use platform::app::App;
use platform::db::{DbError, Tx};
use platform::elsewhere::{self, Unread};
use platform::jobs::{JobError, JobKind, JobResult};

use super::acts::{self, By};
use super::model::Erasure;
use super::sql;

pub(crate) const TELL: &str = "rights.tell_erased";
pub(super) const JOB: JobKind = JobKind { name: TELL, run };

/// Erases again whoever such a file names and an older store still holds; says how many.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn erase_again(tx: &mut Tx, persons: &[PersonId], by: By) -> Result<u64, DbError> {
    let mut again = 0;
    for person in persons {
        if let Some(site) = sql::site_of(tx, *person).await? {
            acts::erase(tx, by, (*person, site), Erasure::Asked).await?;
            again += 1;
        }
    }
    Ok(again)
}

/// Those named by the file of the setting `erased_file`.
///
/// # Errors
/// When it cannot be read.
pub fn erased_in(file: &Path) -> Result<Vec<PersonId>, Unread> {
    elsewhere::read(file)
}

/// Writes down whoever is not there yet; once more when the file could not be written.
fn run<'a>(app: &'a App, tx: &'a mut Tx, _: &'a str) -> JobResult<'a> {
    Box::pin(async move {
        let Some(file) = app.settings().erased_file.clone() else { return Ok(()) };
        let erased = sql::all_erased(tx).await?;
        let written = elsewhere::aside(move || write_down(&file, &erased)).await;
        written.map_err(|error| JobError::Other(error.to_string()))
    })
}

fn write_down(file: &Path, erased: &[(PersonId, String)]) -> io::Result<()> {
    let known: BTreeSet<PersonId> = match erased_in(file) {
        Ok(known) => known.into_iter().collect(),
        Err(Unread::File(_, error)) if error.kind() == io::ErrorKind::NotFound => BTreeSet::new(),
        Err(unread) => return Err(io::Error::other(unread)),
    };
    let new = erased.iter().filter(|(person, _)| !known.contains(person));
    let lines: String = new.map(|(person, at)| format!("{at} {person}\n")).collect();
    // Also without a line: a file that is there says that nobody is missing from it.
    elsewhere::append(file, &lines)
}
