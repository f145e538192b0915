use std::borrow::Cow;

/// Before a text in UTF-8, as some editors leave it.
pub(super) const MARK: &[u8] = b"\xef\xbb\xbf";

/// Text in UTF-8, else as Windows writes French (Windows-1252, which holds Latin-1); whether it
/// was the latter.
pub(super) fn decoded(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), false),
        Err(_) => (encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0, true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_is_read_in_either_encoding() {
        assert_eq!(decoded("café".as_bytes()), ("café".into(), false));
        assert_eq!(decoded(b"caf\xe9 \x80"), ("café €".into(), true));
    }
}
