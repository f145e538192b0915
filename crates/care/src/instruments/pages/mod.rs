//! The screens of a team's questionnaires.

pub(super) mod bring;
pub(super) mod choose;
pub(super) mod frame;
pub(super) mod list;
pub(super) mod write_in;

use kernel::id::SiteId;
use platform::web::may::{May, ShareTheLoad};

/// A team to choose among several.
pub(super) struct Team {
    pub(super) id: String,
    pub(super) name: String,
}

fn teams(may: &May<ShareTheLoad>) -> Vec<Team> {
    let team = |membership: &platform::accounts::Membership| Team {
        id: membership.site_id.to_string(),
        name: membership.site_name.clone(),
    };
    may.memberships().map(team).collect()
}

/// The one team there is, or the one that was chosen.
fn chosen(may: &May<ShareTheLoad>, typed: &str) -> Option<SiteId> {
    let sites: Vec<SiteId> = may.sites().collect();
    match sites.as_slice() {
        [one] => Some(*one),
        several => several.iter().find(|site| site.to_string() == typed).copied(),
    }
}
