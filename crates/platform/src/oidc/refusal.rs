//! Why nobody was let in. Nothing here repeats what a provider or a browser sent: it is logged.

/// One reason for each check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("the provider does not answer")]
    Silent,
    #[error("the provider answered too late")]
    Slow,
    #[error("the provider's answer is too large")]
    Huge,
    #[error("the provider answered with an error")]
    Status,
    #[error("the provider's answer cannot be read")]
    Unreadable,
    #[error("the provider says it is another issuer")]
    OtherIssuer,
    #[error("the provider names an address that is not its own")]
    ForeignAddress,
    #[error("the provider has just failed, and is left alone for a moment")]
    LeftAlone,
    /// `access_denied` (RFC 6749, 4.1.2.1).
    #[error("the person or the provider declined")]
    Declined,
    /// Any other `error` (Core, 3.1.2.6).
    #[error("the provider refused the request")]
    Refused,
    #[error("this browser began no such sign-in, or too long ago")]
    NotBegun,
    /// RFC 9207, 2.4.
    #[error("the answer names another issuer")]
    MixUp,
    #[error("the code was not taken")]
    Code,
    #[error("no ID token")]
    NoToken,
    #[error("a token of another make")]
    Shape,
    /// `none`, a shared secret, or anything we do not verify.
    #[error("a signature of a kind that is not allowed")]
    Algorithm,
    #[error("no key of the provider fits")]
    Key,
    #[error("a wrong signature")]
    Signature,
    #[error("a token of another issuer")]
    Issuer,
    #[error("a token for somebody else")]
    Audience,
    #[error("a token that has expired")]
    Expired,
    #[error("a token issued in the future")]
    Early,
    #[error("a token for another sign-in")]
    Nonce,
    #[error("signed in too weakly")]
    Weak,
    #[error("an access token of another ID token")]
    AccessToken,
    #[error("nobody is named")]
    Subject,
    #[error("not signed in again")]
    NotAgain,
    #[error("userinfo of somebody else")]
    OtherSubject,
    #[error("userinfo of another shape than configured")]
    UserinfoShape,
    #[error("not a word of signing out")]
    Event,
    #[error("a token that would serve for too long")]
    Lasting,
    #[error("a token that has served")]
    Again,
}
