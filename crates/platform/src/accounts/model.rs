//! Accounts and sites as the rest of the house sees them.

use kernel::Lang;
use kernel::contact::{Email, Phone};
use kernel::id::{AccountId, SiteId};
use kernel::role::{Permission, Role};

/// Somebody who signs in.
#[derive(Clone, Debug)]
pub struct Account {
    pub id: AccountId,
    pub name: String,
    pub email: Email,
    pub lang: Option<Lang>,
    pub memberships: Vec<Membership>,
}

/// What somebody is at one site.
#[derive(Clone, Debug)]
pub struct Membership {
    pub site_id: SiteId,
    pub site_name: String,
    pub role: Role,
}

impl Account {
    pub fn may(&self, permission: Permission) -> bool {
        self.memberships.iter().any(|membership| membership.role.may(permission))
    }

    /// Somewhere: enough to choose a first page, never to open a record.
    pub fn has_role(&self, role: Role) -> bool {
        self.memberships.iter().any(|membership| membership.role == role)
    }

    pub fn is_at(&self, role: Role, site: SiteId) -> bool {
        self.memberships.iter().any(|membership| membership.role == role && membership.site_id == site)
    }

    /// « Nadia » of « Nadia Belkacem ».
    pub fn first_name(&self) -> &str {
        self.name.split_whitespace().next().unwrap_or(&self.name)
    }
}

/// A team of care.
#[derive(Clone, Debug)]
pub struct Site {
    pub id: SiteId,
    pub name: String,
    pub address: String,
    pub phone: Phone,
    pub consent_mode: ConsentMode,
}

kernel::coded! {
    /// On what ground a link worker may hear of a person (CSP L1110-4, CASF L121-6-2).
    ConsentMode {
        /// The link worker belongs to the care team: the person is told and may object.
        Information = "information",
        /// The link worker belongs to an association: the person agrees first.
        Prior = "prior",
    }
}
