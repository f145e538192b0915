//! What an authenticator says (6.1): for whom, who was there, how often it signed, and the key it made.

use super::cbor::Value;
use super::key::Key;
use super::{Refusal, RelyingParty};

const PRESENT: u8 = 1;
const VERIFIED: u8 = 1 << 2;
const MAY_BE_SHARED: u8 = 1 << 3;
const IS_SHARED: u8 = 1 << 4;
const HAS_KEY: u8 = 1 << 6;
const HAS_EXTENSIONS: u8 = 1 << 7;

/// The longest name a key may have (6.5.1).
const LONGEST_ID: usize = 1023;

#[derive(Debug)]
pub(super) struct Said<'a> {
    pub(super) counter: u32,
    /// Its maker may keep the key on several devices.
    pub(super) may_be_shared: bool,
    pub(super) made: Option<Made<'a>>,
}

/// A key made now.
#[derive(Debug)]
pub(super) struct Made<'a> {
    pub(super) id: &'a [u8],
    pub(super) public_key: &'a [u8],
}

impl<'a> Said<'a> {
    /// Reads it to its last byte, and checks what holds for every answer.
    ///
    /// # Errors
    /// [`Refusal::Shape`], then the first in the order of the specification.
    pub(super) fn checked(bytes: &'a [u8], us: &RelyingParty) -> Result<Said<'a>, Refusal> {
        let (rp_id_hash, rest) = bytes.split_at_checked(32).ok_or(Refusal::Shape)?;
        let ([flags, counter @ ..], rest) = rest.split_first_chunk::<5>().ok_or(Refusal::Shape)?;
        let flags = *flags;
        let (made, rest) = if flags & HAS_KEY == 0 { (None, rest) } else { made(rest)? };
        let rest = if flags & HAS_EXTENSIONS == 0 { rest } else { Value::read(rest)?.1 };
        if !rest.is_empty() {
            return Err(Refusal::Shape);
        }
        if rp_id_hash != us.id_hash() {
            return Err(Refusal::RelyingParty);
        }
        if flags & PRESENT == 0 {
            return Err(Refusal::Absent);
        }
        if flags & VERIFIED == 0 {
            return Err(Refusal::Unverified);
        }
        let may_be_shared = flags & MAY_BE_SHARED != 0;
        if flags & IS_SHARED != 0 && !may_be_shared {
            return Err(Refusal::Flags);
        }
        Ok(Said { counter: u32::from_be_bytes(*counter), may_be_shared, made })
    }
}

/// The make of the authenticator is passed over: we asked for no attestation.
fn made(bytes: &[u8]) -> Result<(Option<Made<'_>>, &[u8]), Refusal> {
    let (_, rest) = bytes.split_at_checked(16).ok_or(Refusal::Shape)?;
    let (length, rest) = rest.split_first_chunk::<2>().ok_or(Refusal::Shape)?;
    let length = usize::from(u16::from_be_bytes(*length));
    let (id, key) = rest.split_at_checked(length).ok_or(Refusal::Shape)?;
    if id.is_empty() || id.len() > LONGEST_ID {
        return Err(Refusal::Shape);
    }
    let (value, rest) = Value::read(key)?;
    Key::of(&value)?;
    let public_key = key.strip_suffix(rest).ok_or(Refusal::Shape)?;
    Ok((Some(Made { id, public_key }), rest))
}
