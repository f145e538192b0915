//! An authenticator in software, honest unless told otherwise: a key of P-256, CBOR written by hand.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// Present, verified, and kept on one device.
const FLAGS: u8 = 0b101;
const HAS_KEY: u8 = 1 << 6;
/// Where an authenticator's own words have their flags, and their counter.
pub(super) const FLAGS_AT: usize = 32;
/// The first byte of the key's algorithm in what is said when one was made, of a name of 16 bytes.
pub(super) const ALGORITHM_AT: usize = 37 + 16 + 2 + 16 + 4;

/// What it does that it should not; each a small change to what an honest one does.
#[derive(Clone, Copy)]
pub(super) struct Mischief {
    pub(super) client: fn(&mut Value),
    pub(super) data: fn(&mut Vec<u8>),
    pub(super) signature: fn(&mut Vec<u8>),
    pub(super) answer: fn(&mut Value),
}

impl Mischief {
    pub(super) const NONE: Mischief =
        Mischief { client: |_| {}, data: |_| {}, signature: |_| {}, answer: |_| {} };
}

pub(super) struct Authenticator {
    pair: EcdsaKeyPair,
    pub(super) id: Vec<u8>,
    pub(super) user: Vec<u8>,
    pub(super) counter: u32,
    pub(super) flags: u8,
}

impl Authenticator {
    pub(super) fn new() -> Authenticator {
        let chance = SystemRandom::new();
        let made = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &chance).unwrap();
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, made.as_ref(), &chance).unwrap();
        let id = kernel::rng::secret().unwrap()[..16].to_vec();
        Authenticator { pair, id, user: Vec::new(), counter: 0, flags: FLAGS }
    }

    /// Makes its key known: what our script would send.
    pub(super) fn create(&mut self, question: &Value, mischief: Mischief) -> String {
        let selection = &question["authenticatorSelection"];
        assert_eq!(
            (&selection["residentKey"], &selection["userVerification"]),
            (&json!("required"), &json!("required"))
        );
        assert_eq!(question["attestation"], "none");
        self.user = bytes(&question["user"]["id"]);
        let mut data = self.said(&question["rp"]["id"], self.flags | HAS_KEY);
        data.extend([0; 16]);
        data.extend(u16::try_from(self.id.len()).unwrap().to_be_bytes());
        data.extend(&self.id);
        data.extend(self.public_key());
        (mischief.data)(&mut data);
        let client = client("webauthn.create", question, mischief);
        let attestation = [
            b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x59",
            u16::try_from(data.len()).unwrap().to_be_bytes().as_slice(),
            &data,
        ]
        .concat();
        let mut answer =
            json!({ "id": text(&self.id), "client": text(&client), "attestation": text(&attestation) });
        (mischief.answer)(&mut answer);
        answer.to_string()
    }

    /// Signs: what our script would send.
    pub(super) fn get(&mut self, question: &Value, mischief: Mischief) -> String {
        assert_eq!(question["userVerification"], "required");
        self.counter += 1;
        let mut data = self.said(&question["rpId"], self.flags);
        (mischief.data)(&mut data);
        let client = client("webauthn.get", question, mischief);
        let signed = [data.as_slice(), Sha256::digest(&client).as_slice()].concat();
        let mut signature = self.pair.sign(&SystemRandom::new(), &signed).unwrap().as_ref().to_vec();
        (mischief.signature)(&mut signature);
        let mut answer = json!({
            "id": text(&self.id), "client": text(&client), "data": text(&data),
            "signature": text(&signature), "user": text(&self.user),
        });
        (mischief.answer)(&mut answer);
        answer.to_string()
    }

    fn said(&self, rp_id: &Value, flags: u8) -> Vec<u8> {
        let mut said = Sha256::digest(rp_id.as_str().unwrap()).to_vec();
        said.push(flags);
        said.extend(self.counter.to_be_bytes());
        said
    }

    /// COSE: EC2, ES256, P-256, and the two halves of the point.
    fn public_key(&self) -> Vec<u8> {
        let point = &self.pair.public_key().as_ref()[1..];
        let (x, y) = point.split_at(32);
        [b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20", x, b"\x22\x58\x20", y].concat()
    }
}

fn client(kind: &str, question: &Value, mischief: Mischief) -> Vec<u8> {
    let mut said = json!({
        "type": kind, "challenge": question["challenge"], "origin": "http://maillage.test", "crossOrigin": false,
    });
    (mischief.client)(&mut said);
    said.to_string().into_bytes()
}

pub(super) fn text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

pub(super) fn bytes(value: &Value) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(value.as_str().unwrap()).unwrap()
}
