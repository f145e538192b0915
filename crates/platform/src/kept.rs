//! How long what this context writes down is kept: the constants themselves, for whoever says it in
//! words.

use jiff::SignedDuration;

use crate::{accounts, upkeep};

/// Keys of forms.
pub const FORMS: SignedDuration = upkeep::KEYS_KEPT;
/// Jobs done and letters sent.
pub const TRACES: SignedDuration = upkeep::TRACES_KEPT;
/// A session nobody uses.
pub const IDLE_SESSION: SignedDuration = accounts::sessions::IDLE;
/// A session however it is used.
pub const LONGEST_SESSION: SignedDuration = accounts::sessions::LONGEST;
/// A link to choose a pass phrase.
pub const INVITATION: SignedDuration = accounts::invitation::VALID;
/// A guess at a pass phrase.
pub const GUESS: SignedDuration = accounts::guesses::WINDOW;
/// A line of the journal of sign-ins.
pub const SIGN_INS: SignedDuration = accounts::sign_ins::KEPT;
