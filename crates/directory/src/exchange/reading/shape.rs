use super::latin::MARK;
use super::unfit::Unfit;

/// Bytes of a file that show its shape.
pub(super) const ENOUGH: u64 = 16 * 1024;

/// How rows lie in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// JSON objects, one a line.
    Lines,
    /// JSON objects in a list, or one after the other over several lines.
    List {
        /// The list is a field of the object the file is: the first list in it.
        wrapped: bool,
    },
    Text {
        separator: u8,
    },
    /// A workbook, or a package of tables.
    Archive,
}

/// Fields under which interfaces and files give their list.
const WRAPPERS: [&str; 7] =
    ["items", "contents", "data", "structures", "services", "organizations", "organisations"];

/// By its first bytes, never by its name.
pub(super) fn of(head: &[u8]) -> Result<Shape, Unfit> {
    let begins = |with: &[u8]| head.starts_with(with);
    if begins(b"PK\x03\x04") {
        return Ok(Shape::Archive);
    }
    if begins(b"\xd0\xcf\x11\xe0") {
        return Err(Unfit::OldWorkbook);
    }
    if begins(b"%PDF") {
        return Err(Unfit::Pdf);
    }
    if begins(b"\xff\xfe") || begins(b"\xfe\xff") {
        return Err(Unfit::Utf16);
    }
    let text = head.strip_prefix(MARK).unwrap_or(head).trim_ascii_start();
    match text.first() {
        None => Ok(Shape::Lines),
        Some(b'[') if !is_a_header(text) => Ok(Shape::List { wrapped: false }),
        Some(b'{') => Ok(of_objects(text)),
        _ if text.contains(&0) => Err(Unfit::Binary),
        _ => Ok(Shape::Text { separator: separator(text) }),
    }
}

/// An object over several lines has its fields' names at their beginnings; a line that was cut is
/// followed by another row.
fn of_objects(text: &[u8]) -> Shape {
    if is_wrapped(text) {
        return Shape::List { wrapped: true };
    }
    let mut lines = text.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
    let is_open = lines.next().is_some_and(|first| !first.ends_with(b"}"));
    let goes_on = lines.find(|line| !line.is_empty()).is_some_and(|line| line.starts_with(b"\""));
    if is_open && goes_on { Shape::List { wrapped: false } } else { Shape::Lines }
}

/// « [nom];[adresse] » is a table's first line and no list.
fn is_a_header(text: &[u8]) -> bool {
    let first = text.get(1..).unwrap_or_default().trim_ascii_start().first();
    !matches!(first, None | Some(b'{' | b']' | b'[' | b'"' | b'-' | b'0'..=b'9'))
}

/// Whether a field of the first object, itself in no other, holds a list of objects by a name that
/// lists have.
fn is_wrapped(text: &[u8]) -> bool {
    let mut depth = 0_u32;
    let mut string: Option<Vec<u8>> = None;
    let mut escaped = false;
    let mut key = Vec::new();
    for &byte in text {
        match &mut string {
            Some(_) if escaped => escaped = false,
            Some(_) if byte == b'\\' => escaped = true,
            Some(inside) if byte == b'"' => {
                if depth == 1 {
                    key = std::mem::take(inside);
                }
                string = None;
            }
            Some(inside) => inside.push(byte),
            None => match byte {
                b'"' => string = Some(Vec::new()),
                b'[' if depth == 1 && WRAPPERS.iter().any(|name| name.as_bytes() == key) => return true,
                b'{' | b'[' => depth += 1,
                b'}' | b']' if depth <= 1 => return false,
                b'}' | b']' => depth -= 1,
                b',' if depth == 1 => key.clear(),
                _ => {}
            },
        }
    }
    false
}

/// Whichever of the usual ones is most frequent in the first line, outside quotes.
fn separator(text: &[u8]) -> u8 {
    let mut counts = [(b';', 0_u32), (b',', 0), (b'\t', 0), (b'|', 0)];
    let mut is_quoted = false;
    for &byte in text {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' | b'\r' if !is_quoted => break,
            _ if is_quoted => {}
            _ => {
                for (separator, count) in &mut counts {
                    *count += u32::from(*separator == byte);
                }
            }
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or_default();
    counts.iter().find(|(_, count)| *count == most).map_or(b';', |(separator, _)| *separator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_what_it_holds() {
        let list = |wrapped| Ok(Shape::List { wrapped });
        let text = |separator| Ok(Shape::Text { separator });
        for (head, shape) in [
            (&b""[..], Ok(Shape::Lines)),
            (b"{\"id\":\"a\",\"items\":3}\n{\"id\"", Ok(Shape::Lines)),
            (b"\xef\xbb\xbf {\"id\":\"a\"}", Ok(Shape::Lines)),
            (b"\n[{\"id\":", list(false)),
            (b"{\n  \"id\": \"a\",\n  \"phones\": [", list(false)),
            (b"{\"id\": \n{\"id\":\"a\"}", Ok(Shape::Lines)),
            (b"{\"total\":3,\"items\":[{\"id\"", list(true)),
            (b"{\"a\":{\"items\":[]}}\n{}", Ok(Shape::Lines)),
            (b"id;nom,complet;adresse\n", text(b';')),
            (b"id,\"a;b;c\",nom\r\n", text(b',')),
            (b"id\tnom\n", text(b'\t')),
            (b"[nom];[adresse]\n", text(b';')),
            (b"PK\x03\x04", Ok(Shape::Archive)),
            (b"\xd0\xcf\x11\xe0\xa1", Err(Unfit::OldWorkbook)),
            (b"\xff\xfei\0d\0", Err(Unfit::Utf16)),
            (b"%PDF-1.7", Err(Unfit::Pdf)),
            (b"\x7fELF\0\0", Err(Unfit::Binary)),
        ] {
            assert_eq!(of(head), shape, "{}", String::from_utf8_lossy(head));
        }
    }
}
