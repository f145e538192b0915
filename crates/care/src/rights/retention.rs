//! What has been kept long enough goes: two years after the last contact (CNIL's reference for social
//! support), of whoever nobody follows any more.
//!
//! A clock that jumps erases nobody: somebody goes once they were seen to be due on thirty different
//! days, one run a day, and a clock put right in the meantime forgets those days.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};
use kernel::clock::{in_france, months_before};
use kernel::coded::Coded;
use kernel::id::{AccountId, PersonId, SiteId};
use platform::app::App;
use platform::audit::Who;
use platform::db::{DbError, Tx};
use platform::jobs::{JobKind, JobResult};
use platform::patience;
use sqlx::FromRow;
use uuid::Uuid;

use super::acts::{self, By};
use super::model::Erasure;
use super::{elsewhere, sql};
use crate::person::{Civility, addressed};

pub(crate) const RETENTION: &str = "rights.retention";
pub(crate) const JOBS: [JobKind; 2] = [JobKind { name: RETENTION, run }, elsewhere::JOB];

/// How long after the last contact.
pub const KEPT_MONTHS: i32 = 24;
/// How many days somebody must be seen to be due.
pub const PATIENCE_DAYS: i64 = patience::DAYS;
/// How far a coordinator looks ahead.
const AHEAD: SignedDuration = SignedDuration::from_hours(92 * 24);
/// So that a run ends; the rest goes the next day.
const AT_ONCE: usize = 500;

/// Somebody whose data will go.
#[derive(Clone, Debug)]
pub(super) struct Leaving {
    pub(super) person: PersonId,
    /// As they are addressed.
    pub(super) name: String,
    pub(super) last_contact: Date,
    /// At the soonest.
    pub(super) goes_on: Date,
}

#[derive(FromRow)]
struct DueRow {
    id: Uuid,
    site_id: Uuid,
    civility: Option<String>,
    name: String,
    last_at: i64,
    days: Option<i64>,
}

/// Who leaves in the next three months from the teams an account coordinates, the soonest first.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn leaving(
    tx: &mut Tx,
    coordinator: AccountId,
    now: Timestamp,
) -> Result<Vec<Leaving>, DbError> {
    let today = in_france(now).date();
    let rows = due(tx, months_before(now + AHEAD, KEPT_MONTHS), Some(coordinator)).await?;
    let mut leaving: Vec<Leaving> = rows.into_iter().filter_map(|row| leaves(&row, today)).collect();
    leaving.sort_by_key(|one| (one.goes_on, one.person));
    Ok(leaving)
}

fn leaves(row: &DueRow, today: Date) -> Option<Leaving> {
    let last_contact = in_france(Timestamp::from_second(row.last_at).ok()?).date();
    let due_on = last_contact.checked_add(KEPT_MONTHS.months()).ok()?;
    let seen = row.days.unwrap_or(0);
    let goes_on = due_on.max(today).checked_add((PATIENCE_DAYS - seen).max(0).days()).ok()?;
    Some(Leaving {
        person: PersonId(row.id),
        name: addressed(row.civility.as_deref().and_then(Civility::from_code), &row.name),
        last_contact,
        goes_on,
    })
}

fn run<'a>(app: &'a App, tx: &'a mut Tx, _: &'a str) -> JobResult<'a> {
    Box::pin(async move {
        let by = By { who: Who::TimePassing, now: app.clock().now() };
        let today = in_france(by.now).date();
        let mut gone = 0;
        for row in due(tx, months_before(by.now, KEPT_MONTHS), None).await? {
            let person = PersonId(row.id);
            let days = seen_today(tx, person, today).await?;
            if days >= PATIENCE_DAYS && gone < AT_ONCE && still_due(tx, person).await? {
                acts::erase(tx, by, (person, SiteId(row.site_id)), Erasure::Retention).await?;
                gone += 1;
            }
        }
        // Called again since, or by a clock that was put right.
        tx.run("DELETE FROM outlived WHERE last_day <> $1", &[today.into()]).await?;
        Ok(())
    })
}

/// Whoever nobody follows, whose last contact was before a moment; at all teams, or those an account
/// coordinates.
async fn due(tx: &mut Tx, before: Timestamp, of: Option<AccountId>) -> Result<Vec<DueRow>, DbError> {
    tx.all(
        "SELECT p.id, p.site_id, p.civility, p.name, l.last_at, o.days
         FROM person p
         JOIN (SELECT person_id, MAX(at) AS last_at FROM (
                 SELECT id AS person_id, created_at AS at FROM person
                 UNION ALL SELECT person_id, COALESCE(decided_at, sent_at) FROM referral
                 UNION ALL SELECT person_id, COALESCE(withdrawn_at, given_at) FROM consent
                 UNION ALL SELECT person_id, at FROM screening WHERE person_id IS NOT NULL
                 UNION ALL SELECT c.person_id, e.at FROM case_event e JOIN case_file c ON c.id = e.case_id
                 UNION ALL SELECT c.person_id, t.at FROM contact_attempt t JOIN case_file c ON c.id = t.case_id
               ) happened GROUP BY person_id) l ON l.person_id = p.id
         LEFT JOIN outlived o ON o.person_id = p.id
         WHERE p.merged_into IS NULL AND l.last_at < $1
           AND NOT EXISTS (SELECT 1 FROM case_file c WHERE c.person_id = p.id AND c.state <> 'closed')
           AND NOT EXISTS (SELECT 1 FROM referral r WHERE r.person_id = p.id AND r.state IN ('sent', 'received'))
           AND ($2 IS NULL OR EXISTS (SELECT 1 FROM membership m WHERE m.account_id = $2
                                      AND m.site_id = p.site_id AND m.role = 'coordinator'))
         ORDER BY l.last_at, p.id",
        &[before.into(), of.into()],
    )
    .await
}

/// Nobody asked for them anew, or follows them, since the list was made; nor are they frozen.
async fn still_due(tx: &mut Tx, person: PersonId) -> Result<bool, DbError> {
    sql::hold(tx, person).await?;
    let found: Option<(Uuid,)> = tx
        .maybe(
            "SELECT p.id FROM person p WHERE p.id = $1 AND p.merged_into IS NULL
               AND NOT EXISTS (SELECT 1 FROM case_file c WHERE c.person_id = p.id AND c.state <> 'closed')
               AND NOT EXISTS (SELECT 1 FROM referral r WHERE r.person_id = p.id AND r.state IN ('sent', 'received'))",
            &[person.into()],
        )
        .await?;
    Ok(found.is_some())
}

/// On how many days they were seen to be due, this one among them.
async fn seen_today(tx: &mut Tx, person: PersonId, today: Date) -> Result<i64, DbError> {
    let (days,): (i64,) = tx
        .one(
            "INSERT INTO outlived (person_id, days, last_day) VALUES ($1, 1, $2)
             ON CONFLICT (person_id) DO UPDATE SET
                 days = CASE WHEN outlived.last_day = excluded.last_day THEN outlived.days ELSE outlived.days + 1 END,
                 last_day = excluded.last_day
             RETURNING days",
            &[person.into(), today.into()],
        )
        .await?;
    Ok(days)
}
