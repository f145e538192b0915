//! Which windows somebody was written to about.

use jiff::Timestamp;
use kernel::coded::Coded;
use kernel::id::CandidateId;
use platform::db::{DbError, Tx};

kernel::coded! {
    /// Why a letter goes.
    Occasion {
        Opens = "opens",
        /// Nothing was answered, and it closes soon.
        Closes = "closes",
    }
}

/// False when one was sent before.
pub(in crate::study) async fn mark(
    tx: &mut Tx,
    candidate: CandidateId,
    point: &str,
    occasion: Occasion,
    now: Timestamp,
) -> Result<bool, DbError> {
    let written = tx
        .run(
            "INSERT INTO study_letter (study_person_id, point, occasion, sent_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (study_person_id, point, occasion) DO NOTHING",
            &[candidate.into(), point.into(), occasion.code().into(), now.into()],
        )
        .await?;
    Ok(written == 1)
}
