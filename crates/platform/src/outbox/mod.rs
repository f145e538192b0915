//! E-mail: written in the transaction of the act it tells about, delivered afterwards.
//!
//! A [`Mail`] carries no personal data in its subject, and in its body only what its recipient
//! must know. In a demonstration nothing leaves the machine: whoever visits it reads the messages
//! on a page.
//!
//! Invariants: a letter is handed over once, or said to be doubtful (a server ended while it did so, and
//! another did it again, under the same id that mail servers know copies by); a body, with the links in it, is kept until it is handed over or given up, and no
//! longer; the rest of a letter goes ninety days later (`upkeep`).

mod pages;
mod smtp;
mod sql;

#[cfg(test)]
mod smtp_tests;
#[cfg(test)]
mod tests;

pub use pages::routes;
pub use smtp::{Mailer, MailerError, deliver};
pub(crate) use sql::forget_sent;
pub use sql::{
    Letter, Written, doubtful, give_up_waiting, given_up, late, left_before, put, written_between, written_to,
};

use kernel::contact::Email;

/// A message to one address. The body is plain text, already in the recipient's language.
#[derive(Clone, Debug)]
pub struct Mail {
    pub to: Email,
    pub subject: String,
    pub body: String,
}
