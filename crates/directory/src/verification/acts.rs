//! Saying that entries are right, or what has changed; asking an organization; doubting.

use jiff::{SignedDuration, Timestamp};
use kernel::clock::in_france;
use kernel::contact::Email;
use kernel::id::VerificationRequestId;
use platform::app::App;
use platform::audit::{self, Action, Who};
use platform::db::{DbError, Tx};
use platform::outbox;
use platform::web::Nope;

use super::model::{Check, Doubt, Request, Saying, Speaker, Verification};
use super::told::{self, Told};
use super::{mails, sql};
use crate::organization::{Organization, OrganizationId};
use crate::report::{self, Subject, Wrong};
use crate::resource::{self, ResourceId};
use crate::stored::Change;

/// A link and what one may do with it live so long.
pub(crate) const LINK_LIFE: SignedDuration = SignedDuration::from_hours(60 * 24);

/// All of an entry is right, as it was shown at that version; `told` says what it is to be instead.
///
/// # Errors
/// [`Nope::NotFound`] for an entry that is no longer listed, [`Nope::Changed`] when it is no longer
/// as it was shown; the store's.
pub(super) async fn say_right(
    tx: &mut Tx,
    saying: Saying,
    id: &ResourceId,
    version: i64,
    told: Option<Told>,
) -> Result<(), Nope> {
    // First: the next writer waits here, and then reads what this one wrote.
    let change = Change::begin(tx, saying.now).await?;
    let row = resource::row(tx, id).await?.ok_or(Nope::NotFound)?;
    if row.changed_version != version {
        return Err(Nope::Changed);
    }
    let (source, shown) = (row.sourced()?, row.read()?);
    let followed = told.as_ref().map(|told| told.followed.clone()).unwrap_or_default();
    let mut said = told.map_or_else(|| shown.clone(), |told| told.said_of(shown.clone()));
    let today = in_france(saying.now).date();
    said.ties.verified_on = Some(today);
    let known = sql::find(tx, id).await?.unwrap_or_else(Verification::first);
    let check = Check { by: saying.speaker, on: today };
    let kept = known.said_right(told::kept(&source, &said).following(&followed), check, saying.now);
    sql::keep(tx, id, &kept).await?;
    resource::set_ties(tx, &said, change).await?;
    resource::touch(tx, id, change).await?;
    sql::settle_doubts(tx, id, saying.now).await?;
    audit::note(tx, saying.who, Action::Changed, kept.id, None, saying.now).await?;
    Ok(())
}

/// All that an organization offers is right, as it says itself.
///
/// # Errors
/// See [`say_right`].
pub(crate) async fn confirm_all(tx: &mut Tx, id: &OrganizationId, now: Timestamp) -> Result<(), Nope> {
    let saying = Saying { speaker: Speaker::Organization, who: Who::LinkHolder, now };
    for row in super::offered(tx, id).await? {
        let id = ResourceId::parse(&row.id).map_err(|_| Nope::NotFound)?;
        say_right(tx, saying, &id, row.changed_version, None).await?;
    }
    Ok(())
}

/// What no field is for goes to whoever verifies, as a reported error.
///
/// # Errors
/// The store's.
pub(super) async fn pass_on(
    tx: &mut Tx,
    saying: Saying,
    about: Subject,
    wrong: Wrong,
    said: String,
) -> Result<(), Nope> {
    Ok(report::say(tx, about, wrong, said, saying.who, saying.now).await?)
}

/// Writes to an organization, with a link to all it offers.
///
/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn ask(
    tx: &mut Tx,
    app: &App,
    (organization, to): (&Organization, Email),
    letter: mails::Letter,
    who: Who,
) -> Result<(), DbError> {
    let now = app.clock().now();
    let request = Request {
        id: VerificationRequestId::new(),
        organization: organization.id.clone(),
        ends_at: now + LINK_LIFE,
        answered_at: None,
    };
    sql::insert_request(tx, &request, now).await?;
    let mail = mails::written(app, &request, (organization, to), letter);
    outbox::put(tx, &mail, now).await?;
    audit::note(tx, who, Action::Sent, request.id, None, now).await
}

/// Notes that something led to an entry and nothing came of it, in the caller's transaction: it is
/// less sure until somebody checks it. An entry the directory does not have is passed over.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn doubt(tx: &mut Tx, id: &ResourceId, why: Doubt, now: Timestamp) -> Result<(), DbError> {
    if resource::find(tx, id).await?.is_some() {
        sql::insert_doubt(tx, id, why, now).await?;
    }
    Ok(())
}
