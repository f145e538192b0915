//! What an hour costs a team.

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::id::{AccountId, CostRateId, SiteId};
use platform::db::{DbError, Tx};
use sqlx::FromRow;
use uuid::Uuid;

use crate::cost::model::{NewRate, Rate};

#[derive(FromRow)]
struct Row {
    id: Uuid,
    valid_from: String,
    hour_cents: i64,
    other_cents: i64,
    origin: String,
    by_name: String,
    said_at: i64,
}

/// In the order they were said: ids sort by when they were made.
pub(in crate::cost) async fn of_site(tx: &mut Tx, site: SiteId) -> Result<Vec<Rate>, DbError> {
    let rows: Vec<Row> = tx
        .all(
            "SELECT r.id, r.valid_from, r.hour_cents, r.other_cents, r.origin, a.name AS by_name, r.said_at
             FROM cost_rate r JOIN account a ON a.id = r.said_by WHERE r.site_id = $1 ORDER BY r.said_at, r.id",
            &[site.into()],
        )
        .await?;
    rows.into_iter().map(read).collect()
}

pub(in crate::cost) async fn insert(
    tx: &mut Tx,
    (id, site): (CostRateId, SiteId),
    new: &NewRate,
    (by, now): (AccountId, Timestamp),
) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO cost_rate (id, site_id, valid_from, hour_cents, other_cents, origin, said_by, said_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        &[
            id.into(),
            site.into(),
            new.valid_from.into(),
            new.hour_cents.into(),
            new.other_cents.into(),
            new.origin.as_str().into(),
            by.into(),
            now.into(),
        ],
    )
    .await?;
    Ok(())
}

fn read(row: Row) -> Result<Rate, DbError> {
    let impossible =
        || DbError::Impossible { table: "cost_rate", column: "valid_from", id: row.id.to_string() };
    let valid_from: Date = row.valid_from.parse().map_err(|_| impossible())?;
    let (hour_cents, other_cents, origin) = (row.hour_cents, row.other_cents, row.origin);
    let new = NewRate { valid_from, hour_cents, other_cents, origin };
    Ok(Rate { id: row.id.into(), new, by_name: row.by_name, said_at: row.said_at })
}
