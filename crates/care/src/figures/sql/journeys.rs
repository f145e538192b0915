//! One journey for each referral.

use std::collections::HashMap;

use kernel::coded::Coded;
use kernel::commune::CommuneCode;
use kernel::id::SiteId;
use kernel::name::BirthYear;
use platform::db::{DbError, Tx};
use platform::web::dates;
use sqlx::FromRow;
use uuid::Uuid;

use super::course;
use crate::assessment::model::{DigitalEase, PriorityArea};
use crate::caseload::Outcome;
use crate::figures::day::Day;
use crate::figures::group::{AgeClass, Profile};
use crate::figures::journey::{Journey, Journeys};
use crate::figures::model::Source;
use crate::figures::path::Decision;
use crate::person::Civility;
use crate::referral::model::DeclineReason;

/// What became of the referrals that a site was sent from a moment on and before another (Unix seconds).
///
/// # Errors
/// [`DbError`] of the store.
pub(in crate::figures) async fn journeys(
    tx: &mut Tx,
    site: SiteId,
    sent: (i64, i64),
) -> Result<Journeys, DbError> {
    let mut journeys = Journeys::default();
    let mut places = HashMap::new();
    let mut of_cases = HashMap::new();
    for row in rows(tx, site, sent).await? {
        let profile = row.profile().ok_or_else(|| row.impossible("person", "commune_code"))?;
        let next = places.len();
        let place = *places.entry(profile).or_insert(next);
        if let Some(case) = row.case_id {
            of_cases.insert(case, journeys.each.len());
        }
        journeys.each.push(row.journey(place)?);
    }
    let mut profiles: Vec<(Profile, usize)> = places.into_iter().collect();
    profiles.sort_unstable_by_key(|(_, place)| *place);
    journeys.profiles = profiles.into_iter().map(|(profile, _)| profile).collect();
    course::fill(tx, site, sent, (&mut journeys, &of_cases)).await?;
    Ok(journeys)
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    origin: String,
    state: String,
    decline_reason: Option<String>,
    sent_at: i64,
    decided_at: Option<i64>,
    case_id: Option<Uuid>,
    opened_at: Option<i64>,
    reached_at: Option<i64>,
    closed_at: Option<i64>,
    outcome: Option<String>,
    assessed_at: Option<i64>,
    connected_at: Option<i64>,
    settled_at: Option<i64>,
    civility: Option<String>,
    birth_year: Option<i64>,
    commune_code: String,
    priority_area: Option<String>,
    digital_ease: Option<String>,
}

async fn rows(tx: &mut Tx, site: SiteId, (from, before): (i64, i64)) -> Result<Vec<Row>, DbError> {
    tx.all(
        "WITH marks AS (
            SELECT e.case_id, MIN(CASE WHEN e.kind = 'assessed' THEN e.at END) AS assessed_at,
                   MIN(CASE WHEN e.kind = 'accepted' THEN e.at END) AS connected_at,
                   MIN(CASE WHEN e.kind = 'settled' THEN e.at END) AS settled_at
            FROM referral r JOIN case_file c ON c.referral_id = r.id JOIN case_event e ON e.case_id = c.id
            WHERE r.site_id = $1 AND r.sent_at >= $2 AND r.sent_at < $3
              AND e.kind IN ('assessed', 'accepted', 'settled') GROUP BY e.case_id)
         SELECT r.id, r.origin, r.state, r.decline_reason, r.sent_at, r.decided_at, c.id AS case_id,
                c.opened_at, c.reached_at, c.closed_at, c.outcome, m.assessed_at, m.connected_at, m.settled_at,
                h.civility, h.birth_year, h.commune_code, s.priority_area, s.digital_ease
         FROM referral r JOIN person h ON h.id = r.person_id LEFT JOIN case_file c ON c.referral_id = r.id
         LEFT JOIN assessment s ON s.case_id = c.id LEFT JOIN marks m ON m.case_id = c.id
         WHERE r.site_id = $1 AND r.sent_at >= $2 AND r.sent_at < $3 ORDER BY r.sent_at, r.id",
        &[site.into(), from.into(), before.into()],
    )
    .await
}

impl Row {
    fn journey(&self, profile: usize) -> Result<Journey, DbError> {
        let decision = self.decision()?;
        let outcome = self.outcome.as_deref().map(|code| Outcome::from_code(code).ok_or(code)).transpose();
        let outcome = outcome.map_err(|_| self.impossible("case_file", "outcome"))?;
        let on = |second: Option<i64>| second.map(Day::at);
        Ok(Journey {
            profile,
            sent_on: Day::at(self.sent_at),
            decided: on(self.decided_at).map(|day| (day, decision)),
            opened_on: on(self.opened_at),
            reached_on: on(self.reached_at),
            assessed_on: on(self.assessed_at),
            connected_on: on(self.connected_at),
            settled_on: on(self.settled_at),
            closed: on(self.closed_at).zip(outcome),
            attended: Vec::new(),
            ties: Vec::new(),
            readings: Vec::new(),
        })
    }

    fn decision(&self) -> Result<Decision, DbError> {
        Ok(match self.state.as_str() {
            "sent" | "received" => Decision::Waiting,
            "accepted" | "closed" => Decision::Accompanied,
            "withdrawn" => Decision::Withdrawn,
            "declined" => {
                let reason = self.decline_reason.as_deref().and_then(DeclineReason::from_code);
                Decision::Declined(reason.ok_or_else(|| self.impossible("referral", "decline_reason"))?)
            }
            _ => return Err(self.impossible("referral", "state")),
        })
    }

    /// None without a commune or a known origin. Another code that left its list since is as not known.
    fn profile(&self) -> Option<Profile> {
        let born = self.birth_year.and_then(BirthYear::stored);
        Some(Profile {
            source: Source::from_code(&self.origin)?,
            civility: self.civility.as_deref().and_then(Civility::from_code),
            age: born.map(|year| AgeClass::of(year.age(dates::day(self.sent_at)))),
            commune: CommuneCode::parse(&self.commune_code)?,
            priority_area: self.priority_area.as_deref().and_then(PriorityArea::from_code),
            digital_ease: self.digital_ease.as_deref().and_then(DigitalEase::from_code),
        })
    }

    fn impossible(&self, table: &'static str, column: &'static str) -> DbError {
        DbError::Impossible { table, column, id: self.id.to_string() }
    }
}
