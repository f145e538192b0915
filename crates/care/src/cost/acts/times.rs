//! Noting time, and taking a line away.

use kernel::clock::in_france;
use kernel::id::{AccountId, TimeSpentId};
use platform::db::Tx;
use platform::web::Nope;

use crate::act::Acting;
use crate::caseload::Case;
use crate::cost::model::Spent;
use crate::cost::rules::{self, NotLogged};
use crate::cost::sql;

/// Notes time spent on a course of support that was opened to change, ended or not: the last hours are often
/// noted after it.
///
/// # Errors
/// [`NotLogged`] inside; the store's outside.
pub async fn log(
    tx: &mut Tx,
    acting: &Acting<'_>,
    case: &Case,
    spent: &Spent,
) -> Result<Result<(), NotLogged>, Nope> {
    let by = acting.account().ok_or(Nope::NotFound)?;
    let standing = sql::visits::of_case(tx, case.id).await?.ok_or(Nope::NotFound)?;
    if let Err(refused) = rules::day_fits(spent, &standing, in_france(acting.now).date()) {
        return Ok(Err(refused));
    }
    sql::times::insert(tx, (TimeSpentId::new(), case.id), spent, (by, acting.now)).await?;
    Ok(Ok(()))
}

/// Takes a line away: whoever wrote it does, and a coordinator of the team.
///
/// # Errors
/// [`Nope::NotFound`] for a line that is not of this case, or that is somebody else's.
pub(in crate::cost) async fn take_away(
    tx: &mut Tx,
    case: &Case,
    line: TimeSpentId,
    (by, is_coordinator): (AccountId, bool),
) -> Result<(), Nope> {
    let lines = sql::times::of_case(tx, case.id).await?;
    let line = lines.iter().find(|known| known.id == line).ok_or(Nope::NotFound)?;
    if line.by != by && !is_coordinator {
        return Err(Nope::NotFound);
    }
    Ok(sql::times::delete(tx, case.id, line.id).await?)
}
