//! E-mail: written in the transaction of the act it tells about, delivered afterwards.
//!
//! A [`Mail`] carries no personal data in its subject, and in its body only what its recipient
//! must know. In a demonstration nothing leaves the machine: the administrator reads the
//! messages on a page.

mod pages;
mod smtp;
mod sql;

#[cfg(test)]
mod smtp_tests;

pub use pages::routes;
pub use smtp::{Mailer, MailerError, deliver};
pub use sql::{Letter, Written, given_up, late, left_before, put, written_between, written_to};

use kernel::contact::Email;

/// A message to one address. The body is plain text, already in the recipient's language.
#[derive(Clone, Debug)]
pub struct Mail {
    pub to: Email,
    pub subject: String,
    pub body: String,
}
