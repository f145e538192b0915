//! How long what this context writes down is kept: the constants themselves, for whoever says it in
//! words; and what the deployer chooses.

use std::ops::RangeInclusive;

use jiff::SignedDuration;

use crate::{accounts, upkeep};

/// For how many months, as the deployer chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Months {
    /// Who opened or changed which file.
    pub trail: i32,
    /// Accounts, once they are closed.
    pub closed_accounts: i32,
}

impl Months {
    /// CNIL's recommendation on logging (décision 2021-122 of 14 October 2021): six months to a year, three
    /// at the most where there are reasons.
    pub const RANGE: RangeInclusive<i32> = 6..=36;
}

/// The longest: whoever is in a file may ask who looked as long as the file is there, two years after the
/// last contact and the time it takes to go.
impl Default for Months {
    fn default() -> Months {
        Months { trail: *Months::RANGE.end(), closed_accounts: *Months::RANGE.end() }
    }
}

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
