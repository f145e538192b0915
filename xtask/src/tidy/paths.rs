//! Every path a file's code names, `use` trees spelled out.

/// Line and segments: `use a::{b, c::d}` gives `a::b` and `a::c::d`.
pub(super) fn named(code: &str) -> Vec<(usize, Vec<&str>)> {
    let tokens = tokens(code);
    let mut reader = Reader { tokens: &tokens, found: Vec::new() };
    while let Some((_, token)) = reader.tokens.first() {
        match token {
            Token::Word(_) => reader.path(&[]),
            _ => reader.skip(),
        }
    }
    reader.found
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Token<'a> {
    Word(&'a str),
    Colons,
    Open,
    Close,
    Other,
}

fn tokens(code: &str) -> Vec<(usize, Token<'_>)> {
    let mut found = Vec::new();
    for (index, line) in code.lines().enumerate() {
        let mut rest = line.trim_start();
        while let Some(first) = rest.chars().next() {
            let (token, length) = if is_of_word(first) {
                let length = rest.find(|c| !is_of_word(c)).unwrap_or(rest.len());
                (Token::Word(rest.split_at(length).0), length)
            } else if rest.starts_with("::") {
                (Token::Colons, 2)
            } else {
                let token = match first {
                    '{' => Token::Open,
                    '}' => Token::Close,
                    _ => Token::Other,
                };
                (token, first.len_utf8())
            };
            found.push((index + 1, token));
            rest = rest.split_at(length).1.trim_start();
        }
    }
    found
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

struct Reader<'t, 'a> {
    tokens: &'t [(usize, Token<'a>)],
    found: Vec<(usize, Vec<&'a str>)>,
}

impl<'a> Reader<'_, 'a> {
    /// Reads one path, or all those of a tree, after the segments before it.
    fn path(&mut self, before: &[&'a str]) {
        let mut segments = before.to_vec();
        let mut line = 0;
        while let Some((at, Token::Word(word))) = self.tokens.first().copied() {
            line = at;
            segments.push(word);
            self.skip();
            if !self.eat(Token::Colons) {
                break;
            }
            if self.eat(Token::Open) {
                self.tree(&segments);
                return;
            }
        }
        if segments.len() > 1 {
            self.found.push((line, segments));
        }
    }

    fn tree(&mut self, before: &[&'a str]) {
        while let Some((_, token)) = self.tokens.first() {
            match token {
                // Only the path counts, not what this file calls its end.
                Token::Word("as") => self.tokens = self.tokens.get(2..).unwrap_or_default(),
                Token::Word(_) => self.path(before),
                Token::Close => return self.skip(),
                _ => self.skip(),
            }
        }
    }

    fn eat(&mut self, token: Token<'_>) -> bool {
        let is_next = self.tokens.first().is_some_and(|(_, next)| *next == token);
        if is_next {
            self.skip();
        }
        is_next
    }

    fn skip(&mut self) {
        self.tokens = self.tokens.get(1..).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(code: &str) -> Vec<(usize, String)> {
        named(code).into_iter().map(|(line, segments)| (line, segments.join("::"))).collect()
    }

    #[test]
    fn a_tree_is_spelled_out() {
        let code = "use a::{b, c::{d, e as f},\n g};\nfn x() { h::i(j) }";
        let expected = [(1, "a::b"), (1, "a::c::d"), (1, "a::c::e"), (2, "a::g"), (3, "h::i")];
        assert_eq!(spelled(code), expected.map(|(line, path)| (line, path.to_owned())));
    }

    #[test]
    fn a_path_ends_at_its_arguments() {
        assert_eq!(spelled("let a: Vec<b::C> = d::e::<f::G>();").len(), 3);
    }
}
