//! Noting consultations before and after.

use kernel::clock::in_france;
use platform::db::Tx;
use platform::web::Nope;

use crate::act::Acting;
use crate::caseload::Case;
use crate::caseload::acts::must_be_written;
use crate::cost::model::Noted;
use crate::cost::rules::{self, TooEarly};
use crate::cost::sql;

/// Notes both sides of a course of support that was opened to change; a side that is none is not known.
///
/// # Errors
/// [`TooEarly`] inside, for months that are not over; [`Nope::Changed`] when somebody noted something since
/// `version` was shown.
pub async fn note_visits(
    tx: &mut Tx,
    acting: &Acting<'_>,
    (case, version): (&Case, i64),
    noted: &Noted,
) -> Result<Result<(), TooEarly>, Nope> {
    let by = acting.account().ok_or(Nope::NotFound)?;
    let standing = sql::visits::of_case(tx, case.id).await?.ok_or(Nope::NotFound)?;
    let is_over = rules::is_over(standing.referred_on, in_france(acting.now).date());
    if let (Some(_), Err(refused)) = (noted.after, is_over) {
        return Ok(Err(refused));
    }
    must_be_written(sql::visits::write(tx, (case.id, version), noted, (by, acting.now)).await?)?;
    Ok(Ok(()))
}
