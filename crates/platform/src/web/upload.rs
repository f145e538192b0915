//! A form that brings files (`multipart/form-data`).

use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use kernel::text;

use super::nope::Nope;
use crate::app::App;

/// Parts of one form.
const MOST_PARTS: usize = 20;
/// Characters of what is typed beside the files.
const LONGEST_TYPED: usize = 200;

/// What such a form sends.
#[derive(Debug, Default)]
pub struct Upload {
    texts: Vec<(String, String)>,
    files: Vec<(String, Vec<u8>)>,
}

impl Upload {
    /// What was typed in a field; empty when it was not sent.
    pub fn text(&self, name: &str) -> &str {
        self.texts.iter().find(|(field, _)| field == name).map_or("", |(_, text)| text)
    }

    /// Takes a file out; empty when none was chosen.
    pub fn take_file(&mut self, name: &str) -> Vec<u8> {
        let place = self.files.iter().position(|(field, _)| field == name);
        place.map(|place| self.files.swap_remove(place).1).unwrap_or_default()
    }

    async fn take(&mut self, field: Field<'_>) -> Result<(), Nope> {
        let name = field.name().unwrap_or_default().to_owned();
        let is_file = field.file_name().is_some();
        let bytes = field.bytes().await.map_err(|error| refused(&error))?;
        if is_file {
            self.files.push((name, bytes.to_vec()));
            return Ok(());
        }
        let typed = String::from_utf8_lossy(&bytes);
        let typed = text::optional(&typed, LONGEST_TYPED).map_err(|_| Nope::Unreadable)?;
        self.texts.push((name, typed.unwrap_or_default()));
        Ok(())
    }
}

impl FromRequest<App> for Upload {
    type Rejection = Nope;

    /// [`Nope::TooLarge`] beyond what the route takes, [`Nope::Unreadable`] for what is no such form.
    async fn from_request(request: Request, app: &App) -> Result<Upload, Nope> {
        let form = Multipart::from_request(request, app).await;
        let mut form = form.map_err(|_| Nope::Unreadable)?;
        let mut upload = Upload::default();
        for _ in 0..MOST_PARTS {
            let Some(field) = form.next_field().await.map_err(|error| refused(&error))? else {
                return Ok(upload);
            };
            upload.take(field).await?;
        }
        Err(Nope::Unreadable)
    }
}

fn refused(error: &MultipartError) -> Nope {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { Nope::TooLarge } else { Nope::Unreadable }
}
