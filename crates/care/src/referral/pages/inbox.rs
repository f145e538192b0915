//! « Demandes »: what reaches the site, to accept, decline, or recognise.

use askama::Template;
use directory::gazetteer::Gazetteer;
use kernel::coded::Coded;
use kernel::id::{CaseId, PersonId, ReferralId, SiteId};
use kernel::role::Role;
use platform::audit::Kind;
use platform::db::Tx;
use platform::web::may::{May, ReceiveReferrals};
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Path, Problems, Query, Ui, dates, once};
use serde::Deserialize;

use crate::act::Acting;
use crate::caseload;
use crate::person::rules::Likeness;
use crate::person::{self, Person};
use crate::referral::acts::{self, NotAccepted};
use crate::referral::listing::{self, Waiting};
use crate::referral::model::{AlreadyDecided, DeclineReason, Origin, Referral};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "referral/pages/inbox.html")]
struct InboxPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    rows: Vec<Waiting>,
}

impl InboxPage<'_> {
    fn detail(&self, row: &Waiting) -> String {
        let day = dates::day_of(row.sent_at, self.ui.lang);
        self.w.inbox_detail(row.from(self.w), &day)
    }
}

#[derive(Template)]
#[template(path = "referral/pages/one_request.html")]
struct RequestPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    referral: Referral,
    person: Person,
    prescriber: Option<String>,
    alike: Vec<(Likeness, Person)>,
    /// Their course of support, when this reader may open it.
    case: Option<CaseId>,
    /// They are accompanied already, for another request.
    is_accompanied: bool,
    was_merged: bool,
    problems: Problems,
}

impl RequestPage<'_> {
    fn commune(&self) -> String {
        Gazetteer::load().get(&self.person.commune).map(ToString::to_string).unwrap_or_default()
    }

    fn sent_on(&self) -> String {
        dates::day_of(self.referral.sent_at.as_second(), self.ui.lang)
    }

    fn age(&self) -> Option<i16> {
        self.person.age(self.ui.today())
    }
}

#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
pub(in crate::referral) struct Decision {
    once: String,
    version: i64,
    reason: String,
    person: String,
}

pub(in crate::referral) async fn list(may: May<ReceiveReferrals>) -> Answer {
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    let rows = listing::waiting_for(&mut tx, may.id()).await?;
    acting.trace_list(&mut tx, Kind::Referral, may.sites()).await?;
    tx.commit().await?;
    page::show(&InboxPage { ui: &may.ui, w: words(may.lang), rows })
}

/// How the page is reached: from the list, or after two records were found to be one.
#[derive(Deserialize)]
pub(in crate::referral) struct Arrival {
    reunies: Option<String>,
}

pub(in crate::referral) async fn show(
    may: May<ReceiveReferrals>,
    Path(id): Path<ReferralId>,
    Query(arrival): Query<Arrival>,
) -> Answer {
    draw(&may, id, arrival.reunies.is_some(), Problems::default()).await
}

async fn draw(may: &May<ReceiveReferrals>, id: ReferralId, was_merged: bool, problems: Problems) -> Answer {
    let acting = Acting::by(may);
    let mut tx = may.app().db().begin().await?;
    let referral = acts::readable(&mut tx, may.id(), &sites(may), id).await?;
    let referral = acts::receive(&mut tx, &acting, referral).await?;
    let person = person::find(&mut tx, referral.person_id).await?.ok_or(Nope::NotFound)?;
    let alike =
        if referral.is_open() { acts::look_alikes(&mut tx, &acting, &person).await? } else { Vec::new() };
    let prescriber = listing::prescriber_name(&mut tx, id).await?;
    let current = caseload::open_of_person(&mut tx, person.id, referral.site_id).await?;
    let is_accompanied = referral.is_open() && current.is_some();
    let own = caseload::of_referral(&mut tx, id).await?.map(|case| case.id);
    let case = match own.or(current) {
        Some(case) => caseload::visible(&mut tx, may.id(), case).await?.map(|case| case.id),
        None => None,
    };
    tx.commit().await?;
    let (ui, w) = (&may.ui, words(may.lang));
    let page = RequestPage {
        ui,
        w,
        referral,
        person,
        prescriber,
        alike,
        case,
        is_accompanied,
        was_merged,
        problems,
    };
    if page.problems.is_empty() { page::show(&page) } else { page::with_problems(&page) }
}

pub(in crate::referral) async fn accept(
    may: May<ReceiveReferrals>,
    Path(id): Path<ReferralId>,
    Form(decision): Form<Decision>,
) -> Answer {
    decide(&may, id, &decision, async |tx, acting, referral| {
        // A link worker who accepts keeps the case; a coordinator gives it to somebody afterwards.
        let worker = may.is_at(Role::LinkWorker, referral.site_id).then(|| may.id());
        match acts::accept(tx, acting, referral, worker).await? {
            Ok(case) => Ok(Ok(format!("/personnes/{case}"))),
            // Its page says that they are accompanied already, and by whom.
            Err(NotAccepted::Accompanied) => Ok(Ok(format!("/demandes/{id}"))),
            Err(NotAccepted::Decided(decided)) => Ok(Err(decided)),
        }
    })
    .await
}

pub(in crate::referral) async fn decline(
    may: May<ReceiveReferrals>,
    Path(id): Path<ReferralId>,
    Form(decision): Form<Decision>,
) -> Answer {
    let Some(reason) = DeclineReason::from_code(&decision.reason) else {
        let mut problems = Problems::default();
        problems.add("reason", words(may.lang).request_decline_needed());
        return draw(&may, id, false, problems).await;
    };
    decide(&may, id, &decision, async |tx, acting, referral| {
        let declined = acts::decline(tx, acting, referral, reason).await?;
        Ok(declined.map(|()| "/demandes".to_owned()))
    })
    .await
}

pub(in crate::referral) async fn withdraw(
    may: May<ReceiveReferrals>,
    Path(id): Path<ReferralId>,
    Form(decision): Form<Decision>,
) -> Answer {
    decide(&may, id, &decision, async |tx, acting, referral| {
        let withdrawn = acts::withdraw(tx, acting, referral).await?;
        Ok(withdrawn.map(|()| "/demandes".to_owned()))
    })
    .await
}

pub(in crate::referral) async fn merge(
    may: May<ReceiveReferrals>,
    Path(id): Path<ReferralId>,
    Form(decision): Form<Decision>,
) -> Answer {
    let known: PersonId = decision.person.parse().map_err(|_| Nope::Unreadable)?;
    decide(&may, id, &decision, async |tx, acting, referral| {
        let merged = acts::merge(tx, acting, referral, known).await?;
        Ok(merged.map(|()| format!("/demandes/{id}?reunies=oui")))
    })
    .await
}

/// What every decision shares: taken once, on the version that was read. Two people may have the
/// same request open; the second is told, and nothing is decided twice.
async fn decide(
    may: &May<ReceiveReferrals>,
    id: ReferralId,
    decision: &Decision,
    act: impl AsyncFnOnce(&mut Tx, &Acting<'_>, Referral) -> Result<Result<String, AlreadyDecided>, Nope>,
) -> Answer {
    let acting = Acting::by(may);
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &decision.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let referral = acts::find(&mut tx, &sites(may), id).await?;
    if referral.version != decision.version {
        return Err(Nope::Changed);
    }
    let location = act(&mut tx, &acting, referral).await?.map_err(|AlreadyDecided| Nope::Changed)?;
    once::commit(tx, &decision.once, Some(may.id()), &location, acting.now).await
}

fn sites(may: &May<ReceiveReferrals>) -> Vec<SiteId> {
    may.sites().collect()
}
