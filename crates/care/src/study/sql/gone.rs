//! Those who were erased, as numbers; those whose time is over; and records that were one person's.

use kernel::id::{PersonId, StudyId};
use platform::db::{DbError, Tx};

/// How many came so far, and of which arm or for which reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::study) struct Gone {
    pub(in crate::study) step: String,
    /// The arm of whoever was enrolled; empty where there is none.
    pub(in crate::study) detail: String,
    pub(in crate::study) persons: i64,
}

/// Counts somebody who is about to be erased, at every study.
pub(in crate::study) async fn count(tx: &mut Tx, person: PersonId) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO study_gone (study_id, step, detail, persons)
         SELECT study_id, CASE WHEN enrolled_on IS NULL THEN result ELSE 'enrolled' END, COALESCE(arm, ''), 1
         FROM study_person WHERE person_id IN (SELECT id FROM person WHERE id = $1 OR merged_into = $1)
         ON CONFLICT (study_id, step, detail) DO UPDATE SET persons = study_gone.persons + 1",
        &[person.into()],
    )
    .await?;
    Ok(())
}

pub(in crate::study) async fn of_study(tx: &mut Tx, study: StudyId) -> Result<Vec<Gone>, DbError> {
    let sql = "SELECT step, detail, persons FROM study_gone WHERE study_id = $1 ORDER BY step, detail";
    let rows: Vec<(String, String, i64)> = tx.all(sql, &[study.into()]).await?;
    Ok(rows.into_iter().map(|(step, detail, persons)| Gone { step, detail, persons }).collect())
}

/// Counts everybody of a study that was kept long enough, then lets their rows go.
pub(in crate::study) async fn forget_all(tx: &mut Tx, study: StudyId) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO study_gone (study_id, step, detail, persons)
         SELECT study_id, CASE WHEN enrolled_on IS NULL THEN result ELSE 'enrolled' END AS step, COALESCE(arm, '') AS detail,
                COUNT(*)
         FROM study_person WHERE study_id = $1 GROUP BY 1, 2, 3
         ON CONFLICT (study_id, step, detail) DO UPDATE SET persons = study_gone.persons + excluded.persons",
        &[study.into()],
    )
    .await?;
    for sql in [
        "DELETE FROM study_letter WHERE study_person_id IN (SELECT id FROM study_person WHERE study_id = $1)",
        "DELETE FROM study_deviation WHERE study_person_id IN (SELECT id FROM study_person WHERE study_id = $1)",
        "DELETE FROM study_pseudonym WHERE study_id = $1",
        "DELETE FROM study_person WHERE study_id = $1",
    ] {
        tx.run(sql, &[study.into()]).await?;
    }
    Ok(())
}

/// What was noted with a merged record is the person's; where both were looked at, the record that is kept
/// says what came of it, unless only the other led in.
pub(in crate::study) async fn move_records(
    tx: &mut Tx,
    gone: PersonId,
    kept: PersonId,
) -> Result<(), DbError> {
    tx.run(
        "DELETE FROM study_person WHERE person_id = $2 AND enrolled_on IS NULL AND study_id IN
             (SELECT study_id FROM study_person WHERE person_id = $1 AND enrolled_on IS NOT NULL)",
        &[gone.into(), kept.into()],
    )
    .await?;
    tx.run(
        "UPDATE study_person SET person_id = $2 WHERE person_id = $1 AND study_id NOT IN
             (SELECT study_id FROM study_person WHERE person_id = $2)",
        &[gone.into(), kept.into()],
    )
    .await?;
    tx.run("DELETE FROM study_person WHERE person_id = $1 AND enrolled_on IS NULL", &[gone.into()]).await?;
    Ok(())
}
