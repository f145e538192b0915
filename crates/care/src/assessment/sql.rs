//! The table of assessments: one row a case.

use std::collections::BTreeSet;

use directory::vocabulary::{Coded, Language, Topic};
use jiff::Timestamp;
use kernel::id::{AccountId, CaseId};
use platform::db::{DbError, Tx};
use sqlx::FromRow;

use super::model::{Assessment, Reach, Slot};

/// An assessment with what is needed to change it without undoing what another wrote.
#[derive(Clone, Debug)]
pub(super) struct Stored {
    pub assessment: Assessment,
    /// Unix seconds.
    pub updated_at: i64,
    pub updated_by: String,
    pub version: i64,
}

/// What is known of a person, for whoever looks for a place with them.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn of_case(tx: &mut Tx, case: CaseId) -> Result<Option<Assessment>, DbError> {
    Ok(stored(tx, case).await?.map(|stored| stored.assessment))
}

/// # Errors
/// [`DbError`] of the store.
pub(super) async fn stored(tx: &mut Tx, case: CaseId) -> Result<Option<Stored>, DbError> {
    let row: Option<AssessmentRow> = tx
        .maybe(
            "SELECT s.matters, s.strengths, s.obstacles, s.needs, s.levers, s.topics, s.constraints, s.languages,
                    s.times, s.reach_km, s.reach_by, s.digital_ease, s.priority_area, s.updated_at, a.name AS updated_by, s.version
             FROM assessment s JOIN account a ON a.id = s.updated_by WHERE s.case_id = $1",
            &[case.into()],
        )
        .await?;
    Ok(row.map(Stored::from))
}

/// Writes an assessment over the version it was made from, `0` for the first; false when somebody
/// else was faster.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn save(
    tx: &mut Tx,
    case: CaseId,
    assessment: &Assessment,
    version: i64,
    by: AccountId,
    now: Timestamp,
) -> Result<bool, DbError> {
    let a = assessment;
    let rows = tx
        .run(
            "INSERT INTO assessment (case_id, matters, strengths, obstacles, needs, levers, topics, constraints,
                                     languages, times, reach_km, reach_by, digital_ease, priority_area,
                                     updated_at, updated_by)
             VALUES ($1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
             ON CONFLICT (case_id) DO UPDATE
             SET matters = $3, strengths = $4, obstacles = $5, needs = $6, levers = $7, topics = $8, constraints = $9,
                 languages = $10, times = $11, reach_km = $12, reach_by = $13, digital_ease = $14, priority_area = $15,
                 updated_at = $16, updated_by = $17,
                 version = assessment.version + 1
             WHERE assessment.version = $2",
            &[
                case.into(),
                version.into(),
                a.matters.clone().into(),
                a.strengths.clone().into(),
                a.obstacles.clone().into(),
                codes(&a.needs).into(),
                codes(&a.levers).into(),
                joined(a.topics.iter().map(Topic::as_str)).into(),
                codes(&a.constraints).into(),
                joined(a.languages.iter().map(Language::as_str)).into(),
                slots(&a.times).into(),
                a.reach.km.map(i64::from).into(),
                a.reach.by.map(Coded::code).into(),
                a.digital_ease.map(Coded::code).into(),
                a.priority_area.map(Coded::code).into(),
                now.into(),
                by.into(),
            ],
        )
        .await?;
    Ok(rows == 1)
}

#[derive(FromRow)]
struct AssessmentRow {
    matters: Option<String>,
    strengths: Option<String>,
    obstacles: Option<String>,
    needs: String,
    levers: String,
    topics: String,
    constraints: String,
    languages: String,
    times: String,
    reach_km: Option<i64>,
    reach_by: Option<String>,
    digital_ease: Option<String>,
    priority_area: Option<String>,
    updated_at: i64,
    updated_by: String,
    version: i64,
}

impl From<AssessmentRow> for Stored {
    /// A code that left its list since is forgotten: the assessment stays readable.
    fn from(row: AssessmentRow) -> Stored {
        let assessment = Assessment {
            matters: row.matters,
            strengths: row.strengths,
            obstacles: row.obstacles,
            needs: each(&row.needs, Coded::from_code),
            levers: each(&row.levers, Coded::from_code),
            topics: each(&row.topics, Topic::parse),
            constraints: each(&row.constraints, Coded::from_code),
            languages: each(&row.languages, Language::parse),
            times: each(&row.times, Slot::from_code),
            reach: Reach {
                km: row.reach_km.and_then(|km| u8::try_from(km).ok()),
                by: row.reach_by.as_deref().and_then(Coded::from_code),
            },
            digital_ease: row.digital_ease.as_deref().and_then(Coded::from_code),
            priority_area: row.priority_area.as_deref().and_then(Coded::from_code),
        };
        Stored { assessment, updated_at: row.updated_at, updated_by: row.updated_by, version: row.version }
    }
}

fn each<T: Ord>(codes: &str, read: impl Fn(&str) -> Option<T>) -> BTreeSet<T> {
    codes.split_whitespace().filter_map(read).collect()
}

fn codes<T: Coded>(set: &BTreeSet<T>) -> String {
    joined(set.iter().map(|value| value.code()))
}

fn slots(set: &BTreeSet<Slot>) -> String {
    joined(set.iter().map(|slot| slot.code()))
}

fn joined<S: AsRef<str>>(codes: impl Iterator<Item = S>) -> String {
    codes.fold(String::new(), |mut text, code| {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(code.as_ref());
        text
    })
}
