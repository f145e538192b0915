//! What was kept long enough after a study's end goes: its persons' rows, so that no code leads to anybody.
//! The counts of its flow stay.

use kernel::clock::{in_france, months_before};
use platform::app::App;
use platform::audit::{Action, Who};
use platform::db::Tx;
use platform::jobs::{JobKind, JobResult};
use platform::patience;

use super::sql;
use crate::act::Acting;

pub(crate) const LET_GO: &str = "study.let_go";
pub(super) const JOB: JobKind = JobKind { name: LET_GO, run };

/// Whose rows hang on somebody at a study.
const TABLES: [&str; 4] = ["study_person", "study_pseudonym", "study_deviation", "study_letter"];

fn run<'a>(app: &'a App, tx: &'a mut Tx, _: &'a str) -> JobResult<'a> {
    Box::pin(async move {
        let acting = Acting::new(app, Who::TimePassing);
        let today = in_france(acting.now).date();
        for id in sql::studies::ended_with_persons(tx).await? {
            let Some(study) = sql::studies::find(tx, id).await? else { continue };
            let months = i32::try_from(study.protocol.keep_months).unwrap_or(i32::MAX);
            let is_due = study.stage.ended_at().is_some_and(|end| end < months_before(acting.now, months));
            // A clock that jumps takes nothing away.
            if is_due && sql::studies::outlived(tx, id, today).await? >= patience::DAYS {
                sql::gone::forget_all(tx, id).await?;
                tx.wipe(TABLES).await?;
                acting.trace(tx, Action::Erased, id, study.site).await?;
            }
        }
        Ok(sql::studies::not_outlived(tx, today).await?)
    })
}
