//! Who reads which report.

use kernel::id::SiteId;
use kernel::role::Permission;
use platform::accounts::{Account, Membership};
use platform::web::Nope;

use crate::frozen::Scope;

/// The teams an account reads figures of, each once: `(id, name)`.
pub(super) fn readable(account: &Account) -> Vec<(SiteId, String)> {
    let mut teams: Vec<(SiteId, String)> = Vec::new();
    for held in holding(account, Permission::ReadFigures) {
        if teams.iter().all(|(known, _)| *known != held.site_id) {
            teams.push((held.site_id, held.site_name.clone()));
        }
    }
    teams
}

/// Whether somebody opens the files behind the numbers, and so sees them exactly.
pub(super) fn sees_exactly(account: &Account, scope: Scope) -> bool {
    is_at(account, scope, Permission::RunCaseload)
}

/// Whether somebody adds words to it. Of all teams together: whoever coordinates one.
pub(super) fn writes(account: &Account, scope: Scope) -> bool {
    match scope {
        Scope::Team(_) => is_at(account, scope, Permission::ShareTheLoad),
        Scope::All => holding(account, Permission::ShareTheLoad).next().is_some(),
    }
}

/// # Errors
/// [`Nope::NotFound`] for a team of others; all teams together are read by whoever reads figures of one.
pub(super) fn may_read(account: &Account, scope: Scope) -> Result<(), Nope> {
    match scope {
        Scope::All => Ok(()),
        Scope::Team(_) if is_at(account, scope, Permission::ReadFigures) => Ok(()),
        Scope::Team(_) => Err(Nope::NotFound),
    }
}

fn is_at(account: &Account, scope: Scope, permission: Permission) -> bool {
    holding(account, permission).any(|held| Scope::Team(held.site_id) == scope)
}

fn holding(account: &Account, permission: Permission) -> impl Iterator<Item = &Membership> {
    account.memberships.iter().filter(move |held| held.role.may(permission))
}
