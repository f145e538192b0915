//! The tables of screenings and of what was filled in them.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::id::{AccountId, CaseId, MeasurementId, PersonId, ReferralId, ScreeningId, SiteId};
use measure::Instrument;
use platform::db::{DbError, Tx};
use sqlx::FromRow;
use uuid::Uuid;

use super::model::{Filled, Measure, Mode, Moment, Screening};
use super::pairs::Pair;

#[derive(FromRow)]
struct ScreeningRow {
    id: Uuid,
    site_id: Uuid,
    person_id: Option<Uuid>,
    case_id: Option<Uuid>,
    referral_id: Option<Uuid>,
    account_id: Option<Uuid>,
    mode: String,
    moment: String,
    held_on: String,
}

#[derive(FromRow)]
struct MeasureRow {
    id: Uuid,
    screening_id: Uuid,
    held_on: String,
    mode: String,
    moment: String,
    account_name: Option<String>,
    instrument: String,
    version: String,
    answers: String,
    /// Only where many cases are read at once.
    #[sqlx(default)]
    case_id: Option<Uuid>,
}

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

/// # Errors
/// [`DbError`] of the store.
pub async fn find(tx: &mut Tx, id: ScreeningId) -> Result<Option<Screening>, DbError> {
    let row: Option<ScreeningRow> = tx
        .maybe(
            "SELECT id, site_id, person_id, case_id, referral_id, account_id, mode, moment, held_on
             FROM screening WHERE id = $1",
            &[id.into()],
        )
        .await?;
    row.map(screening).transpose()
}

/// What was filled in one screening, in the order it was asked.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn measures_of_screening(tx: &mut Tx, id: ScreeningId) -> Result<Vec<Measure>, DbError> {
    let rows = tx
        .all(
            "SELECT m.id, m.screening_id, s.held_on, s.mode, s.moment, a.name AS account_name, m.instrument,
                    m.version, m.answers
             FROM measurement m JOIN screening s ON s.id = m.screening_id LEFT JOIN account a ON a.id = s.account_id
             WHERE s.id = $1 ORDER BY m.id",
            &[id.into()],
        )
        .await?;
    measures(rows)
}

/// Everything measured in a course of support, oldest day first: what its referral brought, and
/// what was taken since.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn measures_of_case(tx: &mut Tx, case: CaseId) -> Result<Vec<Measure>, DbError> {
    let rows = tx
        .all(
            "SELECT m.id, m.screening_id, s.held_on, s.mode, s.moment, a.name AS account_name, m.instrument,
                    m.version, m.answers
             FROM case_file c JOIN screening s ON s.case_id = c.id OR s.referral_id = c.referral_id
             JOIN measurement m ON m.screening_id = s.id LEFT JOIN account a ON a.id = s.account_id
             WHERE c.id = $1 ORDER BY s.held_on, s.at, m.id",
            &[case.into()],
        )
        .await?;
    measures(rows)
}

/// Everything measured with a person, oldest day first, under the records merged into theirs too.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn measures_of_person(tx: &mut Tx, person: PersonId) -> Result<Vec<Measure>, DbError> {
    let rows = tx
        .all(
            "SELECT m.id, m.screening_id, s.held_on, s.mode, s.moment, a.name AS account_name, m.instrument,
                    m.version, m.answers
             FROM person p JOIN screening s ON s.person_id = p.id JOIN measurement m ON m.screening_id = s.id
             LEFT JOIN account a ON a.id = s.account_id
             WHERE p.id = $1 OR p.merged_into = $1 ORDER BY s.held_on, s.at, m.id",
            &[person.into()],
        )
        .await?;
    measures(rows)
}

/// First and last filling of an instrument for every case that a site opened from a moment on and
/// before another; a case never measured is there too.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn pairs(
    tx: &mut Tx,
    site: SiteId,
    (from, before): (Timestamp, Timestamp),
    instrument: &'static Instrument,
) -> Result<Vec<Pair>, DbError> {
    let cases: Vec<(Uuid,)> = tx
        .all(
            "SELECT id FROM case_file WHERE site_id = $1 AND opened_at >= $2 AND opened_at < $3 ORDER BY id",
            &[site.into(), from.into(), before.into()],
        )
        .await?;
    let rows: Vec<MeasureRow> = tx
        .all(
            "SELECT m.id, m.screening_id, s.held_on, s.mode, s.moment, a.name AS account_name, m.instrument,
                    m.version, m.answers, c.id AS case_id
             FROM case_file c JOIN screening s ON s.case_id = c.id OR s.referral_id = c.referral_id
             JOIN measurement m ON m.screening_id = s.id LEFT JOIN account a ON a.id = s.account_id
             WHERE c.site_id = $1 AND c.opened_at >= $2 AND c.opened_at < $3 AND m.instrument = $4
             ORDER BY s.held_on, s.at, m.id",
            &[site.into(), from.into(), before.into(), instrument.code.as_str().into()],
        )
        .await?;
    let mut of_cases: HashMap<Uuid, Vec<Measure>> = HashMap::new();
    for row in rows {
        if let Some(case) = row.case_id {
            of_cases.entry(case).or_default().push(measure(row)?);
        }
    }
    let pair = |(case,): (Uuid,)| {
        Pair::among(CaseId(case), &instrument.code, of_cases.get(&case).into_iter().flatten())
    };
    Ok(cases.into_iter().map(pair).collect())
}

/// How many consultations and self-screenings a site held from a day on and before another, in
/// each mode that occurs; reviews are not counted.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn held(
    tx: &mut Tx,
    site: SiteId,
    (from, before): (Date, Date),
) -> Result<Vec<(Mode, i64)>, DbError> {
    let rows: Vec<(String, i64)> = tx
        .all(
            "SELECT mode, COUNT(*) FROM screening
             WHERE site_id = $1 AND held_on >= $2 AND held_on < $3 AND moment = 'first' GROUP BY mode ORDER BY mode",
            &[site.into(), from.into(), before.into()],
        )
        .await?;
    let known = |(code, count): (String, i64)| {
        let impossible = DbError::Impossible { table: "screening", column: "mode", id: code.clone() };
        Ok((Mode::from_code(&code).ok_or(impossible)?, count))
    };
    rows.into_iter().map(known).collect()
}

/// An account's latest consultations that are about nobody yet, newest first.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn unattached_of(tx: &mut Tx, account: AccountId) -> Result<Vec<Screening>, DbError> {
    let rows: Vec<ScreeningRow> = tx
        .all(
            "SELECT id, site_id, person_id, case_id, referral_id, account_id, mode, moment, held_on
             FROM screening WHERE account_id = $1 AND person_id IS NULL ORDER BY at DESC, id DESC LIMIT 10",
            &[account.into()],
        )
        .await?;
    rows.into_iter().map(screening).collect()
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

fn measures(rows: Vec<MeasureRow>) -> Result<Vec<Measure>, DbError> {
    rows.into_iter().map(measure).collect()
}

fn measure(row: MeasureRow) -> Result<Measure, DbError> {
    let impossible = |table, column, id: Uuid| DbError::Impossible { table, column, id: id.to_string() };
    let shipped = measure::find(&row.instrument).filter(|instrument| instrument.version == row.version);
    let filled = match shipped {
        Some(instrument) => Some(
            Filled::from_stored(instrument, &row.answers)
                .ok_or_else(|| impossible("measurement", "answers", row.id))?,
        ),
        None => None,
    };
    let of_screening = |column| impossible("screening", column, row.screening_id);
    Ok(Measure {
        screening_id: ScreeningId(row.screening_id),
        held_on: row.held_on.parse().map_err(|_| of_screening("held_on"))?,
        mode: Mode::from_code(&row.mode).ok_or_else(|| of_screening("mode"))?,
        moment: Moment::from_code(&row.moment).ok_or_else(|| of_screening("moment"))?,
        by: row.account_name,
        instrument: row.instrument,
        version: row.version,
        filled,
    })
}

fn screening(row: ScreeningRow) -> Result<Screening, DbError> {
    let impossible = |column| DbError::Impossible { table: "screening", column, id: row.id.to_string() };
    Ok(Screening {
        id: ScreeningId(row.id),
        site_id: SiteId(row.site_id),
        person_id: row.person_id.map(PersonId),
        case_id: row.case_id.map(CaseId),
        referral_id: row.referral_id.map(ReferralId),
        account_id: row.account_id.map(AccountId),
        mode: Mode::from_code(&row.mode).ok_or_else(|| impossible("mode"))?,
        moment: Moment::from_code(&row.moment).ok_or_else(|| impossible("moment"))?,
        held_on: row.held_on.parse().map_err(|_| impossible("held_on"))?,
    })
}
