//! Keys of a provider that stands in a test, and signatures made with them: right ones and others.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use ring::rand::SystemRandom;
use ring::rsa::PublicKeyComponents;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair, RSA_PKCS1_SHA256, RsaKeyPair};
use ring::{digest, hmac};
use serde_json::{Value, json};

/// Made for these tests alone.
const OWN: &str = include_str!("own.pem");
const OTHER: &str = include_str!("other.pem");

pub(super) const KID: &str = "first";

/// How a token is signed.
#[derive(Clone, Copy, Debug)]
pub(super) enum Signing {
    /// With the key that is published.
    Well,
    /// With ES256, whose key is published beside it.
    Elliptic,
    /// With another key, under the same name.
    OtherKey,
    /// With the right key; then the payload is changed.
    ThenChanged,
    /// `"alg": "none"`, and no signature.
    Nothing,
    /// `"alg": "HS256"`, with the public key as secret.
    PublicKeyAsSecret,
    /// `"alg": "HS256"`, with the client's secret.
    ClientSecret,
    /// With the right key, under a name nobody published.
    UnknownKid,
    /// With something in its head that must be understood.
    Critical,
    /// Saying which kind of token it is.
    Kind(&'static str),
}

fn rsa(pem: &str) -> RsaKeyPair {
    let text: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    RsaKeyPair::from_pkcs8(&STANDARD.decode(text).unwrap()).unwrap()
}

/// A key made from a fixed seed would need more of ring than it gives: one for the whole run.
fn elliptic() -> &'static EcdsaKeyPair {
    static KEY: std::sync::LazyLock<EcdsaKeyPair> = std::sync::LazyLock::new(|| {
        let chance = SystemRandom::new();
        let made = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &chance).unwrap();
        EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, made.as_ref(), &chance).unwrap()
    });
    &KEY
}

/// What the provider publishes (RFC 7517), a kind nobody knows among them.
pub(super) fn published() -> Value {
    let public: PublicKeyComponents<Vec<u8>> = rsa(OWN).public().into();
    let point = elliptic().public_key().as_ref().to_vec();
    json!({ "keys": [
        { "kty": "OKP", "crv": "Ed448", "x": "AA", "kid": "none of ours" },
        { "kty": "RSA", "use": "enc", "kid": KID, "n": encoded(b"not this one"), "e": "AQAB" },
        { "kty": "RSA", "use": "sig", "alg": "RS256", "kid": KID, "n": encoded(&public.n), "e": encoded(&public.e) },
        { "kty": "EC", "crv": "P-256", "use": "sig", "kid": "curve", "x": encoded(&point[1..33]), "y": encoded(&point[33..]) },
    ] })
}

pub(super) fn signed(claims: &Value, signing: Signing) -> String {
    let header = match signing {
        Signing::Nothing => json!({ "alg": "none" }),
        Signing::PublicKeyAsSecret | Signing::ClientSecret => json!({ "alg": "HS256", "kid": KID }),
        Signing::Elliptic => json!({ "alg": "ES256", "kid": "curve" }),
        Signing::UnknownKid => json!({ "alg": "RS256", "kid": "second" }),
        Signing::Critical => json!({ "alg": "RS256", "kid": KID, "crit": ["exp"] }),
        Signing::Kind(kind) => json!({ "alg": "RS256", "kid": KID, "typ": kind }),
        Signing::Well | Signing::OtherKey | Signing::ThenChanged => json!({ "alg": "RS256", "kid": KID }),
    };
    let payload = encoded(claims.to_string().as_bytes());
    let said = format!("{}.{payload}", encoded(header.to_string().as_bytes()));
    let signature = match signing {
        Signing::Nothing => Vec::new(),
        Signing::PublicKeyAsSecret => shared(published()["keys"][2].to_string().as_bytes(), &said),
        Signing::ClientSecret => shared(super::provider::SECRET.as_bytes(), &said),
        Signing::Elliptic => {
            elliptic().sign(&SystemRandom::new(), said.as_bytes()).unwrap().as_ref().to_vec()
        }
        Signing::OtherKey => by_rsa(OTHER, &said),
        _ => by_rsa(OWN, &said),
    };
    let said = match signing {
        Signing::ThenChanged => {
            let mut claims = claims.clone();
            claims["sub"] = json!("somebody else");
            let (head, _) = said.split_once('.').unwrap();
            format!("{head}.{}", encoded(claims.to_string().as_bytes()))
        }
        _ => said,
    };
    format!("{said}.{}", encoded(&signature))
}

/// Core, 3.1.3.6.
pub(super) fn half_hash(text: &str) -> String {
    encoded(&digest::digest(&digest::SHA256, text.as_bytes()).as_ref()[..16])
}

/// RFC 7636, 4.6.
pub(super) fn challenge(verifier: &str) -> String {
    encoded(digest::digest(&digest::SHA256, verifier.as_bytes()).as_ref())
}

fn shared(secret: &[u8], said: &str) -> Vec<u8> {
    hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, secret), said.as_bytes()).as_ref().to_vec()
}

fn by_rsa(pem: &str, said: &str) -> Vec<u8> {
    let key = rsa(pem);
    let mut signature = vec![0; key.public().modulus_len()];
    key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), said.as_bytes(), &mut signature).unwrap();
    signature
}

fn encoded(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}
