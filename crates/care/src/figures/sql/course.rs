//! What happened in courses of support, brought to their journeys.

use std::collections::HashMap;

use jiff::civil::Date;
use kernel::coded::Coded;
use kernel::id::SiteId;
use platform::db::{DbError, Tx, Value};
use sqlx::FromRow;
use uuid::Uuid;

use crate::figures::day::Day;
use crate::figures::journey::{Attended, Journey, Journeys, Question, Reading, Tie};
use crate::figures::path::ConnectionEnd;
use crate::figures::rules::comparable_scale;
use crate::referral::model::DeclineReason;
use crate::screening;

/// Fills journeys, found by the place of their course of support among all.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn fill(
    tx: &mut Tx,
    site: SiteId,
    sent: (i64, i64),
    (journeys, of_cases): (&mut Journeys, &HashMap<Uuid, usize>),
) -> Result<(), DbError> {
    let asked = [site.into(), sent.0.into(), sent.1.into()];
    let mut courses = Courses { journeys, of_cases };
    for (case, time) in attendances(tx, &asked).await? {
        courses.with(case, |journey| journey.attended.push(time));
    }
    for (case, tie) in ties(tx, &asked).await? {
        courses.with(case, |journey| journey.ties.push(tie));
    }
    for taken in screening::measures_of_site(tx, site, sent).await? {
        courses.read(&taken);
    }
    Ok(())
}

struct Courses<'s> {
    journeys: &'s mut Journeys,
    of_cases: &'s HashMap<Uuid, usize>,
}

impl Courses<'_> {
    fn with(&mut self, case: Uuid, change: impl FnOnce(&mut Journey)) {
        let journey = self.of_cases.get(&case).and_then(|place| self.journeys.each.get_mut(*place));
        if let Some(journey) = journey {
            change(journey);
        }
    }

    /// Questions that no program and no team knows any more say nothing.
    fn read(&mut self, taken: &screening::Taken) {
        let Some(filled) = &taken.measure.filled else { return };
        let scale = comparable_scale(filled.instrument);
        let score = filled.score();
        let value = scale.and_then(|scale| Some(score.as_ref()?.reading(&scale.code)?.value));
        let reading = Reading {
            question: self.question(taken),
            moment: taken.measure.moment,
            kept_on: Day::at(taken.kept_at),
            is_complete: filled.is_complete(),
            value,
        };
        self.with(taken.case.0, |journey| journey.readings.push(reading));
    }

    fn question(&mut self, taken: &screening::Taken) -> usize {
        let (code, version) = (taken.measure.instrument.clone(), taken.measure.version.clone());
        let question = Question { site: taken.site.0, code, version };
        let questions = &mut self.journeys.questions;
        questions.iter().position(|known| *known == question).unwrap_or_else(|| {
            questions.push(question);
            questions.len().saturating_sub(1)
        })
    }
}

async fn attendances(tx: &mut Tx, asked: &[Value]) -> Result<Vec<(Uuid, Attended)>, DbError> {
    let rows: Vec<(Uuid, String, i64)> = tx
        .all(
            "SELECT c.id, a.on_day, a.noted_at
             FROM referral r JOIN case_file c ON c.referral_id = r.id JOIN connection n ON n.case_id = c.id
             JOIN attendance a ON a.connection_id = n.id
             WHERE r.site_id = $1 AND r.sent_at >= $2 AND r.sent_at < $3",
            asked,
        )
        .await?;
    let attended = |(case, on_day, noted_at): (Uuid, String, i64)| {
        let impossible = DbError::Impossible { table: "attendance", column: "on_day", id: case.to_string() };
        let on = Day::of(on_day.parse::<Date>().map_err(|_| impossible)?);
        Ok((case, Attended { on, known_on: on.max(Day::at(noted_at)) }))
    };
    rows.into_iter().map(attended).collect()
}

#[derive(FromRow)]
struct TieRow {
    id: Uuid,
    case_id: Uuid,
    state: String,
    reason: Option<String>,
    asked_at: Option<i64>,
    answered_at: Option<i64>,
    ended_at: Option<i64>,
}

async fn ties(tx: &mut Tx, asked: &[Value]) -> Result<Vec<(Uuid, Tie)>, DbError> {
    let rows: Vec<TieRow> = tx
        .all(
            "SELECT n.id, n.case_id, n.state, n.reason, n.asked_at, n.answered_at, n.ended_at
             FROM referral r JOIN case_file c ON c.referral_id = r.id JOIN connection n ON n.case_id = c.id
             WHERE r.site_id = $1 AND r.sent_at >= $2 AND r.sent_at < $3
               AND (n.answered_at IS NOT NULL OR n.ended_at IS NOT NULL)",
            asked,
        )
        .await?;
    rows.iter().map(|row| Ok((row.case_id, tie(row)?))).collect()
}

fn tie(row: &TieRow) -> Result<Tie, DbError> {
    let end = row.ended_at.map(|_| end(row)).transpose()?.flatten();
    Ok(Tie {
        asked_on: row.asked_at.map(Day::at),
        answered_on: row.answered_at.map(Day::at),
        ended: row.ended_at.map(Day::at).zip(end),
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
