//! Refused lines as a table, to be sent back to whoever keeps the file.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use kernel::id::IncomingId;
use platform::web::may::{May, VerifyDirectory};
use platform::web::{Nope, Path};

use super::found;
use crate::exchange::csv;
use crate::words::words;

pub(in crate::incoming) async fn refusals(
    may: May<VerifyDirectory>,
    Path(id): Path<IncomingId>,
) -> Result<Response, Nope> {
    let incoming = found(&may, id).await?;
    let findings = incoming.findings().ok_or(Nope::NotFound)?;
    let w = words(may.lang);
    let titles = [w.incoming_file(), w.incoming_line_title(), w.incoming_id(), w.incoming_reason()];
    let mut text = format!("{}{}", csv::MARK, csv::line(titles.iter().map(String::as_str)));
    for line in &findings.refused {
        let file = if line.of_structures { w.incoming_structures() } else { w.incoming_services() };
        let said: Vec<&str> = line.said.iter().map(|said| said.text(may.lang)).collect();
        let number = line.line.to_string();
        let id = line.id.as_deref().unwrap_or_default();
        text.push_str(&csv::line([file.as_str(), &number, id, &said.join(" ; ")]));
    }
    let kept = "attachment; filename=\"refus.csv\"";
    Ok(([(CONTENT_TYPE, "text/csv; charset=utf-8"), (CONTENT_DISPOSITION, kept)], text).into_response())
}
