//! Handing messages over to a mail server.

use jiff::SignedDuration;
use lettre::message::header::ContentType;
use lettre::message::{Mailbox, Message};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

use super::sql::{self, Letter};
use crate::app::App;
use crate::db::DbError;

/// While one server hands a message over, no other takes it.
const CLAIM: SignedDuration = SignedDuration::from_mins(5);
const PAUSE: SignedDuration = SignedDuration::from_mins(15);
/// Two days of quarter hours: long enough for a mail server to be repaired.
const MOST_TRIES: i64 = 192;

/// Where messages go.
#[derive(Clone, Debug)]
pub enum Mailer {
    /// Nowhere: a demonstration shows them on a page.
    OnPage,
    Smtp(Box<AsyncSmtpTransport<Tokio1Executor>>),
}

#[derive(Debug, thiserror::Error)]
pub enum MailerError {
    #[error(transparent)]
    Smtp(#[from] lettre::transport::smtp::Error),
    #[error(transparent)]
    Message(#[from] lettre::error::Error),
    #[error(transparent)]
    Address(#[from] lettre::address::AddressError),
}

impl Mailer {
    /// `smtp://host:port` (plain, for a relay on the same machine), `smtps://user:password@host`.
    ///
    /// # Errors
    /// When the address is not one.
    pub fn smtp(url: &str) -> Result<Mailer, MailerError> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)?;
        Ok(Mailer::Smtp(Box::new(transport.build())))
    }
}

/// Hands over everything that waits, until it `must_stop`, which is asked between two messages;
/// returns how many were taken by the mail server.
///
/// # Errors
/// [`DbError`] of the store; a refused message is written down and tried again later.
pub async fn deliver(app: &App, mailer: &Mailer, must_stop: impl Fn() -> bool) -> Result<usize, DbError> {
    let Mailer::Smtp(transport) = mailer else {
        return Ok(0);
    };
    let mut count = 0;
    while !must_stop() {
        let Some(letter) = next(app).await? else { break };
        let outcome = hand_over(app, transport, &letter).await;
        let now = app.clock().now();
        let mut tx = app.db().begin().await?;
        match outcome {
            Ok(()) => {
                sql::sent(&mut tx, letter.id, now).await?;
                count += 1;
            }
            Err(error) => {
                tracing::warn!(letter = %letter.id, "a message could not be handed over");
                let given_up = (letter.tries + 1 >= MOST_TRIES).then_some(now);
                sql::refused(&mut tx, letter.id, &error.to_string(), now + PAUSE, given_up).await?;
            }
        }
        tx.commit().await?;
    }
    Ok(count)
}

async fn next(app: &App) -> Result<Option<Letter>, DbError> {
    let now = app.clock().now();
    let mut tx = app.db().begin().await?;
    let Some(letter) = sql::take(&mut tx, now).await? else {
        return Ok(None);
    };
    sql::claim(&mut tx, letter.id, now, now + CLAIM).await?;
    tx.commit().await?;
    Ok(Some(letter))
}

async fn hand_over(
    app: &App,
    transport: &AsyncSmtpTransport<Tokio1Executor>,
    letter: &Letter,
) -> Result<(), MailerError> {
    let from: Mailbox = app.settings().mail_from.parse()?;
    let domain = from.email.domain().to_owned();
    let message = Message::builder()
        .from(from)
        .to(Mailbox::new(None, letter.recipient.parse()?))
        .subject(&letter.subject)
        // The same id at every try, so that a mail server can drop a second copy.
        .message_id(Some(format!("<{}@{domain}>", letter.id)))
        .header(ContentType::TEXT_PLAIN)
        .body(letter.body.clone())?;
    transport.send(message).await?;
    Ok(())
}
