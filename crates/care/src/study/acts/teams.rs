//! Asking teams, and their answers.

use kernel::id::{SiteId, StudyId};
use kernel::role::Role;
use platform::accounts;
use platform::audit::Action;
use platform::db::Tx;
use platform::web::Nope;

use super::setting_up::seed;
use crate::act::Acting;
use crate::study::model::Study;
use crate::study::{address, sql};

/// Asks a team, and writes to whoever coordinates it.
///
/// # Errors
/// The store's.
pub(in crate::study) async fn invite(
    tx: &mut Tx,
    acting: &Acting<'_>,
    study: &Study,
    site: SiteId,
) -> Result<(), Nope> {
    let by = acting.account().ok_or(Nope::NotFound)?;
    sql::teams::invite(tx, (study.id, site), (by, acting.now), seed()?).await?;
    let link = acting.app.settings().address(address(study.id));
    for (account, _) in accounts::holding(tx, site, Role::Coordinator).await? {
        acting
            .write_to(tx, account, |w| (w.study_invited_subject(), w.study_invited_body(link.as_str())))
            .await?;
    }
    Ok(acting.trace(tx, Action::Changed, study.id, study.site).await?)
}

/// What a team's coordinator answers for it.
///
/// # Errors
/// [`Nope::NotFound`] when it was not asked; the store's.
pub(in crate::study) async fn answer(
    tx: &mut Tx,
    acting: &Acting<'_>,
    (study, site): (StudyId, SiteId),
    is_taking_part: bool,
) -> Result<(), Nope> {
    let by = acting.account().ok_or(Nope::NotFound)?;
    if !sql::teams::answer(tx, (study, site), (by, acting.now), is_taking_part).await? {
        return Err(Nope::NotFound);
    }
    Ok(acting.trace(tx, Action::Answered, study, site).await?)
}
