//! Studies themselves.

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::id::{AccountId, SiteId, StudyId};
use platform::db::{DbError, Tx};
use sqlx::FromRow;
use uuid::Uuid;

use super::protocols;
use crate::study::model::{Stage, Study};

#[derive(FromRow)]
struct Row {
    id: Uuid,
    site_id: Uuid,
    prefix: String,
    opened_at: Option<i64>,
    closed_at: Option<i64>,
    ended_at: Option<i64>,
    number: i64,
    content: String,
}

pub(in crate::study) async fn find(tx: &mut Tx, id: StudyId) -> Result<Option<Study>, DbError> {
    let row: Option<Row> = tx
        .maybe(
            "SELECT s.id, s.site_id, s.prefix, s.opened_at, s.closed_at, s.ended_at, p.number, p.content
             FROM study s JOIN study_protocol p ON p.study_id = s.id
             WHERE s.id = $1 ORDER BY p.number DESC LIMIT 1",
            &[id.into()],
        )
        .await?;
    row.map(study).transpose()
}

/// Those a team leads, takes part in or is asked to, the latest first.
pub(in crate::study) async fn of_site(tx: &mut Tx, site: SiteId) -> Result<Vec<Study>, DbError> {
    let rows: Vec<Row> = tx
        .all(
            "SELECT s.id, s.site_id, s.prefix, s.opened_at, s.closed_at, s.ended_at, p.number, p.content
             FROM study s JOIN study_site t ON t.study_id = s.id JOIN study_protocol p ON p.study_id = s.id
             WHERE t.site_id = $1 AND (t.is_taking_part IS NULL OR t.is_taking_part)
               AND p.number = (SELECT MAX(number) FROM study_protocol WHERE study_id = s.id)
             ORDER BY s.created_at DESC, s.id DESC",
            &[site.into()],
        )
        .await?;
    rows.into_iter().map(study).collect()
}

/// The same, of those it takes part in.
pub(in crate::study) async fn taken_part_in(tx: &mut Tx, site: SiteId) -> Result<Vec<Study>, DbError> {
    let mut studies = of_site(tx, site).await?;
    let rows: Vec<(Uuid,)> = tx
        .all("SELECT study_id FROM study_site WHERE site_id = $1 AND is_taking_part", &[site.into()])
        .await?;
    studies.retain(|study| rows.iter().any(|(id,)| *id == study.id.0));
    Ok(studies)
}

/// Those whose participants are followed, wherever.
pub(in crate::study) async fn followed(tx: &mut Tx) -> Result<Vec<Study>, DbError> {
    let rows: Vec<Row> = tx
        .all(
            "SELECT s.id, s.site_id, s.prefix, s.opened_at, s.closed_at, s.ended_at, p.number, p.content
             FROM study s JOIN study_protocol p ON p.study_id = s.id
             WHERE s.opened_at IS NOT NULL AND s.ended_at IS NULL
               AND p.number = (SELECT MAX(number) FROM study_protocol WHERE study_id = s.id)
             ORDER BY s.id",
            &[],
        )
        .await?;
    rows.into_iter().map(study).collect()
}

pub(in crate::study) async fn insert(
    tx: &mut Tx,
    study: &Study,
    (by, now): (AccountId, Timestamp),
) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO study (id, site_id, prefix, created_by, created_at) VALUES ($1, $2, $3, $4, $5)",
        &[study.id.into(), study.site.into(), study.prefix.as_str().into(), by.into(), now.into()],
    )
    .await?;
    protocols::insert(tx, study.id, (1, &study.protocol), None, (by, now)).await?;
    Ok(())
}

pub(in crate::study) async fn rename(tx: &mut Tx, id: StudyId, prefix: &str) -> Result<(), DbError> {
    tx.run("UPDATE study SET prefix = $2 WHERE id = $1", &[id.into(), prefix.into()]).await?;
    Ok(())
}

/// False when somebody else was faster.
pub(in crate::study) async fn step(
    tx: &mut Tx,
    id: StudyId,
    from: Stage,
    to: Stage,
) -> Result<bool, DbError> {
    let ([opened_before, closed_before, ended_before], [opened, closed, ended]) =
        (moments(from), moments(to));
    let written = tx
        .run(
            "UPDATE study SET opened_at = $2, closed_at = $3, ended_at = $4
             WHERE id = $1 AND COALESCE(opened_at, 0) = COALESCE($5, 0)
               AND COALESCE(closed_at, 0) = COALESCE($6, 0) AND COALESCE(ended_at, 0) = COALESCE($7, 0)",
            &[
                id.into(),
                opened.into(),
                closed.into(),
                ended.into(),
                opened_before.into(),
                closed_before.into(),
                ended_before.into(),
            ],
        )
        .await?;
    Ok(written == 1)
}

/// Studies that have ended and still hold somebody, each with the moment of its end.
pub(in crate::study) async fn ended_with_persons(tx: &mut Tx) -> Result<Vec<StudyId>, DbError> {
    let rows: Vec<(Uuid,)> = tx
        .all(
            "SELECT id FROM study s WHERE ended_at IS NOT NULL
               AND EXISTS (SELECT 1 FROM study_person p WHERE p.study_id = s.id) ORDER BY id",
            &[],
        )
        .await?;
    Ok(rows.into_iter().map(|(id,)| StudyId(id)).collect())
}

/// On how many days it was seen to be kept too long, this one among them.
pub(in crate::study) async fn outlived(tx: &mut Tx, id: StudyId, today: Date) -> Result<i64, DbError> {
    let (days,): (i64,) = tx
        .one(
            "UPDATE study SET outlived_on = $2,
                    outlived_days = CASE WHEN outlived_on = $2 THEN outlived_days ELSE outlived_days + 1 END
             WHERE id = $1 RETURNING outlived_days",
            &[id.into(), today.into()],
        )
        .await?;
    Ok(days)
}

/// Whatever was not seen today is not due any more.
pub(in crate::study) async fn not_outlived(tx: &mut Tx, today: Date) -> Result<(), DbError> {
    tx.run(
        "UPDATE study SET outlived_days = 0, outlived_on = NULL WHERE outlived_on IS NOT NULL AND outlived_on <> $1",
        &[today.into()],
    )
    .await?;
    Ok(())
}

fn moments(stage: Stage) -> [Option<Timestamp>; 3] {
    match stage {
        Stage::Draft => [None; 3],
        Stage::Open { since } => [Some(since), None, None],
        Stage::Closed { opened, since } => [Some(opened), Some(since), None],
        Stage::Ended { opened, closed, since } => [Some(opened), Some(closed), Some(since)],
    }
}

fn study(row: Row) -> Result<Study, DbError> {
    let impossible = |column| DbError::Impossible { table: "study", column, id: row.id.to_string() };
    let moment = |second: i64, column| Timestamp::from_second(second).map_err(|_| impossible(column));
    let stage = match (row.opened_at, row.closed_at, row.ended_at) {
        (None, None, None) => Stage::Draft,
        (Some(opened), None, None) => Stage::Open { since: moment(opened, "opened_at")? },
        (Some(opened), Some(closed), None) => {
            Stage::Closed { opened: moment(opened, "opened_at")?, since: moment(closed, "closed_at")? }
        }
        (Some(opened), Some(closed), Some(ended)) => Stage::Ended {
            opened: moment(opened, "opened_at")?,
            closed: moment(closed, "closed_at")?,
            since: moment(ended, "ended_at")?,
        },
        _ => return Err(impossible("opened_at")),
    };
    Ok(Study {
        id: StudyId(row.id),
        site: SiteId(row.site_id),
        prefix: row.prefix,
        stage,
        protocol: protocols::read(&row.content, row.id)?,
        version: row.number,
    })
}
