//! The words of figures, French and English, from `words/*/*.ftl`.

use std::sync::LazyLock;

use kernel::Lang;

use generated::{L10n, L10nLanguage};

#[expect(
    missing_debug_implementations,
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

pub type Words = L10nLanguage;

static FR: LazyLock<Words> = LazyLock::new(|| L10n::Fr.load());
static EN: LazyLock<Words> = LazyLock::new(|| L10n::En.load());

/// Every message of this crate in a language.
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Fr => &FR,
        Lang::En => &EN,
    }
}
