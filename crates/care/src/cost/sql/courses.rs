//! Courses of support that ended, with all that says what they cost; no name, no file.

use std::collections::HashMap;

use kernel::clock::start_of;
use kernel::id::SiteId;
use platform::db::{DbError, Tx};
use platform::web::dates;
use sqlx::FromRow;
use uuid::Uuid;

use super::{rates, times};
use crate::cost::model::{NewRate, Spent};
use crate::cost::summary::{Costs, Course};
use crate::figures::Period;

#[derive(FromRow)]
struct Ended {
    id: Uuid,
    closed_at: i64,
    before_count: Option<i64>,
    after_count: Option<i64>,
}

#[derive(FromRow)]
struct Time {
    id: Uuid,
    case_id: Uuid,
    day: String,
    minutes: i64,
    spent_on: String,
}

/// What the courses of support of some teams cost that ended in a period, and the consultations around them.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn closed(tx: &mut Tx, sites: &[SiteId], period: Period) -> Result<Costs, DbError> {
    let mut said: Vec<(SiteId, Vec<NewRate>)> = Vec::new();
    for site in sites {
        let all = rates::of_site(tx, *site).await?;
        said.push((*site, all.into_iter().map(|rate| rate.new).collect()));
    }
    let mut courses = Vec::new();
    for (site, rates) in &said {
        let mut times = times_of(tx, *site, period).await?;
        for ended in ended(tx, *site, period).await? {
            courses.push(Course {
                ended: dates::day(ended.closed_at),
                times: times.remove(&ended.id).unwrap_or_default(),
                before: ended.before_count,
                after: ended.after_count,
                rates,
            });
        }
    }
    Ok(Costs::of(&courses))
}

async fn ended(tx: &mut Tx, site: SiteId, period: Period) -> Result<Vec<Ended>, DbError> {
    tx.all(
        "SELECT c.id, c.closed_at, v.before_count, v.after_count
         FROM case_file c LEFT JOIN gp_visits v ON v.case_id = c.id
         WHERE c.site_id = $1 AND c.state = 'closed' AND c.closed_at >= $2 AND c.closed_at < $3",
        &[site.into(), start_of(period.from).into(), start_of(period.before).into()],
    )
    .await
}

async fn times_of(tx: &mut Tx, site: SiteId, period: Period) -> Result<HashMap<Uuid, Vec<Spent>>, DbError> {
    let rows: Vec<Time> = tx
        .all(
            "SELECT t.id, t.case_id, t.day, t.minutes, t.spent_on
             FROM time_spent t JOIN case_file c ON c.id = t.case_id
             WHERE c.site_id = $1 AND c.state = 'closed' AND c.closed_at >= $2 AND c.closed_at < $3",
            &[site.into(), start_of(period.from).into(), start_of(period.before).into()],
        )
        .await?;
    let mut times: HashMap<Uuid, Vec<Spent>> = HashMap::new();
    for row in rows {
        let spent = times::spent(row.id, &row.day, row.minutes, &row.spent_on)?;
        times.entry(row.case_id).or_default().push(spent);
    }
    Ok(times)
}
