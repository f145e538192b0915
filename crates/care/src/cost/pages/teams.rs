//! The teams somebody coordinates.

use kernel::id::SiteId;
use platform::web::Nope;
use platform::web::may::{May, ShareTheLoad};

/// `(id, name)` of each.
pub(super) fn all(may: &May<ShareTheLoad>) -> Vec<(String, String)> {
    may.memberships().map(|held| (held.site_id.to_string(), held.site_name.clone())).collect()
}

/// The one that was chosen; the first where nothing was.
///
/// # Errors
/// [`Nope::NotFound`] for a team of others.
pub(super) fn chosen(may: &May<ShareTheLoad>, typed: &str) -> Result<SiteId, Nope> {
    let mut sites = may.sites();
    let chosen = if typed.is_empty() { sites.next() } else { sites.find(|site| site.to_string() == typed) };
    chosen.ok_or(Nope::NotFound)
}
