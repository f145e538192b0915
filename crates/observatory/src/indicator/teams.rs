//! Whose figures: one team, or all those whose files the reader opens.

use kernel::id::SiteId;
use kernel::role::{Permission, Role};
use platform::accounts::{Account, Membership};
use platform::web::nope::Nope;

/// The teams whose figures are read together.
#[derive(Clone, Debug)]
pub(crate) struct Teams {
    pub(crate) sites: Vec<SiteId>,
    pub(crate) named: String,
}

impl Teams {
    /// One of the teams whose files the reader opens, by its id as typed, or all of them where nothing was;
    /// none for whoever opens no file.
    ///
    /// # Errors
    /// [`Nope::NotFound`] for a team of others.
    pub(crate) fn chosen(account: &Account, typed: &str) -> Result<Option<Teams>, Nope> {
        let own = own(account);
        let is_asked = |membership: &&Membership| typed.is_empty() || typed == membership.site_id.to_string();
        let chosen: Vec<&Membership> = own.iter().copied().filter(is_asked).collect();
        if chosen.is_empty() {
            return if own.is_empty() { Ok(None) } else { Err(Nope::NotFound) };
        }
        let names: Vec<&str> = chosen.iter().map(|membership| membership.site_name.as_str()).collect();
        Ok(Some(Teams {
            named: names.join(", "),
            sites: chosen.iter().map(|membership| membership.site_id).collect(),
        }))
    }

    /// Whether whoever reads shares the load of every one of them.
    pub(super) fn are_coordinated_by(&self, account: &Account) -> bool {
        self.sites.iter().all(|site| {
            account.memberships.iter().any(|held| held.site_id == *site && held.role == Role::Coordinator)
        })
    }
}

/// Teams to choose from: `(id, name)`.
pub(crate) fn choices(account: &Account) -> Vec<(String, String)> {
    let choice = |membership: &Membership| (membership.site_id.to_string(), membership.site_name.clone());
    own(account).into_iter().map(choice).collect()
}

/// The teams whose files somebody opens, each once.
fn own(account: &Account) -> Vec<&Membership> {
    let mut own: Vec<&Membership> = Vec::new();
    for membership in account.memberships.iter().filter(|held| held.role.may(Permission::RunCaseload)) {
        if own.iter().all(|known| known.site_id != membership.site_id) {
            own.push(membership);
        }
    }
    own
}
