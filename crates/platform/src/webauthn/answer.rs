//! Answers as our script brings them, checked in the order of the specification.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::authenticator::Said;
use super::cbor::Value;
use super::client::{self, Asked};
use super::key::Key;
use super::{Ceremony, Credential, Refusal, RelyingParty};

/// Bytes as base64url.
#[derive(Deserialize)]
#[serde(try_from = "String")]
struct Bytes(Vec<u8>);

impl TryFrom<String> for Bytes {
    type Error = base64::DecodeError;

    fn try_from(text: String) -> Result<Bytes, base64::DecodeError> {
        URL_SAFE_NO_PAD.decode(text).map(Bytes)
    }
}

/// A key was made (5.2.1).
#[derive(Deserialize)]
pub(crate) struct Created {
    id: Bytes,
    client: Bytes,
    attestation: Bytes,
}

impl Created {
    /// # Errors
    /// [`Refusal::Shape`].
    pub(crate) fn parse(text: &str) -> Result<Created, Refusal> {
        serde_json::from_str(text).map_err(|_| Refusal::Shape)
    }

    /// What is to be kept (7.1).
    ///
    /// # Errors
    /// The first [`Refusal`].
    pub(crate) fn checked(&self, ceremony: &Ceremony, us: &RelyingParty) -> Result<Credential, Refusal> {
        client::check(&self.client.0, Asked::ToCreate, ceremony, us)?;
        let (attestation, rest) = Value::read(&self.attestation.0)?;
        let said = attestation.named("authData").and_then(Value::bytes).filter(|_| rest.is_empty());
        let said = Said::checked(said.ok_or(Refusal::Shape)?, us)?;
        let made = said.made.ok_or(Refusal::NoKey)?;
        if made.id != self.id.0 {
            return Err(Refusal::OtherId);
        }
        Ok(Credential {
            id: made.id.to_vec(),
            public_key: made.public_key.to_vec(),
            counter: said.counter,
            is_shared: said.may_be_shared,
        })
    }
}

/// A key has signed (5.2.2).
#[derive(Deserialize)]
pub(crate) struct Asserted {
    id: Bytes,
    client: Bytes,
    data: Bytes,
    signature: Bytes,
    /// Whose it is, as we said when it was made.
    user: Option<Bytes>,
}

impl Asserted {
    /// # Errors
    /// [`Refusal::Shape`].
    pub(crate) fn parse(text: &str) -> Result<Asserted, Refusal> {
        serde_json::from_str(text).map_err(|_| Refusal::Shape)
    }

    /// Which key it says has signed.
    pub(crate) fn id(&self) -> &[u8] {
        &self.id.0
    }

    /// Whose it says it is.
    pub(crate) fn user(&self) -> Option<&[u8]> {
        self.user.as_ref().map(|bytes| bytes.0.as_slice())
    }

    /// How often the key has signed by now (7.2).
    ///
    /// # Errors
    /// The first [`Refusal`].
    pub(crate) fn checked(
        &self,
        known: &Credential,
        ceremony: &Ceremony,
        us: &RelyingParty,
    ) -> Result<u32, Refusal> {
        client::check(&self.client.0, Asked::ToGet, ceremony, us)?;
        let said = Said::checked(&self.data.0, us)?;
        if said.may_be_shared != known.is_shared {
            return Err(Refusal::Flags);
        }
        let (key, _) = Value::read(&known.public_key)?;
        let signed = [self.data.0.as_slice(), Sha256::digest(&self.client.0).as_slice()].concat();
        if !Key::of(&key)?.verifies(&signed, &self.signature.0) {
            return Err(Refusal::Signature);
        }
        // Last: only what was signed may say that there is a copy.
        if (said.counter != 0 || known.counter != 0) && said.counter <= known.counter {
            return Err(Refusal::Copied);
        }
        Ok(said.counter)
    }
}
