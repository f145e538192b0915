//! What is open to all answers everybody, and nobody at the expense of the others: a bucket of
//! tokens for each client address. A question costs [`QUESTION`] tokens; what a page asks by itself
//! while somebody looks or types, and costs us little, one ([`GLANCE`]).
//!
//! Whose bucket it is says [`client::of`].
//! Nothing is written down: addresses stay in memory, at most [`MOST_CLIENTS`] of them.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::header::RETRY_AFTER;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use platform::app::App;
use platform::web::guard::{Guard, Guards};
use platform::web::{Nope, client};

use crate::json::{self, JSON};

/// Tokens of a question to the finder, or of a file.
pub(crate) const QUESTION: i64 = 10;
/// Tokens of a tile of the map, or of what is proposed at a key pressed.
pub(crate) const GLANCE: i64 = 1;
/// Tokens of a file set in pages, which takes a core for a moment: five at once, then one a second.
pub const PAPER: i64 = 20 * QUESTION;
/// Tokens of a client after a rest: a hundred questions at once.
const BURST: i64 = 100 * QUESTION;
/// Tokens gained a second: twenty questions.
const PER_SECOND: i64 = 20 * QUESTION;
/// Addresses remembered; some hundred kilobytes.
const MOST_CLIENTS: usize = 10_000;

/// The buckets of those who asked lately.
#[derive(Debug, Default)]
pub(crate) struct Pace(Mutex<HashMap<IpAddr, Bucket>>);

#[derive(Clone, Copy, Debug)]
struct Bucket {
    tokens: i64,
    filled_at: Timestamp,
}

impl Pace {
    /// Takes so many tokens of this client's, if they are left.
    fn may_ask(&self, client: IpAddr, tokens: i64, now: Timestamp) -> bool {
        // A bucket is whole at every moment: a thread that panicked leaves none half written.
        let mut buckets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= MOST_CLIENTS && !buckets.contains_key(&client) {
            buckets.retain(|_, bucket| bucket.at(now).tokens < BURST);
            // So many at once are no clients of ours to be told apart: all begin again.
            if buckets.len() >= MOST_CLIENTS {
                buckets.clear();
            }
        }
        let bucket = buckets.entry(client).or_insert(Bucket { tokens: BURST, filled_at: now });
        *bucket = bucket.at(now);
        let is_left = bucket.tokens >= tokens;
        bucket.tokens -= if is_left { tokens } else { 0 };
        is_left
    }
}

impl Bucket {
    /// As full as time has made it. A clock put back fills nothing.
    fn at(self, now: Timestamp) -> Bucket {
        let seconds = (now.as_second() - self.filled_at.as_second()).clamp(0, BURST);
        Bucket { tokens: (self.tokens + seconds * PER_SECOND).min(BURST), filled_at: now }
    }
}

/// In the parameters of a handler for programs: who asks too fast is told when to come back.
pub(crate) struct Unhurried<const TOKENS: i64 = QUESTION>;

/// In the parameters of a page's handler: the same, told to a person.
#[derive(Clone, Copy, Debug)]
pub struct UnhurriedReader<const TOKENS: i64 = QUESTION>;

impl<const TOKENS: i64> Guards for Unhurried<TOKENS> {
    const GUARD: Guard = Guard::Open;
}

impl<const TOKENS: i64> Guards for UnhurriedReader<TOKENS> {
    const GUARD: Guard = Guard::Open;
}

impl<const TOKENS: i64> FromRequestParts<App> for Unhurried<TOKENS> {
    type Rejection = TooFast;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Unhurried<TOKENS>, TooFast> {
        if may_ask(parts, app, TOKENS) { Ok(Unhurried) } else { Err(TooFast) }
    }
}

impl<const TOKENS: i64> FromRequestParts<App> for UnhurriedReader<TOKENS> {
    type Rejection = Nope;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<UnhurriedReader<TOKENS>, Nope> {
        if may_ask(parts, app, TOKENS) { Ok(UnhurriedReader) } else { Err(Nope::TooFast) }
    }
}

fn may_ask(parts: &Parts, app: &App, tokens: i64) -> bool {
    let client = client::of(parts);
    app.part::<Pace>().is_none_or(|pace| pace.may_ask(client, tokens, app.wall().now()))
}

/// A refusal that says when there will be tokens again.
#[derive(Debug)]
pub(crate) struct TooFast;

impl IntoResponse for TooFast {
    fn into_response(self) -> Response {
        let body = serde_json::json!({ "detail": "Too many requests: wait a second, then ask again." });
        match json::answer(JSON, &body) {
            Ok(answer) => (StatusCode::TOO_MANY_REQUESTS, [(RETRY_AFTER, "1")], answer).into_response(),
            Err(nope) => nope.into_response(),
        }
    }
}

#[cfg(test)]
mod tests;
