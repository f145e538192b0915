//! Arms as they will be given, block after block.

use kernel::id::{SiteId, StudyId};
use platform::db::{DbError, Tx};

/// The next place of a team and what its blocks are drawn from. Whoever enrols at the same moment waits for
/// this transaction to end, so that no place is given twice.
pub(in crate::study) async fn next_place(
    tx: &mut Tx,
    (study, site): (StudyId, SiteId),
) -> Result<(i64, i64), DbError> {
    tx.one(
        "UPDATE study_site SET places = places + 1 WHERE study_id = $1 AND site_id = $2 RETURNING places - 1, seed",
        &[study.into(), site.into()],
    )
    .await
}

/// Those that were made, in order, as one list of arms.
pub(in crate::study) async fn made(
    tx: &mut Tx,
    (study, site): (StudyId, SiteId),
) -> Result<(i64, Vec<String>), DbError> {
    let rows: Vec<(i64, String)> = tx
        .all(
            "SELECT number, arms FROM study_block WHERE study_id = $1 AND site_id = $2 ORDER BY number",
            &[study.into(), site.into()],
        )
        .await?;
    let next = rows.last().map_or(0, |(number, _)| number.saturating_add(1));
    let arms = rows.iter().flat_map(|(_, arms)| arms.split(' ').map(str::to_owned)).collect();
    Ok((next, arms))
}

pub(in crate::study) async fn insert(
    tx: &mut Tx,
    (study, site): (StudyId, SiteId),
    number: i64,
    arms: &[String],
) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO study_block (study_id, site_id, number, arms) VALUES ($1, $2, $3, $4)",
        &[study.into(), site.into(), number.into(), arms.join(" ").into()],
    )
    .await?;
    Ok(())
}
