use axum::http::header::{CONTENT_TYPE, ETAG};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use platform::web::Nope;
use serde::Serialize;

use super::super::search::Refusal;
use crate::etag;
use crate::finder::Page;
use crate::json::JSON;

pub(super) type Answer = Result<Response, Refusal>;

/// One page of a list.
#[derive(Serialize)]
pub(super) struct Body<T> {
    items: Vec<T>,
    total: usize,
    page: u32,
    /// How many items this page holds, not how many were asked for: data·inclusion's own reading.
    size: usize,
    pages: usize,
}

impl<T> Body<T> {
    pub(super) fn of(items: Vec<T>, total: usize, page: Page) -> Body<T> {
        Body { size: items.len(), items, total, page: page.number(), pages: page.count_for(total) }
    }
}

/// As JSON, or that nothing has changed since the caller last asked: the mark is that of the bytes,
/// as qualities change with the day and not only with the directory.
pub(super) fn json(headers: &HeaderMap, body: &impl Serialize) -> Answer {
    let body = serde_json::to_vec(body).map_err(|error| Nope::Broken(error.to_string()))?;
    let mark = etag::of(&body);
    if etag::is_known(headers, &mark) {
        return Ok((StatusCode::NOT_MODIFIED, [(ETAG, mark)]).into_response());
    }
    Ok(([(CONTENT_TYPE, JSON.to_owned()), (ETAG, mark)], body).into_response())
}

#[cfg(test)]
mod tests {
    use axum::http::header::IF_NONE_MATCH;

    use super::*;

    fn answered(known: Option<&str>, body: &str) -> Response {
        let mut headers = HeaderMap::new();
        if let Some(known) = known {
            headers.insert(IF_NONE_MATCH, known.parse().unwrap());
        }
        json(&headers, &body).ok().unwrap()
    }

    #[test]
    fn an_answer_already_known_is_not_sent_again() {
        let first = answered(None, "list");
        assert_eq!(first.status(), StatusCode::OK);
        let mark = first.headers()[ETAG].to_str().unwrap().to_owned();
        assert_eq!(answered(Some(&mark), "list").status(), StatusCode::NOT_MODIFIED);
        assert_eq!(answered(Some(&format!("\"other\", {mark}")), "list").status(), StatusCode::NOT_MODIFIED);
        assert_eq!(answered(Some(&mark), "another list").status(), StatusCode::OK);
    }
}
