//! Letters of a campaign, a few at a time, so that neither our server nor others' takes them for a
//! flood.

use std::collections::BTreeMap;

use jiff::SignedDuration;
use kernel::id::CampaignId;
use platform::app::App;
use platform::audit::Who;
use platform::db::Tx;
use platform::jobs::{self, JobError, JobKind, JobResult};

use super::acts::started_on;
use super::model::{Asked, Campaign, Way};
use super::{rules, sql};
use crate::territory::Territory;
use crate::verification::{self, Letter};

pub(super) const WRITE: &str = "directory.campaign.write";
pub(super) const REMIND: &str = "directory.campaign.remind";

/// Letters of one batch.
const BATCH: usize = 40;
/// Between two batches.
const REST: SignedDuration = SignedDuration::from_secs(60);

pub(crate) const JOBS: [JobKind; 2] = [
    JobKind { name: WRITE, run: |app, tx, payload| -> JobResult<'_> { Box::pin(write(app, tx, payload)) } },
    JobKind { name: REMIND, run: |app, tx, payload| -> JobResult<'_> { Box::pin(remind(app, tx, payload)) } },
];

async fn write(app: &App, tx: &mut Tx, payload: &str) -> Result<(), JobError> {
    let Some(campaign) = running(tx, payload).await? else { return Ok(()) };
    let asked = sql::asked(tx, campaign.id).await?;
    let unwritten = asked.iter().filter(|one| one.way == Way::Letter && one.written_at.is_none());
    for one in unwritten.clone().take(BATCH) {
        let way = if send(app, tx, one, Letter::First).await? { Way::Letter } else { Way::Telephone };
        sql::written(tx, campaign.id, &one.organization, way, app.clock().now()).await?;
    }
    again(app, tx, WRITE, payload, unwritten.count()).await
}

/// Only who was written to, and has something left to verify.
async fn remind(app: &App, tx: &mut Tx, payload: &str) -> Result<(), JobError> {
    let Some(campaign) = running(tx, payload).await? else { return Ok(()) };
    let Some(territory) = Territory::from_code(&campaign.territory) else { return Ok(()) };
    let standees = verification::standings(tx, &territory).await?;
    let remaining = rules::remaining(&standees, started_on(&campaign));
    let asked = sql::asked(tx, campaign.id).await?;
    let silent = asked.iter().filter(|one| is_silent(one, &remaining));
    for one in silent.clone().take(BATCH) {
        send(app, tx, one, Letter::Reminder).await?;
        sql::reminded(tx, campaign.id, &one.organization, app.clock().now()).await?;
    }
    again(app, tx, REMIND, payload, silent.count()).await
}

fn is_silent(one: &Asked, remaining: &BTreeMap<&str, usize>) -> bool {
    let was_written_to = one.way == Way::Letter && one.written_at.is_some() && one.reminded_at.is_none();
    was_written_to && remaining.contains_key(one.organization.as_str())
}

/// `false` when no address is left, or the organization has left the directory.
async fn send(app: &App, tx: &mut Tx, one: &Asked, letter: Letter) -> Result<bool, JobError> {
    let Some(organization) = verification::listed(tx, &one.organization).await? else { return Ok(false) };
    let Some(to) = verification::address_of(tx, &organization).await? else { return Ok(false) };
    verification::ask(tx, app, (&organization, to), letter, Who::TimePassing).await?;
    Ok(true)
}

async fn again(app: &App, tx: &mut Tx, kind: &str, payload: &str, waited: usize) -> Result<(), JobError> {
    if waited > BATCH {
        jobs::schedule(tx, kind, payload, app.clock().now() + REST).await?;
    }
    Ok(())
}

async fn running(tx: &mut Tx, payload: &str) -> Result<Option<Campaign>, JobError> {
    let id: CampaignId = payload.parse().map_err(|_| JobError::Payload)?;
    Ok(sql::find(tx, id).await?.filter(Campaign::is_running))
}
