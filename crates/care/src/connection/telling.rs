//! Telling an organisation: only what was agreed, only while it stands.

use kernel::Lang;
use kernel::clock::in_france;
use platform::db::Tx;
use platform::outbox;
use platform::web::Nope;

use super::mails::{self, Letter, Sender};
use super::model::{Connection, EXPIRY, State};
use super::parts::Shared;
use super::wording;
use crate::act::Acting;
use crate::caseload::Case;
use crate::consent::{self, Purpose, Recipient};
use crate::person;
use crate::words::words;

/// What the person agreed to, heard in a language.
#[derive(Clone, Debug)]
pub struct Agreement {
    pub shared: Vec<Shared>,
    pub likes: Option<String>,
    pub lang: Lang,
}

/// Everybody in the directory reads French: other languages are spoken « besides French » there.
const READERS: Lang = Lang::Fr;

/// Whether the person still agrees that this organisation is told.
///
/// # Errors
/// The store's.
pub(super) async fn consent_stands(tx: &mut Tx, case: &Case, connection: &Connection) -> Result<bool, Nope> {
    Ok(consent::stands(tx, case.person_id, Purpose::Introduction, &recipient(connection)).await?)
}

/// Whose consent it is, on the receiving side.
pub(super) fn recipient(connection: &Connection) -> Recipient {
    Recipient::Resource(connection.offer.resource_id.clone())
}

/// Puts a letter to the organisation into the outbox, with a link valid for [`EXPIRY`] from the
/// request, or from now when its waiting list is asked about; nothing for one asked by telephone.
pub(super) async fn write_to_organization(
    tx: &mut Tx,
    acting: &Acting<'_>,
    case: &Case,
    connection: &Connection,
    letter: Letter,
) -> Result<(), Nope> {
    let Some(request) = &connection.request else { return Ok(()) };
    let Some(to) = request.email.clone() else { return Ok(()) };
    let end = match letter {
        Letter::Request | Letter::Reminder => request.at + EXPIRY,
        Letter::Waiting => acting.now + EXPIRY,
    };
    let sender = Sender::of(tx, case).await?;
    let mail = letter.written(acting, &sender, connection, (to, READERS), end);
    Ok(outbox::put(tx, &mail, acting.now).await?)
}

/// Tells an organisation that kept a place that nobody comes for it; nothing to one that never
/// said yes, that is called rather than written to, or that may be told nothing more.
pub(super) async fn tell_nobody_comes(
    tx: &mut Tx,
    acting: &Acting<'_>,
    case: &Case,
    connection: &Connection,
) -> Result<(), Nope> {
    let keeps_a_place = matches!(connection.state, State::Accepted { .. } | State::Introduced { .. });
    let to = connection.request.as_ref().and_then(|request| request.email.clone());
    let Some(to) = to.filter(|_| keeps_a_place) else { return Ok(()) };
    if !consent_stands(tx, case, connection).await? {
        return Ok(());
    }
    let sender = Sender::of(tx, case).await?;
    let mail = mails::not_coming(&sender, connection, (to, READERS));
    Ok(outbox::put(tx, &mail, acting.now).await?)
}

/// The sentence is kept as it was said, with the names it was said with.
pub(super) async fn keep_consent(
    tx: &mut Tx,
    acting: &Acting<'_>,
    case: &Case,
    connection: &Connection,
    agreement: &Agreement,
) -> Result<(), Nope> {
    let person = person::find(tx, case.person_id).await?.ok_or(Nope::NotFound)?;
    let sender = Sender::of(tx, case).await?;
    let w = words(agreement.lang);
    let told: Vec<wording::Fact> =
        wording::facts(w, &person, agreement.likes.as_deref(), in_france(acting.now).date())
            .into_iter()
            .filter(|fact| agreement.shared.contains(&fact.shared))
            .collect();
    let opening = wording::opening(w, &person, &sender.site.name, &connection.offer);
    let text = wording::whole(w, &opening, &told);
    let (to, by) = (recipient(connection), acting.account());
    Ok(consent::give(tx, person.id, Purpose::Introduction, &to, &text, by, acting.now).await?)
}
