//! What a browser is asked (5.4, 5.5), as our script reads it: bytes as base64url.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use super::key::ALGORITHMS;
use super::{Ceremony, RelyingParty};

/// Milliseconds an authenticator may take: as long as the ceremony lasts.
const PATIENCE: u32 = 300_000;

/// To make a key that its device keeps and verifies its owner for. Those it has already are left out.
pub(crate) fn to_create(
    us: &RelyingParty,
    ceremony: &Ceremony,
    (user, login, name): (&[u8], &str, &str),
    known: &[Vec<u8>],
) -> Value {
    let algorithms: Vec<Value> =
        ALGORITHMS.iter().map(|alg| json!({ "type": "public-key", "alg": alg })).collect();
    json!({
        "rp": { "id": us.id, "name": "Maillage" },
        "user": { "id": URL_SAFE_NO_PAD.encode(user), "name": login, "displayName": name },
        "challenge": ceremony.challenge(),
        "pubKeyCredParams": algorithms,
        "timeout": PATIENCE,
        "excludeCredentials": credentials(known),
        "authenticatorSelection": {
            "residentKey": "required",
            "requireResidentKey": true,
            "userVerification": "required",
        },
        "attestation": "none",
    })
}

/// To sign with a key: one of these, or any it has for us.
pub(crate) fn to_get(us: &RelyingParty, ceremony: &Ceremony, among: &[Vec<u8>]) -> Value {
    json!({
        "rpId": us.id,
        "challenge": ceremony.challenge(),
        "timeout": PATIENCE,
        "allowCredentials": credentials(among),
        "userVerification": "required",
    })
}

fn credentials(ids: &[Vec<u8>]) -> Vec<Value> {
    ids.iter().map(|id| json!({ "type": "public-key", "id": URL_SAFE_NO_PAD.encode(id) })).collect()
}
