use std::io::{self, BufRead};

use super::lines::Lines;
use super::{Item, Items, object};
use crate::exchange::data_inclusion::{Reason, SourceError};

/// Objects of a list, or one after the other; never more than one of them in memory.
pub(super) fn items<'s, R: BufRead + Send + 's>(source: R, wrapped: bool) -> Items<'s> {
    let mut elements = Elements { source, element: Vec::new(), rank: 0, is_open: false, is_over: false };
    let mut is_begun = !wrapped;
    Box::new(std::iter::from_fn(move || {
        if !is_begun {
            is_begun = true;
            if let Err(error) = elements.enter() {
                elements.is_over = true;
                return Some(Err(SourceError::after(0, error)));
            }
        }
        let after = elements.rank;
        let found = elements.next();
        match found {
            Err(error) => {
                elements.is_over = true;
                Some(Err(SourceError::after(after, error)))
            }
            Ok(Element::End) => None,
            Ok(Element::TooLong) => Some(Ok(Item::Row { line: after + 1, row: Err(Reason::LineTooLong) })),
            Ok(Element::Whole) => Some(Ok(Item::Row { line: after + 1, row: object(&elements.element) })),
        }
    }))
}

struct Elements<R> {
    source: R,
    element: Vec<u8>,
    rank: u64,
    /// Inside the list.
    is_open: bool,
    is_over: bool,
}

enum Element {
    Whole,
    TooLong,
    End,
}

impl<R: BufRead> Elements<R> {
    /// Passes over what stands before the list of the first object.
    fn enter(&mut self) -> io::Result<()> {
        let mut place = Place::default();
        while let Some(byte) = self.byte()? {
            if byte == b'[' && place.depth == 1 && !place.is_text {
                self.is_open = true;
                return Ok(());
            }
            place.follow(byte);
        }
        Ok(())
    }

    /// The next element, left in `self.element`.
    fn next(&mut self) -> io::Result<Element> {
        if self.is_over {
            return Ok(Element::End);
        }
        let Some(first) = self.first()? else {
            self.is_over = true;
            return Ok(Element::End);
        };
        self.rank += 1;
        self.element.clear();
        self.element.push(first);
        let mut place = Place::default();
        place.follow(first);
        let mut is_too_long = false;
        while place.depth > 0 || place.is_text {
            let byte = self.byte()?.ok_or_else(|| io::Error::from(io::ErrorKind::UnexpectedEof))?;
            place.follow(byte);
            is_too_long = is_too_long || self.element.len() == Lines::<R>::LONGEST;
            if !is_too_long {
                self.element.push(byte);
            }
        }
        Ok(if is_too_long { Element::TooLong } else { Element::Whole })
    }

    /// The first byte of the next element, past what stands between two; a bare word or number is
    /// an element of one byte, refused as no object.
    fn first(&mut self) -> io::Result<Option<u8>> {
        let mut is_bare = false;
        while let Some(byte) = self.byte()? {
            match byte {
                b'[' if !self.is_open => self.is_open = true,
                b']' if self.is_open => {
                    self.is_over = !is_bare;
                    self.is_open = false;
                    return Ok(is_bare.then_some(b'0'));
                }
                b',' | b'\n' if is_bare => return Ok(Some(b'0')),
                b'{' | b'[' | b'"' => return Ok(Some(byte)),
                b',' | 0xef | 0xbb | 0xbf => {}
                _ if byte.is_ascii_whitespace() => {}
                _ => is_bare = true,
            }
        }
        let is_cut = self.is_open;
        if is_cut { Err(io::ErrorKind::UnexpectedEof.into()) } else { Ok(is_bare.then_some(b'0')) }
    }

    fn byte(&mut self) -> io::Result<Option<u8>> {
        let byte = loop {
            match self.source.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                available => break available?.first().copied(),
            }
        };
        self.source.consume(usize::from(byte.is_some()));
        Ok(byte)
    }
}

/// Where one is in a text of JSON.
#[derive(Default)]
struct Place {
    depth: u64,
    is_text: bool,
    is_escaped: bool,
}

impl Place {
    fn follow(&mut self, byte: u8) {
        if self.is_text {
            self.is_text = self.is_escaped || byte != b'"';
            self.is_escaped = !self.is_escaped && byte == b'\\';
            return;
        }
        match byte {
            b'"' => self.is_text = true,
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::BufReader;

    fn read(text: &str, wrapped: bool) -> Vec<String> {
        let source = BufReader::with_capacity(3, text.as_bytes());
        let said = |item| match item {
            Ok(Item::Row { line, row: Ok(row) }) => format!("{line} {}", row["id"]),
            Ok(Item::Row { line, row: Err(reason) }) => format!("{line} {reason:?}"),
            other => format!("{other:?}").chars().take(20).collect(),
        };
        items(source, wrapped).map(said).collect()
    }

    #[test]
    fn a_list_is_read_one_object_at_a_time() {
        assert_eq!(
            read(r#"[{"id":1}, {"id":[{"a":"}"}]} ,{"id":"\"]"}]"#, false),
            ["1 1", "2 [{\"a\":\"}\"}]", "3 \"\\\"]\""]
        );
        assert_eq!(read("[]", false), Vec::<String>::new());
        assert_eq!(read(r#"{"n":1,"of":{"x":[2]},"items":[{"id":1}],"more":[{"id":2}]}"#, true), ["1 1"]);
        assert_eq!(read("{\n\"id\":1\n}\n{\"id\":2}", false), ["1 1", "2 2"]);
    }

    #[test]
    fn what_is_no_object_is_refused_and_a_list_cut_short_is_told() {
        assert_eq!(read(r#"[1, {"id":2}, "a", null]"#, false)[..2], ["1 NotAnObject", "2 2"]);
        assert_eq!(read(r#"[{"id":1},{"id""#, false), ["1 1", "Err(Broken { after: "]);
        assert_eq!(read(r#"[{"id":1}"#, false), ["1 1", "Err(Broken { after: "]);
        let long = format!("[{{\"id\":\"{}\"}},{{\"id\":2}}]", "x".repeat(1 << 20));
        assert_eq!(read(&long, false), ["1 LineTooLong", "2 2"]);
    }
}
