//! What people do with instruments. The entry in the trail is left by whoever calls, once for all
//! that one request does, except where said.

use jiff::civil::Date;
use kernel::clock::in_france;
use kernel::id::{PersonId, ReferralId, ScreeningId, SiteId};
use platform::audit::Action;
use platform::db::Tx;
use platform::web::Nope;

use super::carried::Carried;
use super::model::{Filled, Mode, Moment, Screening};
use super::rules::{self, Refused};
use super::{safety, sql};
use crate::act::Acting;
use crate::caseload::Case;
use crate::study;

/// A consultation with a person who is not named yet.
#[derive(Clone, Copy, Debug)]
pub struct Consultation {
    pub site: SiteId,
    pub mode: Mode,
    pub held_on: Date,
}

/// A measure taken on the way of somebody accompanied.
#[derive(Clone, Copy, Debug)]
pub struct Taking {
    pub mode: Mode,
    pub moment: Moment,
    pub held_on: Date,
}

/// Keeps a consultation, and leaves the entry in the trail.
///
/// # Errors
/// [`Refused`] for a day or answers that cannot be kept; the store's.
pub async fn consult(
    tx: &mut Tx,
    acting: &Acting<'_>,
    consultation: Consultation,
    filled: &[Filled],
) -> Result<Result<ScreeningId, Refused>, Nope> {
    if let Err(refused) = all_fits(acting, consultation.held_on, filled) {
        return Ok(Err(refused));
    }
    let screening = Screening {
        id: ScreeningId::new(),
        site_id: consultation.site,
        person_id: None,
        case_id: None,
        referral_id: None,
        account_id: acting.account(),
        mode: consultation.mode,
        moment: Moment::First,
        held_on: consultation.held_on,
    };
    insert(tx, acting, &screening, filled).await?;
    acting.trace(tx, Action::Created, screening.id, screening.site_id).await?;
    Ok(Ok(screening.id))
}

/// Keeps what was measured with somebody accompanied; the case was opened to change.
///
/// # Errors
/// [`Refused`] for a closed case, a day or answers that cannot be kept, a first measure after a
/// review; the store's.
pub async fn keep(
    tx: &mut Tx,
    acting: &Acting<'_>,
    case: &Case,
    taking: Taking,
    filled: &[Filled],
) -> Result<Result<ScreeningId, Refused>, Nope> {
    if !study::may_be_asked(tx, case).await? {
        return Ok(Err(Refused::CaseClosed));
    }
    if let Err(refused) = all_fits(acting, taking.held_on, filled) {
        return Ok(Err(refused));
    }
    let history = sql::measures_of_case(tx, case.id).await?;
    for one in filled.iter().filter(|one| !one.is_empty()) {
        if let Err(refused) = rules::order_fits(&history, one.instrument, taking.moment, taking.held_on) {
            return Ok(Err(refused));
        }
    }
    let screening = Screening {
        id: ScreeningId::new(),
        site_id: case.site_id,
        person_id: Some(case.person_id),
        case_id: Some(case.id),
        referral_id: None,
        account_id: acting.account(),
        mode: taking.mode,
        moment: taking.moment,
        held_on: taking.held_on,
    };
    insert(tx, acting, &screening, filled).await?;
    Ok(Ok(screening.id))
}

/// Keeps what a visitor answered alone before asking to be called; nothing when they carried nothing.
///
/// # Errors
/// The store's.
pub async fn keep_carried(
    tx: &mut Tx,
    acting: &Acting<'_>,
    site: SiteId,
    person: PersonId,
    referral: ReferralId,
    carried: &Carried,
) -> Result<Option<ScreeningId>, Nope> {
    if carried.is_empty() {
        return Ok(None);
    }
    let screening = Screening {
        id: ScreeningId::new(),
        site_id: site,
        person_id: Some(person),
        case_id: None,
        referral_id: Some(referral),
        account_id: None,
        mode: Mode::Alone,
        moment: Moment::First,
        held_on: in_france(acting.now).date(),
    };
    insert(tx, acting, &screening, carried.filled()).await?;
    Ok(Some(screening.id))
}

/// Says whose consultation it was, once the referral is written; false unless it is the account's
/// own or a colleague's of the same site, and about nobody yet.
///
/// # Errors
/// The store's.
pub async fn attach(
    tx: &mut Tx,
    acting: &Acting<'_>,
    id: ScreeningId,
    person: PersonId,
    referral: ReferralId,
) -> Result<bool, Nope> {
    match visible(tx, acting, id).await {
        Ok(screening) => Ok(sql::attach(tx, screening.id, person, referral).await?),
        Err(Nope::NotFound) => Ok(false),
        Err(other) => Err(other),
    }
}

/// A consultation this account may open.
///
/// # Errors
/// [`Nope::NotFound`] when there is none such for it.
pub async fn visible(tx: &mut Tx, acting: &Acting<'_>, id: ScreeningId) -> Result<Screening, Nope> {
    let viewer = acting.account().ok_or(Nope::NotFound)?;
    sql::visible(tx, viewer, id).await?.ok_or(Nope::NotFound)
}

fn all_fits(acting: &Acting<'_>, held_on: Date, filled: &[Filled]) -> Result<(), Refused> {
    rules::day_fits(held_on, in_france(acting.now).date())?;
    rules::answers_fit(filled)
}

/// An instrument offered of which nothing was answered is not kept; an answer that rings opens its check.
async fn insert(
    tx: &mut Tx,
    acting: &Acting<'_>,
    screening: &Screening,
    filled: &[Filled],
) -> Result<(), Nope> {
    let answered: Vec<Filled> = filled.iter().filter(|one| !one.is_empty()).cloned().collect();
    sql::insert(tx, screening, &answered, acting.now).await?;
    Ok(safety::open(tx, screening, &answered, acting.now).await?)
}
