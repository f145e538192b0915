use std::fmt::Write;

use sha2::{Digest, Sha256};

/// HSDS identifies everything by a UUID; ours come from sources and are texts. The same thing has
/// the same one in every export: version 8 of RFC 9562, from SHA-256 of what it is.
pub(super) fn uuid(kind: &str, id: &str) -> String {
    let digest = Sha256::digest(format!("maillage/{kind}/{id}").as_bytes());
    let mut text = String::with_capacity(36);
    for (place, byte) in digest.iter().take(16).enumerate() {
        if matches!(place, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        let byte = match place {
            6 => byte & 0x0f | 0x80,
            8 => byte & 0x3f | 0x80,
            _ => *byte,
        };
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_thing_has_the_same_identifier_and_another_kind_another() {
        let id = uuid("service", "dora--1");
        assert_eq!(id, uuid("service", "dora--1"));
        assert_ne!(id, uuid("phone", "dora--1"));
        assert_eq!(id.len(), 36);
        assert_eq!(id.as_bytes()[14], b'8');
        assert!(matches!(id.as_bytes()[19], b'8' | b'9' | b'a' | b'b'));
    }
}
