//! The table of checks.

use jiff::Timestamp;
use kernel::coded::Coded;
use kernel::id::{AccountId, CaseId, ScreeningId, SiteId};
use platform::db::{DbError, Tx};
use sqlx::FromRow;
use uuid::Uuid;

use super::model::{Check, Done, Said};

#[derive(FromRow)]
struct Row {
    screening_id: Uuid,
    site_id: Uuid,
    account_id: Option<Uuid>,
    case_id: Option<Uuid>,
    opened_at: i64,
    done: Option<String>,
    note: Option<String>,
    done_by: Option<String>,
    done_at: Option<i64>,
}

pub(super) async fn insert(tx: &mut Tx, screening: ScreeningId, now: Timestamp) -> Result<(), DbError> {
    let sql = "INSERT INTO safety_check (screening_id, opened_at) VALUES ($1, $2)";
    tx.run(sql, &[screening.into(), now.into()]).await?;
    Ok(())
}

/// One that an account put the questions of, or whose team it coordinates.
pub(super) async fn visible(
    tx: &mut Tx,
    viewer: AccountId,
    screening: ScreeningId,
) -> Result<Option<Check>, DbError> {
    let row: Option<Row> = tx
        .maybe(
            "SELECT s.id AS screening_id, s.site_id, s.account_id, s.case_id, c.opened_at, c.done, c.note,
                    a.name AS done_by, c.done_at
             FROM safety_check c JOIN screening s ON s.id = c.screening_id
             LEFT JOIN account a ON a.id = c.done_by
             WHERE s.id = $2 AND EXISTS
                 (SELECT 1 FROM membership m WHERE m.account_id = $1 AND m.site_id = s.site_id
                  AND (m.role = 'coordinator'
                       OR (s.account_id = $1 AND m.role IN ('prescriber', 'link_worker'))))",
            &[viewer.into(), screening.into()],
        )
        .await?;
    row.map(check).transpose()
}

/// Those an account is to say something of, the longest open first.
pub(super) async fn open_to(tx: &mut Tx, viewer: AccountId) -> Result<Vec<(ScreeningId, i64)>, DbError> {
    let rows: Vec<(Uuid, i64)> = tx
        .all(
            "SELECT s.id, c.opened_at FROM safety_check c JOIN screening s ON s.id = c.screening_id
             WHERE c.done_at IS NULL AND EXISTS
                 (SELECT 1 FROM membership m WHERE m.account_id = $1 AND m.site_id = s.site_id
                  AND (m.role = 'coordinator'
                       OR (s.account_id = $1 AND m.role IN ('prescriber', 'link_worker'))))
             ORDER BY c.opened_at, s.id",
            &[viewer.into()],
        )
        .await?;
    Ok(rows.into_iter().map(|(id, at)| (ScreeningId(id), at)).collect())
}

/// How many of them there are.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn count_open(tx: &mut Tx, viewer: AccountId) -> Result<i64, DbError> {
    Ok(i64::try_from(open_to(tx, viewer).await?.len()).unwrap_or(i64::MAX))
}

/// Whether somebody is still to say what was done.
///
/// # Errors
/// [`DbError`] of the store.
pub(in crate::screening) async fn is_open(tx: &mut Tx, screening: ScreeningId) -> Result<bool, DbError> {
    let sql = "SELECT COUNT(*) FROM safety_check WHERE screening_id = $1 AND done_at IS NULL";
    let (count,): (i64,) = tx.one(sql, &[screening.into()]).await?;
    Ok(count > 0)
}

/// Where an open check is, and who put its questions: for the letters.
pub(super) async fn still_open(
    tx: &mut Tx,
    screening: ScreeningId,
) -> Result<Option<(SiteId, Option<AccountId>, i64)>, DbError> {
    let row: Option<(Uuid, Option<Uuid>, i64)> = tx
        .maybe(
            "SELECT s.site_id, s.account_id, c.opened_at FROM safety_check c
             JOIN screening s ON s.id = c.screening_id WHERE s.id = $1 AND c.done_at IS NULL",
            &[screening.into()],
        )
        .await?;
    Ok(row.map(|(site, by, at)| (SiteId(site), by.map(AccountId), at)))
}

/// False when somebody said it before.
pub(super) async fn say(
    tx: &mut Tx,
    screening: ScreeningId,
    (done, note): (Done, Option<&str>),
    (by, now): (AccountId, Timestamp),
) -> Result<bool, DbError> {
    let said = tx
        .run(
            "UPDATE safety_check SET done = $2, note = $3, done_by = $4, done_at = $5
             WHERE screening_id = $1 AND done_at IS NULL",
            &[screening.into(), done.code().into(), note.into(), by.into(), now.into()],
        )
        .await?;
    Ok(said == 1)
}

fn check(row: Row) -> Result<Check, DbError> {
    let impossible =
        |column| DbError::Impossible { table: "safety_check", column, id: row.screening_id.to_string() };
    let moment = |second: i64, column| Timestamp::from_second(second).map_err(|_| impossible(column));
    let said = match (row.done, row.done_at) {
        (Some(done), Some(at)) => Some(Said {
            done: Done::from_code(&done).ok_or_else(|| impossible("done"))?,
            note: row.note,
            by: row.done_by.unwrap_or_default(),
            at: moment(at, "done_at")?,
        }),
        _ => None,
    };
    Ok(Check {
        screening: ScreeningId(row.screening_id),
        site: SiteId(row.site_id),
        asked_by: row.account_id.map(AccountId),
        case: row.case_id.map(CaseId),
        opened_at: moment(row.opened_at, "opened_at")?,
        said,
    })
}
