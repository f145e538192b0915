//! The table of frozen figures.

use std::cmp::Reverse;

use care::cost::Costs;
use jiff::Timestamp;
use kernel::id::{AccountId, SiteId};
use platform::db::{DbError, Tx};
use sha2::{Digest, Sha256};
use sqlx::FromRow;
use uuid::Uuid;

use super::kept::Kept;
use super::model::{ALL, Frozen, Scope, Stamp};
use super::span::{Span, Year};
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
pub(crate) async fn find(tx: &mut Tx, scope: Scope, span: Span) -> Result<Option<Frozen>, DbError> {
    let row: Option<Row> = tx
        .maybe(
            "SELECT figures, counted_at, program, released_at FROM frozen_figures WHERE scope = $1 AND span = $2",
            &[scope.code().into(), span.code().into()],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let sites = match scope {
        Scope::Team(site) => vec![site],
        Scope::All => teams_of(tx, span).await?,
    };
    let impossible = |_| DbError::Impossible { table: "frozen_figures", column: "figures", id: span.code() };
    let mut kept: Kept = serde_json::from_str(&row.figures).map_err(impossible)?;
    let stamp =
        Stamp { counted_at: row.counted_at, program: row.program, fingerprint: fingerprint(&row.figures) };
    let costs = kept.costs.take();
    Ok(Some(Frozen { numbers: kept.numbers(tx, &sites).await?, costs, stamp, released_at: row.released_at }))
}

/// The teams that a span was frozen with.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn teams_of(tx: &mut Tx, span: Span) -> Result<Vec<SiteId>, DbError> {
    let rows: Vec<(String,)> = tx
        .all(
            "SELECT scope FROM frozen_figures WHERE span = $1 AND scope <> $2 ORDER BY scope",
            &[span.code().into(), ALL.into()],
        )
        .await?;
    Ok(rows.into_iter().filter_map(|(code,)| Uuid::parse_str(&code).ok().map(SiteId)).collect())
}

/// What was frozen for a scope, the latest first, each with when it was released.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn frozen_since(tx: &mut Tx, scope: Scope) -> Result<Vec<(Span, Option<i64>)>, DbError> {
    let rows: Vec<(String, Option<i64>)> = tx
        .all("SELECT span, released_at FROM frozen_figures WHERE scope = $1", &[scope.code().into()])
        .await?;
    let known = |(code, released): (String, Option<i64>)| Some((Span::from_code(&code)?, released));
    let mut spans: Vec<(Span, Option<i64>)> = rows.into_iter().filter_map(known).collect();
    spans.sort_by_key(|(span, _)| Reverse(span.place()));
    Ok(spans)
}

/// Every report anybody may read, the latest first.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn released(tx: &mut Tx) -> Result<Vec<(Scope, Span)>, DbError> {
    let rows: Vec<(String, String)> = tx
        .all("SELECT scope, span FROM frozen_figures WHERE released_at IS NOT NULL ORDER BY scope", &[])
        .await?;
    let known = |(scope, code): (String, String)| Some((Scope::from_code(&scope)?, Span::from_code(&code)?));
    let mut reports: Vec<(Scope, Span)> = rows.into_iter().filter_map(known).collect();
    reports.sort_by_key(|(_, span)| Reverse(span.place()));
    Ok(reports)
}

pub(super) async fn is_frozen(tx: &mut Tx, span: Span) -> Result<bool, DbError> {
    let (count,): (i64,) =
        tx.one("SELECT COUNT(*) FROM frozen_figures WHERE span = $1", &[span.code().into()]).await?;
    Ok(count > 0)
}

/// Whoever some quarter of a year was frozen for.
pub(super) async fn scopes_of(tx: &mut Tx, year: Year) -> Result<Vec<Scope>, DbError> {
    let [a, b, c, d] = year.quarters().map(|quarter| quarter.code().into());
    let rows: Vec<(String,)> = tx
        .all(
            "SELECT DISTINCT scope FROM frozen_figures WHERE span IN ($1, $2, $3, $4) ORDER BY scope",
            &[a, b, c, d],
        )
        .await?;
    Ok(rows.into_iter().filter_map(|(code,)| Scope::from_code(&code)).collect())
}

pub(super) async fn insert(
    tx: &mut Tx,
    (scope, span): (Scope, Span),
    (numbers, costs): (&Numbers, Option<Costs>),
    now: Timestamp,
) -> Result<(), DbError> {
    let figures = serde_json::json!(Kept::of(numbers, costs)).to_string();
    tx.run(
        "INSERT INTO frozen_figures (scope, span, figures, counted_at, program) VALUES ($1, $2, $3, $4, $5)",
        &[
            scope.code().into(),
            span.code().into(),
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
    span: Span,
    (by, now): (AccountId, Timestamp),
) -> Result<bool, DbError> {
    let asked = [Scope::Team(site).code().into(), span.code().into(), now.into(), by.into()];
    let rows = tx
        .run(
            "UPDATE frozen_figures SET released_at = $3, released_by = $4
             WHERE scope = $1 AND span = $2 AND released_at IS NULL",
            &asked,
        )
        .await?;
    tx.run(
        "UPDATE frozen_figures SET released_at = $3, released_by = $4
         WHERE scope = $1 AND span = $2 AND released_at IS NULL AND NOT EXISTS
            (SELECT 1 FROM frozen_figures t WHERE t.span = $2 AND t.scope <> $1 AND t.released_at IS NULL)",
        &[ALL.into(), span.code().into(), now.into(), by.into()],
    )
    .await?;
    Ok(rows == 1)
}

fn fingerprint(figures: &str) -> String {
    let digest = Sha256::digest(figures.as_bytes());
    let hexadecimal: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    hexadecimal.chars().take(SHOWN).collect()
}
