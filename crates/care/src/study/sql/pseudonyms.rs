//! Which code leads to whom: read here and nowhere else.

use std::collections::BTreeMap;

use kernel::id::{CandidateId, CaseId, StudyId};
use platform::db::{DbError, Tx};
use uuid::Uuid;

/// False when the code is somebody's.
pub(in crate::study) async fn give(
    tx: &mut Tx,
    study: StudyId,
    candidate: CandidateId,
    code: &str,
) -> Result<bool, DbError> {
    let written = tx
        .run(
            "INSERT INTO study_pseudonym (study_person_id, study_id, code) VALUES ($1, $2, $3)
             ON CONFLICT (study_id, code) DO NOTHING",
            &[candidate.into(), study.into(), code.into()],
        )
        .await?;
    Ok(written == 1)
}

pub(in crate::study) async fn of(tx: &mut Tx, candidate: CandidateId) -> Result<Option<String>, DbError> {
    let sql = "SELECT code FROM study_pseudonym WHERE study_person_id = $1";
    let row: Option<(String,)> = tx.maybe(sql, &[candidate.into()]).await?;
    Ok(row.map(|(code,)| code))
}

pub(in crate::study) async fn of_study(
    tx: &mut Tx,
    study: StudyId,
) -> Result<BTreeMap<CandidateId, String>, DbError> {
    let sql = "SELECT study_person_id, code FROM study_pseudonym WHERE study_id = $1";
    let rows: Vec<(Uuid, String)> = tx.all(sql, &[study.into()]).await?;
    Ok(rows.into_iter().map(|(candidate, code)| (CandidateId(candidate), code)).collect())
}

/// Whose file a code leads to.
pub(in crate::study) async fn case_of(
    tx: &mut Tx,
    study: StudyId,
    code: &str,
) -> Result<Option<CaseId>, DbError> {
    let sql = "SELECT p.case_id FROM study_pseudonym c JOIN study_person p ON p.id = c.study_person_id
               WHERE c.study_id = $1 AND c.code = $2";
    let row: Option<(Uuid,)> = tx.maybe(sql, &[study.into(), code.into()]).await?;
    Ok(row.map(|(case,)| CaseId(case)))
}

/// Of whoever does not let what they answered be kept: no code leads to them any more.
pub(in crate::study) async fn forget(tx: &mut Tx, candidate: CandidateId) -> Result<(), DbError> {
    tx.run("DELETE FROM study_pseudonym WHERE study_person_id = $1", &[candidate.into()]).await?;
    Ok(())
}
