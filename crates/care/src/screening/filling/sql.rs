//! The tables of fillings.

use jiff::Timestamp;
use kernel::coded::Coded;
use kernel::id::{AccountId, CaseId, FillingId, SiteId};
use platform::db::{DbError, Tx};
use sqlx::FromRow;
use uuid::Uuid;

use super::model::{Filling, Way};
use crate::instruments;
use crate::screening::model::{Filled, Moment};

#[derive(FromRow)]
struct Row {
    id: Uuid,
    case_id: Uuid,
    site_id: Uuid,
    way: String,
    moment: String,
    code: String,
    started_at: i64,
    ends_at: i64,
    finished_at: Option<i64>,
    dropped_at: Option<i64>,
}

#[derive(FromRow)]
struct PartRow {
    instrument: String,
    version: String,
    answers: String,
}

pub(super) async fn insert(tx: &mut Tx, filling: &Filling, by: AccountId) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO filling (id, case_id, started_by, way, moment, code, started_at, ends_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        &[
            filling.id.into(),
            filling.case.into(),
            by.into(),
            filling.way.code().into(),
            filling.moment.code().into(),
            filling.code.as_str().into(),
            filling.started_at.into(),
            filling.ends_at.into(),
        ],
    )
    .await?;
    for (place, part) in (1_i64..).zip(&filling.parts) {
        tx.run(
            "INSERT INTO filling_part (filling_id, place, instrument, version, answers)
             VALUES ($1, $2, $3, $4, $5)",
            &[
                filling.id.into(),
                place.into(),
                part.instrument.code.as_str().into(),
                part.instrument.version.as_str().into(),
                part.stored().into(),
            ],
        )
        .await?;
    }
    Ok(())
}

pub(super) async fn find(tx: &mut Tx, id: FillingId) -> Result<Option<Filling>, DbError> {
    Ok(read(tx, Some(id), None).await?.pop())
}

/// Those of a case that are neither finished nor dropped, the latest first.
///
/// # Errors
/// [`DbError`] of the store.
pub(in crate::screening) async fn of_case(tx: &mut Tx, case: CaseId) -> Result<Vec<Filling>, DbError> {
    read(tx, None, Some(case)).await
}

async fn read(tx: &mut Tx, id: Option<FillingId>, case: Option<CaseId>) -> Result<Vec<Filling>, DbError> {
    let rows: Vec<Row> = tx
        .all(
            "SELECT f.id, f.case_id, c.site_id, f.way, f.moment, f.code, f.started_at, f.ends_at,
                    f.finished_at, f.dropped_at
             FROM filling f JOIN case_file c ON c.id = f.case_id
             WHERE ($1 IS NULL OR f.id = $1)
               AND ($2 IS NULL OR (f.case_id = $2 AND f.finished_at IS NULL AND f.dropped_at IS NULL))
             ORDER BY f.started_at DESC, f.id DESC",
            &[id.into(), case.into()],
        )
        .await?;
    let mut fillings = Vec::new();
    for row in rows {
        let parts = parts(tx, &row).await?;
        fillings.push(filling(row, parts)?);
    }
    Ok(fillings)
}

async fn parts(tx: &mut Tx, row: &Row) -> Result<Vec<Filled>, DbError> {
    let sql = "SELECT instrument, version, answers FROM filling_part WHERE filling_id = $1 ORDER BY place";
    let stored: Vec<PartRow> = tx.all(sql, &[row.id.into()]).await?;
    let mut parts = Vec::new();
    for part in stored {
        let named = (part.instrument.as_str(), part.version.as_str());
        let instrument = instruments::answered(tx, SiteId(row.site_id), named).await?;
        let filled = instrument.and_then(|instrument| Filled::from_stored(instrument, &part.answers));
        parts.push(filled.ok_or_else(|| impossible("answers", row.id))?);
    }
    Ok(parts)
}

/// The case of an open sheet, and the sheet, by the code printed on it.
pub(super) async fn by_code(tx: &mut Tx, code: &str) -> Result<Option<(CaseId, FillingId)>, DbError> {
    let sql =
        "SELECT case_id, id FROM filling WHERE code = $1 AND finished_at IS NULL AND dropped_at IS NULL";
    let row: Option<(Uuid, Uuid)> = tx.maybe(sql, &[code.into()]).await?;
    Ok(row.map(|(case, id)| (CaseId(case), FillingId(id))))
}

/// Nobody else changes it until the transaction ends; false when it is not open any more.
pub(super) async fn take(tx: &mut Tx, id: FillingId, now: Timestamp) -> Result<bool, DbError> {
    let sql = "UPDATE filling SET version = version + 1
               WHERE id = $1 AND finished_at IS NULL AND dropped_at IS NULL AND ends_at > $2";
    Ok(tx.run(sql, &[id.into(), now.into()]).await? == 1)
}

pub(super) async fn put(tx: &mut Tx, id: FillingId, part: &Filled) -> Result<(), DbError> {
    tx.run(
        "UPDATE filling_part SET answers = $3 WHERE filling_id = $1 AND instrument = $2",
        &[id.into(), part.instrument.code.as_str().into(), part.stored().into()],
    )
    .await?;
    Ok(())
}

/// What was answered is in the screening now.
pub(super) async fn finish(tx: &mut Tx, id: FillingId, now: Timestamp) -> Result<(), DbError> {
    tx.run("UPDATE filling SET finished_at = $2 WHERE id = $1", &[id.into(), now.into()]).await?;
    tx.run("UPDATE filling_part SET answers = '{}' WHERE filling_id = $1", &[id.into()]).await?;
    Ok(())
}

pub(super) async fn drop(tx: &mut Tx, id: FillingId, now: Timestamp) -> Result<(), DbError> {
    tx.run("UPDATE filling SET dropped_at = $2 WHERE id = $1", &[id.into(), now.into()]).await?;
    tx.run("UPDATE filling_part SET answers = '{}' WHERE filling_id = $1", &[id.into()]).await?;
    Ok(())
}

/// Those whose end was before a moment go, whatever became of them.
pub(super) async fn forget(tx: &mut Tx, before: Timestamp) -> Result<(), DbError> {
    tx.run(
        "DELETE FROM filling_part WHERE filling_id IN (SELECT id FROM filling WHERE ends_at < $1)",
        &[before.into()],
    )
    .await?;
    tx.run("DELETE FROM filling WHERE ends_at < $1", &[before.into()]).await?;
    Ok(())
}

fn filling(row: Row, parts: Vec<Filled>) -> Result<Filling, DbError> {
    let id = row.id;
    let moment = |second: i64, column| Timestamp::from_second(second).map_err(|_| impossible(column, id));
    let maybe = |second: Option<i64>, column| second.map(|second| moment(second, column)).transpose();
    Ok(Filling {
        id: FillingId(id),
        case: CaseId(row.case_id),
        way: Way::from_code(&row.way).ok_or_else(|| impossible("way", id))?,
        moment: Moment::from_code(&row.moment).ok_or_else(|| impossible("moment", id))?,
        code: row.code,
        started_at: moment(row.started_at, "started_at")?,
        ends_at: moment(row.ends_at, "ends_at")?,
        finished_at: maybe(row.finished_at, "finished_at")?,
        dropped_at: maybe(row.dropped_at, "dropped_at")?,
        parts,
    })
}

fn impossible(column: &'static str, id: Uuid) -> DbError {
    DbError::Impossible { table: "filling", column, id: id.to_string() }
}
