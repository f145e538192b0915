//! What surrounds every page: limits, refusal of other sites' forms, headers, and the frame of errors.
//!
//! From the inside out: what may refuse or fail, then the frame drawn around it, then the headers
//! that every answer has, a refusal too.

use std::any::Any;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderValue, Request, Response, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::IntoResponse;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;

use super::nope::{self, Nope};
use super::shedding::{self, Seats};
use crate::app::{App, Settings};

/// The longest form we read: sixty pages of text.
const LARGEST_FORM: usize = 256 * 1024;
const PATIENCE: Duration = Duration::from_secs(30);

/// Nothing from elsewhere, nothing inline; the map's worker is a file of ours.
const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; \
    connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The same for what other sites may show in theirs; without scripts or forms.
const CSP_IN_FRAMES: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; \
    base-uri 'none'; frame-ancestors *";

/// For a year, a browser that came by TLS comes by nothing else (RFC 6797). What stands below this name
/// may be somebody else's: nothing is said of it.
const ONLY_TLS: HeaderValue = HeaderValue::from_static("max-age=31536000");

/// What pages may load, and by which way they come.
#[derive(Clone, Debug)]
struct Policies {
    own: HeaderValue,
    by_tls: bool,
}

impl Policies {
    /// Pictures of the origin chosen by the deployer, if any, are asked for by the map's script.
    fn of(settings: &Settings) -> Policies {
        let wider = settings.pictures_from.as_deref().map(|origin| {
            let (images, connections) = ("img-src 'self'", "connect-src 'self'");
            let with = |part: &str| format!("{part} {origin}");
            CSP.replace(images, &with(images)).replace(connections, &with(connections))
        });
        let wider = wider.and_then(|policy| HeaderValue::from_str(&policy).ok());
        Policies { own: wider.unwrap_or(HeaderValue::from_static(CSP)), by_tls: settings.is_https() }
    }
}

pub(crate) fn around(routes: Router<App>, app: &App) -> Router<App> {
    within(PATIENCE, routes, app)
}

fn within(patience: Duration, routes: Router<App>, app: &App) -> Router<App> {
    routes
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
        .layer(CsrfLayer::new())
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, patience))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn_with_state(app.clone(), nope::draw))
        .layer(from_fn_with_state(Seats::of_machine(), shedding::or_later))
        .layer(from_fn_with_state(Policies::of(app.settings()), framing))
        .layer(header(X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(header(REFERRER_POLICY, "same-origin"))
        .layer(header(
            HeaderName::from_static("permissions-policy"),
            "geolocation=(), camera=(), microphone=()",
        ))
        .layer(header(HeaderName::from_static("cross-origin-opener-policy"), "same-origin"))
        // A page about a person must not come back with the browser's « back » on a shared computer.
        .layer(SetResponseHeaderLayer::if_not_present(CACHE_CONTROL, HeaderValue::from_static("no-store")))
        .layer(CompressionLayer::new())
        .layer(
            // The route's shape, never the address itself: an address may name a person's file.
            TraceLayer::new_for_http().make_span_with(span).on_response(
                |response: &Response<_>, took: Duration, _: &tracing::Span| {
                    let status = response.status().as_u16();
                    tracing::info!(
                        status,
                        milliseconds = u64::try_from(took.as_millis()).unwrap_or(u64::MAX),
                        "answered"
                    );
                },
            ),
        )
}

/// In an answer's extensions: other sites may show this page in theirs. It is public, and nothing in
/// it can be done by a click.
#[derive(Clone, Copy, Debug)]
pub struct Embeddable;

/// Only what says so may stand in another site's frame.
async fn framing(State(policies): State<Policies>, request: Request<Body>, next: Next) -> Response<Body> {
    let mut answer = next.run(request).await;
    let may_be_framed = answer.extensions_mut().remove::<Embeddable>().is_some();
    let headers = answer.headers_mut();
    if policies.by_tls {
        headers.insert(STRICT_TRANSPORT_SECURITY, ONLY_TLS);
    }
    if may_be_framed {
        headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(CSP_IN_FRAMES));
    } else {
        headers.insert(CONTENT_SECURITY_POLICY, policies.own);
        headers.insert(X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    }
    answer
}

/// What a panic says may hold what somebody typed: it is not repeated here.
fn panicked(_: Box<dyn Any + Send>) -> Response<Body> {
    Nope::Broken("a handler panicked".to_owned()).into_response()
}

fn span<B>(request: &Request<B>) -> tracing::Span {
    let route =
        request.extensions().get::<axum::extract::MatchedPath>().map(axum::extract::MatchedPath::as_str);
    tracing::info_span!("request", method = %request.method(), route = route.unwrap_or("none"))
}

fn header(name: HeaderName, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value))
}

#[cfg(test)]
mod tests;
