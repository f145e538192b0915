//! Which of their teams somebody speaks for.

use kernel::id::SiteId;
use platform::accounts::{Membership, Site, sites};
use platform::db::Tx;
use platform::web::Nope;
use platform::web::may::{Asks, May};
use serde::Deserialize;

/// The team an address names.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    pub(crate) equipe: String,
    /// What they have just done.
    pub(crate) fait: Option<String>,
}

/// The team asked for; the first of theirs when none is.
///
/// # Errors
/// [`Nope::NotFound`] for one that is not theirs.
pub(crate) async fn team<P: Asks>(tx: &mut Tx, may: &May<P>, asked: &str) -> Result<Site, Nope> {
    let id = if asked.is_empty() { may.site()? } else { asked.parse().map_err(|_| Nope::NotFound)? };
    if !may.sites().any(|mine| mine == id) {
        return Err(Nope::NotFound);
    }
    sites::find(tx, id).await?.ok_or(Nope::NotFound)
}

/// Their other teams.
pub(crate) fn others<P: Asks>(may: &May<P>, site: SiteId) -> Vec<Membership> {
    may.memberships().filter(|membership| membership.site_id != site).cloned().collect()
}
