//! The rows behind « Ma journée », « Personnes » and « Équipe »: two queries for a whole caseload,
//! one for the cases with what calls, attendances and assessments say of them, one for their ties.

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::contact::Phone;
use kernel::id::{AccountId, CaseId};
use platform::db::{DbError, Tx};
use platform::web::dates;
use sqlx::FromRow;
use uuid::Uuid;

use super::model::{Outcome, State};
use super::progress::Progress;
use super::task::{self, Situation, Task};
use super::ties::{self, Ties};
use crate::person::Civility;

/// One course of support in a list.
#[derive(Clone, FromRow)]
pub struct Row {
    id: Uuid,
    civility: Option<String>,
    name: String,
    birth_year: Option<i64>,
    phone: Option<String>,
    pub discreet: bool,
    pub call_when: Option<String>,
    state: String,
    paused_until: Option<String>,
    outcome: Option<String>,
    opened_at: i64,
    reached_at: Option<i64>,
    call_on: Option<String>,
    link_worker_id: Option<Uuid>,
    pub link_worker_name: Option<String>,
    pub prescriber_name: Option<String>,
    tries: i64,
    letters: i64,
    assessments: i64,
    attendances: i64,
    #[sqlx(skip)]
    ties: Ties,
}

/// Names stay out of logs.
impl std::fmt::Debug for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Row").field("id", &self.id).finish_non_exhaustive()
    }
}

/// Every case the account may open, open or not; the site's own order: longest waiting first.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn rows(tx: &mut Tx, viewer: AccountId, now: Timestamp) -> Result<Vec<Row>, DbError> {
    let mut rows: Vec<Row> = tx.all(
        "SELECT c.id, p.civility, p.name, p.birth_year, p.phone, p.discreet, p.call_when, c.state, c.paused_until,
                c.outcome, c.opened_at, c.reached_at, c.call_on, c.link_worker_id, a.name AS link_worker_name,
                q.name AS prescriber_name,
                (SELECT COUNT(*) FROM contact_attempt t WHERE t.case_id = c.id AND t.result IN ('no_answer', 'wrong_number')
                    AND t.at > COALESCE((SELECT MAX(u.at) FROM contact_attempt u WHERE u.case_id = c.id
                        AND u.result IN ('reached', 'call_back')), 0)) AS tries,
                (SELECT COUNT(*) FROM contact_attempt t WHERE t.case_id = c.id AND t.how = 'letter') AS letters,
                (SELECT COUNT(*) FROM assessment s WHERE s.case_id = c.id) AS assessments,
                (SELECT COUNT(*) FROM attendance t JOIN connection l ON l.id = t.connection_id
                    WHERE l.case_id = c.id) AS attendances
         FROM visible_case c JOIN person p ON p.id = c.person_id LEFT JOIN account a ON a.id = c.link_worker_id
              JOIN referral r ON r.id = c.referral_id LEFT JOIN account q ON q.id = r.prescriber_id
         WHERE c.viewer_id = $1 ORDER BY c.opened_at, c.id",
        &[viewer.into()],
    )
    .await?;
    let mut ties = ties::of_caseload(tx, viewer, now).await?;
    for row in &mut rows {
        row.ties = ties.remove(&row.id).unwrap_or_default();
    }
    Ok(rows)
}

impl Row {
    pub fn case_id(&self) -> CaseId {
        CaseId(self.id)
    }

    pub fn is_open(&self) -> bool {
        self.state != "closed"
    }

    pub fn belongs_to(&self, account: AccountId) -> bool {
        self.link_worker_id == Some(account.0)
    }

    pub fn has_nobody(&self) -> bool {
        self.link_worker_id.is_none()
    }

    pub fn addressed(&self) -> String {
        match self.civility.as_deref().and_then(Civility::from_code) {
            Some(civility) => format!("{}\u{a0}{}", civility.abbreviated(), self.name),
            None => self.name.clone(),
        }
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn age(&self, today: Date) -> Option<i64> {
        self.birth_year.map(|year| i64::from(today.year()) - year)
    }

    pub fn phone(&self) -> Option<Phone> {
        self.phone.as_deref().and_then(Phone::parse)
    }

    pub fn opened_on(&self) -> Date {
        dates::day(self.opened_at)
    }

    pub fn attendances(&self) -> i64 {
        self.attendances
    }

    /// Whole days from the acceptance to the first contact.
    pub fn days_to_first_contact(&self) -> Option<i64> {
        self.reached_at.map(|reached| (reached - self.opened_at) / 86_400)
    }

    pub fn state(&self) -> State {
        match self.state.as_str() {
            "in_assessment" => State::InAssessment,
            "active" => State::Active,
            "paused" => State::Paused { until: day(self.paused_until.as_deref()).unwrap_or(Date::MAX) },
            "closed" => {
                let outcome = self.outcome.as_deref().and_then(Outcome::from_code).unwrap_or(Outcome::Other);
                State::Closed { outcome }
            }
            _ => State::AwaitingContact,
        }
    }

    pub fn task(&self, today: Date) -> Option<Task> {
        task::next(&self.situation(), today)
    }

    pub fn progress(&self) -> Progress {
        let reached = self.reached_at.is_some();
        Progress::counted(true, reached, self.assessments > 0, self.ties.is_connected, self.attendances)
    }

    fn situation(&self) -> Situation {
        let count = |n: i64| usize::try_from(n).unwrap_or_default();
        Situation {
            state: self.state(),
            opened_on: self.opened_on(),
            call_on: day(self.call_on.as_deref()),
            tries: count(self.tries),
            letter_sent: self.letters > 0,
            has_assessment: self.assessments > 0,
            ties: self.ties.clone(),
            attendances: count(self.attendances),
        }
    }
}

fn day(text: Option<&str>) -> Option<Date> {
    text.and_then(|text| text.parse().ok())
}
