//! Whether somebody is who they say they are: an address and a phrase, at a bounded pace.

use kernel::contact::Email;
use kernel::id::{AccountId, EventId};

use super::{guesses, password, sql};
use crate::app::App;
use crate::web::nope::Nope;

/// What became of a guess. A right one is to be forgotten ([`guesses::forget`]) with what it leads to.
pub(super) enum Recognised {
    Yes { account: AccountId, guess: EventId },
    No,
    TooMany,
}

/// Checks a phrase against the one kept for an address. It takes as long when nobody has that address.
///
/// # Errors
/// The store's.
pub(super) async fn recognise(app: &App, email: &str, phrase: String) -> Result<Recognised, Nope> {
    let mut tx = app.db().begin().await?;
    let Some(guess) = guesses::count_one(&mut tx, email, app.wall().now()).await? else {
        return Ok(Recognised::TooMany);
    };
    let found = match Email::parse(email) {
        Some(email) => sql::credentials(&mut tx, &email).await?,
        None => None,
    };
    tx.commit().await?;
    let (account, kept) = found.map_or((None, None), |(id, hash)| (Some(id), hash));
    let right = password::verified(phrase, kept).await?;
    Ok(account.filter(|_| right).map_or(Recognised::No, |account| Recognised::Yes { account, guess }))
}
