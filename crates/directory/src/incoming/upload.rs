use platform::web::Upload;

use super::model::Part;
use crate::vocabulary::Coded;

/// Bytes of all that is sent at once.
pub(super) const LARGEST: usize = 50 << 20;
/// Bytes of a calendar.
pub(super) const LARGEST_CALENDAR: usize = 5 << 20;

/// What the form sends.
#[derive(Debug, Default)]
pub(super) struct Brought {
    pub(super) once: String,
    pub(super) source: String,
    pub(super) reads: String,
    /// Those that hold something.
    pub(super) files: Vec<(Part, Vec<u8>)>,
}

impl Brought {
    pub(super) fn of(mut upload: Upload) -> Brought {
        let text = |name| upload.text(name).to_owned();
        let (once, source, reads) = (text("once"), text("source"), text("lignes"));
        let mut files: Vec<_> = Part::all().map(|part| (part, upload.take_file(part.code()))).collect();
        // A browser sends an empty file where none was chosen.
        files.retain(|(_, bytes)| !bytes.is_empty());
        Brought { once, source, reads, files }
    }

    pub(super) fn file(&self, part: Part) -> bool {
        self.files.iter().any(|(there, _)| *there == part)
    }
}
