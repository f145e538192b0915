//! What did not go as a protocol says.

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::coded::Coded;
use kernel::id::{AccountId, CandidateId, CaseId, DeviationId, StudyId};
use platform::db::{DbError, Tx};
use sqlx::FromRow;
use uuid::Uuid;

use crate::study::rules::deviations::{Found, Kind};

/// One line of the list, or of what was said before.
#[derive(Clone, Debug)]
pub(in crate::study) struct Deviation {
    pub(in crate::study) id: DeviationId,
    pub(in crate::study) candidate: CandidateId,
    pub(in crate::study) case: CaseId,
    pub(in crate::study) kind: Kind,
    pub(in crate::study) point: Option<String>,
    pub(in crate::study) on: Date,
    pub(in crate::study) words: String,
    /// Nobody when the program found it.
    pub(in crate::study) by: Option<String>,
    /// Unix seconds.
    pub(in crate::study) noted_at: i64,
    pub(in crate::study) corrects: Option<DeviationId>,
}

/// What somebody types.
#[derive(Clone, Debug)]
pub(in crate::study) struct Noted {
    pub(in crate::study) kind: Kind,
    pub(in crate::study) point: Option<String>,
    pub(in crate::study) on: Date,
    pub(in crate::study) words: String,
    pub(in crate::study) corrects: Option<DeviationId>,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    study_person_id: Uuid,
    case_id: Uuid,
    kind: String,
    point: Option<String>,
    on_day: String,
    words: String,
    by_name: Option<String>,
    noted_at: i64,
    corrects: Option<Uuid>,
}

/// All of a study, corrected ones among them, the latest first.
pub(in crate::study) async fn of_study(tx: &mut Tx, study: StudyId) -> Result<Vec<Deviation>, DbError> {
    let rows: Vec<Row> = tx
        .all(
            "SELECT d.id, d.study_person_id, p.case_id, d.kind, d.point, d.on_day, d.words, a.name AS by_name,
                    d.noted_at, d.corrects
             FROM study_deviation d JOIN study_person p ON p.id = d.study_person_id
             LEFT JOIN account a ON a.id = d.noted_by
             WHERE p.study_id = $1 ORDER BY d.noted_at DESC, d.id DESC",
            &[study.into()],
        )
        .await?;
    rows.into_iter().map(deviation).collect()
}

pub(in crate::study) async fn note(
    tx: &mut Tx,
    candidate: CandidateId,
    noted: &Noted,
    (by, now): (AccountId, Timestamp),
) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO study_deviation (id, study_person_id, kind, point, on_day, words, noted_by, noted_at, corrects)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        &[
            DeviationId::new().into(),
            candidate.into(),
            noted.kind.code().into(),
            noted.point.as_deref().into(),
            noted.on.into(),
            noted.words.as_str().into(),
            by.into(),
            now.into(),
            noted.corrects.into(),
        ],
    )
    .await?;
    Ok(())
}

/// One that the program found, once.
pub(in crate::study) async fn keep_found(
    tx: &mut Tx,
    candidate: CandidateId,
    found: &Found,
    now: Timestamp,
) -> Result<bool, DbError> {
    let written = tx
        .run(
            "INSERT INTO study_deviation (id, study_person_id, kind, point, on_day, words, noted_at)
             VALUES ($1, $2, $3, $4, $5, '', $6)
             ON CONFLICT (study_person_id, kind, point) WHERE noted_by IS NULL DO NOTHING",
            &[
                DeviationId::new().into(),
                candidate.into(),
                found.kind.code().into(),
                found.point.as_str().into(),
                found.on.into(),
                now.into(),
            ],
        )
        .await?;
    Ok(written == 1)
}

fn deviation(row: Row) -> Result<Deviation, DbError> {
    let impossible =
        |column| DbError::Impossible { table: "study_deviation", column, id: row.id.to_string() };
    Ok(Deviation {
        id: DeviationId(row.id),
        candidate: CandidateId(row.study_person_id),
        case: CaseId(row.case_id),
        kind: Kind::from_code(&row.kind).ok_or_else(|| impossible("kind"))?,
        point: row.point,
        on: row.on_day.parse().map_err(|_| impossible("on_day"))?,
        words: row.words,
        by: row.by_name,
        noted_at: row.noted_at,
        corrects: row.corrects.map(DeviationId),
    })
}
