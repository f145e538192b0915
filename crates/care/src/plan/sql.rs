//! The tables of plans and goals.

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::id::{AccountId, CaseId, GoalId};
use platform::db::{DbError, Tx};
use sqlx::FromRow;
use uuid::Uuid;

use super::model::{Goal, GoalChange, Plan, Step};

/// A plan with what is needed to change it without undoing what another wrote.
#[derive(Clone, Debug)]
pub struct Stored {
    pub plan: Plan,
    /// Unix seconds.
    pub updated_at: i64,
    pub updated_by: String,
    pub version: i64,
}

/// # Errors
/// [`DbError`] of the store.
pub async fn of_case(tx: &mut Tx, case: CaseId) -> Result<Option<Stored>, DbError> {
    let row: Option<PlanRow> = tx
        .maybe(
            "SELECT p.words, p.steps, p.agreed_on, p.review_on, p.updated_at, a.name AS updated_by, p.version
             FROM plan p JOIN account a ON a.id = p.updated_by WHERE p.case_id = $1",
            &[case.into()],
        )
        .await?;
    row.map(|row| stored(row, case)).transpose()
}

/// The goals that stand, by place.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn goals(tx: &mut Tx, case: CaseId) -> Result<Vec<Goal>, DbError> {
    let rows: Vec<(Uuid, i64, String, i64)> = tx
        .all(
            "SELECT id, position, words, created_at FROM goal
             WHERE case_id = $1 AND dropped_at IS NULL ORDER BY position, id",
            &[case.into()],
        )
        .await?;
    rows.into_iter().map(goal).collect()
}

/// Writes a plan over the version it was made from, `0` for the first; false when somebody else
/// was faster.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn save(
    tx: &mut Tx,
    case: CaseId,
    plan: &Plan,
    version: i64,
    by: AccountId,
    now: Timestamp,
) -> Result<bool, DbError> {
    let rows = tx
        .run(
            "INSERT INTO plan (case_id, words, steps, agreed_on, review_on, updated_at, updated_by)
             VALUES ($1, $3, $4, $5, $6, $7, $8)
             ON CONFLICT (case_id) DO UPDATE
             SET words = $3, steps = $4, agreed_on = $5, review_on = $6, updated_at = $7, updated_by = $8,
                 version = plan.version + 1
             WHERE plan.version = $2",
            &[
                case.into(),
                version.into(),
                plan.words.clone().into(),
                steps_text(&plan.steps).into(),
                plan.agreed_on.into(),
                plan.review_on.into(),
                now.into(),
                by.into(),
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// The day to look back again, on the plan if there is one.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn review_again(
    tx: &mut Tx,
    case: CaseId,
    day: Option<Date>,
    by: AccountId,
    now: Timestamp,
) -> Result<(), DbError> {
    tx.run(
        "UPDATE plan SET review_on = $2, updated_at = $3, updated_by = $4, version = version + 1 WHERE case_id = $1",
        &[case.into(), day.into(), now.into(), by.into()],
    )
    .await?;
    Ok(())
}

/// # Errors
/// [`DbError`] of the store.
pub(super) async fn change_goal(
    tx: &mut Tx,
    case: CaseId,
    change: &GoalChange,
    now: Timestamp,
) -> Result<(), DbError> {
    match change {
        GoalChange::Reword { id, words } => {
            tx.run(
                "UPDATE goal SET words = $3 WHERE id = $1 AND case_id = $2",
                &[(*id).into(), case.into(), words.into()],
            )
            .await?
        }
        GoalChange::Drop { id } => {
            tx.run(
                "UPDATE goal SET dropped_at = $3 WHERE id = $1 AND case_id = $2",
                &[(*id).into(), case.into(), now.into()],
            )
            .await?
        }
        GoalChange::Write { place, words } => {
            tx.run(
                "INSERT INTO goal (id, case_id, position, words, created_at) VALUES ($1, $2, $3, $4, $5)",
                &[GoalId::new().into(), case.into(), (*place).into(), words.into(), now.into()],
            )
            .await?
        }
    };
    Ok(())
}

#[derive(FromRow)]
struct PlanRow {
    words: Option<String>,
    steps: String,
    agreed_on: Option<String>,
    review_on: Option<String>,
    updated_at: i64,
    updated_by: String,
    version: i64,
}

fn stored(row: PlanRow, case: CaseId) -> Result<Stored, DbError> {
    let impossible = |column| DbError::Impossible { table: "plan", column, id: case.to_string() };
    let day = |column, text: Option<String>| {
        text.map(|text| text.parse::<Date>()).transpose().map_err(|_| impossible(column))
    };
    let steps: Vec<Step> = serde_json::from_str(&row.steps).map_err(|_| impossible("steps"))?;
    let plan = Plan {
        words: row.words,
        steps,
        agreed_on: day("agreed_on", row.agreed_on)?,
        review_on: day("review_on", row.review_on)?,
    };
    Ok(Stored { plan, updated_at: row.updated_at, updated_by: row.updated_by, version: row.version })
}

fn goal((id, place, words, since): (Uuid, i64, String, i64)) -> Result<Goal, DbError> {
    let since = Timestamp::from_second(since).map_err(|_| DbError::Impossible {
        table: "goal",
        column: "created_at",
        id: id.to_string(),
    })?;
    Ok(Goal { id: GoalId(id), place, words, since })
}

/// JSON: a step has three parts, two of which may be missing.
fn steps_text(steps: &[Step]) -> String {
    serde_json::json!(steps).to_string()
}
