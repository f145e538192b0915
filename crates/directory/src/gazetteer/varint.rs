//! Numbers of a contour file: LEB128, signed ones folded by zigzag.

/// What is left to read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bytes<'a>(pub(super) &'a [u8]);

impl<'a> Bytes<'a> {
    pub(super) fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (head, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(head)
    }

    pub(super) fn count(&mut self) -> Option<usize> {
        usize::try_from(self.varint()?).ok()
    }

    pub(super) fn signed(&mut self) -> Option<i64> {
        let folded = self.varint()?;
        let size = (folded >> 1).cast_signed();
        Some(if folded & 1 == 0 { size } else { !size })
    }

    fn varint(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..63).step_by(7) {
            let (&byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_written() {
        let mut bytes = Bytes(&[0, 1, 2, 0b1010_1100, 0b0000_0010]);
        assert_eq!([bytes.signed(), bytes.signed(), bytes.signed()], [Some(0), Some(-1), Some(1)]);
        assert_eq!((bytes.count(), bytes.count()), (Some(300), None));
    }

    #[test]
    fn a_number_without_end_is_no_number() {
        assert_eq!(Bytes(&[0xff; 20]).count(), None);
    }
}
