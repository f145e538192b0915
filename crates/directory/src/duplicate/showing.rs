//! Under which entry each merged one is shown, as decisions and sources change.

use platform::db::{DbError, Tx};

use super::merged::Merged;
use crate::organization::{self, Link, OrganizationId};
use crate::stored::Change;

/// Which entries are shown under which others.
///
/// # Errors
/// [`DbError`] of the store, or of a row that cannot be.
pub async fn merged(tx: &mut Tx) -> Result<Merged, DbError> {
    of_links(&organization::links(tx).await?)
}

/// Puts it right after a decision or an import, in its transaction: a few rows at the most.
///
/// # Errors
/// [`DbError`] of the store, or of a row that cannot be.
pub(crate) async fn settle(tx: &mut Tx, change: Change) -> Result<(), DbError> {
    let links = organization::links(tx).await?;
    let merged = of_links(&links)?;
    for link in &links {
        let id = read(&link.id)?;
        let kept = merged.kept(&id);
        let shown_under = (*kept != id).then_some(kept);
        if shown_under.map(OrganizationId::as_str) != link.shown_under.as_deref() {
            organization::show_under(tx, &id, shown_under, change).await?;
        }
    }
    Ok(())
}

fn of_links(links: &[Link]) -> Result<Merged, DbError> {
    let steps = links.iter().filter_map(|link| Some((link, link.merged_into.as_deref()?)));
    let steps = steps.map(|(link, other)| Ok((read(&link.id)?, read(other)?, link.gone_since.is_some())));
    Ok(Merged::new(steps.collect::<Result<Vec<_>, DbError>>()?))
}

fn read(id: &str) -> Result<OrganizationId, DbError> {
    let impossible =
        |_| DbError::Impossible { table: "organization", column: "merged_into", id: id.to_owned() };
    OrganizationId::parse(id).map_err(impossible)
}
