//! The table of reports.

use jiff::Timestamp;
use kernel::id::{AccountId, ReportId};
use platform::db::{DbError, Tx};
use sqlx::FromRow;
use sqlx::types::Uuid;

use super::model::{Answer, Decision, Report, State, Subject, Wrong};
use crate::organization::OrganizationId;
use crate::resource::ResourceId;
use crate::vocabulary::Coded;

const TABLE: &str = "report";
/// Unanswered reports of one entry beyond which no more is kept: it is on the list already.
pub(super) const MOST_OPEN: i64 = 10;

#[derive(FromRow)]
struct Row {
    id: Uuid,
    resource_id: Option<String>,
    organization_id: Option<String>,
    wrong: String,
    said: String,
    contact: Option<String>,
    said_at: i64,
    state: String,
    answered_by: Option<Uuid>,
    answered_at: Option<i64>,
    version: i64,
    name: Option<String>,
}

/// A report, and the name of what it is about.
pub(super) struct Named {
    pub(super) report: Report,
    pub(super) name: String,
}

pub(super) async fn insert(tx: &mut Tx, report: &Report) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO report (id, resource_id, organization_id, wrong, said, contact, said_at, state, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 'new', 1)",
        &[
            report.id.into(),
            report.about.resource().into(),
            report.about.organization().into(),
            report.wrong.code().into(),
            report.said.as_str().into(),
            report.contact.clone().into(),
            report.said_at.into(),
        ],
    )
    .await?;
    Ok(())
}

/// How many of an entry are unanswered.
pub(super) async fn count_open_of(tx: &mut Tx, about: &Subject) -> Result<i64, DbError> {
    let (count,): (i64,) = tx
        .one(
            "SELECT COUNT(*) FROM report
             WHERE (resource_id = $1 OR organization_id = $2) AND state IN ('new', 'seen')",
            &[about.resource().into(), about.organization().into()],
        )
        .await?;
    Ok(count)
}

/// How many wait for a last word.
pub(super) async fn count_open(tx: &mut Tx) -> Result<i64, DbError> {
    let (count,): (i64,) = tx.one("SELECT COUNT(*) FROM report WHERE state IN ('new', 'seen')", &[]).await?;
    Ok(count)
}

/// Some of those: what nobody has seen yet, then the rest; the oldest first.
pub(super) async fn open(tx: &mut Tx, skipped: i64, count: i64) -> Result<Vec<Named>, DbError> {
    let rows: Vec<Row> = tx
        .all(
            "SELECT p.*, COALESCE(r.name, o.name) AS name
             FROM report p
             LEFT JOIN resource r ON r.id = p.resource_id LEFT JOIN organization o ON o.id = p.organization_id
             WHERE p.state IN ('new', 'seen')
             ORDER BY CASE p.state WHEN 'new' THEN 0 ELSE 1 END, p.said_at, p.id LIMIT $1 OFFSET $2",
            &[count.into(), skipped.into()],
        )
        .await?;
    rows.into_iter().map(Row::read).collect()
}

pub(super) async fn find(tx: &mut Tx, id: ReportId) -> Result<Option<Report>, DbError> {
    let row: Option<Row> =
        tx.maybe("SELECT p.*, NULL AS name FROM report p WHERE p.id = $1", &[id.into()]).await?;
    row.map(|row| row.read().map(|named| named.report)).transpose()
}

/// Keeps an answer; `false` when somebody was faster.
pub(super) async fn answer(tx: &mut Tx, report: &Report) -> Result<bool, DbError> {
    let State::Answered { answer, decision } = report.state else { return Ok(false) };
    let kept = tx
        .run(
            "UPDATE report SET state = $2, answered_by = $3, answered_at = $4, contact = $5,
                               version = version + 1
             WHERE id = $1 AND version = $6",
            &[
                report.id.into(),
                answer.code().into(),
                decision.by.into(),
                decision.at.into(),
                report.contact.clone().into(),
                report.version.into(),
            ],
        )
        .await?;
    Ok(kept == 1)
}

impl Row {
    fn read(self) -> Result<Named, DbError> {
        let impossible = |column| DbError::Impossible { table: TABLE, column, id: self.id.to_string() };
        let moment = |second: i64, column| Timestamp::from_second(second).map_err(|_| impossible(column));
        let state = match (self.state.as_str(), self.answered_by, self.answered_at) {
            ("new", ..) => State::New,
            (code, Some(by), Some(at)) => State::Answered {
                answer: Answer::from_code(code).ok_or_else(|| impossible("state"))?,
                decision: Decision { by: AccountId(by), at: moment(at, "answered_at")? },
            },
            _ => return Err(impossible("state")),
        };
        let resource = self.resource_id.as_deref().map(ResourceId::parse).transpose();
        let organization = self.organization_id.as_deref().map(OrganizationId::parse).transpose();
        let about = match (resource, organization) {
            (Ok(Some(id)), _) => Subject::Resource(id),
            (_, Ok(Some(id))) => Subject::Organization(id),
            _ => return Err(impossible("resource_id")),
        };
        let report = Report {
            id: ReportId(self.id),
            about,
            wrong: Wrong::from_code(&self.wrong).ok_or_else(|| impossible("wrong"))?,
            said_at: moment(self.said_at, "said_at")?,
            said: self.said,
            contact: self.contact,
            state,
            version: self.version,
        };
        Ok(Named { report, name: self.name.unwrap_or_default() })
    }
}
