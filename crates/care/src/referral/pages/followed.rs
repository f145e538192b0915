//! « Mes patients »: what became of the persons one prescribed for, without opening their file.

use askama::Template;
use kernel::id::ReferralId;
use platform::accounts::{Site, sites};
use platform::audit::{Action, Kind};
use platform::web::may::{FollowOwnReferrals, May};
use platform::web::page::{self, Answer};
use platform::web::thread::Thread;
use platform::web::{Nope, Path, Query, Ui, dates};
use serde::Deserialize;

use crate::act::Acting;
use crate::caseload::progress::{self, Progress};
use crate::person::{self, Person};
use crate::referral::listing::{self, Followed};
use crate::referral::model::{Referral, State};
use crate::referral::sql;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "referral/pages/followed.html")]
struct FollowedPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    rows: Vec<Followed>,
    /// From 1.
    page: i64,
    has_older: bool,
}

impl FollowedPage<'_> {
    fn detail(&self, row: &Followed) -> String {
        self.w.followed_detail(dates::day_of(row.sent_at, self.ui.lang), row.state_label(self.w))
    }
}

#[derive(Template)]
#[template(path = "referral/pages/one_followed.html")]
struct OneFollowedPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    referral: Referral,
    person: Person,
    site: Site,
    progress: Progress,
    link_worker: Option<String>,
    was_sent: bool,
}

impl OneFollowedPage<'_> {
    /// Who looks after the person, or why nobody does.
    fn lede(&self) -> String {
        let (w, site) = (self.w, self.site.name.as_str());
        match (&self.referral.state, &self.link_worker) {
            (State::Declined(reason), _) => w.followed_declined(reason.label(w)),
            (State::Withdrawn, _) => w.followed_withdrawn(),
            (State::Closed, Some(name)) => w.followed_closed(name),
            (State::Closed, None) => w.followed_closed(site),
            (State::Sent | State::Received | State::Accepted, Some(name)) => w.followed_link_worker(name),
            (State::Sent | State::Received | State::Accepted, None) => w.followed_site(site),
        }
    }

    /// Whether the person still waits for a call, or is being accompanied.
    fn is_followed(&self) -> bool {
        matches!(self.referral.state, State::Sent | State::Received | State::Accepted)
    }

    fn thread(&self) -> Thread {
        self.progress.thread(self.w)
    }
}

#[derive(Deserialize)]
pub(in crate::referral) struct Turned {
    #[serde(default)]
    page: String,
}

pub(in crate::referral) async fn list(may: May<FollowOwnReferrals>, Query(turned): Query<Turned>) -> Answer {
    let acting = Acting::by(&may);
    let page = turned.page.parse::<u16>().map_or(1, |page| i64::from(page.max(1)));
    let mut tx = may.app().db().begin().await?;
    let mut rows = listing::followed_by(&mut tx, may.id(), page).await?;
    acting.trace_list(&mut tx, Kind::Referral, may.sites()).await?;
    tx.commit().await?;
    let most = usize::try_from(listing::PAGE).unwrap_or_default();
    let has_older = rows.len() > most;
    rows.truncate(most);
    page::show(&FollowedPage { ui: &may.ui, w: words(may.lang), rows, page, has_older })
}

/// How the page is reached: by the form just sent, or from the list.
#[derive(Deserialize)]
pub(in crate::referral) struct Arrival {
    envoyee: Option<String>,
}

pub(in crate::referral) async fn show(
    may: May<FollowOwnReferrals>,
    Path(id): Path<ReferralId>,
    Query(arrival): Query<Arrival>,
) -> Answer {
    let found = open(&may, id, Action::Read).await?;
    let Found { referral, person, site, progress, link_worker } = found;
    page::show(&OneFollowedPage {
        ui: &may.ui,
        w: words(may.lang),
        referral,
        person,
        site,
        progress,
        link_worker,
        was_sent: arrival.envoyee.is_some(),
    })
}

/// One referral and whom it is about.
pub(super) struct Found {
    pub(super) referral: Referral,
    pub(super) person: Person,
    pub(super) site: Site,
    progress: Progress,
    pub(super) link_worker: Option<String>,
}

/// One's own referral, and no other.
pub(super) async fn open(
    may: &May<FollowOwnReferrals>,
    id: ReferralId,
    action: Action,
) -> Result<Found, Nope> {
    let acting = Acting::by(may);
    let mut tx = may.app().db().begin().await?;
    let referral = sql::of_prescriber(&mut tx, may.id(), id).await?.ok_or(Nope::NotFound)?;
    let person = person::find(&mut tx, referral.person_id).await?.ok_or(Nope::NotFound)?;
    let site = sites::find(&mut tx, referral.site_id).await?.ok_or(Nope::NotFound)?;
    let progress = progress::of_referral(&mut tx, id).await?;
    let link_worker = listing::link_worker_name(&mut tx, id).await?;
    acting.trace(&mut tx, action, id, referral.site_id).await?;
    tx.commit().await?;
    Ok(Found { referral, person, site, progress, link_worker })
}
