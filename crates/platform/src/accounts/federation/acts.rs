//! What somebody came back for, once their provider vouched for them; each in one transaction.

use axum::http::HeaderMap;
use kernel::contact::Email;
use kernel::id::AccountId;

use super::attempt::{Attempt, Errand};
use super::back::Onward;
use super::trouble::Trouble;
use super::{sealed, sql};
use crate::accounts::invitation::{self, Invited};
use crate::accounts::sign_ins::{self, Event, Outcome, What};
use crate::accounts::{self, Account, lifting, sessions};
use crate::audit::{self, Action, Who};
use crate::db::Tx;
use crate::oidc::{Known, Vouched};
use crate::outbox::{self, Mail};
use crate::web::nope::Nope;
use crate::web::session;
use crate::web::ui::Ui;

/// Somebody, by the name their issuer has for them.
type Identity<'a> = (&'a str, &'a str);

/// # Errors
/// The store's; what concerns whoever came back is a [`Trouble`].
pub(super) async fn carry_out(
    ui: &Ui,
    headers: &HeaderMap,
    known: &Known,
    attempt: &Attempt,
    vouched: &Vouched,
) -> Result<Result<Onward, Trouble>, Nope> {
    let identity = (known.provider().issuer(), vouched.subject.as_str());
    let mut tx = ui.app.db().begin().await?;
    let token = match &attempt.errand {
        Errand::Enter => match sql::account_of(&mut tx, identity).await? {
            Some(account) => {
                let token = let_in(&mut tx, ui, headers, account, (known, vouched)).await?;
                // The provider may have asked them nothing: before what asks for a proof, it will be
                // asked to ask.
                sessions::leave_unproven(&mut tx, &session::hash(&token)).await?;
                Some(token)
            }
            None => return Ok(Err(Trouble::Unknown)),
        },
        Errand::Accept(hash) => match accept(&mut tx, ui, known, hash, identity).await? {
            Ok(account) => Some(let_in(&mut tx, ui, headers, account, (known, vouched)).await?),
            Err(trouble) => return Ok(Err(trouble)),
        },
        Errand::Link(begun_in) => {
            let Some(me) = still_me(ui, headers, begun_in) else { return Ok(Err(Trouble::NotBegun)) };
            if let Err(trouble) = link(&mut tx, ui, known, (me.id, &me.email), identity).await? {
                return Ok(Err(trouble));
            }
            None
        }
        Errand::Prove(begun_in) => {
            let Some(me) = still_me(ui, headers, begun_in) else { return Ok(Err(Trouble::NotBegun)) };
            if sql::account_of(&mut tx, identity).await? != Some(me.id) {
                return Ok(Err(Trouble::NotTheirs));
            }
            let shown = Event::with(What::Proof, &known.provider().key, Outcome::Yes);
            sign_ins::note(&mut tx, ui, Some(me.id), shown).await?;
            sessions::prove(&mut tx, begun_in, ui.app.wall().now()).await?;
            None
        }
    };
    tx.commit().await?;
    Ok(Ok(Onward { to: attempt.back_to.clone(), session: token }))
}

/// A session of this browser, for which the provider vouched.
async fn let_in(
    tx: &mut Tx,
    ui: &Ui,
    headers: &HeaderMap,
    account: AccountId,
    (known, vouched): (&Known, &Vouched),
) -> Result<String, Nope> {
    let came = Event::with(What::SignIn, &known.provider().key, Outcome::Yes);
    sign_ins::note(tx, ui, Some(account), came).await?;
    let identity = (known.provider().issuer(), vouched.subject.as_str());
    let token = session::start(tx, &ui.app, account, headers).await?;
    let sealed = sealed::seal(&token, &vouched.id_token);
    sql::vouch(tx, &session::hash(&token), identity, (vouched.session.as_deref(), sealed)).await?;
    Ok(token)
}

/// As choosing a phrase does: the invitation has served, and sessions from before end.
async fn accept(
    tx: &mut Tx,
    ui: &Ui,
    known: &Known,
    hash: &str,
    identity: Identity<'_>,
) -> Result<Result<AccountId, Trouble>, Nope> {
    let Invited::Now { account, lifts } = invitation::invited(tx, &ui.app, hash).await? else {
        return Ok(Err(Trouble::NotBegun));
    };
    let Some(invited) = accounts::find(tx, account).await? else { return Ok(Err(Trouble::Unknown)) };
    if let Err(trouble) = link(tx, ui, known, (account, &invited.email), identity).await? {
        return Ok(Err(trouble));
    }
    if !invitation::use_up(tx, &ui.app, hash).await? {
        return Ok(Err(Trouble::NotBegun));
    }
    if lifts {
        lifting::carry_out(tx, &ui.app, account).await?;
    }
    sessions::end_all(tx, account).await?;
    Ok(Ok(account))
}

/// Whoever is signed in where the attempt was begun.
fn still_me<'a>(ui: &'a Ui, headers: &HeaderMap, begun_in: &str) -> Option<&'a Account> {
    let is_same = session::hash_of(headers, &ui.app).is_some_and(|hash| hash == begun_in);
    ui.account.as_ref().filter(|_| is_same)
}

/// From now on it opens their account; told in the trail and to its owner. What is linked to them
/// already stays as it is.
async fn link(
    tx: &mut Tx,
    ui: &Ui,
    known: &Known,
    (account, to): (AccountId, &Email),
    identity: Identity<'_>,
) -> Result<Result<(), Trouble>, Nope> {
    if !sql::link(tx, identity, account, ui.app.wall().now()).await? {
        let is_theirs = sql::account_of(tx, identity).await? == Some(account);
        return Ok(if is_theirs { Ok(()) } else { Err(Trouble::Taken) });
    }
    let (w, name) = (ui.frame(), known.provider().name.as_str());
    let told = (w.identity_linked_subject(name), w.identity_linked_body(name));
    tell(tx, ui, (account, to), told).await?;
    Ok(Ok(()))
}

/// In the trail, and by e-mail to the owner.
pub(super) async fn tell(
    tx: &mut Tx,
    ui: &Ui,
    (account, to): (AccountId, &Email),
    (subject, body): (String, String),
) -> Result<(), Nope> {
    let now = ui.app.clock().now();
    audit::note(tx, Who::Account(account), Action::Changed, account, None, now).await?;
    Ok(outbox::put(tx, &Mail { to: to.clone(), subject, body }, now).await?)
}
