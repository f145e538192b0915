//! The rows behind « Ma journée », « Personnes » and « Équipe »: three queries for a whole caseload,
//! one for the cases with what calls, assessments and plans say of them, two for their ties.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::coded::Coded;
use kernel::contact::Phone;
use kernel::id::{AccountId, CaseId, SiteId};
use platform::db::{DbError, Tx};
use platform::web::dates;
use sqlx::FromRow;
use uuid::Uuid;

use super::model::State;
use super::progress::Progress;
use super::sql;
use super::task::{self, Situation, Task};
use super::ties::Ties;
use crate::connection::{self, Connection};
use crate::person::{Civility, addressed};

/// One course of support in a list.
#[derive(Clone)]
pub struct Row {
    stored: Stored,
    situation: Situation,
    attendances: i64,
}

#[derive(Clone, FromRow)]
struct Stored {
    id: Uuid,
    site_id: Uuid,
    civility: Option<String>,
    name: String,
    birth_year: Option<i64>,
    phone: Option<String>,
    discreet: bool,
    call_when: Option<String>,
    state: String,
    paused_until: Option<String>,
    outcome: Option<String>,
    opened_at: i64,
    reached_at: Option<i64>,
    call_on: Option<String>,
    link_worker_id: Option<Uuid>,
    link_worker_name: Option<String>,
    /// Whether they still work there.
    link_worker_is_here: bool,
    prescriber_name: Option<String>,
    review_on: Option<String>,
    tries: i64,
    tried_at: Option<i64>,
    letter_at: Option<i64>,
    assessments: i64,
}

/// Names stay out of logs.
impl std::fmt::Debug for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Row").field("id", &self.stored.id).finish_non_exhaustive()
    }
}

/// Every case the account may open, open or not; the site's own order: longest waiting first.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn rows(tx: &mut Tx, viewer: AccountId, now: Timestamp) -> Result<Vec<Row>, DbError> {
    let stored: Vec<Stored> = tx.all(
        "SELECT c.id, c.site_id, p.civility, p.name, p.birth_year, p.phone, p.discreet, p.call_when, c.state, c.paused_until,
                c.outcome, c.opened_at, c.reached_at, c.call_on, c.link_worker_id, a.name AS link_worker_name,
                EXISTS (SELECT 1 FROM membership m WHERE m.account_id = a.id AND m.site_id = c.site_id
                        AND m.role IN ('link_worker', 'coordinator') AND a.closed_at IS NULL) AS link_worker_is_here,
                q.name AS prescriber_name, f.review_on,
                (SELECT COUNT(*) FROM contact_attempt t WHERE t.case_id = c.id
                    AND t.result IN ('no_answer', 'wrong_number') AND t.at > c.heard_at) AS tries,
                (SELECT MAX(t.at) FROM contact_attempt t WHERE t.case_id = c.id
                    AND t.result IN ('no_answer', 'wrong_number') AND t.at > c.heard_at) AS tried_at,
                (SELECT MAX(t.at) FROM contact_attempt t WHERE t.case_id = c.id AND t.how = 'letter'
                    AND t.at > c.heard_at) AS letter_at,
                (SELECT COUNT(*) FROM assessment s WHERE s.case_id = c.id) AS assessments
         FROM (SELECT v.*, COALESCE((SELECT MAX(u.at) FROM contact_attempt u WHERE u.case_id = v.id
                   AND u.result IN ('reached', 'call_back')), 0) AS heard_at
               FROM visible_case v WHERE v.viewer_id = $1) c
              JOIN person p ON p.id = c.person_id LEFT JOIN account a ON a.id = c.link_worker_id
              JOIN referral r ON r.id = c.referral_id LEFT JOIN account q ON q.id = r.prescriber_id
              LEFT JOIN plan f ON f.case_id = c.id
         ORDER BY c.opened_at, c.id",
        &[viewer.into()],
    )
    .await?;
    let mut ties: HashMap<CaseId, Vec<Connection>> = HashMap::new();
    for connection in connection::of_caseload(tx, viewer).await? {
        ties.entry(connection.case_id).or_default().push(connection);
    }
    let mut of_case = |row: &Stored| ties.remove(&CaseId(row.id)).unwrap_or_default();
    stored.into_iter().map(|row| Row::read(of_case(&row), row, now)).collect()
}

impl Row {
    fn read(ties: Vec<Connection>, stored: Stored, now: Timestamp) -> Result<Row, DbError> {
        let impossible =
            |column| DbError::Impossible { table: "case_file", column, id: stored.id.to_string() };
        let day = |text: &Option<String>| text.as_deref().map(str::parse).transpose();
        let state = sql::state(&stored.state, stored.paused_until.as_deref(), stored.outcome.as_deref());
        let attended: usize = ties.iter().map(|tie| tie.attendances.len()).sum();
        let situation = Situation {
            state: state.ok_or_else(|| impossible("state"))?,
            opened_on: dates::day(stored.opened_at),
            call_on: day(&stored.call_on).map_err(|_| impossible("call_on"))?,
            tries: usize::try_from(stored.tries).unwrap_or_default(),
            tried_on: stored.tried_at.map(dates::day),
            letter_on: stored.letter_at.map(dates::day),
            has_assessment: stored.assessments > 0,
            review_on: day(&stored.review_on).map_err(|_| impossible("review_on"))?,
            ties: Ties::of(ties, now),
        };
        Ok(Row { situation, attendances: i64::try_from(attended).unwrap_or(i64::MAX), stored })
    }

    pub fn case_id(&self) -> CaseId {
        CaseId(self.stored.id)
    }

    pub fn site_id(&self) -> SiteId {
        SiteId(self.stored.site_id)
    }

    pub fn is_open(&self) -> bool {
        !matches!(self.situation.state, State::Closed { .. })
    }

    pub fn belongs_to(&self, account: AccountId) -> bool {
        self.stored.link_worker_id == Some(account.0)
    }

    /// Nobody was given it, or whoever was has left the team.
    pub fn has_nobody(&self) -> bool {
        !self.stored.link_worker_is_here
    }

    pub fn addressed(&self) -> String {
        addressed(self.civility(), &self.stored.name)
    }

    pub fn civility(&self) -> Option<Civility> {
        self.stored.civility.as_deref().and_then(Civility::from_code)
    }

    pub fn name(&self) -> &str {
        &self.stored.name
    }

    pub fn age(&self, today: Date) -> Option<i64> {
        self.stored.birth_year.map(|year| i64::from(today.year()) - year)
    }

    pub fn phone(&self) -> Option<Phone> {
        self.stored.phone.as_deref().and_then(Phone::parse)
    }

    /// Whether nobody else at home may hear of it.
    pub fn is_discreet(&self) -> bool {
        self.stored.discreet
    }

    pub fn call_when(&self) -> Option<&str> {
        self.stored.call_when.as_deref()
    }

    pub fn link_worker_name(&self) -> Option<&str> {
        self.stored.link_worker_name.as_deref()
    }

    pub fn prescriber_name(&self) -> Option<&str> {
        self.stored.prescriber_name.as_deref()
    }

    pub fn attendances(&self) -> i64 {
        self.attendances
    }

    /// Whole days from the acceptance to the first contact.
    pub fn days_to_first_contact(&self) -> Option<i64> {
        self.stored.reached_at.map(|reached| (reached - self.stored.opened_at) / 86_400)
    }

    pub fn state(&self) -> &State {
        &self.situation.state
    }

    pub fn task(&self, today: Date) -> Option<Task> {
        task::next(&self.situation, today)
    }

    pub fn progress(&self) -> Progress {
        let Situation { has_assessment, ties, .. } = &self.situation;
        let reached = self.stored.reached_at.is_some();
        Progress::counted(true, reached, *has_assessment, ties.is_connected, self.attendances)
    }
}
