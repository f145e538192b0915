use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use axum::http::StatusCode;
use kernel::text;
use platform::web::Nope;

use super::model::Part;
use crate::vocabulary::Coded;

/// Bytes of all that is sent at once.
pub(super) const LARGEST: usize = 50 << 20;
/// Bytes of a calendar.
pub(super) const LARGEST_CALENDAR: usize = 5 << 20;
/// Characters of what is typed beside the files.
const LONGEST_TYPED: usize = 200;
/// Parts of a form that has three files and three fields.
const MOST_PARTS: usize = 20;

/// What the form sends.
#[derive(Debug, Default)]
pub(super) struct Upload {
    pub(super) once: String,
    pub(super) source: String,
    pub(super) reads: String,
    /// Those that hold something.
    pub(super) files: Vec<(Part, Vec<u8>)>,
}

impl Upload {
    /// # Errors
    /// [`Nope::TooLarge`] beyond what may be sent, [`Nope::Unreadable`] for what is no such form.
    pub(super) async fn read(mut form: Multipart) -> Result<Upload, Nope> {
        let mut upload = Upload::default();
        for _ in 0..MOST_PARTS {
            let Some(field) = form.next_field().await.map_err(|error| refused(&error))? else {
                return Ok(upload);
            };
            upload.take(field).await?;
        }
        Err(Nope::Unreadable)
    }

    pub(super) fn file(&self, part: Part) -> bool {
        self.files.iter().any(|(there, _)| *there == part)
    }

    async fn take(&mut self, field: Field<'_>) -> Result<(), Nope> {
        let name = field.name().unwrap_or_default().to_owned();
        let bytes = field.bytes().await.map_err(|error| refused(&error))?;
        if let Some(part) = Part::from_code(&name) {
            // A browser sends an empty file where none was chosen.
            if !bytes.is_empty() {
                self.files.push((part, bytes.to_vec()));
            }
            return Ok(());
        }
        let typed = String::from_utf8_lossy(&bytes);
        let typed = text::optional(&typed, LONGEST_TYPED).map_err(|_| Nope::Unreadable)?.unwrap_or_default();
        match name.as_str() {
            "once" => self.once = typed,
            "source" => self.source = typed,
            "lignes" => self.reads = typed,
            _ => {}
        }
        Ok(())
    }
}

/// The one file of a form; empty when none was chosen.
///
/// # Errors
/// As [`Upload::read`].
pub(super) async fn one_file(mut form: Multipart, name: &str) -> Result<Vec<u8>, Nope> {
    for _ in 0..MOST_PARTS {
        let Some(field) = form.next_field().await.map_err(|error| refused(&error))? else { break };
        if field.name() == Some(name) {
            return Ok(field.bytes().await.map_err(|error| refused(&error))?.to_vec());
        }
    }
    Ok(Vec::new())
}

fn refused(error: &MultipartError) -> Nope {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { Nope::TooLarge } else { Nope::Unreadable }
}
