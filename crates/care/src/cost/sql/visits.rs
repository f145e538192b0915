//! Consultations before and after a referral, and the days they hang on.

use jiff::Timestamp;
use kernel::clock::in_france;
use kernel::coded::Coded;
use kernel::id::{AccountId, CaseId, SiteId};
use platform::db::{DbError, Tx, Value};
use sqlx::FromRow;
use uuid::Uuid;

use crate::cost::model::{Count, Noted, Standing, ToldBy};

#[derive(FromRow)]
struct Row {
    id: Uuid,
    site_id: Uuid,
    sent_at: i64,
    opened_at: i64,
    closed_at: Option<i64>,
    before_count: Option<i64>,
    before_told_by: Option<String>,
    after_count: Option<i64>,
    after_told_by: Option<String>,
    version: Option<i64>,
}

/// Of one course of support, whoever asks.
pub(in crate::cost) async fn of_case(tx: &mut Tx, case: CaseId) -> Result<Option<Standing>, DbError> {
    let row: Option<Row> = tx
        .maybe(
            "SELECT c.id, c.site_id, r.sent_at, c.opened_at, c.closed_at, v.before_count, v.before_told_by,
                    v.after_count, v.after_told_by, v.version
             FROM case_file c JOIN referral r ON r.id = c.referral_id LEFT JOIN gp_visits v ON v.case_id = c.id
             WHERE c.id = $1",
            &[case.into()],
        )
        .await?;
    row.map(read).transpose()
}

/// Of all of a team, in the order they were opened.
pub(in crate::cost) async fn of_site(tx: &mut Tx, site: SiteId) -> Result<Vec<Standing>, DbError> {
    let rows: Vec<Row> = tx
        .all(
            "SELECT c.id, c.site_id, r.sent_at, c.opened_at, c.closed_at, v.before_count, v.before_told_by,
                    v.after_count, v.after_told_by, v.version
             FROM case_file c JOIN referral r ON r.id = c.referral_id LEFT JOIN gp_visits v ON v.case_id = c.id
             WHERE c.site_id = $1 ORDER BY c.opened_at, c.id",
            &[site.into()],
        )
        .await?;
    rows.into_iter().map(read).collect()
}

/// Writes over the version that was shown; false when somebody else was faster.
pub(in crate::cost) async fn write(
    tx: &mut Tx,
    (case, version): (CaseId, i64),
    noted: &Noted,
    (by, now): (AccountId, Timestamp),
) -> Result<bool, DbError> {
    let [(before, before_by), (after, after_by)] = [noted.before, noted.after].map(values);
    let written = tx
        .run(
            "INSERT INTO gp_visits (case_id, before_count, before_told_by, after_count, after_told_by, account_id,
                                    noted_at, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8 + 1)
             ON CONFLICT (case_id) DO UPDATE SET before_count = excluded.before_count,
                 before_told_by = excluded.before_told_by, after_count = excluded.after_count,
                 after_told_by = excluded.after_told_by, account_id = excluded.account_id,
                 noted_at = excluded.noted_at, version = excluded.version
             WHERE gp_visits.version = excluded.version - 1",
            &[case.into(), before, before_by, after, after_by, by.into(), now.into(), version.into()],
        )
        .await?;
    Ok(written == 1)
}

fn values(count: Option<Count>) -> (Value, Value) {
    (count.map(|count| count.count).into(), count.map(|count| count.told_by.code()).into())
}

fn read(row: Row) -> Result<Standing, DbError> {
    let id = row.id;
    let impossible = |table, column| move || DbError::Impossible { table, column, id: id.to_string() };
    let moment =
        |second: i64| Timestamp::from_second(second).map_err(|_| impossible("case_file", "opened_at")());
    let count = |count: Option<i64>, told_by: Option<String>| {
        let (Some(count), Some(code)) = (count, told_by) else { return Ok(None) };
        let told_by = ToldBy::from_code(&code).ok_or_else(impossible("gp_visits", "told_by"))?;
        Ok::<_, DbError>(Some(Count { count, told_by }))
    };
    Ok(Standing {
        case: id.into(),
        site: row.site_id.into(),
        referred_on: in_france(moment(row.sent_at)?).date(),
        noted: Noted {
            before: count(row.before_count, row.before_told_by)?,
            after: count(row.after_count, row.after_told_by)?,
        },
        version: row.version.unwrap_or_default(),
        opened_at: moment(row.opened_at)?,
        closed_at: row.closed_at.map(moment).transpose()?,
    })
}
