//! Pages of refusals.

use std::time::Duration;

use askama::Template;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, RETRY_AFTER};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use kernel::Lang;

use super::super::problem;
use super::super::ui::Ui;
use super::told::Told;
use crate::app::App;
use crate::words::words;

/// How long the store may take to say who is signed in, before a refusal is told without a frame.
const FRAME_PATIENCE: Duration = Duration::from_secs(2);

#[derive(Template)]
#[template(path = "nope.html")]
struct NopePage<'a> {
    ui: &'a Ui,
    title: String,
    text: String,
}

#[derive(Template)]
#[template(path = "plain-layout.html")]
struct PlainPage<'a> {
    style: &'static str,
    said: &'a [Said],
}

struct Said {
    lang: &'static str,
    title: String,
    text: String,
    home: String,
}

/// Draws the page around a bare refusal, or writes it down for a program; also around those of the router and its layers.
pub(in crate::web) async fn draw(State(app): State<App>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let request = Request::from_parts(parts.clone(), body);
    let response = next.run(request).await;
    let Some(told) = told(&response) else {
        return response;
    };
    if problem::is_for_programs(parts.uri.path()) {
        return when_to_ask_again(problem::answer(response.status()), told);
    }
    let ui = <Ui as FromRequestParts<App>>::from_request_parts(&mut parts, &app);
    let html = match tokio::time::timeout(FRAME_PATIENCE, ui).await {
        Ok(Ok(ui)) => framed(&ui, told),
        Ok(Err(_)) | Err(_) => unframed(told),
    };
    answer(response.status(), told, html)
}

/// Whoever comes while too many are there; nothing is asked of the store for it.
pub(in crate::web) fn crowded(path: &str) -> Response {
    let (status, told) = (StatusCode::SERVICE_UNAVAILABLE, Told::Crowded);
    if problem::is_for_programs(path) {
        return when_to_ask_again(problem::answer(status), told);
    }
    answer(status, told, unframed(told))
}

fn answer(status: StatusCode, told: Told, html: String) -> Response {
    when_to_ask_again((status, Html(html)).into_response(), told)
}

fn when_to_ask_again(mut response: Response, told: Told) -> Response {
    if let Some(seconds) = told.again_after() {
        response.headers_mut().insert(RETRY_AFTER, seconds);
    }
    response
}

/// A refusal of ours, or an answer of the router or a layer that has no page of its own.
fn told(response: &Response) -> Option<Told> {
    let has_body = response.headers().contains_key(CONTENT_TYPE);
    let ours = response.extensions().get::<Told>().copied();
    ours.or_else(|| if has_body { None } else { Told::of_status(response.status()) })
}

fn framed(ui: &Ui, told: Told) -> String {
    let w = ui.frame();
    NopePage { ui, title: told.title(w), text: told.text(w) }.render().unwrap_or_else(|_| told.text(w))
}

/// Without a store there is no frame: the words alone, in both languages.
fn unframed(told: Told) -> String {
    let said = [Lang::Fr, Lang::En].map(|lang| {
        let w = words(lang);
        Said { lang: lang.code(), title: told.title(w), text: told.text(w), home: w.back_home() }
    });
    let [french, _] = &said;
    PlainPage { style: assets::url("app.css"), said: &said }.render().unwrap_or_else(|_| french.text.clone())
}
