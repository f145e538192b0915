//! Starting and stopping.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use kernel::clock::in_france;
use kernel::id::{AccountId, CampaignId};
use platform::audit::{self, Action, Who};
use platform::db::{DbError, Tx};
use platform::jobs;

use super::jobs::{REMIND, WRITE};
use super::model::{Campaign, State, Way};
use super::{rules, sql};
use crate::organization::{self, OrganizationId};
use crate::resource;
use crate::territory::Territory;
use crate::verification;

/// Who has not answered is reminded once, after a fortnight.
const REMINDER: SignedDuration = SignedDuration::from_hours(14 * 24);

/// Whom a campaign would ask, and how.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) asked: Vec<(OrganizationId, Way)>,
}

impl Plan {
    pub(super) fn by(&self, way: Way) -> usize {
        self.asked.iter().filter(|(_, one)| *one == way).count()
    }
}

/// Whom one started now would ask.
///
/// # Errors
/// [`DbError`] of the store, or of a row that cannot be.
pub(super) async fn plan(tx: &mut Tx, territory: &Territory, stale_before: Date) -> Result<Plan, DbError> {
    let standees = verification::standings(tx, territory).await?;
    let ids = rules::to_ask(&standees, stale_before);
    let with_address = with_address(tx, &ids).await?;
    let way = |id: &str| if with_address.contains(id) { Way::Letter } else { Way::Telephone };
    let asked = ids.into_iter().filter_map(|id| Some((OrganizationId::parse(id).ok()?, way(id))));
    Ok(Plan { asked: asked.collect() })
}

/// Those of these that can be written to, themselves or at something they offer.
async fn with_address(tx: &mut Tx, ids: &[&str]) -> Result<BTreeSet<String>, DbError> {
    let mut has: BTreeMap<String, bool> = BTreeMap::new();
    for organization in organization::with_ids(tx, ids).await? {
        has.insert(organization.id.as_str().to_owned(), organization.contact.email.is_some());
    }
    for row in resource::offered_by_any(tx, ids).await? {
        let resource = row.read()?;
        if resource.contact.email.is_some() || resource.ties.referral_email.is_some() {
            has.insert(resource.organization.as_str().to_owned(), true);
        }
    }
    Ok(has.into_iter().filter(|(_, has)| *has).map(|(id, _)| id).collect())
}

/// Starts it: those asked are kept, letters and the reminder planned.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn start(
    tx: &mut Tx,
    territory: &Territory,
    stale_before: Date,
    by: AccountId,
    now: Timestamp,
) -> Result<Campaign, DbError> {
    let plan = plan(tx, territory, stale_before).await?;
    let campaign = Campaign {
        id: CampaignId::new(),
        territory: territory.code().to_owned(),
        stale_before,
        started_at: now,
        state: State::Running,
        version: 1,
    };
    sql::insert(tx, &campaign, by).await?;
    for (organization, way) in &plan.asked {
        sql::insert_asked(tx, campaign.id, organization, *way).await?;
    }
    let payload = campaign.id.to_string();
    jobs::schedule(tx, WRITE, &payload, now).await?;
    jobs::schedule(tx, REMIND, &payload, now + REMINDER).await?;
    audit::note(tx, Who::Account(by), Action::Created, campaign.id, None, now).await?;
    Ok(campaign)
}

/// The day it began, in France.
pub(super) fn started_on(campaign: &Campaign) -> Date {
    in_france(campaign.started_at).date()
}
