//! What an organization reads in its letter box: why, and where to answer. Nobody's name is in it.

use kernel::Lang;
use kernel::clock::in_france;
use kernel::contact::Email;
use kernel::id::VerificationRequestId;
use platform::app::App;
use platform::outbox::Mail;
use platform::web::dates;
use platform::web::link::Purpose;

use super::model::Request;
use crate::organization::Organization;
use crate::words::words;

/// A link behind which an organization says what has changed.
#[derive(Clone, Copy, Debug)]
pub(super) struct VerificationLink;

impl Purpose for VerificationLink {
    const NAME: &'static str = "directory.verification";
    type Subject = VerificationRequestId;
}

/// Everybody in the directory reads French.
const READERS: Lang = Lang::Fr;

/// Why it is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Letter {
    First,
    Reminder,
}

pub(super) fn written(
    app: &App,
    request: &Request,
    (organization, to): (&Organization, Email),
    letter: Letter,
) -> Mail {
    let w = words(READERS);
    let token = app.key().sign::<VerificationLink>(request.id, request.ends_at);
    let link = app.settings().address(format_args!("/verification/{token}"));
    let until = dates::plain(in_france(request.ends_at).date(), READERS);
    let first = match letter {
        Letter::First => w.verification_mail_first(),
        Letter::Reminder => w.verification_mail_reminder(),
    };
    let subject = match letter {
        Letter::First => w.verification_mail_subject(),
        Letter::Reminder => w.verification_mail_reminder_subject(),
    };
    Mail { to, subject, body: w.verification_mail_body(organization.name.as_str(), first, link, until) }
}
