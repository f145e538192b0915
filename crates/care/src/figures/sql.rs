//! One site's cohort out of the tables of the other slices: as many queries, whatever its size.

use jiff::civil::Date;
use kernel::clock::start_of;
use kernel::coded::Coded;
use kernel::id::{AccountId, SiteId};
use platform::db::{DbError, Tx, Value};
use platform::web::dates;
use sqlx::FromRow;
use uuid::Uuid;

use super::model::{ConnectionEnd, Decision, Found, Load, Path, Period, Source};
use crate::caseload::Outcome;
use crate::referral::model::DeclineReason;
use crate::screening;

/// Adds what one site did to what was found already.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn collect(
    tx: &mut Tx,
    site: SiteId,
    period: Period,
    found: &mut Found,
) -> Result<(), DbError> {
    let (from, before) = (start_of(period.from), start_of(period.before));
    let cohort = [site.into(), from.into(), before.into()];
    let held = screening::held(tx, site, (period.from, period.before)).await?;
    found.screened =
        held.into_iter().fold(found.screened, |sum, (_, count)| sum.saturating_add(whole(count)));
    found.paths.extend(paths(tx, &cohort).await?);
    found.ended_connections.extend(ended_connections(tx, &cohort).await?);
    let (cases, pairs) = screening::pairs_of_site(tx, site, (from, before)).await?;
    found.enrolled = found.enrolled.saturating_add(cases);
    found.pairs.extend(pairs);
    loads(tx, site).await?.into_iter().for_each(|load| carry(&mut found.loads, load));
    Ok(())
}

/// Somebody who works for several teams carries one load.
fn carry(loads: &mut Vec<Load>, load: Load) {
    match loads.iter_mut().find(|known| known.account == load.account) {
        Some(known) => {
            known.open = known.open.saturating_add(load.open);
            known.waiting = known.waiting.saturating_add(load.waiting);
        }
        None => loads.push(load),
    }
}

#[derive(FromRow)]
struct PathRow {
    id: Uuid,
    origin: String,
    state: String,
    decline_reason: Option<String>,
    sent_at: i64,
    reached_at: Option<i64>,
    outcome: Option<String>,
    assessed: i64,
    connected: i64,
    settled: i64,
    times: i64,
    first_day: Option<String>,
}

async fn paths(tx: &mut Tx, cohort: &[Value]) -> Result<Vec<Path>, DbError> {
    let rows: Vec<PathRow> = tx
        .all(
            "WITH cohort AS (
                SELECT r.id, r.origin, r.state, r.decline_reason, r.sent_at, c.id AS case_id, c.reached_at, c.outcome
                FROM referral r LEFT JOIN case_file c ON c.referral_id = r.id
                WHERE r.site_id = $1 AND r.sent_at >= $2 AND r.sent_at < $3),
             marks AS (
                SELECT e.case_id, COUNT(CASE WHEN e.kind = 'assessed' THEN 1 END) AS assessed,
                       COUNT(CASE WHEN e.kind = 'accepted' THEN 1 END) AS connected,
                       COUNT(CASE WHEN e.kind = 'settled' THEN 1 END) AS settled
                FROM cohort k JOIN case_event e ON e.case_id = k.case_id
                WHERE e.kind IN ('assessed', 'accepted', 'settled') GROUP BY e.case_id),
             part AS (
                SELECT k.case_id, COUNT(*) AS times, MIN(a.on_day) AS first_day
                FROM cohort k JOIN connection n ON n.case_id = k.case_id
                JOIN attendance a ON a.connection_id = n.id GROUP BY k.case_id)
             SELECT k.id, k.origin, k.state, k.decline_reason, k.sent_at, k.reached_at, k.outcome,
                    COALESCE(m.assessed, 0) AS assessed, COALESCE(m.connected, 0) AS connected,
                    COALESCE(m.settled, 0) AS settled, COALESCE(p.times, 0) AS times, p.first_day
             FROM cohort k LEFT JOIN marks m ON m.case_id = k.case_id LEFT JOIN part p ON p.case_id = k.case_id",
            cohort,
        )
        .await?;
    rows.iter().map(path).collect()
}

fn path(row: &PathRow) -> Result<Path, DbError> {
    let impossible = |table, column| DbError::Impossible { table, column, id: row.id.to_string() };
    let decision = match row.state.as_str() {
        "sent" | "received" => Decision::Waiting,
        "accepted" | "closed" => Decision::Accompanied,
        "withdrawn" => Decision::Withdrawn,
        "declined" => {
            let reason = row.decline_reason.as_deref().and_then(DeclineReason::from_code);
            Decision::Declined(reason.ok_or_else(|| impossible("referral", "decline_reason"))?)
        }
        _ => return Err(impossible("referral", "state")),
    };
    let outcome = row.outcome.as_deref().map(|code| Outcome::from_code(code).ok_or(code)).transpose();
    let first_time_on = row.first_day.as_deref().map(str::parse::<Date>).transpose();
    Ok(Path {
        source: Source::from_code(&row.origin).ok_or_else(|| impossible("referral", "origin"))?,
        decision,
        sent_on: dates::day(row.sent_at),
        reached_on: row.reached_at.map(dates::day),
        is_assessed: row.assessed > 0,
        is_connected: row.connected > 0,
        first_time_on: first_time_on.map_err(|_| impossible("attendance", "on_day"))?,
        times: row.times,
        is_settled: row.settled > 0,
        outcome: outcome.map_err(|_| impossible("case_file", "outcome"))?,
    })
}

async fn ended_connections(tx: &mut Tx, cohort: &[Value]) -> Result<Vec<(ConnectionEnd, u32)>, DbError> {
    let rows: Vec<(String, Option<String>, i64)> = tx
        .all(
            "SELECT n.state, n.reason, COUNT(*)
             FROM referral r JOIN case_file c ON c.referral_id = r.id JOIN connection n ON n.case_id = c.id
             WHERE r.site_id = $1 AND r.sent_at >= $2 AND r.sent_at < $3
               AND n.state IN ('declined', 'expired', 'dropped')
             GROUP BY n.state, n.reason",
            cohort,
        )
        .await?;
    rows.into_iter().map(|(state, reason, count)| Ok((end(&state, reason)?, whole(count)))).collect()
}

fn end(state: &str, reason: Option<String>) -> Result<ConnectionEnd, DbError> {
    let known = reason.as_deref().and_then(DeclineReason::from_code);
    match (state, known) {
        ("expired", _) => Ok(ConnectionEnd::Expired),
        ("declined", Some(reason)) => Ok(ConnectionEnd::Declined(reason)),
        ("dropped", Some(reason)) => Ok(ConnectionEnd::Dropped(reason)),
        _ => {
            let id = reason.unwrap_or_default();
            Err(DbError::Impossible { table: "connection", column: "reason", id })
        }
    }
}

async fn loads(tx: &mut Tx, site: SiteId) -> Result<Vec<Load>, DbError> {
    let rows: Vec<(Option<Uuid>, Option<String>, i64, i64)> = tx
        .all(
            "SELECT a.id, a.name, COUNT(*), COUNT(CASE WHEN c.reached_at IS NULL THEN 1 END)
             FROM case_file c LEFT JOIN account a ON a.id = c.link_worker_id
             WHERE c.site_id = $1 AND c.state IN ('awaiting_contact', 'in_assessment', 'active', 'paused')
             GROUP BY a.id, a.name ORDER BY a.name, a.id",
            &[site.into()],
        )
        .await?;
    let load = |(id, link_worker, open, waiting): (Option<Uuid>, _, _, _)| Load {
        account: id.map(AccountId),
        link_worker,
        open: whole(open),
        waiting: whole(waiting),
    };
    Ok(rows.into_iter().map(load).collect())
}

fn whole(count: i64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
