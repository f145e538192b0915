//! CBOR as authenticators write it (CTAP 2, « canonical »): whole numbers, bytes, text, lists, maps and
//! truth values, each of a length said beforehand. Anything else is refused.

use super::Refusal;

/// The deepest an answer goes is three: an attestation's statement with a list of certificates.
const DEEPEST: u8 = 4;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value<'a> {
    Int(i64),
    Bytes(&'a [u8]),
    Text(&'a str),
    List(Vec<Value<'a>>),
    Map(Vec<(Value<'a>, Value<'a>)>),
    Truth(bool),
    Null,
}

impl<'a> Value<'a> {
    /// One value, and what comes after it.
    ///
    /// # Errors
    /// [`Refusal::Shape`].
    pub(super) fn read(bytes: &'a [u8]) -> Result<(Value<'a>, &'a [u8]), Refusal> {
        let mut reader = Reader(bytes);
        let value = reader.value(DEEPEST).ok_or(Refusal::Shape)?;
        Ok((value, reader.0))
    }

    /// What a map has under a number.
    pub(super) fn at(&self, key: i64) -> Option<&Value<'a>> {
        self.under(&Value::Int(key))
    }

    /// What a map has under a word.
    pub(super) fn named(&self, key: &str) -> Option<&Value<'a>> {
        self.under(&Value::Text(key))
    }

    fn under(&self, key: &Value<'_>) -> Option<&Value<'a>> {
        let Value::Map(pairs) = self else { return None };
        pairs.iter().find(|(known, _)| known == key).map(|(_, value)| value)
    }

    pub(super) fn int(&self) -> Option<i64> {
        if let Value::Int(number) = self { Some(*number) } else { None }
    }

    pub(super) fn bytes(&self) -> Option<&'a [u8]> {
        if let Value::Bytes(bytes) = self { Some(bytes) } else { None }
    }
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn value(&mut self, depth: u8) -> Option<Value<'a>> {
        let first = self.take(1)?.first().copied()?;
        let (kind, said) = (first >> 5, first & 0x1f);
        if kind == 7 {
            return match said {
                20 => Some(Value::Truth(false)),
                21 => Some(Value::Truth(true)),
                22 => Some(Value::Null),
                _ => None,
            };
        }
        let number = self.number(said)?;
        match kind {
            0 => i64::try_from(number).ok().map(Value::Int),
            1 => i64::try_from(number).ok().map(|number| Value::Int(-1 - number)),
            2 => self.long(number).map(Value::Bytes),
            3 => std::str::from_utf8(self.long(number)?).ok().map(Value::Text),
            4 => self.list(number, depth.checked_sub(1)?),
            5 => self.map(number, depth.checked_sub(1)?),
            _ => None,
        }
    }

    fn list(&mut self, length: u64, depth: u8) -> Option<Value<'a>> {
        (0..self.possible(length)?).map(|_| self.value(depth)).collect::<Option<_>>().map(Value::List)
    }

    fn map(&mut self, length: u64, depth: u8) -> Option<Value<'a>> {
        let mut pairs: Vec<(Value<'a>, Value<'a>)> = Vec::new();
        for _ in 0..self.possible(length)? {
            let key = self.value(depth)?;
            // Two readers could take one each.
            if pairs.iter().any(|(known, _)| *known == key) {
                return None;
            }
            pairs.push((key, self.value(depth)?));
        }
        Some(Value::Map(pairs))
    }

    /// Each takes a byte at least: a length beyond what is there is not begun.
    fn possible(&self, length: u64) -> Option<usize> {
        usize::try_from(length).ok().filter(|length| *length <= self.0.len())
    }

    fn long(&mut self, length: u64) -> Option<&'a [u8]> {
        self.take(usize::try_from(length).ok()?)
    }

    /// Within the first byte, or in the next one, two, four or eight.
    fn number(&mut self, said: u8) -> Option<u64> {
        let width = match said {
            0..=23 => return Some(u64::from(said)),
            24 => 1,
            25 => 2,
            26 => 4,
            27 => 8,
            _ => return None,
        };
        Some(self.take(width)?.iter().fold(0, |number, byte| (number << 8) | u64::from(*byte)))
    }

    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::*;

    fn whole(bytes: &[u8]) -> Option<Value<'_>> {
        Value::read(bytes).ok().filter(|(_, rest)| rest.is_empty()).map(|(value, _)| value)
    }

    #[test]
    fn the_examples_of_the_standard_are_read() {
        // RFC 8949, appendix A.
        for (bytes, value) in [
            (&[0x17][..], Value::Int(23)),
            (&[0x18, 0x64], Value::Int(100)),
            (&[0x1b, 0, 0, 0, 0xe8, 0xd4, 0xa5, 0x10, 0], Value::Int(1_000_000_000_000)),
            (&[0x39, 0x03, 0xe7], Value::Int(-1000)),
            (&[0x44, 1, 2, 3, 4], Value::Bytes(&[1, 2, 3, 4])),
            (&[0x62, 0xc3, 0xbc], Value::Text("ü")),
            (&[0x82, 1, 0xf5], Value::List(vec![Value::Int(1), Value::Truth(true)])),
            (&[0xa1, 0x61, 0x61, 1], Value::Map(vec![(Value::Text("a"), Value::Int(1))])),
            (&[0xf6], Value::Null),
        ] {
            assert_eq!(whole(bytes), Some(value), "{bytes:x?}");
        }
    }

    #[test]
    fn what_authenticators_may_not_write_is_refused() {
        for bytes in [
            &[][..],
            // Cut, of no length, of an impossible one, tagged, a fraction, no text.
            &[0x44, 1, 2, 3],
            &[0x5f, 0x41, 0, 0xff],
            &[0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
            &[0xc0, 0x00],
            &[0xf9, 0x3c, 0x00],
            &[0x62, 0xc3, 0x28],
            // Twice the same key, and too deep.
            &[0xa2, 1, 1, 1, 2],
            &[0x81, 0x81, 0x81, 0x81, 0x81, 0x01],
            &[0x3b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
        ] {
            assert_eq!(whole(bytes), None, "{bytes:x?}");
        }
    }

    #[test]
    fn bytes_nobody_would_write_are_read_or_refused() {
        for nth in 0..50_000_u32 {
            let chance = Sha256::digest(nth.to_be_bytes());
            let bytes = &chance[..usize::from(chance[31] % 32)];
            if let Ok((_, rest)) = Value::read(bytes) {
                assert!(rest.len() < bytes.len());
            }
        }
    }
}
