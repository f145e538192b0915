//! How long what is written down is kept: from the constants of the code that keeps it, so that what is
//! said cannot differ from what is done.

use jiff::SignedDuration;
use platform::kept;

#[derive(Clone, Copy, Debug)]
pub(crate) struct Figures {
    /// After the last contact, in months.
    pub(crate) person: i32,
    /// Days of being seen to be due before they go.
    pub(crate) patience: i64,
    /// A colleague's look in an emergency.
    pub(crate) emergency: SignedDuration,
    /// A place asked for without an answer, and the link that asks for it.
    pub(crate) link: SignedDuration,
    /// Letters sent and jobs done.
    pub(crate) traces: SignedDuration,
    /// Keys of forms.
    pub(crate) forms: SignedDuration,
    pub(crate) idle: SignedDuration,
    pub(crate) longest: SignedDuration,
    pub(crate) invitation: SignedDuration,
    pub(crate) guess: SignedDuration,
    /// Lines of the journal of sign-ins.
    pub(crate) sign_ins: SignedDuration,
    /// Files brought to the directory.
    pub(crate) files: SignedDuration,
}

pub(crate) const OF_THE_CODE: Figures = Figures {
    person: care::rights::KEPT_MONTHS,
    patience: care::rights::PATIENCE_DAYS,
    emergency: care::emergency::LASTS,
    link: care::connection::EXPIRY,
    traces: kept::TRACES,
    forms: kept::FORMS,
    idle: kept::IDLE_SESSION,
    longest: kept::LONGEST_SESSION,
    invitation: kept::INVITATION,
    guess: kept::GUESS,
    sign_ins: kept::SIGN_INS,
    files: directory::incoming::KEPT,
};
