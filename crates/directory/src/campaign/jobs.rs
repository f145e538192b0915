//! Letters of a campaign, a few at a time, so that neither our server nor others' takes them for a
//! flood.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use kernel::id::CampaignId;
use platform::app::App;
use platform::audit::Who;
use platform::db::Tx;
use platform::jobs::{self, JobError, JobKind, JobResult};

use super::acts::started_on;
use super::model::{Asked, Campaign, Way};
use super::{rules, sql};
use crate::organization;
use crate::territory::Territory;
use crate::verification::{self, FORTNIGHT, Letter};

pub(super) const WRITE: &str = "directory.campaign.write";

/// Letters of one batch.
const BATCH: usize = 40;
/// Between two batches.
const REST: SignedDuration = SignedDuration::from_secs(60);

pub(crate) const LETTERS: JobKind =
    JobKind { name: WRITE, run: |app, tx, payload| -> JobResult<'_> { Box::pin(write(app, tx, payload)) } };

/// First letters and reminders alike, to those nobody has written to for a fortnight; and again when
/// the next may leave.
async fn write(app: &App, tx: &mut Tx, payload: &str) -> Result<(), JobError> {
    let Some(campaign) = running(tx, payload).await? else { return Ok(()) };
    let Some(territory) = Territory::from_code(&campaign.territory) else { return Ok(()) };
    let now = app.clock().now();
    let standees = verification::standings(tx, &territory).await?;
    let remaining = rules::remaining(&standees, started_on(&campaign));
    let asked = sql::asked(tx, campaign.id).await?;
    let to_write = rules::to_write(&asked, &remaining);
    let resting = verification::resting(tx, &ids(&to_write), now).await?;
    let due: Vec<_> =
        to_write.iter().filter(|(one, _)| !resting.contains_key(one.organization.as_str())).collect();
    for (one, letter) in due.iter().take(BATCH) {
        send(app, tx, &campaign, one, *letter).await?;
    }
    let has_more = due.len() > BATCH;
    let is_to_remind = due.iter().any(|(_, letter)| *letter == Letter::First);
    match again(now, has_more, is_to_remind, &resting) {
        Some(at) => Ok(jobs::schedule(tx, WRITE, payload, at).await?),
        None => Ok(()),
    }
}

fn ids<'a>(to_write: &[(&'a Asked, Letter)]) -> Vec<&'a str> {
    to_write.iter().map(|(one, _)| one.organization.as_str()).collect()
}

/// When the next letter may leave, if one is left.
fn again(
    now: Timestamp,
    has_more: bool,
    is_to_remind: bool,
    resting: &BTreeMap<String, Timestamp>,
) -> Option<Timestamp> {
    if has_more {
        return Some(now + REST);
    }
    let reminders = is_to_remind.then(|| now + FORTNIGHT);
    let next = resting.values().copied().chain(reminders).min();
    next.map(|at| at.max(now + REST))
}

/// To be called instead, when no address is left or the organization has left the directory.
async fn send(
    app: &App,
    tx: &mut Tx,
    campaign: &Campaign,
    one: &Asked,
    letter: Letter,
) -> Result<(), JobError> {
    let is_sent = posted(app, tx, one, letter).await?;
    let (id, now) = (&one.organization, app.clock().now());
    match letter {
        Letter::First => {
            let way = if is_sent { Way::Letter } else { Way::Telephone };
            sql::written(tx, campaign.id, id, way, now).await?;
        }
        Letter::Reminder => sql::reminded(tx, campaign.id, id, now).await?,
    }
    Ok(())
}

async fn posted(app: &App, tx: &mut Tx, one: &Asked, letter: Letter) -> Result<bool, JobError> {
    let id = one.organization.as_str();
    let Some(organization) = organization::listed(tx, &one.organization).await? else { return Ok(false) };
    let Some(to) = verification::addresses(tx, &[id]).await?.remove(id) else { return Ok(false) };
    verification::ask(tx, app, (&organization, to), letter, Who::TimePassing).await?;
    Ok(true)
}

async fn running(tx: &mut Tx, payload: &str) -> Result<Option<Campaign>, JobError> {
    let id: CampaignId = payload.parse().map_err(|_| JobError::Payload)?;
    Ok(sql::find(tx, id).await?.filter(Campaign::is_running))
}
