//! A file of outlines, kept whole or told why not.

use axum::extract::Multipart;
use axum::extract::multipart::{MultipartError, MultipartRejection};
use axum::http::StatusCode;
use platform::web::may::{May, VerifyDirectory};
use platform::web::page::Answer;
use platform::web::{Nope, Problems, once};

use super::{LIST, list};
use crate::neighbourhood::{acts, read};
use crate::words::words;

/// Parts of a form that has one file and one field.
const MOST_PARTS: usize = 5;
const LONGEST_KEY: usize = 200;

#[derive(Default)]
struct Upload {
    once: String,
    file: Vec<u8>,
}

pub(in crate::neighbourhood) async fn keep(
    may: May<VerifyDirectory>,
    form: Result<Multipart, MultipartRejection>,
) -> Answer {
    let upload = Upload::read(form.map_err(|_| Nope::Unreadable)?).await?;
    let w = words(may.lang);
    // A second or two of reading for all of France: not among the requests being answered.
    let file = upload.file;
    let is_empty = file.is_empty();
    let outlines = tokio::task::spawn_blocking(move || read(&file)).await;
    let outlines = match outlines.map_err(|error| Nope::Broken(error.to_string()))? {
        Ok(outlines) => outlines,
        Err(fault) => {
            let mut problems = Problems::default();
            problems.add("fichier", if is_empty { w.neighbourhood_no_file() } else { fault.said(w) });
            return list::drawn(&may, 1, problems).await;
        }
    };
    let now = may.app().clock().now();
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &upload.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    acts::keep(&mut tx, &outlines, may.who(), now).await?;
    let location = format!("{LIST}?gardes={}", outlines.len());
    once::commit(tx, &upload.once, Some(may.id()), &location, now).await
}

impl Upload {
    async fn read(mut form: Multipart) -> Result<Upload, Nope> {
        let mut upload = Upload::default();
        for _ in 0..MOST_PARTS {
            let Some(field) = form.next_field().await.map_err(|error| refused(&error))? else {
                return Ok(upload);
            };
            let name = field.name().unwrap_or_default().to_owned();
            let bytes = field.bytes().await.map_err(|error| refused(&error))?;
            match name.as_str() {
                "fichier" => upload.file = bytes.to_vec(),
                "once" if bytes.len() <= LONGEST_KEY => {
                    upload.once = String::from_utf8_lossy(&bytes).into_owned();
                }
                _ => {}
            }
        }
        Err(Nope::Unreadable)
    }
}

fn refused(error: &MultipartError) -> Nope {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { Nope::TooLarge } else { Nope::Unreadable }
}
