//! The teams that take part.

use jiff::Timestamp;
use kernel::id::{AccountId, SiteId, StudyId};
use platform::db::{DbError, Tx};
use sqlx::FromRow;
use uuid::Uuid;

/// A team and its answer.
#[derive(Clone, Debug)]
pub(in crate::study) struct Team {
    pub(in crate::study) site: SiteId,
    pub(in crate::study) name: String,
    /// None until its coordinator answered.
    pub(in crate::study) is_taking_part: Option<bool>,
    /// What its blocks are drawn from: told once the study has ended.
    pub(in crate::study) seed: i64,
}

#[derive(FromRow)]
struct Row {
    site_id: Uuid,
    name: String,
    is_taking_part: Option<bool>,
    seed: i64,
}

/// In the order they came, the one that leads first.
pub(in crate::study) async fn of_study(tx: &mut Tx, study: StudyId) -> Result<Vec<Team>, DbError> {
    let rows: Vec<Row> = tx
        .all(
            "SELECT t.site_id, s.name, t.is_taking_part, t.seed
             FROM study_site t JOIN site s ON s.id = t.site_id JOIN study y ON y.id = t.study_id
             WHERE t.study_id = $1
             ORDER BY CASE WHEN t.site_id = y.site_id THEN 0 ELSE 1 END, t.invited_at, t.site_id",
            &[study.into()],
        )
        .await?;
    let team = |row: Row| Team {
        site: SiteId(row.site_id),
        name: row.name,
        is_taking_part: row.is_taking_part,
        seed: row.seed,
    };
    Ok(rows.into_iter().map(team).collect())
}

/// Asks a team; the one that leads answers by asking. One that declined is asked anew.
pub(in crate::study) async fn invite(
    tx: &mut Tx,
    (study, site): (StudyId, SiteId),
    (by, now): (AccountId, Timestamp),
    seed: i64,
) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO study_site (study_id, site_id, invited_by, invited_at, seed) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (study_id, site_id) DO UPDATE SET is_taking_part = NULL, invited_at = excluded.invited_at
         WHERE study_site.is_taking_part = FALSE",
        &[study.into(), site.into(), by.into(), now.into(), seed.into()],
    )
    .await?;
    Ok(())
}

/// False when it was not asked, or has answered.
pub(in crate::study) async fn answer(
    tx: &mut Tx,
    (study, site): (StudyId, SiteId),
    (by, now): (AccountId, Timestamp),
    is_taking_part: bool,
) -> Result<bool, DbError> {
    let written = tx
        .run(
            "UPDATE study_site SET is_taking_part = $3, answered_by = $4, answered_at = $5
             WHERE study_id = $1 AND site_id = $2 AND is_taking_part IS NULL",
            &[study.into(), site.into(), is_taking_part.into(), by.into(), now.into()],
        )
        .await?;
    Ok(written == 1)
}
