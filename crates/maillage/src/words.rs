//! What the program itself says, on its own pages and in a terminal, from `words/*/*.ftl`.

use std::sync::LazyLock;

use kernel::Lang;
use kernel::role::Role;

use generated::{L10n, L10nLanguage};

#[expect(
    clippy::all,
    clippy::pedantic,
    clippy::restriction,
    dead_code,
    unreachable_pub,
    reason = "generated from the words files by build.rs"
)]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

pub(crate) type Words = L10nLanguage;

static FR: LazyLock<Words> = LazyLock::new(|| L10n::Fr.load());
static EN: LazyLock<Words> = LazyLock::new(|| L10n::En.load());

/// Every message of this crate in a language.
pub(crate) fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Fr => &FR,
        Lang::En => &EN,
    }
}

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
