//! A Rust file told apart into code, comments and texts.
//!
//! Not a parser: enough to know that a word stands in code and not in a sentence about it.

use std::ops::Range;

/// Three views of one file. Each has the file's bytes where they belong to it, spaces elsewhere, so
/// that a place in one view is the same place in the others, and lines keep their numbers.
#[derive(Debug)]
pub(super) struct Views {
    pub(super) code: String,
    pub(super) comments: String,
    /// String and character literals with their quotes.
    pub(super) texts: String,
}

impl Views {
    pub(super) fn of(text: &str) -> Views {
        let mut views = Views { code: String::new(), comments: String::new(), texts: String::new() };
        let mut rest = text;
        let mut is_in_word = false;
        while !rest.is_empty() {
            let (kind, length) = next_piece(rest, is_in_word);
            let (piece, after) = rest.split_at(length);
            is_in_word = kind == Kind::Code && piece.ends_with(|c: char| c.is_alphanumeric() || c == '_');
            views.push(kind, piece);
            rest = after;
        }
        views
    }

    /// The same without items that only tests compile.
    pub(super) fn without_tests(text: &str) -> Views {
        let mut views = Views::of(text);
        for range in test_items(&views.code) {
            for view in [&mut views.code, &mut views.comments, &mut views.texts] {
                let blank = blanked(view.get(range.clone()).unwrap_or_default());
                view.replace_range(range.clone(), &blank);
            }
        }
        views
    }

    fn push(&mut self, kind: Kind, piece: &str) {
        let blank = blanked(piece);
        self.code.push_str(if kind == Kind::Code { piece } else { &blank });
        self.comments.push_str(if kind == Kind::Comment { piece } else { &blank });
        self.texts.push_str(if kind == Kind::Text { piece } else { &blank });
    }
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Kind {
    Code,
    Comment,
    Text,
}

/// What a file goes on with, and for how many bytes.
fn next_piece(rest: &str, is_in_word: bool) -> (Kind, usize) {
    if rest.starts_with("//") {
        return (Kind::Comment, rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return (Kind::Comment, block_comment(rest));
    }
    if rest.starts_with('"') {
        return (Kind::Text, quoted(rest));
    }
    if let Some(length) = (!is_in_word).then(|| raw_text(rest)).flatten() {
        return (Kind::Text, length);
    }
    if let Some(length) = character(rest) {
        return (Kind::Text, length);
    }
    let first = rest.chars().next().map_or(1, char::len_utf8);
    let more = rest.split_at(first).1.find(['/', '"', '\'', 'r', 'b']);
    (Kind::Code, more.map_or(rest.len(), |more| first + more))
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0_usize;
    for (at, _) in rest.char_indices() {
        let here = rest.split_at(at).1;
        if here.starts_with("/*") {
            depth += 1;
        } else if here.starts_with("*/") {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return at + 2;
            }
        }
    }
    rest.len()
}

fn quoted(rest: &str) -> usize {
    let mut is_escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// `r"…"`, `r#"…"#`, with or without a `b` before.
fn raw_text(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let hashes: String = after.chars().take_while(|c| *c == '#').collect();
    let body = after.strip_prefix(&hashes)?.strip_prefix('"')?;
    let end = body.find(&format!("\"{hashes}"))?;
    Some(rest.len() - body.len() + end + 1 + hashes.len())
}

/// `'a'` or `'\n'`, and not a lifetime.
fn character(rest: &str) -> Option<usize> {
    let body = rest.strip_prefix('\'')?;
    if let Some(escaped) = body.strip_prefix('\\') {
        let first = escaped.chars().next()?.len_utf8();
        return Some(2 + first + escaped.split_at(first).1.find('\'')? + 1);
    }
    let first = body.chars().next()?.len_utf8();
    body.split_at(first).1.starts_with('\'').then_some(first + 2)
}

/// From each `#[cfg(test)]` to the end of what it stands before.
fn test_items(code: &str) -> Vec<Range<usize>> {
    code.match_indices("#[cfg(test)]")
        .map(|(start, _)| start..start + item_length(code.split_at(start).1))
        .collect()
}

/// Up to the first `;`, or the brace that closes the first one opened.
fn item_length(code: &str) -> usize {
    let mut depth = 0_usize;
    for (at, c) in code.char_indices() {
        match c {
            '{' => depth += 1,
            ';' if depth == 0 => return at + 1,
            '}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return at + 1;
                }
            }
            _ => {}
        }
    }
    code.len()
}

fn blanked(piece: &str) -> String {
    piece.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_comments_and_texts_are_told_apart() {
        let views = Views::of("let a = \"todo\"; // é todo\n/* a /* b */ c */ x.y()");
        assert_eq!(views.code.split_whitespace().collect::<Vec<_>>(), ["let", "a", "=", ";", "x.y()"]);
        assert_eq!(views.texts.trim(), "\"todo\"");
        assert!(views.comments.contains("é todo"));
        assert_eq!(views.code.len(), views.comments.len());
    }

    #[test]
    fn a_quote_in_a_raw_text_or_a_character_ends_nothing() {
        let views = Views::of("f(r#\"a \" b\"#, '\"', '\\'', b'x') // end");
        assert_eq!(views.code.split_whitespace().collect::<String>(), "f(,,,b)");
        assert_eq!(views.comments.trim(), "// end");
    }

    #[test]
    fn a_lifetime_is_code() {
        assert_eq!(Views::of("fn f<'a>(x: &'a str)").code, "fn f<'a>(x: &'a str)");
    }

    #[test]
    fn what_only_tests_compile_is_left_out() {
        let text = "fn a() {}\n#[cfg(test)]\nmod tests {\n fn b() { c() }\n}\nfn d() {}";
        let code = Views::without_tests(text).code;
        assert_eq!(code.split_whitespace().collect::<String>(), "fna(){}fnd(){}");
        assert_eq!(code.lines().count(), 6);
        let code = Views::without_tests("#[cfg(test)]\nmod tests;\nfn d() {}").code;
        assert_eq!(code.trim(), "fn d() {}");
    }
}
