//! What is done with a request: sending, receiving, accepting, declining, merging.

use kernel::id::{AccountId, CaseId, PersonId, ReferralId, SiteId};
use platform::audit::Action;
use platform::db::{DbError, Tx};
use platform::web::Nope;

use super::model::{AlreadyDecided, DeclineReason, Origin, Reason, Referral, State};
use super::news::{self, News};
use super::sql;
use crate::act::Acting;
use crate::caseload;
use crate::consent::{self, Purpose, Recipient};
use crate::person::rules::{Likeness, likeness};
use crate::person::{self, Person};
use crate::screening;
use crate::study;

/// Whom a request is about.
#[derive(Clone, Debug)]
pub enum About {
    /// Nobody of the site's persons.
    Somebody(Box<Person>),
    /// A person of the site, as somebody recognised them.
    Known(PersonId),
}

/// A request ready to be sent.
#[derive(Clone, Debug)]
pub struct NewReferral {
    pub site: SiteId,
    pub about: About,
    pub origin: Origin,
    pub reasons: Vec<Reason>,
    pub note: Option<String>,
    /// The sentence the person heard and agreed to.
    pub consent_wording: String,
}

/// Persons of the site who may be this one, likeliest first; each leaves an entry, as they are shown.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn look_alikes(
    tx: &mut Tx,
    acting: &Acting<'_>,
    new: &Person,
) -> Result<Vec<(Likeness, Person)>, DbError> {
    let mut alike: Vec<(Likeness, Person)> = person::maybe_like(tx, new)
        .await?
        .into_iter()
        .filter_map(|known| likeness(new, &known).map(|likeness| (likeness, known)))
        .collect();
    alike.sort_by_key(|(likeness, _)| *likeness);
    for (_, known) in &alike {
        acting.trace(tx, Action::Read, known.id, known.site_id).await?;
    }
    Ok(alike)
}

/// Keeps the request, the person when they are new, and what they agreed to.
///
/// # Errors
/// [`Nope::NotFound`] when the known person is none of the site's.
pub async fn send(
    tx: &mut Tx,
    acting: &Acting<'_>,
    new: NewReferral,
) -> Result<(ReferralId, PersonId), Nope> {
    let person_id = match &new.about {
        About::Known(id) => {
            let known = person::find(tx, *id).await?.filter(|known| known.site_id == new.site);
            known.ok_or(Nope::NotFound)?.id
        }
        About::Somebody(person) => {
            person::insert(tx, person, acting.now).await?;
            person.id
        }
    };
    let recipient = Recipient::Site(new.site);
    let wording = &new.consent_wording;
    consent::give(tx, person_id, Purpose::Support, &recipient, wording, acting.account(), acting.now).await?;
    let referral = Referral {
        id: ReferralId::new(),
        site_id: new.site,
        person_id,
        origin: new.origin,
        reasons: new.reasons,
        note: new.note,
        state: State::Sent,
        sent_at: acting.now,
        version: 1,
    };
    sql::insert(tx, &referral).await?;
    acting.trace(tx, Action::Created, referral.id, new.site).await?;
    Ok((referral.id, person_id))
}

/// A request this account may receive.
///
/// # Errors
/// [`Nope::NotFound`] for another site's.
pub async fn find(tx: &mut Tx, sites: &[SiteId], id: ReferralId) -> Result<Referral, Nope> {
    let referral = sql::find(tx, id).await?.filter(|referral| sites.contains(&referral.site_id));
    referral.ok_or(Nope::NotFound)
}

/// The same, to read it: once it has become a course of support, by whoever may open the file.
///
/// # Errors
/// [`Nope::NotFound`] for another site's, and for a colleague's.
pub async fn readable(
    tx: &mut Tx,
    reader: AccountId,
    sites: &[SiteId],
    id: ReferralId,
) -> Result<Referral, Nope> {
    let referral = find(tx, sites, id).await?;
    if let Some(case) = caseload::of_referral(tx, id).await? {
        caseload::visible(tx, reader, case.id).await?.ok_or(Nope::NotFound)?;
    }
    Ok(referral)
}

/// Opens a request to read it: from now on it has been received.
///
/// # Errors
/// The store's.
pub async fn receive(tx: &mut Tx, acting: &Acting<'_>, referral: Referral) -> Result<Referral, Nope> {
    acting.trace(tx, Action::Read, referral.id, referral.site_id).await?;
    if referral.state != State::Sent {
        return Ok(referral);
    }
    let mut received = referral.received();
    caseload::acts::must_be_written(sql::update(tx, &received, acting.now).await?)?;
    received.version += 1;
    Ok(received)
}

/// Why a request opened no case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAccepted {
    #[error("decided already")]
    Decided(AlreadyDecided),
    /// Nobody has two courses of support at one site.
    #[error("the person has a course of support already")]
    Accompanied,
}

/// Accepts a request: a case opens, with whoever will run it, and the prescriber is told.
///
/// # Errors
/// [`NotAccepted`] inside; the store's outside.
pub async fn accept(
    tx: &mut Tx,
    acting: &Acting<'_>,
    referral: Referral,
    link_worker: Option<AccountId>,
) -> Result<Result<CaseId, NotAccepted>, Nope> {
    if caseload::open_of_person(tx, referral.person_id, referral.site_id).await?.is_some() {
        return Ok(Err(NotAccepted::Accompanied));
    }
    let accepted = match referral.accepted() {
        Ok(accepted) => accepted,
        Err(decided) => return Ok(Err(NotAccepted::Decided(decided))),
    };
    caseload::acts::must_be_written(sql::update(tx, &accepted, acting.now).await?)?;
    acting.trace(tx, Action::Changed, accepted.id, accepted.site_id).await?;
    let Referral { id, site_id, person_id, .. } = accepted;
    let case = caseload::acts::open(tx, acting, site_id, person_id, id, link_worker).await?;
    news::tell(tx, acting, id, News::Accepted).await?;
    Ok(Ok(case))
}

/// Declines a request, with the reason; the prescriber is told.
///
/// # Errors
/// [`AlreadyDecided`] inside; the store's outside.
pub async fn decline(
    tx: &mut Tx,
    acting: &Acting<'_>,
    referral: Referral,
    reason: DeclineReason,
) -> Result<Result<(), AlreadyDecided>, Nope> {
    let id = referral.id;
    let outcome = decide(tx, acting, referral.declined(reason)).await?;
    if outcome.is_ok() {
        news::tell(tx, acting, id, News::Declined).await?;
    }
    Ok(outcome)
}

/// The person would rather not; what they agreed to is withdrawn, unless they are accompanied for
/// another request, and nobody else is told anything more.
///
/// # Errors
/// [`AlreadyDecided`] inside; the store's outside.
pub async fn withdraw(
    tx: &mut Tx,
    acting: &Acting<'_>,
    referral: Referral,
) -> Result<Result<(), AlreadyDecided>, Nope> {
    let is_the_last = !sql::has_another(tx, &referral).await?;
    let (person, team) = (referral.person_id, Recipient::Site(referral.site_id));
    let outcome = decide(tx, acting, referral.withdrawn()).await?;
    if outcome.is_ok() && is_the_last {
        consent::withdraw(tx, person, Purpose::Support, &team, acting.now).await?;
    }
    Ok(outcome)
}

/// Its course of support has ended.
///
/// # Errors
/// [`AlreadyDecided`] inside; the store's outside.
pub async fn close(
    tx: &mut Tx,
    acting: &Acting<'_>,
    id: ReferralId,
) -> Result<Result<(), AlreadyDecided>, Nope> {
    let referral = sql::find(tx, id).await?.ok_or(Nope::NotFound)?;
    match referral.closed() {
        Ok(next) => {
            caseload::acts::must_be_written(sql::update(tx, &next, acting.now).await?)?;
            Ok(Ok(()))
        }
        Err(decided) => Ok(Err(decided)),
    }
}

/// Recognises the person of an open request as one the site already knows: all that was kept under
/// the new record is theirs from now on.
///
/// # Errors
/// [`Nope::NotFound`] when the known person is none of the site's, or not alike.
pub async fn merge(
    tx: &mut Tx,
    acting: &Acting<'_>,
    referral: Referral,
    known: PersonId,
) -> Result<Result<(), AlreadyDecided>, Nope> {
    if !referral.is_open() {
        return Ok(Err(AlreadyDecided));
    }
    let new = person::find(tx, referral.person_id).await?.ok_or(Nope::NotFound)?;
    let is_alike = look_alikes(tx, acting, &new).await?.iter().any(|(_, person)| person.id == known);
    if !is_alike {
        return Err(Nope::NotFound);
    }
    let are_both_accompanied = caseload::open_of_person(tx, new.id, referral.site_id).await?.is_some()
        && caseload::open_of_person(tx, known, referral.site_id).await?.is_some();
    if are_both_accompanied {
        return Ok(Err(AlreadyDecided));
    }
    person::merge_into(tx, new.id, known).await?;
    consent::move_records(tx, new.id, known).await?;
    screening::move_records(tx, new.id, known).await?;
    caseload::move_records(tx, new.id, known).await?;
    study::move_records(tx, new.id, known).await?;
    sql::move_records(tx, new.id, known).await?;
    acting.trace(tx, Action::Merged, known, referral.site_id).await?;
    Ok(Ok(()))
}

async fn decide(
    tx: &mut Tx,
    acting: &Acting<'_>,
    next: Result<Referral, AlreadyDecided>,
) -> Result<Result<(), AlreadyDecided>, Nope> {
    let next = match next {
        Ok(next) => next,
        Err(decided) => return Ok(Err(decided)),
    };
    caseload::acts::must_be_written(sql::update(tx, &next, acting.now).await?)?;
    acting.trace(tx, Action::Changed, next.id, next.site_id).await?;
    Ok(Ok(()))
}
