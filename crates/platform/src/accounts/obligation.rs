//! « Une étape de plus »: whoever has a role the deployer named proves twice who they are, or does nothing.
//!
//! Words: a session is *short* when its owner's role asks for two steps and it was opened by less: no code
//! is asked of them, and neither a passkey nor a provider opened it. A short session leads to one page,
//! and from there to adding a second step or a passkey. Whoever has a passkey or an identity already
//! comes in by that: a phrase alone, which somebody else may know, adds nothing to their account.

use askama::Template;
use kernel::id::AccountId;
use uuid::Uuid;

use super::{Account, federation, passkey, second};
use crate::app::App;
use crate::db::{DbError, Tx};
use crate::oidc::Federation;
use crate::web::guard::Open;
use crate::web::page::{self, Answer};
use crate::web::ui::Ui;

/// Whose session is short.
#[derive(Clone, Debug)]
pub(crate) struct Short {
    pub(crate) account: Account,
    /// They have something better than a phrase to come in by.
    pub(crate) has_better: bool,
}

/// What a way in is taken away from an account for, and what stays.
#[derive(Clone, Copy, Debug)]
pub(super) enum Leaving {
    Codes,
    Passkey(Uuid),
    Identity(Uuid),
}

#[derive(Template)]
#[template(path = "accounts/obligation.html")]
struct ObligationPage<'a> {
    ui: &'a Ui,
    has_better: bool,
    can_have_passkeys: bool,
}

pub(super) async fn show(_: Open, ui: Ui) -> Answer {
    let Some(has_better) = ui.short.as_ref().map(|short| short.has_better) else { return page::see("/") };
    let can_have_passkeys = passkey::are_possible(&ui.app);
    page::show(&ObligationPage { ui: &ui, has_better, can_have_passkeys })
}

/// Whether one of their roles asks for two steps.
pub(super) fn concerns(app: &App, account: &Account) -> bool {
    app.settings().second_step.iter().any(|role| account.has_role(*role))
}

/// None for a session that is as it should be.
pub(super) async fn short(
    tx: &mut Tx,
    app: &App,
    session: &str,
    account: &Account,
) -> Result<Option<Short>, DbError> {
    if !concerns(app, account) || second::is_on(tx, account.id).await? {
        return Ok(None);
    }
    let sql =
        "SELECT id FROM session WHERE token_hash = $1 AND (passkey_id IS NOT NULL OR issuer IS NOT NULL)";
    let better: Option<(Uuid,)> = tx.maybe(sql, &[session.into()]).await?;
    if better.is_some() {
        return Ok(None);
    }
    let has_better = has_better(tx, app, account.id, Leaving::Codes).await?;
    Ok(Some(Short { account: account.clone(), has_better }))
}

/// Whether taking that away would leave somebody whose role asks for two steps with a phrase alone.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn forbids(
    tx: &mut Tx,
    ui: &Ui,
    account: &Account,
    leaving: Leaving,
) -> Result<bool, DbError> {
    if !concerns(&ui.app, account) {
        return Ok(false);
    }
    // Others who change how it is opened wait their turn.
    federation::hold(tx, account.id).await?;
    let keeps_codes = !matches!(leaving, Leaving::Codes) && second::is_on(tx, account.id).await?;
    Ok(!keeps_codes && !has_better(tx, &ui.app, account.id, leaving).await?)
}

/// A passkey, or an identity of a provider that is there still, but for the one that goes.
async fn has_better(tx: &mut Tx, app: &App, account: AccountId, leaving: Leaving) -> Result<bool, DbError> {
    let passkeys = passkey::ids(tx, account).await?;
    let identities = federation::issuers(tx, account).await?;
    let federation = Federation::of(app);
    Ok(passkeys.iter().any(|id| !matches!(leaving, Leaving::Passkey(gone) if gone == *id))
        || identities.iter().any(|(id, issuer)| {
            !matches!(leaving, Leaving::Identity(gone) if gone == *id)
                && federation.of_issuer(issuer).is_some()
        }))
}
