//! Passkeys (Web Authentication, level 3), as a relying party: whether an authenticator's answer is one
//! to what we asked, in words nobody but its key could have signed.
//!
//! For [`accounts`](crate::accounts), which decides what a passkey opens; nothing here knows an account
//! or the store. Words: the [`RelyingParty`] is us, by our domain and origin; a [`Ceremony`] is what we
//! asked of one browser; a [`Credential`] is a public key with what was last heard of it.
//!
//! Invariants: an answer is believed only for the ceremony's own challenge, from a page of ours and in no
//! frame, for our domain, from somebody present whom their device has verified, and signed; each check
//! is a [`Refusal`] of its own. Attestation is not asked for: which make of authenticator somebody has
//! is not our business. Sources: W3C Web Authentication (7.1, 7.2), RFC 8949 (CBOR), RFC 9052 and 9053
//! (COSE).

mod answer;
mod authenticator;
mod cbor;
mod ceremony;
mod client;
mod key;
mod options;
mod refusal;
mod relying_party;

pub(crate) use answer::{Asserted, Created};
pub(crate) use ceremony::Ceremony;
pub(crate) use options::{to_create, to_get};
pub(crate) use refusal::Refusal;
pub(crate) use relying_party::RelyingParty;

/// A public key, and what was last heard of whoever holds its other half.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Credential {
    /// As its authenticator names it.
    pub(crate) id: Vec<u8>,
    /// As it was brought (COSE).
    pub(crate) public_key: Vec<u8>,
    /// How often it has signed; zero where it does not count.
    pub(crate) counter: u32,
    /// Its maker may keep it on several devices of one owner.
    pub(crate) is_shared: bool,
}
