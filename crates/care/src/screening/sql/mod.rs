//! The tables of screenings and of what was filled in them.

mod counts;
mod rows;

use jiff::Timestamp;
use kernel::coded::Coded;
use kernel::id::{AccountId, CaseId, MeasurementId, PersonId, ReferralId, ScreeningId};
use platform::db::{DbError, Tx};
use uuid::Uuid;

use self::rows::{ScreeningRow, measures, screening};
use super::model::{Filled, Measure, Screening};

pub use counts::held;
pub(crate) use counts::{Taken, measures_of_site, measures_of_study};

/// Keeps a screening with every instrument filled in it.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn insert(
    tx: &mut Tx,
    screening: &Screening,
    filled: &[Filled],
    now: Timestamp,
) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO screening (id, site_id, person_id, case_id, referral_id, account_id, mode, moment, held_on, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        &[
            screening.id.into(),
            screening.site_id.into(),
            screening.person_id.into(),
            screening.case_id.into(),
            screening.referral_id.into(),
            screening.account_id.into(),
            screening.mode.code().into(),
            screening.moment.code().into(),
            screening.held_on.into(),
            now.into(),
        ],
    )
    .await?;
    for one in filled {
        insert_measurement(tx, screening.id, one).await?;
    }
    Ok(())
}

async fn insert_measurement(tx: &mut Tx, screening: ScreeningId, filled: &Filled) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO measurement (id, screening_id, instrument, version, answers, is_complete)
         VALUES ($1, $2, $3, $4, $5, $6)",
        &[
            MeasurementId::new().into(),
            screening.into(),
            filled.instrument.code.as_str().into(),
            filled.instrument.version.as_str().into(),
            filled.stored().into(),
            filled.is_complete().into(),
        ],
    )
    .await?;
    Ok(())
}

/// A screening that an account may open: one of a site where it may hold them, its own or one that
/// is about nobody yet. Once attached it is read in the person's case.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn visible(
    tx: &mut Tx,
    viewer: AccountId,
    id: ScreeningId,
) -> Result<Option<Screening>, DbError> {
    // The roles are those that carry `Permission::Screen`; a story compares the two.
    let row: Option<ScreeningRow> = tx
        .maybe(
            "SELECT id, site_id, person_id, case_id, referral_id, account_id, mode, moment, held_on
             FROM screening s WHERE id = $2 AND (account_id = $1 OR person_id IS NULL) AND EXISTS
                 (SELECT 1 FROM membership m WHERE m.account_id = $1 AND m.site_id = s.site_id
                  AND m.role IN ('prescriber', 'link_worker', 'coordinator'))",
            &[viewer.into(), id.into()],
        )
        .await?;
    row.as_ref().map(screening).transpose()
}

/// What was filled in one screening, in the order it was asked.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn measures_of_screening(tx: &mut Tx, id: ScreeningId) -> Result<Vec<Measure>, DbError> {
    let rows = tx
        .all(
            "SELECT m.id, m.screening_id, s.site_id, s.held_on, s.mode, s.moment, a.name AS account_name, m.instrument,
                    m.version, m.answers
             FROM measurement m JOIN screening s ON s.id = m.screening_id LEFT JOIN account a ON a.id = s.account_id
             WHERE s.id = $1 ORDER BY m.id",
            &[id.into()],
        )
        .await?;
    measures(tx, rows).await
}

/// Everything measured in a course of support, oldest day first: what its referral brought, and
/// what was taken since.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn measures_of_case(tx: &mut Tx, case: CaseId) -> Result<Vec<Measure>, DbError> {
    let rows = tx
        .all(
            "SELECT m.id, m.screening_id, s.site_id, s.held_on, s.mode, s.moment, a.name AS account_name, m.instrument,
                    m.version, m.answers
             FROM case_file c JOIN screening s ON s.case_id = c.id OR s.referral_id = c.referral_id
             JOIN measurement m ON m.screening_id = s.id LEFT JOIN account a ON a.id = s.account_id
             WHERE c.id = $1 ORDER BY s.held_on, s.at, m.id",
            &[case.into()],
        )
        .await?;
    measures(tx, rows).await
}

/// Every measure of a person, oldest first.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn measures_of_person(tx: &mut Tx, person: PersonId) -> Result<Vec<Measure>, DbError> {
    let rows = tx
        .all(
            "SELECT m.id, m.screening_id, s.site_id, s.held_on, s.mode, s.moment, a.name AS account_name, m.instrument,
                    m.version, m.answers
             FROM screening s JOIN measurement m ON m.screening_id = s.id
             LEFT JOIN account a ON a.id = s.account_id
             WHERE s.person_id = $1 ORDER BY s.held_on, s.at, m.id",
            &[person.into()],
        )
        .await?;
    measures(tx, rows).await
}

/// What was measured with a merged record was measured with the person.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn move_records(tx: &mut Tx, gone: PersonId, kept: PersonId) -> Result<(), DbError> {
    tx.run("UPDATE screening SET person_id = $2 WHERE person_id = $1", &[gone.into(), kept.into()]).await?;
    Ok(())
}

/// An account's latest consultations that are about nobody yet, newest first, each with the moment
/// it was kept (Unix seconds) and what was filled in it.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn unattached_of(
    tx: &mut Tx,
    account: AccountId,
) -> Result<Vec<(i64, Vec<Measure>)>, DbError> {
    let kept: Vec<(Uuid, i64)> = tx
        .all(
            "SELECT id, at FROM screening WHERE account_id = $1 AND person_id IS NULL
             ORDER BY at DESC, id DESC LIMIT 10",
            &[account.into()],
        )
        .await?;
    let rows = tx
        .all(
            "SELECT m.id, m.screening_id, s.site_id, s.held_on, s.mode, s.moment, a.name AS account_name, m.instrument,
                    m.version, m.answers
             FROM measurement m JOIN screening s ON s.id = m.screening_id JOIN account a ON a.id = s.account_id
             WHERE s.id IN (SELECT id FROM screening WHERE account_id = $1 AND person_id IS NULL
                            ORDER BY at DESC, id DESC LIMIT 10)
             ORDER BY m.id",
            &[account.into()],
        )
        .await?;
    let mut filled = measures(tx, rows).await?;
    let of = |(id, at)| (at, filled.extract_if(.., |one| one.screening_id == ScreeningId(id)).collect());
    Ok(kept.into_iter().map(of).collect())
}

/// Says whose consultation it was; false when it was already said.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn attach(
    tx: &mut Tx,
    id: ScreeningId,
    person: PersonId,
    referral: ReferralId,
) -> Result<bool, DbError> {
    let rows = tx
        .run(
            "UPDATE screening SET person_id = $2, referral_id = $3 WHERE id = $1 AND person_id IS NULL",
            &[id.into(), person.into(), referral.into()],
        )
        .await?;
    Ok(rows == 1)
}
