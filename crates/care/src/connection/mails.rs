//! What an organisation reads in its letter box: who asks and where to answer, nobody's name.

use jiff::Timestamp;
use kernel::Lang;
use kernel::clock::in_france;
use kernel::contact::Email;
use kernel::id::ConnectionId;
use platform::accounts::{self, Site, sites};
use platform::db::{DbError, Tx};
use platform::outbox::Mail;
use platform::web::dates;
use platform::web::link::Purpose;

use super::model::Connection;
use crate::act::Acting;
use crate::caseload::Case;
use crate::words::words;

/// A link behind which an organisation answers.
#[derive(Clone, Copy, Debug)]
pub(super) struct AnswerLink;

impl Purpose for AnswerLink {
    const NAME: &'static str = "connection.answer";
    type Subject = ConnectionId;
}

/// Why the organisation is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letter {
    Request,
    Reminder,
    /// The day its waiting list was to open.
    Waiting,
}

/// In whose name.
#[derive(Clone, Debug)]
pub(super) struct Sender {
    /// « Nadia Belkacem (Maison de santé des Essarts) », or the site alone.
    pub(super) who: String,
    pub(super) site: Site,
}

impl Sender {
    /// # Errors
    /// [`DbError`] of the store.
    pub(super) async fn of(tx: &mut Tx, case: &Case) -> Result<Sender, DbError> {
        let site = sites::find(tx, case.site_id).await?.ok_or_else(|| DbError::Impossible {
            table: "case_file",
            column: "site_id",
            id: case.id.to_string(),
        })?;
        let worker = match case.link_worker {
            Some(id) => accounts::find(tx, id).await?,
            None => None,
        };
        let who =
            worker.map_or_else(|| site.name.clone(), |worker| format!("{} ({})", worker.name, site.name));
        Ok(Sender { who, site })
    }
}

impl Letter {
    /// The letter in its reader's language, with a link valid until `end`.
    pub(super) fn written(
        self,
        acting: &Acting<'_>,
        sender: &Sender,
        connection: &Connection,
        (to, lang): (Email, Lang),
        end: Timestamp,
    ) -> Mail {
        let w = words(lang);
        let (resource, who) = (connection.offer.resource_name.as_str(), sender.who.as_str());
        let (subject, first) = match self {
            Letter::Request => {
                (w.connection_mail_request_subject(resource), w.connection_mail_request(who, resource))
            }
            Letter::Reminder => {
                (w.connection_mail_reminder_subject(resource), w.connection_mail_reminder(who, resource))
            }
            Letter::Waiting => {
                (w.connection_mail_waiting_subject(resource), w.connection_mail_waiting(who, resource))
            }
        };
        let token = acting.app.key().sign::<AnswerLink>(connection.id, end);
        let link = acting.app.settings().address(format_args!("/reponse/{token}"));
        let until = dates::plain(in_france(end).date(), lang);
        let body = w.connection_mail_body(
            &first,
            &link,
            &until,
            sender.site.name.as_str(),
            sender.site.phone.spoken(),
        );
        Mail { to, subject, body }
    }
}

/// Whoever kept a place learns that nobody comes for it; there is nothing to answer.
pub(super) fn not_coming(sender: &Sender, connection: &Connection, (to, lang): (Email, Lang)) -> Mail {
    let w = words(lang);
    let resource = connection.offer.resource_name.as_str();
    let (site, phone) = (sender.site.name.as_str(), sender.site.phone.spoken());
    Mail {
        to,
        subject: w.connection_mail_not_coming_subject(resource),
        body: w.connection_mail_not_coming(sender.who.as_str(), resource, site, phone),
    }
}
