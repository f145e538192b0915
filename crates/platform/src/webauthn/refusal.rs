//! Why an authenticator's answer is not believed. Nothing here repeats what was sent: it is logged.

/// One reason for each check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Refusal {
    #[error("this browser was asked nothing, or too long ago")]
    NotBegun,
    #[error("an answer that cannot be read")]
    Shape,
    #[error("an answer to another kind of question")]
    Kind,
    #[error("an answer to another question")]
    Challenge,
    #[error("an answer given on another site")]
    Origin,
    #[error("an answer given in another site's frame")]
    Framed,
    #[error("an answer for another domain")]
    RelyingParty,
    #[error("nobody was present")]
    Absent,
    #[error("the device did not verify who was present")]
    Unverified,
    #[error("flags that contradict one another, or what was said before")]
    Flags,
    #[error("no key was made")]
    NoKey,
    #[error("a key of a kind we do not verify")]
    Key,
    #[error("the key has another name than the answer says")]
    OtherId,
    #[error("a wrong signature")]
    Signature,
    #[error("nobody here has this passkey")]
    Unknown,
    #[error("a passkey of somebody else")]
    Owner,
    #[error("the passkey opens an account already")]
    Taken,
    #[error("the passkey counts backwards: there may be a copy of it")]
    Copied,
}
