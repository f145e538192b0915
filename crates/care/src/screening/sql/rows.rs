//! Rows as they are stored, and what they say.

use std::collections::HashMap;

use kernel::coded::Coded;
use kernel::id::{AccountId, CaseId, PersonId, ReferralId, ScreeningId, SiteId};
use measure::Instrument;
use platform::db::{DbError, Tx};
use sqlx::FromRow;
use uuid::Uuid;

use crate::instruments;
use crate::screening::model::{Filled, Measure, Mode, Moment, Screening};

#[derive(FromRow)]
pub(super) struct ScreeningRow {
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
pub(super) struct MeasureRow {
    id: Uuid,
    screening_id: Uuid,
    pub(super) site_id: Uuid,
    held_on: String,
    mode: String,
    moment: String,
    account_name: Option<String>,
    instrument: String,
    version: String,
    answers: String,
    /// Only where many cases are read at once.
    #[sqlx(default)]
    pub(super) case_id: Option<Uuid>,
    /// Unix seconds; with the case.
    #[sqlx(default)]
    pub(super) kept_at: Option<i64>,
    /// Only where many persons are.
    #[sqlx(default)]
    pub(super) person_id: Option<Uuid>,
}

/// Reads measures; each instrument that somebody brought is asked for once.
#[derive(Default)]
pub(super) struct Reader {
    known: HashMap<(Uuid, String, String), Option<&'static Instrument>>,
}

pub(super) async fn measures(tx: &mut Tx, rows: Vec<MeasureRow>) -> Result<Vec<Measure>, DbError> {
    let mut reader = Reader::default();
    let mut read = Vec::new();
    for row in rows {
        read.push(reader.measure(tx, row).await?);
    }
    Ok(read)
}

impl Reader {
    async fn instrument(
        &mut self,
        tx: &mut Tx,
        row: &MeasureRow,
    ) -> Result<Option<&'static Instrument>, DbError> {
        let key = (row.site_id, row.instrument.clone(), row.version.clone());
        if let Some(known) = self.known.get(&key) {
            return Ok(*known);
        }
        let named = (row.instrument.as_str(), row.version.as_str());
        let answered = instruments::answered(tx, SiteId(row.site_id), named).await?;
        self.known.insert(key, answered);
        Ok(answered)
    }

    pub(super) async fn measure(&mut self, tx: &mut Tx, row: MeasureRow) -> Result<Measure, DbError> {
        let answered = self.instrument(tx, &row).await?;
        measure(row, answered)
    }
}

fn measure(row: MeasureRow, answered: Option<&'static Instrument>) -> Result<Measure, DbError> {
    let impossible = |table, column, id: Uuid| DbError::Impossible { table, column, id: id.to_string() };
    let filled = match answered {
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

pub(super) fn screening(row: &ScreeningRow) -> Result<Screening, DbError> {
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
