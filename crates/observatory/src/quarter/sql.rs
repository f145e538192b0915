//! The table of frozen quarters.

use jiff::Timestamp;
use kernel::id::{AccountId, SiteId};
use platform::db::{DbError, Tx};
use sha2::{Digest, Sha256};
use sqlx::FromRow;
use uuid::Uuid;

use super::calendar::Quarter;
use super::kept::Kept;
use super::model::{ALL, Frozen, Scope, Stamp};
use crate::told::Numbers;

/// Hexadecimal letters of a fingerprint that are shown: enough to tell two tables apart.
const SHOWN: usize = 12;

#[derive(FromRow)]
struct Row {
    figures: String,
    counted_at: i64,
    program: String,
    released_at: Option<i64>,
}

/// None where it was not counted, or there was nothing to count.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn find(tx: &mut Tx, scope: Scope, quarter: Quarter) -> Result<Option<Frozen>, DbError> {
    let row: Option<Row> = tx
        .maybe(
            "SELECT figures, counted_at, program, released_at FROM quarter WHERE scope = $1 AND quarter = $2",
            &[scope.code().into(), quarter.code().into()],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let sites = match scope {
        Scope::Team(site) => vec![site],
        Scope::All => teams_of(tx, quarter).await?,
    };
    let impossible = |_| DbError::Impossible { table: "quarter", column: "figures", id: quarter.code() };
    let kept: Kept = serde_json::from_str(&row.figures).map_err(impossible)?;
    let stamp =
        Stamp { counted_at: row.counted_at, program: row.program, fingerprint: fingerprint(&row.figures) };
    Ok(Some(Frozen { numbers: kept.numbers(tx, &sites).await?, stamp, released_at: row.released_at }))
}

/// The teams that a quarter was frozen with.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn teams_of(tx: &mut Tx, quarter: Quarter) -> Result<Vec<SiteId>, DbError> {
    let rows: Vec<(String,)> = tx
        .all(
            "SELECT scope FROM quarter WHERE quarter = $1 AND scope <> $2 ORDER BY scope",
            &[quarter.code().into(), ALL.into()],
        )
        .await?;
    Ok(rows.into_iter().filter_map(|(code,)| Uuid::parse_str(&code).ok().map(SiteId)).collect())
}

/// The quarters frozen for a scope, the latest first, each with when it was released.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn frozen_since(tx: &mut Tx, scope: Scope) -> Result<Vec<(Quarter, Option<i64>)>, DbError> {
    let rows: Vec<(String, Option<i64>)> = tx
        .all(
            "SELECT quarter, released_at FROM quarter WHERE scope = $1 ORDER BY quarter DESC",
            &[scope.code().into()],
        )
        .await?;
    let known = |(code, released): (String, Option<i64>)| Some((Quarter::from_code(&code)?, released));
    Ok(rows.into_iter().filter_map(known).collect())
}

/// Every report anybody may read, the latest quarter first.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn released(tx: &mut Tx) -> Result<Vec<(Scope, Quarter)>, DbError> {
    let rows: Vec<(String, String)> = tx
        .all(
            "SELECT scope, quarter FROM quarter WHERE released_at IS NOT NULL ORDER BY quarter DESC, scope",
            &[],
        )
        .await?;
    let known =
        |(scope, code): (String, String)| Some((Scope::from_code(&scope)?, Quarter::from_code(&code)?));
    Ok(rows.into_iter().filter_map(known).collect())
}

pub(super) async fn is_frozen(tx: &mut Tx, quarter: Quarter) -> Result<bool, DbError> {
    let (count,): (i64,) =
        tx.one("SELECT COUNT(*) FROM quarter WHERE quarter = $1", &[quarter.code().into()]).await?;
    Ok(count > 0)
}

pub(super) async fn insert(
    tx: &mut Tx,
    (scope, quarter): (Scope, Quarter),
    numbers: &Numbers,
    now: Timestamp,
) -> Result<(), DbError> {
    let figures = serde_json::json!(Kept::of(numbers)).to_string();
    tx.run(
        "INSERT INTO quarter (scope, quarter, figures, counted_at, program) VALUES ($1, $2, $3, $4, $5)",
        &[
            scope.code().into(),
            quarter.code().into(),
            figures.into(),
            now.into(),
            env!("CARGO_PKG_VERSION").into(),
        ],
    )
    .await?;
    Ok(())
}

/// Lets everybody see it, once. The sum of all teams follows when the last of them has.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn release(
    tx: &mut Tx,
    site: SiteId,
    quarter: Quarter,
    (by, now): (AccountId, Timestamp),
) -> Result<bool, DbError> {
    let asked = [Scope::Team(site).code().into(), quarter.code().into(), now.into(), by.into()];
    let rows = tx
        .run(
            "UPDATE quarter SET released_at = $3, released_by = $4
             WHERE scope = $1 AND quarter = $2 AND released_at IS NULL",
            &asked,
        )
        .await?;
    tx.run(
        "UPDATE quarter SET released_at = $3, released_by = $4
         WHERE scope = $1 AND quarter = $2 AND released_at IS NULL AND NOT EXISTS
            (SELECT 1 FROM quarter t WHERE t.quarter = $2 AND t.scope <> $1 AND t.released_at IS NULL)",
        &[ALL.into(), quarter.code().into(), now.into(), by.into()],
    )
    .await?;
    Ok(rows == 1)
}

fn fingerprint(figures: &str) -> String {
    let digest = Sha256::digest(figures.as_bytes());
    let hexadecimal: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    hexadecimal.chars().take(SHOWN).collect()
}
