//! What stands in each column of a study's data: from the study itself, so that the two cannot disagree.
//!
//! For whoever analyses, and whoever enrols and wants to know what leaves. Words: a *column* is what a cell is
//! made from, a *variable* what is said of it.

mod column;
mod said;
mod variable;

pub(super) use column::{Column, columns};
pub(super) use said::{row_of, titles};
pub(super) use variable::{MISSING, Variable, decimal, of_column};

use measure::Instrument;
use platform::db::{DbError, Tx};

use super::model::Study;
use super::sql::teams::Team;
use crate::instruments;

/// Its questionnaires with their words; one that ships in another version by now is read in that one.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn instruments(tx: &mut Tx, study: &Study) -> Result<Vec<&'static Instrument>, DbError> {
    let mut found = Vec::new();
    for asked in &study.protocol.instruments {
        let named = (asked.code.as_str(), asked.version.as_str());
        let known = instruments::answered(tx, study.site, named).await?;
        found.extend(known.or_else(|| measure::find(&asked.code)));
    }
    Ok(found)
}

/// Teams by codes that say nothing, each with its name: `S1` for the first to come.
pub(super) fn sites(teams: &[Team]) -> Vec<(String, String)> {
    teams.iter().zip(1_u32..).map(|(team, number)| (format!("S{number}"), team.name.clone())).collect()
}
