//! « Validation en deux étapes »: after the pass phrase, a code.
//!
//! For whoever wants it, on « Mon compte ». The code is an application's (TOTP, RFC 6238: SHA-1, six
//! digits, thirty seconds, which all applications know), or one of ten recovery codes to keep on
//! paper. Invariants: no code serves twice; ten guesses a minute are checked; a new link from the
//! administrator, by which somebody who lost everything chooses a phrase, begins without a second step.
//!
//! Tables owned: `second_factor`, `recovery_code`.

pub(super) mod code;
mod pages;
mod picture;
mod recovery;
mod sql;
mod step;

pub use sql::share_at;

use kernel::contact::Email;
use kernel::id::AccountId;

pub(super) use sql::{is_on, turn_off};
pub(super) use step::ask;

use super::guesses;
use crate::app::App;
use crate::db::DbError;
use crate::outbox::{self, Mail};
use crate::web::routes::{Routes, get, post};
use crate::words::Words;

pub(super) fn routes() -> Routes {
    Routes::new()
        .route("/connexion/code", get(step::again).post(step::enter))
        .route("/compte/deux-etapes", get(pages::show).post(pages::turn_on))
        .route("/compte/deux-etapes/secours", post(pages::renew))
        .route("/compte/deux-etapes/arreter", post(pages::turn_off))
}

/// What became of a code.
pub(super) enum Checked {
    Yes,
    No,
    TooMany,
}

/// Checks a code and uses it up.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn check(
    app: &App,
    (account, to): (AccountId, &Email),
    typed: &str,
    w: &Words,
) -> Result<Checked, DbError> {
    let now = app.wall().now();
    let mut tx = app.db().begin().await?;
    let Some(guess) = guesses::count_one(&mut tx, &format!("second {account}"), now).await? else {
        return Ok(Checked::TooMany);
    };
    let Some(kept) = sql::find(&mut tx, account).await? else { return Ok(Checked::No) };
    let by_code = match code::step_of(&kept.secret, typed, now) {
        Some(step) => sql::use_step(&mut tx, account, step).await?,
        None => false,
    };
    let by_recovery =
        !by_code && sql::use_recovery(&mut tx, account, &recovery::hash(account, typed), now).await?;
    if by_recovery {
        let left = sql::recoveries_left(&mut tx, account).await?;
        let (subject, body) = (w.second_used_subject(), w.second_used_body(left));
        outbox::put(&mut tx, &Mail { to: to.clone(), subject, body }, app.clock().now()).await?;
    }
    if by_code || by_recovery {
        guesses::forget(&mut tx, guess).await?;
    }
    tx.commit().await?;
    Ok(if by_code || by_recovery { Checked::Yes } else { Checked::No })
}
