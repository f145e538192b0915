//! The table of cases, and who may open which.

use jiff::Timestamp;
use kernel::coded::Coded;
use kernel::id::{AccountId, CaseId, EventId, PersonId, ReferralId, SiteId};
use platform::db::{DbError, Tx};
use sqlx::FromRow;
use uuid::Uuid;

use super::model::{Case, Outcome, State};

#[derive(FromRow)]
struct CaseRow {
    id: Uuid,
    site_id: Uuid,
    person_id: Uuid,
    referral_id: Uuid,
    link_worker_id: Option<Uuid>,
    state: String,
    paused_until: Option<String>,
    outcome: Option<String>,
    opened_at: i64,
    reached_at: Option<i64>,
    call_on: Option<String>,
    version: i64,
}

/// Name and telephone of whoever follows a case, as typed in their account.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn caller(
    tx: &mut Tx,
    account: AccountId,
) -> Result<Option<(String, Option<String>)>, DbError> {
    tx.maybe("SELECT name, phone FROM account WHERE id = $1", &[account.into()]).await
}

/// # Errors
/// [`DbError::is_taken`] when the referral already opened a case.
pub(super) async fn insert(tx: &mut Tx, case: &Case) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO case_file (id, site_id, person_id, referral_id, link_worker_id, state, opened_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &[
            case.id.into(),
            case.site_id.into(),
            case.person_id.into(),
            case.referral_id.into(),
            case.link_worker.into(),
            case.state.code().into(),
            case.opened_at.into(),
        ],
    )
    .await?;
    Ok(())
}

/// A case this account may open.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn visible(tx: &mut Tx, viewer: AccountId, id: CaseId) -> Result<Option<Case>, DbError> {
    let row: Option<CaseRow> = tx
        .maybe(
            "SELECT id, site_id, person_id, referral_id, link_worker_id, state, paused_until, outcome, opened_at,
                    reached_at, call_on, version
             FROM visible_case WHERE viewer_id = $1 AND id = $2",
            &[viewer.into(), id.into()],
        )
        .await?;
    row.as_ref().map(case).transpose()
}

/// Any case: for time passing and for answers by signed link, which no account asks for.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn find(tx: &mut Tx, id: CaseId) -> Result<Option<Case>, DbError> {
    let row: Option<CaseRow> = tx
        .maybe(
            "SELECT id, site_id, person_id, referral_id, link_worker_id, state, paused_until, outcome, opened_at,
                    reached_at, call_on, version
             FROM case_file WHERE id = $1",
            &[id.into()],
        )
        .await?;
    row.as_ref().map(case).transpose()
}

/// The case a referral opened.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn of_referral(tx: &mut Tx, referral: ReferralId) -> Result<Option<Case>, DbError> {
    let row: Option<CaseRow> = tx
        .maybe(
            "SELECT id, site_id, person_id, referral_id, link_worker_id, state, paused_until, outcome, opened_at,
                    reached_at, call_on, version
             FROM case_file WHERE referral_id = $1",
            &[referral.into()],
        )
        .await?;
    row.as_ref().map(case).transpose()
}

/// Writes a case back over the version it was read at; false when somebody else was faster.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn update(tx: &mut Tx, case: &Case) -> Result<bool, DbError> {
    write(tx, case, None, None).await
}

/// The same for a case that ends, with the word left on it and the moment.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn update_closed(
    tx: &mut Tx,
    case: &Case,
    note: Option<&str>,
    now: Timestamp,
) -> Result<bool, DbError> {
    write(tx, case, note, Some(now)).await
}

async fn write(
    tx: &mut Tx,
    case: &Case,
    note: Option<&str>,
    closed_at: Option<Timestamp>,
) -> Result<bool, DbError> {
    let (paused_until, outcome) = match &case.state {
        State::Paused { until } => (Some(*until), None),
        State::Closed { outcome } => (None, Some(outcome.code())),
        State::AwaitingContact | State::InAssessment | State::Active => (None, None),
    };
    let rows = tx
        .run(
            "UPDATE case_file SET link_worker_id = $3, state = $4, paused_until = $5, outcome = $6, reached_at = $7,
                    call_on = $8, outcome_note = $9, closed_at = $10, version = version + 1
             WHERE id = $1 AND version = $2",
            &[
                case.id.into(),
                case.version.into(),
                case.link_worker.into(),
                case.state.code().into(),
                paused_until.into(),
                outcome.into(),
                case.reached_at.into(),
                case.call_on.into(),
                note.into(),
                closed_at.into(),
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// A merged record's courses of support are the person's.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn move_records(tx: &mut Tx, gone: PersonId, kept: PersonId) -> Result<(), DbError> {
    tx.run(
        "UPDATE case_file SET person_id = $2, version = version + 1 WHERE person_id = $1",
        &[gone.into(), kept.into()],
    )
    .await?;
    Ok(())
}

/// Every course of support of a person, the latest first.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> Result<Vec<Case>, DbError> {
    let rows: Vec<CaseRow> = tx
        .all(
            "SELECT id, site_id, person_id, referral_id, link_worker_id, state, paused_until, outcome, opened_at,
                    reached_at, call_on, version
             FROM case_file WHERE person_id = $1 ORDER BY opened_at DESC, id DESC",
            &[person.into()],
        )
        .await?;
    rows.iter().map(case).collect()
}

/// The course of support a person is in at a site, if any: there is one at most.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn open_of_person(tx: &mut Tx, person: PersonId, site: SiteId) -> Result<Option<CaseId>, DbError> {
    let row: Option<(Uuid,)> = tx
        .maybe(
            "SELECT id FROM case_file WHERE person_id = $1 AND site_id = $2 AND state <> 'closed'
             ORDER BY opened_at, id LIMIT 1",
            &[person.into(), site.into()],
        )
        .await?;
    Ok(row.map(|(id,)| CaseId(id)))
}

/// Keeps one try to reach the person.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn insert_attempt(
    tx: &mut Tx,
    case: CaseId,
    by: AccountId,
    how: &str,
    result: &str,
    note: Option<&str>,
    now: Timestamp,
) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO contact_attempt (id, case_id, account_id, at, how, result, note) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &[EventId::new().into(), case.into(), by.into(), now.into(), how.into(), result.into(), note.into()],
    )
    .await?;
    Ok(())
}

/// What was noted when somebody tried to reach the person: the moment (Unix seconds), who, the note.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn notes_of_case(tx: &mut Tx, case: CaseId) -> Result<Vec<(i64, String, String)>, DbError> {
    tx.all(
        "SELECT t.at, a.name, t.note FROM contact_attempt t JOIN account a ON a.id = t.account_id
         WHERE t.case_id = $1 AND t.note IS NOT NULL ORDER BY t.at, t.id",
        &[case.into()],
    )
    .await
}

/// A stored state; `None` for one that cannot be.
pub(super) fn state(code: &str, paused_until: Option<&str>, outcome: Option<&str>) -> Option<State> {
    Some(match code {
        "awaiting_contact" => State::AwaitingContact,
        "in_assessment" => State::InAssessment,
        "active" => State::Active,
        "paused" => State::Paused { until: paused_until?.parse().ok()? },
        "closed" => State::Closed { outcome: Outcome::from_code(outcome?)? },
        _ => return None,
    })
}

fn case(row: &CaseRow) -> Result<Case, DbError> {
    let impossible = |column| DbError::Impossible { table: "case_file", column, id: row.id.to_string() };
    let moment = |second: i64| Timestamp::from_second(second);
    let state = state(&row.state, row.paused_until.as_deref(), row.outcome.as_deref());
    let call_on = row.call_on.as_deref().map(str::parse).transpose();
    Ok(Case {
        id: CaseId(row.id),
        site_id: SiteId(row.site_id),
        person_id: PersonId(row.person_id),
        referral_id: ReferralId(row.referral_id),
        link_worker: row.link_worker_id.map(AccountId),
        state: state.ok_or_else(|| impossible("state"))?,
        opened_at: moment(row.opened_at).map_err(|_| impossible("opened_at"))?,
        reached_at: row.reached_at.map(moment).transpose().map_err(|_| impossible("reached_at"))?,
        call_on: call_on.map_err(|_| impossible("call_on"))?,
        version: row.version,
    })
}
