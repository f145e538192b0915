//! Referrals in lists: what a row shows without opening the file.

use jiff::civil::Date;
use kernel::coded::Coded;
use kernel::id::{AccountId, ReferralId};
use platform::db::{DbError, Tx};
use sqlx::FromRow;
use uuid::Uuid;

use super::model::{DeclineReason, Origin, State};
use crate::caseload::progress::Progress;
use crate::person::{Civility, addressed};
use crate::words::Words;

/// A prescriber's own referral and how far it has come.
#[derive(Clone, FromRow)]
pub(super) struct Followed {
    pub id: Uuid,
    civility: Option<String>,
    name: String,
    pub sent_at: i64,
    state: String,
    decline_reason: Option<String>,
    reached_at: Option<i64>,
    assessed: i64,
    connected: i64,
    attendances: i64,
}

/// A request nobody has decided yet.
#[derive(Clone, FromRow)]
pub(super) struct Waiting {
    pub id: Uuid,
    civility: Option<String>,
    name: String,
    birth_year: Option<i64>,
    origin: String,
    prescriber_name: Option<String>,
    reporter_name: Option<String>,
    pub sent_at: i64,
    state: String,
}

impl Followed {
    pub(super) fn addressed(&self) -> String {
        addressed(self.civility.as_deref().and_then(Civility::from_code), &self.name)
    }

    pub(super) fn progress(&self) -> Progress {
        Progress::counted(
            self.state == "accepted" || self.state == "closed",
            self.reached_at.is_some(),
            self.assessed > 0,
            self.connected > 0,
            self.attendances,
        )
    }

    pub(super) fn state_label(&self, w: &Words) -> String {
        state(&self.state, self.decline_reason.as_deref()).map(|state| state.label(w)).unwrap_or_default()
    }
}

impl Waiting {
    /// « Mme Aline Dumont, 78 ans ».
    pub(super) fn addressed(&self, today: Date) -> String {
        let name = addressed(self.civility.as_deref().and_then(Civility::from_code), &self.name);
        match self.birth_year {
            Some(year) => format!("{name} ({})", i64::from(today.year()) - year),
            None => name,
        }
    }

    pub(super) fn is_new(&self) -> bool {
        self.state == "sent"
    }

    /// Who asks, in words.
    pub(super) fn from(&self, w: &Words) -> String {
        match (self.origin.as_str(), &self.prescriber_name) {
            ("prescriber", Some(name)) => name.clone(),
            ("self", _) => Origin::Person.label(w),
            ("third_party", _) => w.origin_third_party(self.reporter_name.as_deref().unwrap_or_default()),
            _ => w.origin_paper(),
        }
    }
}

/// Names stay out of logs.
impl std::fmt::Debug for Followed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Followed").field("id", &self.id).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Waiting {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Waiting").field("id", &self.id).finish_non_exhaustive()
    }
}

/// Referrals on one page of a list.
pub(super) const PAGE: i64 = 50;

/// A page of a prescriber's referrals, newest first, and one more when there are others after it.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn followed_by(
    tx: &mut Tx,
    prescriber: AccountId,
    page: i64,
) -> Result<Vec<Followed>, DbError> {
    tx.all(
        "SELECT r.id, p.civility, p.name, r.sent_at, r.state, r.decline_reason, c.reached_at,
                (SELECT COUNT(*) FROM case_event e WHERE e.case_id = c.id AND e.kind = 'assessed') AS assessed,
                (SELECT COUNT(*) FROM case_event e WHERE e.case_id = c.id AND e.kind = 'accepted') AS connected,
                (SELECT COUNT(*) FROM case_event e WHERE e.case_id = c.id AND e.kind = 'attended') AS attendances
         FROM referral r JOIN person p ON p.id = r.person_id LEFT JOIN case_file c ON c.referral_id = r.id
         WHERE r.prescriber_id = $1 AND r.origin = 'prescriber' ORDER BY r.sent_at DESC, r.id DESC
         LIMIT $2 OFFSET $3",
        &[prescriber.into(), (PAGE + 1).into(), ((page - 1) * PAGE).into()],
    )
    .await
}

/// The undecided requests of the sites where the account receives them, oldest first.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn waiting_for(tx: &mut Tx, receiver: AccountId) -> Result<Vec<Waiting>, DbError> {
    tx.all(
        "SELECT r.id, p.civility, p.name, p.birth_year, r.origin, a.name AS prescriber_name, r.reporter_name, r.sent_at,
                r.state
         FROM referral r JOIN person p ON p.id = r.person_id LEFT JOIN account a ON a.id = r.prescriber_id
         WHERE r.state IN ('sent', 'received') AND r.site_id IN
             (SELECT site_id FROM membership WHERE account_id = $1 AND role IN ('link_worker', 'coordinator'))
         ORDER BY r.sent_at, r.id",
        &[receiver.into()],
    )
    .await
}

/// How many requests wait for this receiver.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn waiting_count(tx: &mut Tx, receiver: AccountId) -> Result<usize, DbError> {
    let (count,): (i64,) = tx
        .one(
            "SELECT COUNT(*) FROM referral r WHERE r.state IN ('sent', 'received') AND r.site_id IN
                 (SELECT site_id FROM membership WHERE account_id = $1 AND role IN ('link_worker', 'coordinator'))",
            &[receiver.into()],
        )
        .await?;
    Ok(usize::try_from(count).unwrap_or_default())
}

/// Who prescribed.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn prescriber_name(tx: &mut Tx, id: ReferralId) -> Result<Option<String>, DbError> {
    let row: Option<(String,)> = tx
        .maybe(
            "SELECT a.name FROM referral r JOIN account a ON a.id = r.prescriber_id WHERE r.id = $1",
            &[id.into()],
        )
        .await?;
    Ok(row.map(|(name,)| name))
}

/// The link worker who runs the referral's case.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn link_worker_name(tx: &mut Tx, id: ReferralId) -> Result<Option<String>, DbError> {
    let row: Option<(String,)> = tx
        .maybe(
            "SELECT a.name FROM case_file c JOIN account a ON a.id = c.link_worker_id WHERE c.referral_id = $1",
            &[id.into()],
        )
        .await?;
    Ok(row.map(|(name,)| name))
}

fn state(code: &str, reason: Option<&str>) -> Option<State> {
    Some(match code {
        "sent" => State::Sent,
        "received" => State::Received,
        "accepted" => State::Accepted,
        "closed" => State::Closed,
        "withdrawn" => State::Withdrawn,
        "declined" => State::Declined(reason.and_then(DeclineReason::from_code)?),
        _ => return None,
    })
}
