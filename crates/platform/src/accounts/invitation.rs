//! Inviting somebody: a link by e-mail, valid a week and once, behind which they choose a phrase.
//! The latest link is the only one; whoever follows it is signed in there and nowhere else.

use askama::Template;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::SignedDuration;
use kernel::Lang;
use kernel::coded::Coded;
use kernel::contact::Email;
use kernel::id::AccountId;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::federation::{Door, Trouble, doors};
use super::lifting::{self, Reason, label};
use super::nearby;
use super::password;
use super::sign_ins::{self, Event, Outcome, Way, What};
use super::weakness::tell;
use super::{second, sessions, sql};
use crate::app::App;
use crate::db::{DbError, Tx};
use crate::outbox::{self, Mail};
use crate::web::form::{Form, Query};
use crate::web::guard::Open;
use crate::web::nope::Nope;
use crate::web::page::{self, Answer};
use crate::web::path::Path;
use crate::web::session;
use crate::web::ui::Ui;
use crate::words::words;

pub(crate) const VALID: SignedDuration = SignedDuration::from_hours(7 * 24);

#[derive(Template)]
#[template(path = "accounts/invitation.html")]
struct InvitationPage<'a> {
    ui: &'a Ui,
    token: &'a str,
    doors: Vec<Door>,
    /// Why a provider did not let them in.
    refusal: Option<String>,
    problem: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Arrival {
    #[serde(default)]
    souci: String,
    #[serde(default)]
    fournisseur: String,
}

#[derive(Deserialize)]
pub(super) struct Chosen {
    password: String,
}

/// Makes an invitation and puts its e-mail into the outbox.
///
/// # Errors
/// When no randomness is given, or the store fails.
pub async fn invite(tx: &mut Tx, app: &App, account: AccountId, to: &Email, lang: Lang) -> Result<(), Nope> {
    let link = fresh_link(tx, app, account, None).await?;
    let w = words(lang);
    let mail = Mail { to: to.clone(), subject: w.invitation_subject(), body: w.invitation_body(&link) };
    Ok(outbox::put(tx, &mail, app.clock().now()).await?)
}

/// The same for somebody who has a phrase, and forgot it.
pub(super) async fn send_new_link(
    tx: &mut Tx,
    app: &App,
    account: AccountId,
    to: &Email,
    lang: Lang,
) -> Result<(), Nope> {
    let link = fresh_link(tx, app, account, None).await?;
    let w = words(lang);
    let mail = Mail { to: to.clone(), subject: w.new_link_subject(), body: w.new_link_body(&link) };
    Ok(outbox::put(tx, &mail, app.clock().now()).await?)
}

/// The same for somebody who lost what they prove their second step with.
pub(super) async fn send_lifting_link(
    tx: &mut Tx,
    app: &App,
    (account, to): (AccountId, &Email),
    reason: Reason,
    lang: Lang,
) -> Result<(), Nope> {
    let link = fresh_link(tx, app, account, Some(reason)).await?;
    let w = words(lang);
    let body = w.lifting_body(label(reason, w), link.as_str());
    let mail = Mail { to: to.clone(), subject: w.lifting_subject(), body };
    Ok(outbox::put(tx, &mail, app.clock().now()).await?)
}

/// An address that opens an account; those sent before it have ended.
async fn fresh_link(
    tx: &mut Tx,
    app: &App,
    account: AccountId,
    lifts: Option<Reason>,
) -> Result<String, Nope> {
    let token = URL_SAFE_NO_PAD.encode(kernel::rng::secret()?);
    let now = app.wall().now();
    tx.run(
        "UPDATE invitation SET expires_at = 0 WHERE account_id = $1 AND used_at IS NULL",
        &[account.into()],
    )
    .await?;
    tx.run(
        "INSERT INTO invitation (token_hash, account_id, created_at, expires_at, lifts_for)
         VALUES ($1, $2, $3, $4, $5)",
        &[
            hash(&token).into(),
            account.into(),
            now.into(),
            (now + VALID).into(),
            lifts.map(Coded::code).into(),
        ],
    )
    .await?;
    Ok(app.settings().address(format_args!("/invitation/{token}")))
}

pub(super) async fn show(
    _: Open,
    ui: Ui,
    Path(token): Path<String>,
    Query(arrival): Query<Arrival>,
) -> Answer {
    let mut tx = ui.app.db().read().await?;
    if let Invited::Already = invited(&mut tx, &ui.app, &hash(&token)).await? {
        return already_in(&ui);
    }
    let refusal = Trouble::told(&ui, &arrival.souci, &arrival.fournisseur);
    page::show(&InvitationPage { ui: &ui, token: &token, doors: doors(&ui), refusal, problem: None })
}

pub(super) async fn accept(
    _: Open,
    ui: Ui,
    headers: HeaderMap,
    Path(token): Path<String>,
    Form(chosen): Form<Chosen>,
) -> Answer {
    let mut tx = ui.app.db().read().await?;
    let Invited::Now { account, .. } = invited(&mut tx, &ui.app, &hash(&token)).await? else {
        return already_in(&ui);
    };
    let whose = sql::find(&mut tx, account).await?.ok_or(Nope::AlteredLink)?;
    drop(tx);
    let phrase = match nearby::chosen_by(&whose, &chosen.password) {
        Ok(phrase) => phrase,
        Err(weak) => {
            let problem = Some(tell(ui.frame(), weak));
            let page = InvitationPage { ui: &ui, token: &token, doors: doors(&ui), refusal: None, problem };
            return page::with_problems(&page);
        }
    };
    let kept = password::hashed(phrase).await?;
    let mut tx = ui.app.db().begin().await?;
    let Invited::Now { account, lifts } = invited(&mut tx, &ui.app, &hash(&token)).await? else {
        return already_in(&ui);
    };
    sql::set_password(&mut tx, account, &kept).await?;
    use_up(&mut tx, &ui.app, &hash(&token)).await?;
    if lifts {
        lifting::carry_out(&mut tx, &ui.app, account).await?;
    }
    sessions::end_all(&mut tx, account).await?;
    // A phrase forgotten is no second step lost: the code is asked as ever.
    let asks_a_code = second::is_on(&mut tx, account).await?;
    let outcome = if asks_a_code { Outcome::Half } else { Outcome::Yes };
    sign_ins::note(&mut tx, &ui, Some(account), Event::new(What::SignIn, Way::Link, outcome)).await?;
    if asks_a_code {
        // Whoever guessed codes after the old phrase does not know this one.
        second::begin_anew(&mut tx, account).await?;
        tx.commit().await?;
        return second::ask(&ui, account, String::new()).await;
    }
    let session_token = session::start(&mut tx, &ui.app, account, &headers).await?;
    tx.commit().await?;
    let mut response = Redirect::to("/").into_response();
    session::hand_over(&mut response, &ui.app, session_token);
    Ok(response)
}

/// Whether a link still opens an account.
pub(super) enum Invited {
    Now {
        account: AccountId,
        /// Their second step and passkeys go with it.
        lifts: bool,
    },
    /// The link has served: a double click, or somebody who comes in by the same e-mail every day.
    Already,
}

/// Whose invitation it is, if it was made by us, and not a week old unless it has served.
///
/// # Errors
/// [`Nope::AlteredLink`], [`Nope::ExpiredLink`], and the store's.
pub(super) async fn invited(tx: &mut Tx, app: &App, hash: &str) -> Result<Invited, Nope> {
    let row: Option<(Uuid, i64, Option<i64>, bool)> = tx
        .maybe(
            "SELECT i.account_id, i.expires_at, i.used_at, i.lifts_for IS NOT NULL FROM invitation i
             JOIN account a ON a.id = i.account_id AND a.closed_at IS NULL WHERE i.token_hash = $1",
            &[hash.into()],
        )
        .await
        .map_err(|error: DbError| Nope::Store(error))?;
    match row {
        None => Err(Nope::AlteredLink),
        Some((_, _, Some(_), _)) => Ok(Invited::Already),
        Some((_, expires_at, None, _)) if expires_at < app.wall().now().as_second() => Err(Nope::ExpiredLink),
        Some((account, _, _, lifts)) => Ok(Invited::Now { account: AccountId(account), lifts }),
    }
}

/// The link has served; false when it had already.
pub(super) async fn use_up(tx: &mut Tx, app: &App, hash: &str) -> Result<bool, DbError> {
    let sql = "UPDATE invitation SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL";
    Ok(tx.run(sql, &[hash.into(), app.wall().now().into()]).await? == 1)
}

/// The account is open: to their first page, or to where they sign in.
pub(super) fn already_in(ui: &Ui) -> Answer {
    page::see(if ui.account.is_some() { "/" } else { "/connexion?compte=ouvert" })
}

/// What the store knows a link by.
pub(super) fn hash(token: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(token.as_bytes()))
}
