//! What the browser says it did (7.1, steps 5 to 12; 7.2, steps 8 to 14).

use serde::Deserialize;

use super::{Ceremony, Refusal, RelyingParty};

/// As it is written; everything else it says is left aside.
#[derive(Deserialize)]
struct Said {
    r#type: String,
    challenge: String,
    origin: String,
    #[serde(default, rename = "crossOrigin")]
    cross_origin: bool,
    #[serde(rename = "topOrigin")]
    top_origin: Option<String>,
}

/// What was asked of it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Asked {
    ToCreate,
    ToGet,
}

/// # Errors
/// The first [`Refusal`] in the order of the specification.
pub(super) fn check(
    said: &[u8],
    asked: Asked,
    ceremony: &Ceremony,
    us: &RelyingParty,
) -> Result<(), Refusal> {
    let said: Said = serde_json::from_slice(said).map_err(|_| Refusal::Shape)?;
    let kind = match asked {
        Asked::ToCreate => "webauthn.create",
        Asked::ToGet => "webauthn.get",
    };
    if said.r#type != kind {
        return Err(Refusal::Kind);
    }
    if said.challenge != ceremony.challenge() {
        return Err(Refusal::Challenge);
    }
    if said.origin != us.origin {
        return Err(Refusal::Origin);
    }
    if said.cross_origin || said.top_origin.is_some() {
        return Err(Refusal::Framed);
    }
    Ok(())
}
