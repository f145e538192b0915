//! One site's cohort out of the tables of the other slices: as many queries, whatever its size.

use jiff::civil::Date;
use kernel::clock::start_of;
use kernel::coded::Coded;
use kernel::commune::CommuneCode;
use kernel::id::{AccountId, SiteId};
use kernel::name::BirthYear;
use platform::db::{DbError, Tx, Value};
use platform::web::dates;
use sqlx::FromRow;
use uuid::Uuid;

use super::cohort::{ConnectionEnd, Decision, Found, Path, Tie};
use super::group::{AgeClass, Who};
use super::model::{Cohort, Load, Source};
use crate::assessment::model::{DigitalEase, PriorityArea};
use crate::caseload::Outcome;
use crate::person::Civility;
use crate::referral::model::DeclineReason;
use crate::screening;

/// Adds what one site did to what was found already.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn collect(
    tx: &mut Tx,
    site: SiteId,
    cohort: Cohort,
    found: &mut Found,
) -> Result<(), DbError> {
    let Cohort { sent, seen_before } = cohort;
    let (from, before, seen) = (start_of(sent.from), start_of(sent.before), start_of(seen_before));
    let held = screening::held(tx, site, (sent.from, sent.before)).await?;
    found.screened =
        held.into_iter().fold(found.screened, |sum, (_, count)| sum.saturating_add(whole(count)));
    let asked = [site.into(), from.into(), before.into(), seen.into()];
    found.ties.extend(ties(tx, &asked).await?);
    found.pairs.extend(screening::pairs_of_site(tx, site, (from, before, seen)).await?);
    found.paths.extend(paths(tx, &[asked.as_slice(), &[seen_before.into()]].concat()).await?);
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
    case_id: Option<Uuid>,
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
    civility: Option<String>,
    birth_year: Option<i64>,
    commune_code: String,
    priority_area: Option<String>,
    digital_ease: Option<String>,
}

/// Asked with the site, the two moments between which referrals were sent, and the moment and day before
/// which what happened is looked at.
async fn paths(tx: &mut Tx, asked: &[Value]) -> Result<Vec<Path>, DbError> {
    let rows: Vec<PathRow> = tx
        .all(
            "WITH cohort AS (
                SELECT r.id, r.person_id, r.origin, CASE WHEN r.decided_at < $4 THEN r.state ELSE 'sent' END AS state,
                       r.decline_reason, r.sent_at, c.id AS case_id,
                       CASE WHEN c.reached_at < $4 THEN c.reached_at END AS reached_at,
                       CASE WHEN c.closed_at < $4 THEN c.outcome END AS outcome
                FROM referral r LEFT JOIN case_file c ON c.referral_id = r.id AND c.opened_at < $4
                WHERE r.site_id = $1 AND r.sent_at >= $2 AND r.sent_at < $3),
             marks AS (
                SELECT e.case_id, COUNT(CASE WHEN e.kind = 'assessed' THEN 1 END) AS assessed,
                       COUNT(CASE WHEN e.kind = 'accepted' THEN 1 END) AS connected,
                       COUNT(CASE WHEN e.kind = 'settled' THEN 1 END) AS settled
                FROM cohort k JOIN case_event e ON e.case_id = k.case_id
                WHERE e.kind IN ('assessed', 'accepted', 'settled') AND e.at < $4 GROUP BY e.case_id),
             part AS (
                SELECT k.case_id, COUNT(*) AS times, MIN(a.on_day) AS first_day
                FROM cohort k JOIN connection n ON n.case_id = k.case_id
                JOIN attendance a ON a.connection_id = n.id
                WHERE a.on_day < $5 AND a.noted_at < $4 GROUP BY k.case_id)
             SELECT k.id, k.case_id, k.origin, k.state, k.decline_reason, k.sent_at, k.reached_at, k.outcome,
                    COALESCE(m.assessed, 0) AS assessed, COALESCE(m.connected, 0) AS connected,
                    COALESCE(m.settled, 0) AS settled, COALESCE(p.times, 0) AS times, p.first_day,
                    h.civility, h.birth_year, h.commune_code, s.priority_area, s.digital_ease
             FROM cohort k JOIN person h ON h.id = k.person_id LEFT JOIN assessment s ON s.case_id = k.case_id
             LEFT JOIN marks m ON m.case_id = k.case_id LEFT JOIN part p ON p.case_id = k.case_id",
            asked,
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
    let sent_on = dates::day(row.sent_at);
    Ok(Path {
        case: row.case_id,
        who: who(row, sent_on).ok_or_else(|| impossible("person", "commune_code"))?,
        source: Source::from_code(&row.origin).ok_or_else(|| impossible("referral", "origin"))?,
        decision,
        sent_on,
        reached_on: row.reached_at.map(dates::day),
        is_assessed: row.assessed > 0,
        is_connected: row.connected > 0,
        first_time_on: first_time_on.map_err(|_| impossible("attendance", "on_day"))?,
        times: row.times,
        is_settled: row.settled > 0,
        outcome: outcome.map_err(|_| impossible("case_file", "outcome"))?,
    })
}

/// None without a commune. A code that left its list since is as not known.
fn who(row: &PathRow, sent_on: Date) -> Option<Who> {
    let born = row.birth_year.and_then(BirthYear::stored);
    Some(Who {
        civility: row.civility.as_deref().and_then(Civility::from_code),
        age: born.map(|year| AgeClass::of(year.age(sent_on))),
        commune: CommuneCode::parse(&row.commune_code)?,
        priority_area: row.priority_area.as_deref().and_then(PriorityArea::from_code),
        digital_ease: row.digital_ease.as_deref().and_then(DigitalEase::from_code),
    })
}

#[derive(FromRow)]
struct TieRow {
    id: Uuid,
    state: String,
    reason: Option<String>,
    asked_at: Option<i64>,
    answered_at: Option<i64>,
    ended_at: Option<i64>,
}

async fn ties(tx: &mut Tx, asked: &[Value]) -> Result<Vec<Tie>, DbError> {
    let rows: Vec<TieRow> = tx
        .all(
            "SELECT n.id, n.state, n.reason, n.asked_at,
                    CASE WHEN n.answered_at < $4 THEN n.answered_at END AS answered_at,
                    CASE WHEN n.ended_at < $4 THEN n.ended_at END AS ended_at
             FROM referral r JOIN case_file c ON c.referral_id = r.id JOIN connection n ON n.case_id = c.id
             WHERE r.site_id = $1 AND r.sent_at >= $2 AND r.sent_at < $3
               AND (n.answered_at < $4 OR n.ended_at < $4)",
            asked,
        )
        .await?;
    rows.iter().map(tie).collect()
}

fn tie(row: &TieRow) -> Result<Tie, DbError> {
    let days = |asked, answered| u32::try_from((dates::day(answered) - dates::day(asked)).get_days()).ok();
    Ok(Tie {
        answered_after: row.asked_at.zip(row.answered_at).and_then(|(asked, answered)| days(asked, answered)),
        end: row.ended_at.map(|_| end(row)).transpose()?.flatten(),
    })
}

/// None for what did not end without a sequel.
fn end(row: &TieRow) -> Result<Option<ConnectionEnd>, DbError> {
    let impossible = || DbError::Impossible { table: "connection", column: "reason", id: row.id.to_string() };
    let reason = || row.reason.as_deref().and_then(DeclineReason::from_code).ok_or_else(impossible);
    Ok(match row.state.as_str() {
        "expired" => Some(ConnectionEnd::Expired),
        "declined" => Some(ConnectionEnd::Declined(reason()?)),
        "dropped" => Some(ConnectionEnd::Dropped(reason()?)),
        _ => None,
    })
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
