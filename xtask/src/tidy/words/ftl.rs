//! What a Fluent file says, line by line, without its machinery.

/// One line of a message; each `{ … }` of it is one [`HOLE`].
#[derive(Debug, Eq, PartialEq)]
pub(super) struct Said<'a> {
    pub(super) line: usize,
    pub(super) key: &'a str,
    pub(super) text: String,
}

/// Stands where a name or a number will.
const HOLE: char = '\u{FFFC}';

pub(super) fn said(text: &str) -> Vec<Said<'_>> {
    let mut key = "";
    let mut found = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let is_indented = line.starts_with([' ', '\t']);
        let words = match line.split_once('=') {
            _ if line.starts_with('#') => continue,
            Some((name, words)) if !is_indented => {
                key = name.trim();
                words
            }
            Some((name, words)) if name.trim_start().starts_with('.') => words,
            _ => line,
        };
        let text = without_machinery(words.trim());
        if !text.is_empty() {
            found.push(Said { line: index + 1, key, text });
        }
    }
    found
}

/// Names of the messages, in order.
pub(super) fn keys(text: &str) -> Vec<(usize, &str)> {
    let lines = text.lines().enumerate();
    lines
        .filter(|(_, line)| line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-'))
        .filter_map(|(index, line)| Some((index + 1, line.split_once('=')?.0.trim())))
        .collect()
}

/// Also takes off `[one]` and `*[other]` before a variant.
fn without_machinery(words: &str) -> String {
    let words = words.strip_prefix('*').unwrap_or(words);
    let mut rest = match words.strip_prefix('[').and_then(|tag| tag.split_once(']')) {
        Some((_, variant)) => variant.trim_start(),
        None => words,
    };
    let mut text = String::new();
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        text.push(HOLE);
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    text.push_str(rest.trim_end_matches('}'));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(ftl: &str) -> Vec<(usize, String)> {
        said(ftl).into_iter().map(|said| (said.line, said.text)).collect()
    }

    #[test]
    fn only_what_people_read_is_kept() {
        let ftl = "# note: $n (Number)\na = Bonjour { $name }\n    et bienvenue\n";
        let expected = [(2, format!("Bonjour {HOLE}")), (3, "et bienvenue".to_owned())];
        assert_eq!(texts(ftl), expected);
    }

    #[test]
    fn each_variant_of_a_plural_is_read() {
        let ftl = "a = { $n ->\n    [one] une personne\n   *[other] { NUMBER($n) } personnes\n}\n";
        let expected =
            [(1, HOLE.to_string()), (2, "une personne".to_owned()), (3, format!("{HOLE} personnes"))];
        assert_eq!(texts(ftl), expected);
    }

    #[test]
    fn messages_have_names() {
        assert_eq!(keys("# c\nplan-a = x = y\n    z = 1\nplan-b =\n    z\n"), [(2, "plan-a"), (4, "plan-b")]);
    }
}
