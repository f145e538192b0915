//! « Validation en deux étapes »: after the pass phrase, a code.
//!
//! For whoever wants it, on « Mon compte ». The code is an application's (TOTP, RFC 6238: SHA-1, six
//! digits, thirty seconds, which all applications know), or one of ten recovery codes to keep on
//! paper. Invariants: no code serves twice; ten guesses a minute are checked, and a hundred wrong ones in
//! a row stop the application's codes ([`ceiling`]); a new link from the administrator changes the phrase
//! and nothing else, but for one sent to take the second step away ([`lifting`](super::lifting)).
//!
//! Tables owned: `second_factor`, `recovery_code`.

mod ceiling;
pub(super) mod code;
mod pages;
mod recovery;
mod sql;
mod step;

pub use sql::share_at;

use kernel::contact::Email;
use kernel::id::AccountId;

pub(super) use ceiling::begin_anew;
pub(super) use sql::{is_on, turn_off};
pub(super) use step::ask;

use super::guesses;
use super::sign_ins::Way;
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
    /// By a code of the application, or on paper.
    Yes(Way),
    No,
    TooMany,
    /// So many were wrong that only a recovery code is taken for now.
    Stopped,
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
    let is_stopped = ceiling::is_stopped(&kept, now);
    let by_code = match code::step_of(&kept.secret, typed, now).filter(|_| !is_stopped) {
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
    let checked = if by_code || by_recovery {
        guesses::forget(&mut tx, guess).await?;
        ceiling::begin_anew(&mut tx, account).await?;
        Checked::Yes(if by_code { Way::Code } else { Way::Recovery })
    } else if is_stopped || ceiling::count(&mut tx, app, (account, to), w).await? {
        Checked::Stopped
    } else {
        Checked::No
    };
    tx.commit().await?;
    Ok(checked)
}
