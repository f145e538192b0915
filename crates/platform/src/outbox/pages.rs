//! The demonstration's mailbox: what would have been sent, to be read and followed by anybody.

use crate::web::guard::Demonstration;
use crate::web::routes::{Routes, get};
use askama::Template;

use super::sql::{self, Letter};
use crate::web::dates;
use crate::web::nope::Nope;
use crate::web::page::{self, Answer};
use crate::web::ui::Ui;

const SHOWN: i64 = 40;

pub fn routes() -> Routes {
    Routes::new().route("/demo/courriels", get(show))
}

#[derive(Template)]
#[template(path = "outbox/mailbox.html")]
struct MailboxPage<'a> {
    ui: &'a Ui,
    letters: Vec<Letter>,
}

/// A piece of a body: text, or an address to follow.
struct Piece<'a> {
    text: &'a str,
    is_link: bool,
}

impl MailboxPage<'_> {
    fn moment(&self, letter: &Letter) -> String {
        dates::moment(letter.created_at, self.ui.lang)
    }

    fn pieces<'b>(&self, body: &'b str) -> Vec<Piece<'b>> {
        body.split_inclusive(char::is_whitespace)
            .map(|text| Piece { is_link: text.starts_with(&self.ui.app.settings().public_url), text })
            .collect()
    }
}

/// Only a demonstration shows what it writes.
async fn show(_: Demonstration, ui: Ui) -> Answer {
    if !ui.is_demo() {
        return Err(Nope::NotFound);
    }
    let mut tx = ui.app.db().read().await?;
    let letters = sql::latest(&mut tx, SHOWN).await?;
    page::show(&MailboxPage { ui: &ui, letters })
}
