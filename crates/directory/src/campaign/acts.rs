//! Starting and stopping.

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::clock::in_france;
use kernel::id::{AccountId, CampaignId};
use platform::audit::{self, Action, Who};
use platform::db::{DbError, Tx};
use platform::jobs;

use super::jobs::WRITE;
use super::model::{Campaign, State, Way};
use super::{rules, sql};
use crate::organization::OrganizationId;
use crate::territory::Territory;
use crate::verification;

/// Whom a campaign would ask, and how.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) asked: Vec<(OrganizationId, Way)>,
    /// How many letters wait until a fortnight has passed since another.
    pub(super) later: usize,
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
pub(super) async fn plan(
    tx: &mut Tx,
    territory: &Territory,
    stale_before: Date,
    now: Timestamp,
) -> Result<Plan, DbError> {
    let standees = verification::standings(tx, territory).await?;
    let mut ids = verification::to_ask(&standees, stale_before);
    ids.truncate(rules::MOST);
    let addresses = verification::addresses(tx, &ids).await?;
    let resting = verification::resting(tx, &ids, now).await?;
    let way = |id: &str| if addresses.contains_key(id) { Way::Letter } else { Way::Telephone };
    let waits = |id: &str| way(id) == Way::Letter && resting.contains_key(id);
    let later = ids.iter().filter(|id| waits(id)).count();
    let asked = ids.iter().filter_map(|id| Some((OrganizationId::parse(id).ok()?, way(id))));
    Ok(Plan { asked: asked.collect(), later })
}

/// Starts it: those asked are kept, letters planned.
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
    let plan = plan(tx, territory, stale_before, now).await?;
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
    jobs::schedule(tx, WRITE, &campaign.id.to_string(), now).await?;
    audit::note(tx, Who::Account(by), Action::Created, campaign.id, None, now).await?;
    Ok(campaign)
}

/// The day it began, in France.
pub(super) fn started_on(campaign: &Campaign) -> Date {
    in_france(campaign.started_at).date()
}
