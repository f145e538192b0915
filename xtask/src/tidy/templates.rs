//! Pages share one layout, and our content policy lets nothing inline run.

use super::flaw::{Flaw, on_lines_with};
use super::place;

const STYLE: &str = "inline style, which browsers will refuse: give it a class";
const HANDLER: &str = "inline handler, which browsers will refuse: listen from crates/assets/ts";
const SCRIPT: &str = "inline script, which browsers will refuse: move it to crates/assets/ts";
const NO_LAYOUT: &str = "a page without a layout: begin with `{% extends \"layout.html\" %}`";

pub(super) fn flaws(path: &str, text: &str) -> Vec<Flaw> {
    if !place::is_template(path) {
        return Vec::new();
    }
    let mut flaws = on_lines_with(path, text, " style=", STYLE);
    flaws.extend(on_lines_with(path, text, "<style", STYLE));
    for (index, line) in text.lines().enumerate() {
        if has_handler(line) {
            flaws.push(Flaw::new(path, index + 1, HANDLER));
        }
        if line.split("<script").skip(1).any(runs_inline) {
            flaws.push(Flaw::new(path, index + 1, SCRIPT));
        }
    }
    flaws.extend(without_layout(path, text));
    flaws
}

/// Whether the rest of a `<script` holds code. A block of linked data is never run, so that the
/// content policy does not apply to it (HTML standard, « prepare the script element »).
fn runs_inline(rest: &str) -> bool {
    let tag = rest.split('>').next().unwrap_or_default();
    !tag.contains(" src=") && tag.trim() != "type=\"application/ld+json\""
}

fn has_handler(line: &str) -> bool {
    line.split(" on").skip(1).any(|rest| {
        let name = rest.split('=').next().unwrap_or_default();
        rest.contains('=') && !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase())
    })
}

/// What makes a whole page, and a partial never has.
const OF_A_PAGE: [&str; 5] = ["<!doctype", "<html", "<body", "<main", "<h1"];

fn without_layout(path: &str, text: &str) -> Option<Flaw> {
    let is_layout = path.rsplit('/').next().is_some_and(|file| file.ends_with("layout.html"));
    if is_layout || text.contains("{% extends \"") {
        return None;
    }
    let lines = text.lines().enumerate();
    let mut of_a_page = lines.filter(|(_, line)| OF_A_PAGE.iter().any(|tag| line.contains(tag)));
    of_a_page.next().map(|(index, _)| Flaw::new(path, index + 1, NO_LAYOUT))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "crates/care/src/referral/show.html";

    #[test]
    fn nothing_runs_inline() {
        for text in [
            "<p style=\"color: red\">",
            "<style>p {}</style>",
            "<button onclick=\"f()\">",
            "<script>f()</script>",
            "<script type=\"module\">",
        ] {
            assert_eq!(flaws(PAGE, text).len(), 1, "{text}");
        }
    }

    #[test]
    fn words_that_look_like_it_are_free() {
        for text in [
            "<script type=\"module\" src=\"/app.js\"></script>",
            "<script type=\"application/ld+json\">{{ json|safe }}</script>",
            "<p>based on x</p>",
            "<p class=\"style\">",
        ] {
            assert!(flaws(PAGE, text).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_page_has_a_layout_and_a_partial_needs_none() {
        assert_eq!(flaws(PAGE, "<h1>Bonjour</h1>").len(), 1);
        assert!(flaws(PAGE, "{% extends \"layout.html\" %}<h1>Bonjour</h1>").is_empty());
        assert!(flaws(PAGE, "<li>{{ name }}</li>").is_empty());
        assert!(flaws("crates/platform/templates/layout.html", "<!doctype html>").is_empty());
        assert!(flaws("crates/assets/guide/index.html", "<h1>Guide</h1>").is_empty());
    }
}
