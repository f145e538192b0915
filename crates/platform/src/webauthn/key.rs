//! Public keys as authenticators write them (COSE), of the three kinds in use. ring does the arithmetic.

use ring::signature::{
    ECDSA_P256_SHA256_ASN1, ED25519, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents, UnparsedPublicKey,
};

use super::Refusal;
use super::cbor::Value;

/// In the order we would rather have them (RFC 9053): ES256, EdDSA, RS256 for Windows.
pub(super) const ALGORITHMS: [i64; 3] = [-7, -8, -257];

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// A point of P-256, uncompressed (SEC 1, 2.3.3).
    P256(Vec<u8>),
    Ed25519(Vec<u8>),
    Rsa {
        n: Vec<u8>,
        e: Vec<u8>,
    },
}

impl Key {
    /// # Errors
    /// [`Refusal::Key`] for one of another kind.
    pub(super) fn of(value: &Value<'_>) -> Result<Key, Refusal> {
        read(value).ok_or(Refusal::Key)
    }

    pub(super) fn verifies(&self, signed: &[u8], signature: &[u8]) -> bool {
        match self {
            Key::P256(point) => {
                UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, point).verify(signed, signature)
            }
            Key::Ed25519(point) => UnparsedPublicKey::new(&ED25519, point).verify(signed, signature),
            Key::Rsa { n, e } => {
                RsaPublicKeyComponents { n, e }.verify(&RSA_PKCS1_2048_8192_SHA256, signed, signature)
            }
        }
        .is_ok()
    }
}

fn read(value: &Value<'_>) -> Option<Key> {
    let number = |key| value.at(key)?.int();
    let long = |key| value.at(key)?.bytes().map(<[u8]>::to_vec);
    let of_32 = |key| long(key).filter(|bytes| bytes.len() == 32);
    // Kind, algorithm; then a curve, for what has one.
    match (number(1)?, number(3)?) {
        (2, -7) if number(-1)? == 1 => {
            let (x, y) = (of_32(-2)?, of_32(-3)?);
            Some(Key::P256([&[4], x.as_slice(), y.as_slice()].concat()))
        }
        (1, -8) if number(-1)? == 6 => of_32(-2).map(Key::Ed25519),
        (3, -257) => Some(Key::Rsa { n: long(-1)?, e: long(-2)? }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use ring::rand::SystemRandom;
    use ring::rsa::PublicKeyComponents;
    use ring::signature::{Ed25519KeyPair, KeyPair, RSA_PKCS1_SHA256, RsaKeyPair};

    use super::*;

    /// Made for tests alone.
    const RSA: &str = include_str!("../accounts/tests/federation/own.pem");

    fn is_verified(cose: &[u8], signature: &[u8]) {
        let (value, rest) = Value::read(cose).unwrap();
        assert!(rest.is_empty());
        let key = Key::of(&value).unwrap();
        assert!(key.verifies(b"said", signature) && !key.verifies(b"Said", signature));
        assert!(!key.verifies(b"said", &signature[1..]));
        // Under another algorithm's name it is no key at all.
        let mut other = cose.to_vec();
        other[4] ^= 1;
        assert_eq!(Value::read(&other).ok().and_then(|(value, _)| Key::of(&value).ok()), None);
    }

    #[test]
    fn a_key_of_edwards_curve_is_verified() {
        let made = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).unwrap();
        let pair = Ed25519KeyPair::from_pkcs8(made.as_ref()).unwrap();
        let cose = [b"\xa4\x01\x01\x03\x27\x20\x06\x21\x58\x20", pair.public_key().as_ref()].concat();
        is_verified(&cose, pair.sign(b"said").as_ref());
    }

    #[test]
    fn a_key_of_rsa_is_verified() {
        let text: String = RSA.lines().filter(|line| !line.starts_with('-')).collect();
        let pair = RsaKeyPair::from_pkcs8(&STANDARD.decode(text).unwrap()).unwrap();
        let public: PublicKeyComponents<Vec<u8>> = pair.public().into();
        let head = b"\xa4\x01\x03\x03\x39\x01\x00\x20\x59\x01\x00";
        let cose = [head, public.n.as_slice(), b"\x21\x43", &public.e].concat();
        let mut signature = vec![0; pair.public().modulus_len()];
        pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), b"said", &mut signature).unwrap();
        is_verified(&cose, &signature);
    }
}
