//! A provider on this machine, over real HTTP, honest unless told otherwise.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::body::Body;
use axum::extract::State;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, LOCATION};
use axum::http::{HeaderMap, Response, StatusCode};
use kernel::Clock;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use url::Url;

use super::keys::{self, Signing};

pub(super) const CLIENT: &str = "maillage";
pub(super) const SECRET: &str = "a secret + of theirs & ours";
pub(super) const ACR: &str = "eidas2";
const ACCESS_TOKEN: &str = "an access token";

/// What it does that it should not; each a small change to what an honest one does.
#[derive(Clone, Copy)]
pub(super) struct Mischief {
    pub(super) discovery: fn(&mut Value),
    pub(super) keys: fn(&mut Value),
    /// Of the address a browser is sent back by.
    pub(super) answer: fn(&mut Vec<(String, String)>),
    pub(super) claims: fn(&mut Value),
    pub(super) signing: Signing,
    pub(super) token: fn(Value) -> Reply,
    pub(super) userinfo: fn(&mut Value),
    pub(super) userinfo_signing: Signing,
    pub(super) userinfo_shape: Shape,
}

/// How userinfo is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Signed,
    Json,
}

/// What the token endpoint answers.
pub(super) enum Reply {
    Json(StatusCode, Value),
    Html,
    Huge,
    Slow(Value),
    Redirect,
}

impl Mischief {
    pub(super) const NONE: Mischief = Mischief {
        discovery: |_| {},
        keys: |_| {},
        answer: |_| {},
        claims: |_| {},
        signing: Signing::Well,
        token: |honest| Reply::Json(StatusCode::OK, honest),
        userinfo: |_| {},
        userinfo_signing: Signing::Well,
        userinfo_shape: Shape::Signed,
    };
}

/// Somebody who signed in there, waiting to be asked about.
#[derive(Clone)]
struct Grant {
    subject: String,
    nonce: String,
    challenge: String,
    redirect_uri: String,
    is_again: bool,
}

struct Inner {
    mischief: Mischief,
    grants: HashMap<String, Grant>,
    /// Of the last code that served.
    subject: String,
    calls: Vec<String>,
    codes: u32,
}

#[derive(Clone)]
pub(super) struct Provider {
    pub(super) issuer: String,
    clock: Clock,
    inner: Arc<Mutex<Inner>>,
}

impl Provider {
    pub(super) async fn start(clock: Clock) -> Provider {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let issuer = format!("http://{}", listener.local_addr().unwrap());
        let inner = Inner {
            mischief: Mischief::NONE,
            grants: HashMap::new(),
            subject: String::new(),
            calls: Vec::new(),
            codes: 0,
        };
        let provider = Provider { issuer, clock, inner: Arc::new(Mutex::new(inner)) };
        let serving = axum::Router::new().fallback(serve).with_state(provider.clone());
        tokio::spawn(async move { axum::serve(listener, serving).await });
        provider
    }

    pub(super) fn misbehave(&self, mischief: Mischief) {
        self.inner.lock().unwrap().mischief = mischief;
    }

    /// How often an address was asked.
    pub(super) fn calls(&self, path: &str) -> usize {
        self.inner.lock().unwrap().calls.iter().filter(|call| *call == path).count()
    }

    /// Somebody signs in there, sent by an address of ours: where their browser is sent back to.
    pub(super) fn sign_in(&self, there: &str, subject: &str) -> String {
        let there = Url::parse(there).unwrap();
        let asked: HashMap<String, String> = there.query_pairs().into_owned().collect();
        for (name, expected) in [
            ("response_type", "code"),
            ("client_id", CLIENT),
            ("code_challenge_method", "S256"),
            ("acr_values", ACR),
        ] {
            assert_eq!(asked[name], expected, "{name}");
        }
        let mut inner = self.inner.lock().unwrap();
        inner.codes += 1;
        let code = format!("code-{}", inner.codes);
        let grant = Grant {
            subject: subject.to_owned(),
            nonce: asked["nonce"].clone(),
            challenge: asked["code_challenge"].clone(),
            redirect_uri: asked["redirect_uri"].clone(),
            is_again: asked.get("prompt").is_some_and(|prompt| prompt == "login") && asked["max_age"] == "0",
        };
        inner.grants.insert(code.clone(), grant);
        let mut answer = vec![
            ("code".to_owned(), code),
            ("state".to_owned(), asked["state"].clone()),
            ("iss".to_owned(), self.issuer.clone()),
        ];
        (inner.mischief.answer)(&mut answer);
        let path = asked["redirect_uri"].strip_prefix("http://maillage.test").unwrap();
        format!("{path}?{}", serde_urlencoded::to_string(answer).unwrap())
    }

    fn discovery(&self, mischief: &Mischief) -> Value {
        let at = |path: &str| format!("{}{path}", self.issuer);
        let mut said = json!({
            "issuer": self.issuer,
            "authorization_endpoint": at("/authorize"),
            "token_endpoint": at("/token"),
            "jwks_uri": at("/keys"),
            "userinfo_endpoint": at("/userinfo"),
            "end_session_endpoint": at("/end"),
            "authorization_response_iss_parameter_supported": true,
        });
        (mischief.discovery)(&mut said);
        said
    }

    fn tokens(&self, mischief: &Mischief, grant: &Grant) -> Value {
        let now = self.clock.now().as_second();
        let mut claims = json!({
            "iss": self.issuer,
            "sub": grant.subject,
            "aud": CLIENT,
            "exp": now + 300,
            "iat": now,
            "nonce": grant.nonce,
            "acr": ACR,
            "at_hash": keys::half_hash(ACCESS_TOKEN),
            // As somebody's does who signed in there in the morning, unless asked again.
            "auth_time": if grant.is_again { now } else { now - 3600 },
            "email": "link_worker@essarts.test",
            "email_verified": true,
        });
        (mischief.claims)(&mut claims);
        let id_token = keys::signed(&claims, mischief.signing);
        json!({ "access_token": ACCESS_TOKEN, "token_type": "Bearer", "expires_in": 60, "id_token": id_token })
    }

    fn exchange(&self, headers: &HeaderMap, body: &str) -> Reply {
        let form: HashMap<String, String> = serde_urlencoded::from_str(body).unwrap();
        let mut inner = self.inner.lock().unwrap();
        let basic = "Basic bWFpbGxhZ2U6YStzZWNyZXQrJTJCK29mK3RoZWlycyslMjYrb3Vycw==";
        let is_ours = headers.get(AUTHORIZATION).is_some_and(|given| given == basic);
        // A code serves once (RFC 6749, 4.1.2).
        let grant = inner.grants.remove(&form["code"]).filter(|grant| {
            is_ours
                && form["grant_type"] == "authorization_code"
                && form["redirect_uri"] == grant.redirect_uri
                && keys::challenge(&form["code_verifier"]) == grant.challenge
        });
        let Some(grant) = grant else {
            return Reply::Json(StatusCode::BAD_REQUEST, json!({ "error": "invalid_grant" }));
        };
        inner.subject = grant.subject.clone();
        let mischief = inner.mischief;
        drop(inner);
        (mischief.token)(self.tokens(&mischief, &grant))
    }

    fn userinfo(&self, mischief: &Mischief, headers: &HeaderMap) -> Response<Body> {
        assert_eq!(headers[AUTHORIZATION], format!("Bearer {ACCESS_TOKEN}"));
        let subject = self.inner.lock().unwrap().subject.clone();
        let mut claims =
            json!({ "iss": self.issuer, "aud": CLIENT, "sub": subject, "email": "link_worker@essarts.test" });
        (mischief.userinfo)(&mut claims);
        match mischief.userinfo_shape {
            Shape::Signed => {
                answer(StatusCode::OK, "application/jwt", keys::signed(&claims, mischief.userinfo_signing))
            }
            Shape::Json => answer(StatusCode::OK, "application/json", claims.to_string()),
        }
    }
}

async fn serve(State(provider): State<Provider>, request: axum::http::Request<Body>) -> Response<Body> {
    let (head, body) = request.into_parts();
    let body = axum::body::to_bytes(body, 1 << 16).await.unwrap();
    let path = head.uri.path().to_owned();
    let mischief = {
        let mut inner = provider.inner.lock().unwrap();
        inner.calls.push(path.clone());
        inner.mischief
    };
    match path.as_str() {
        "/.well-known/openid-configuration" => json_of(StatusCode::OK, &provider.discovery(&mischief)),
        "/keys" => {
            let mut published = keys::published();
            (mischief.keys)(&mut published);
            json_of(StatusCode::OK, &published)
        }
        "/token" => {
            let reply = provider.exchange(&head.headers, std::str::from_utf8(&body).unwrap());
            told(reply).await
        }
        "/userinfo" => provider.userinfo(&mischief, &head.headers),
        _ => answer(StatusCode::NOT_FOUND, "text/plain", String::new()),
    }
}

async fn told(reply: Reply) -> Response<Body> {
    match reply {
        Reply::Json(status, value) => json_of(status, &value),
        Reply::Html => answer(StatusCode::OK, "text/html", "<p>En maintenance</p>".to_owned()),
        Reply::Huge => {
            let value = json!({ "access_token": "a".repeat(1 << 20), "token_type": "Bearer" });
            json_of(StatusCode::OK, &value)
        }
        Reply::Slow(value) => {
            tokio::time::sleep(Duration::from_secs(20)).await;
            json_of(StatusCode::OK, &value)
        }
        Reply::Redirect => {
            let mut response = answer(StatusCode::TEMPORARY_REDIRECT, "text/plain", String::new());
            response.headers_mut().insert(LOCATION, "/elsewhere".parse().unwrap());
            response
        }
    }
}

fn json_of(status: StatusCode, value: &Value) -> Response<Body> {
    answer(status, "application/json; charset=utf-8", value.to_string())
}

fn answer(status: StatusCode, kind: &str, body: String) -> Response<Body> {
    Response::builder().status(status).header(CONTENT_TYPE, kind).body(Body::from(body)).unwrap()
}
