//! What a command says to whoever typed it.

use std::fmt::Display;
use std::io::Write;

use kernel::Lang;

/// One line on the standard output. A reader that has gone away (`| head`) is no failure.
pub(crate) fn say(line: impl Display) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

/// One line on the standard error output.
pub(crate) fn complain(line: impl Display) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

/// The terminal's language: English when its locale says so, French otherwise.
pub(crate) fn lang() -> Lang {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty());
    locale.map_or(Lang::Fr, |locale| of_locale(&locale))
}

fn of_locale(locale: &str) -> Lang {
    if locale.starts_with("en") { Lang::En } else { Lang::Fr }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_in_english_is_answered_in_english() {
        assert_eq!(of_locale("en_GB.UTF-8"), Lang::En);
        assert_eq!(of_locale("fr_FR.UTF-8"), Lang::Fr);
        assert_eq!(of_locale("C.UTF-8"), Lang::Fr);
    }
}
