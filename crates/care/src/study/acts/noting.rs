//! Noting what did not go as the protocol says.

use platform::audit::Action;
use platform::db::Tx;
use platform::web::Nope;

use crate::act::Acting;
use crate::study::model::Candidate;
use crate::study::sql;
use crate::study::sql::deviations::Noted;

/// Keeps it beside those before; what it corrects stays. The case was opened to change.
///
/// # Errors
/// The store's.
pub(in crate::study) async fn note(
    tx: &mut Tx,
    acting: &Acting<'_>,
    candidate: &Candidate,
    noted: &Noted,
) -> Result<(), Nope> {
    let by = acting.account().ok_or(Nope::NotFound)?;
    sql::deviations::note(tx, candidate.id, noted, (by, acting.now)).await?;
    Ok(acting.trace(tx, Action::Changed, candidate.study, candidate.site).await?)
}
