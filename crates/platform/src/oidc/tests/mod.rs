//! One question over TLS, to a server on this machine whose certificate somebody vouches for, or nobody.

use std::sync::Arc;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio_rustls::rustls::{RootCertStore, ServerConfig};
use url::Url;

use super::Refusal;
use super::http::{Question, trusting};

/// For `localhost`, and made for this test alone.
const CERTIFICATE: &str = include_str!("localhost.crt.pem");
const KEY: &str = include_str!("localhost.key.pem");

fn der(pem: &str) -> Vec<u8> {
    let text: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    STANDARD.decode(text).unwrap()
}

/// Answers one question with `{}`; gives its port.
async fn serve() -> u16 {
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(der(KEY)));
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![CertificateDer::from(der(CERTIFICATE))], key)
        .unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        // A client that does not trust us hangs up.
        let Ok(mut stream) = TlsAcceptor::from(Arc::new(config)).accept(stream).await else { return };
        let mut asked = vec![0; 4096];
        let read = stream.read(&mut asked).await.unwrap();
        assert!(asked[..read].starts_with(b"GET /keys HTTP/1.1\r\n"));
        let answer = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}";
        stream.write_all(answer).await.unwrap();
        stream.flush().await.unwrap();
    });
    port
}

fn at(host: &str, port: u16) -> Url {
    Url::parse(&format!("https://{host}:{port}/keys")).unwrap()
}

#[tokio::test]
async fn a_certificate_is_believed_from_who_is_trusted_and_for_its_own_name() {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from(der(CERTIFICATE))).unwrap();
    let tls = trusting(roots).unwrap();
    let url = at("localhost", serve().await);
    let answer = Question::get(&url).asked(Some(&tls)).await.unwrap();
    assert_eq!(answer.json::<serde_json::Value>().unwrap(), serde_json::json!({}));
    let url = at("127.0.0.1", serve().await);
    assert_eq!(Question::get(&url).asked(Some(&tls)).await.err(), Some(Refusal::Silent));
}

#[tokio::test]
async fn a_certificate_nobody_vouches_for_is_not_believed() {
    let url = at("localhost", serve().await);
    assert_eq!(Question::get(&url).ask(Duration::from_secs(10)).await.err(), Some(Refusal::Silent));
}
