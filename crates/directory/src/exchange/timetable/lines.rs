use std::io::{BufRead, Read};

use super::NoTimetable;

/// Lines of a calendar, folded ones counted one by one.
pub(super) const MOST: usize = 200_000;
/// Bytes of a line put together: the rest of a description is of no use here.
const LONGEST: usize = 8 * 1024;
/// Bytes of a calendar.
const LARGEST: u64 = 20 << 20;

/// Lines put together again, each given to `take` with the number of the one it begins on, from 1;
/// `take` ends the reading with an error.
pub(super) fn each(
    file: impl BufRead,
    mut take: impl FnMut(u64, &str) -> Result<(), NoTimetable>,
) -> Result<(), NoTimetable> {
    let mut file = file.take(LARGEST);
    let mut logical: Vec<u8> = Vec::new();
    let mut begun = 1;
    for number in (1..).take(MOST) {
        let mut line = Vec::new();
        let read = (&mut file).take(64 * 1024).read_until(b'\n', &mut line).map_err(NoTimetable::Unread)?;
        if read == 0 {
            if file.limit() == 0 {
                return Err(NoTimetable::TooLarge);
            }
            return take(begun, &String::from_utf8_lossy(&logical));
        }
        let end = line.trim_ascii_end().len();
        let bare = line.get(..end).unwrap_or_default();
        match bare.strip_prefix(b" ").or_else(|| bare.strip_prefix(b"\t")) {
            Some(more) => {
                let room = LONGEST.saturating_sub(logical.len());
                logical.extend_from_slice(more.get(..room.min(more.len())).unwrap_or_default());
            }
            None => {
                take(begun, &String::from_utf8_lossy(&logical))?;
                begun = number;
                logical.clear();
                logical.extend_from_slice(bare.get(..LONGEST.min(bare.len())).unwrap_or_default());
            }
        }
    }
    Err(NoTimetable::TooLarge)
}

/// `DTSTART;TZID=Europe/Paris:20260113T140000`: a name, its parameters, a value.
pub(super) struct Property<'l> {
    pub(super) name: String,
    parameters: &'l str,
    pub(super) value: &'l str,
}

impl<'l> Property<'l> {
    pub(super) fn parse(line: &'l str) -> Option<Property<'l>> {
        let mut is_quoted = false;
        let colon = line.find(|c| {
            is_quoted ^= c == '"';
            c == ':' && !is_quoted
        })?;
        let (before, value) = (line.get(..colon)?, line.get(colon + 1..)?);
        let (name, parameters) = before.split_once(';').unwrap_or((before, ""));
        Some(Property { name: name.trim().to_ascii_uppercase(), parameters, value: value.trim() })
    }

    pub(super) fn parameter(&self, wanted: &str) -> Option<&'l str> {
        let parts = self.parameters.split(';').filter_map(|part| part.split_once('='));
        let mut wanted = parts.filter(|(name, _)| name.eq_ignore_ascii_case(wanted));
        wanted.next().map(|(_, value)| value.trim_matches('"'))
    }
}
