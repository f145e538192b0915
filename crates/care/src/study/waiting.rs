//! What studies ask of one link worker today: lines of « Ma journée ».

use jiff::civil::Date;
use kernel::id::{AccountId, StudyId};
use platform::db::{DbError, Tx};

use super::{address, following, sql};

/// Persons of a study whom somebody is to ask now.
#[derive(Clone, Debug)]
pub(crate) struct Waiting {
    study: StudyId,
    pub(crate) name: String,
    pub(crate) persons: usize,
}

impl Waiting {
    /// Where they are listed.
    pub(crate) fn address(&self) -> String {
        format!("{}/suivi", address(self.study))
    }
}

/// Studies that have somebody to ask among those an account accompanies.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn waiting(tx: &mut Tx, worker: AccountId, today: Date) -> Result<Vec<Waiting>, DbError> {
    let mut waiting = Vec::new();
    for study in sql::studies::followed(tx).await? {
        let participants = following::of_worker(tx, &study, worker).await?;
        let persons = participants.iter().filter(|one| one.to_do(today).next().is_some()).count();
        if persons > 0 {
            waiting.push(Waiting { study: study.id, name: study.protocol.name, persons });
        }
    }
    Ok(waiting)
}
