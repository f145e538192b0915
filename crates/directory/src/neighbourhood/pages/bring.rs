//! A file of outlines, kept whole or told why not.

use platform::web::may::{May, VerifyDirectory};
use platform::web::page::Answer;
use platform::web::{Nope, Problems, Upload, once};

use super::{LIST, list};
use crate::neighbourhood::{acts, read};
use crate::words::words;

pub(in crate::neighbourhood) async fn keep(may: May<VerifyDirectory>, mut upload: Upload) -> Answer {
    let w = words(may.lang);
    // A second or two of reading for all of France: not among the requests being answered.
    let file = upload.take_file("fichier");
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
    if let Some(earlier) = once::earlier(&mut tx, upload.text("once"), Some(may.id())).await? {
        return Ok(earlier);
    }
    acts::keep(&mut tx, &outlines, may.who(), now).await?;
    let location = format!("{LIST}?gardes={}", outlines.len());
    once::commit(tx, upload.text("once"), Some(may.id()), &location, now).await
}
