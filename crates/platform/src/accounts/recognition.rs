//! Whether somebody is who they say they are: an address and a phrase, at a bounded pace.

use kernel::contact::Email;
use kernel::id::{AccountId, EventId};

use super::{guesses, password, sql};
use crate::app::App;
use crate::web::nope::Nope;

/// What became of a guess. A right one is to be forgotten ([`guesses::forget`]) with what it leads to.
pub(super) enum Recognised {
    Yes {
        account: AccountId,
        guess: EventId,
    },
    /// Whose it was guessed at, if somebody has that address.
    No(Option<AccountId>),
    TooMany(Option<AccountId>),
}

/// Checks a phrase against the one kept for an address. It takes as long when nobody has that address.
///
/// # Errors
/// The store's.
pub(super) async fn recognise(app: &App, email: &str, phrase: String) -> Result<Recognised, Nope> {
    let mut tx = app.db().begin().await?;
    let counted = guesses::count_one(&mut tx, email, app.wall().now()).await?;
    let found = match Email::parse(email) {
        Some(email) => sql::credentials(&mut tx, &email).await?,
        None => None,
    };
    tx.commit().await?;
    let (account, kept) = found.map_or((None, None), |(id, hash)| (Some(id), hash));
    let Some(guess) = counted else { return Ok(Recognised::TooMany(account)) };
    let right = password::verified(phrase, kept).await?;
    let recognised = account.filter(|_| right);
    Ok(recognised.map_or(Recognised::No(account), |account| Recognised::Yes { account, guess }))
}
