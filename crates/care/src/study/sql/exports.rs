//! Data of studies that were asked for.

use kernel::id::{SiteId, StudyExportId, StudyId};
use platform::db::{DbError, Tx};
use sqlx::FromRow;
use uuid::Uuid;

use crate::study::export::StudyExport;
use crate::takes_two::{Decision, RequestRow, Taken};

#[derive(FromRow)]
struct Row {
    id: Uuid,
    study_id: Uuid,
    site_id: Uuid,
    #[sqlx(flatten)]
    request: RequestRow,
}

/// Those of a study, the latest first.
pub(in crate::study) async fn of_study(tx: &mut Tx, study: StudyId) -> Result<Vec<StudyExport>, DbError> {
    let rows: Vec<Row> = tx
        .all(
            "SELECT id, study_id, site_id, asked_by, asked_at, reason, decided_by, decided_at, is_granted, taken_at,
                    persons
             FROM study_export WHERE study_id = $1 ORDER BY asked_at DESC, id DESC LIMIT 50",
            &[study.into()],
        )
        .await?;
    rows.into_iter().map(export).collect()
}

pub(in crate::study) async fn insert(tx: &mut Tx, export: &StudyExport) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO study_export (id, study_id, site_id, asked_by, asked_at, reason) VALUES ($1, $2, $3, $4, $5, $6)",
        &[
            export.id.into(),
            export.study.into(),
            export.site.into(),
            export.request.asked_by.into(),
            export.request.asked_at.into(),
            export.request.reason.as_str().into(),
        ],
    )
    .await?;
    Ok(())
}

/// False when somebody else has decided meanwhile.
pub(in crate::study) async fn decide(
    tx: &mut Tx,
    id: StudyExportId,
    decision: Decision,
) -> Result<bool, DbError> {
    let written = tx
        .run(
            "UPDATE study_export SET decided_by = $2, decided_at = $3, is_granted = $4
             WHERE id = $1 AND decided_at IS NULL",
            &[id.into(), decision.by.into(), decision.at.into(), decision.is_granted.into()],
        )
        .await?;
    Ok(written == 1)
}

pub(in crate::study) async fn take(tx: &mut Tx, id: StudyExportId, taken: Taken) -> Result<(), DbError> {
    let sql = "UPDATE study_export SET taken_at = $2, persons = $3 WHERE id = $1";
    tx.run(sql, &[id.into(), taken.at.into(), taken.persons.into()]).await?;
    Ok(())
}

fn export(row: Row) -> Result<StudyExport, DbError> {
    Ok(StudyExport {
        id: StudyExportId(row.id),
        study: StudyId(row.study_id),
        site: SiteId(row.site_id),
        request: row.request.read("study_export", row.id)?,
    })
}
