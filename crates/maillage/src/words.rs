//! What the program itself says, on its own pages and in a terminal, from `words/*/*.ftl`.

include!(concat!(env!("OUT_DIR"), "/words.rs"));

use kernel::role::Role;

/// A role as people say it.
pub(crate) fn role_label(role: Role, lang: Lang) -> String {
    let w = platform::words::words(lang);
    match role {
        Role::Prescriber => w.role_prescriber(),
        Role::LinkWorker => w.role_link_worker(),
        Role::Coordinator => w.role_coordinator(),
        Role::Administrator => w.role_administrator(),
    }
}
