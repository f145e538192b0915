//! Time spent, line by line.

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::coded::Coded;
use kernel::id::{AccountId, CaseId, TimeSpentId};
use platform::db::{DbError, Tx};
use sqlx::FromRow;
use uuid::Uuid;

use crate::cost::model::{Spent, SpentOn, TimeSpent};

#[derive(FromRow)]
struct Row {
    id: Uuid,
    account_id: Uuid,
    by_name: String,
    day: String,
    minutes: i64,
    spent_on: String,
}

/// The latest day first.
pub(in crate::cost) async fn of_case(tx: &mut Tx, case: CaseId) -> Result<Vec<TimeSpent>, DbError> {
    let rows: Vec<Row> = tx
        .all(
            "SELECT t.id, t.account_id, a.name AS by_name, t.day, t.minutes, t.spent_on
             FROM time_spent t JOIN account a ON a.id = t.account_id
             WHERE t.case_id = $1 ORDER BY t.day DESC, t.id DESC",
            &[case.into()],
        )
        .await?;
    rows.into_iter().map(read).collect()
}

pub(in crate::cost) async fn insert(
    tx: &mut Tx,
    (id, case): (TimeSpentId, CaseId),
    spent: &Spent,
    (by, now): (AccountId, Timestamp),
) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO time_spent (id, case_id, account_id, day, minutes, spent_on, noted_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &[
            id.into(),
            case.into(),
            by.into(),
            spent.day.into(),
            spent.minutes.into(),
            spent.on.code().into(),
            now.into(),
        ],
    )
    .await?;
    Ok(())
}

pub(in crate::cost) async fn delete(tx: &mut Tx, case: CaseId, id: TimeSpentId) -> Result<(), DbError> {
    tx.run("DELETE FROM time_spent WHERE id = $1 AND case_id = $2", &[id.into(), case.into()]).await?;
    Ok(())
}

/// What a row says of a day.
pub(super) fn spent(id: Uuid, day: &str, minutes: i64, on: &str) -> Result<Spent, DbError> {
    let impossible = |column| DbError::Impossible { table: "time_spent", column, id: id.to_string() };
    Ok(Spent {
        day: day.parse::<Date>().map_err(|_| impossible("day"))?,
        minutes,
        on: SpentOn::from_code(on).ok_or_else(|| impossible("spent_on"))?,
    })
}

fn read(row: Row) -> Result<TimeSpent, DbError> {
    Ok(TimeSpent {
        id: row.id.into(),
        spent: spent(row.id, &row.day, row.minutes, &row.spent_on)?,
        by: row.account_id.into(),
        by_name: row.by_name,
    })
}
