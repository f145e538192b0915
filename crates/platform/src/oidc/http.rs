//! One question to a provider, and its answer: bounded in time and size, no redirect followed, one
//! connection each. Made of what the server and the mail already bring: hyper, rustls with ring.

use std::sync::{Arc, LazyLock};
use std::time::Duration;

use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper::header::{ACCEPT, CONTENT_TYPE, HOST, HeaderValue, USER_AGENT};
use hyper::{Method, Request, StatusCode};
use hyper_util::rt::TokioIo;
use serde::de::DeserializeOwned;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};
use url::{Host, Position, Url};

use super::Refusal;

/// The longest answer we read: keys of a large provider take a tenth of it.
const LARGEST: usize = 256 * 1024;
/// The longest head of one.
const LARGEST_HEAD: usize = 32 * 1024;

/// Mozilla's roots, as for mail.
static TRUSTED: LazyLock<Option<TlsConnector>> =
    LazyLock::new(|| trusting(RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() }));

/// What is asked.
#[derive(Debug)]
pub(super) struct Question<'a> {
    method: Method,
    url: &'a Url,
    /// `Authorization`, kept out of hyper's own debugging.
    authorization: Option<String>,
    form: Option<String>,
}

/// What was answered, whatever its status.
#[derive(Debug)]
pub(super) struct Answer {
    status: StatusCode,
    /// Without its parameters.
    pub(super) kind: String,
    pub(super) body: Bytes,
}

impl Answer {
    pub(super) fn is_well(&self) -> bool {
        self.status == StatusCode::OK
    }

    /// # Errors
    /// [`Refusal::Unreadable`] unless it is JSON and says so.
    pub(super) fn json<T: DeserializeOwned>(&self) -> Result<T, Refusal> {
        let is_json = self.kind == "application/json" || self.kind == "application/jwk-set+json";
        let read = serde_json::from_slice(&self.body).ok();
        read.filter(|_| is_json).ok_or(Refusal::Unreadable)
    }
}

impl<'a> Question<'a> {
    pub(super) fn get(url: &'a Url) -> Question<'a> {
        Question { method: Method::GET, url, authorization: None, form: None }
    }

    pub(super) fn post(url: &'a Url, form: String) -> Question<'a> {
        Question { method: Method::POST, url, authorization: None, form: Some(form) }
    }

    pub(super) fn authorized(self, by: String) -> Question<'a> {
        Question { authorization: Some(by), ..self }
    }

    /// # Errors
    /// [`Refusal::Silent`], [`Refusal::Slow`] or [`Refusal::Huge`].
    pub(super) async fn ask(self, patience: Duration) -> Result<Answer, Refusal> {
        timeout(patience, self.asked(TRUSTED.as_ref())).await.map_err(|_| Refusal::Slow)?
    }

    pub(super) async fn asked(self, tls: Option<&TlsConnector>) -> Result<Answer, Refusal> {
        let stream = connected(self.url).await?;
        match self.url.scheme() {
            "https" => {
                let name = self.url.host_str().unwrap_or_default().trim_matches(['[', ']']).to_owned();
                let name = ServerName::try_from(name).map_err(|_| Refusal::Silent)?;
                let tls = tls.ok_or(Refusal::Silent)?;
                spoken(tls.connect(name, stream).await.map_err(|_| Refusal::Silent)?, self.request()?).await
            }
            _ => spoken(stream, self.request()?).await,
        }
    }

    fn request(self) -> Result<Request<Full<Bytes>>, Refusal> {
        let host = &self.url[Position::BeforeHost..Position::AfterPort];
        let mut request = Request::builder()
            .method(self.method)
            .uri(&self.url[Position::BeforePath..])
            .header(HOST, host)
            .header(USER_AGENT, "Maillage")
            .header(ACCEPT, "application/json, application/jwt");
        if let Some(by) = self.authorization {
            let mut by = HeaderValue::from_str(&by).map_err(|_| Refusal::Unreadable)?;
            by.set_sensitive(true);
            request = request.header(hyper::header::AUTHORIZATION, by);
        }
        if self.form.is_some() {
            request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        let body = Full::from(self.form.unwrap_or_default());
        request.body(body).map_err(|_| Refusal::Unreadable)
    }
}

async fn connected(url: &Url) -> Result<TcpStream, Refusal> {
    let port = url.port_or_known_default().ok_or(Refusal::Silent)?;
    let stream = match url.host() {
        Some(Host::Domain(name)) => TcpStream::connect((name, port)).await,
        Some(Host::Ipv4(ip)) => TcpStream::connect((ip, port)).await,
        Some(Host::Ipv6(ip)) => TcpStream::connect((ip, port)).await,
        None => return Err(Refusal::Silent),
    };
    stream.map_err(|_| Refusal::Silent)
}

async fn spoken<S>(stream: S, request: Request<Full<Bytes>>) -> Result<Answer, Refusal>
where
    S: AsyncRead + AsyncWrite + Send + Unpin + 'static,
{
    let mut speaking = http1::Builder::new();
    let handshake = speaking.max_buf_size(LARGEST_HEAD).handshake(TokioIo::new(stream)).await;
    let (mut sender, connection) = handshake.map_err(|_| Refusal::Silent)?;
    // Ends by itself once the answer, or this future, is dropped.
    tokio::spawn(connection);
    let response = sender.send_request(request).await.map_err(|_| Refusal::Silent)?;
    let (head, body) = response.into_parts();
    let kind = head.headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let body = Limited::new(body, LARGEST)
        .collect()
        .await
        .map_err(|error| if error.is::<LengthLimitError>() { Refusal::Huge } else { Refusal::Silent })?;
    Ok(Answer { status: head.status, kind, body: body.to_bytes() })
}

/// Speaks TLS with whom these vouch for; none without a version of it.
pub(super) fn trusting(roots: RootCertStore) -> Option<TlsConnector> {
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .ok()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Some(TlsConnector::from(Arc::new(config)))
}
