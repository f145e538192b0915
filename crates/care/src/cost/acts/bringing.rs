//! Consultations brought from a file: looked at first, kept whole or not at all.

use std::collections::BTreeMap;

use kernel::clock::in_france;
use kernel::id::{CaseId, SiteId};
use platform::audit::{Action, Kind};
use platform::db::Tx;
use platform::web::Nope;

use crate::act::Acting;
use crate::caseload::acts::must_be_written;
use crate::cost::file::{Given, Looked, NotRead};
use crate::cost::model::Standing;
use crate::cost::sql;

/// Holds a file beside what a team has noted; nothing is kept of it.
///
/// # Errors
/// [`NotRead`] inside; the store's outside.
pub(in crate::cost) async fn looked_at(
    tx: &mut Tx,
    acting: &Acting<'_>,
    site: SiteId,
    file: &[u8],
) -> Result<Result<Looked, NotRead>, Nope> {
    let known = sql::visits::of_site(tx, site).await?;
    acting.trace_list(tx, Kind::Case, [site]).await?;
    Ok(Looked::at(file, &known, in_france(acting.now).date()))
}

/// Keeps every line, each in the trail of its file.
///
/// # Errors
/// [`Nope::NotFound`] for a course of support that is not the team's, [`Nope::Changed`] where one was noted
/// otherwise since it was shown: the caller then drops the transaction, and nothing of the file is kept.
pub(in crate::cost) async fn keep_all(
    tx: &mut Tx,
    acting: &Acting<'_>,
    site: SiteId,
    lines: &[Given],
) -> Result<(), Nope> {
    let by = acting.account().ok_or(Nope::NotFound)?;
    let today = in_france(acting.now).date();
    let known = sql::visits::of_site(tx, site).await?;
    let known: BTreeMap<CaseId, &Standing> = known.iter().map(|one| (one.case, one)).collect();
    for given in lines {
        let standing = known.get(&given.case).ok_or(Nope::NotFound)?;
        let noted = given.over(standing, today).map_err(|_| Nope::Changed)?;
        let written = sql::visits::write(tx, (given.case, given.version), &noted, (by, acting.now)).await?;
        must_be_written(written)?;
        acting.trace(tx, Action::Changed, given.case, site).await?;
    }
    Ok(())
}
