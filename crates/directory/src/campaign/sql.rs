//! The tables of campaigns and of those they ask.

use jiff::Timestamp;
use kernel::id::{AccountId, CampaignId};
use platform::db::{DbError, Tx};
use sqlx::FromRow;
use sqlx::types::Uuid;

use super::model::{Asked, Campaign, State, Way};
use crate::organization::OrganizationId;
use crate::vocabulary::Coded;

const TABLE: &str = "campaign";

#[derive(FromRow)]
struct Row {
    id: Uuid,
    territory: String,
    stale_before: String,
    started_at: i64,
    stopped_at: Option<i64>,
    version: i64,
}

pub(super) async fn insert(tx: &mut Tx, campaign: &Campaign, by: AccountId) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO campaign (id, territory, stale_before, started_by, started_at, version)
         VALUES ($1, $2, $3, $4, $5, 1)",
        &[
            campaign.id.into(),
            campaign.territory.as_str().into(),
            campaign.stale_before.into(),
            by.into(),
            campaign.started_at.into(),
        ],
    )
    .await?;
    Ok(())
}

pub(super) async fn find(tx: &mut Tx, id: CampaignId) -> Result<Option<Campaign>, DbError> {
    let row: Option<Row> = tx
        .maybe(
            "SELECT id, territory, stale_before, started_at, stopped_at, version FROM campaign WHERE id = $1",
            &[id.into()],
        )
        .await?;
    row.map(Row::read).transpose()
}

/// The latest, newest first.
pub(super) async fn latest(tx: &mut Tx, count: i64) -> Result<Vec<Campaign>, DbError> {
    let rows: Vec<Row> = tx
        .all(
            "SELECT id, territory, stale_before, started_at, stopped_at, version FROM campaign
             ORDER BY started_at DESC, id DESC LIMIT $1",
            &[count.into()],
        )
        .await?;
    rows.into_iter().map(Row::read).collect()
}

/// Whether one runs there.
pub(super) async fn runs_in(tx: &mut Tx, territory: &str) -> Result<bool, DbError> {
    let (count,): (i64,) = tx
        .one("SELECT COUNT(*) FROM campaign WHERE territory = $1 AND stopped_at IS NULL", &[territory.into()])
        .await?;
    Ok(count > 0)
}

/// Keeps that it is stopped; `false` when somebody was faster.
pub(super) async fn stop(tx: &mut Tx, campaign: &Campaign) -> Result<bool, DbError> {
    let State::Stopped { at } = campaign.state else { return Ok(false) };
    let kept = tx
        .run(
            "UPDATE campaign SET stopped_at = $2, version = version + 1 WHERE id = $1 AND version = $3",
            &[campaign.id.into(), at.into(), campaign.version.into()],
        )
        .await?;
    Ok(kept == 1)
}

pub(super) async fn insert_asked(
    tx: &mut Tx,
    campaign: CampaignId,
    organization: &OrganizationId,
    way: Way,
) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO campaign_organization (campaign_id, organization_id, way) VALUES ($1, $2, $3)",
        &[campaign.into(), organization.as_str().into(), way.code().into()],
    )
    .await?;
    Ok(())
}

#[derive(FromRow)]
struct AskedRow {
    organization_id: String,
    way: String,
    written_at: Option<i64>,
    reminded_at: Option<i64>,
}

/// All whom a campaign asks, by identifier.
pub(super) async fn asked(tx: &mut Tx, campaign: CampaignId) -> Result<Vec<Asked>, DbError> {
    let rows: Vec<AskedRow> = tx
        .all(
            "SELECT organization_id, way, written_at, reminded_at FROM campaign_organization
             WHERE campaign_id = $1 ORDER BY organization_id",
            &[campaign.into()],
        )
        .await?;
    rows.into_iter().map(AskedRow::read).collect()
}

/// The letter has left; or, without an address left, they are to be called.
pub(super) async fn written(
    tx: &mut Tx,
    campaign: CampaignId,
    organization: &OrganizationId,
    way: Way,
    now: Timestamp,
) -> Result<(), DbError> {
    tx.run(
        "UPDATE campaign_organization SET way = $3, written_at = $4
         WHERE campaign_id = $1 AND organization_id = $2",
        &[campaign.into(), organization.as_str().into(), way.code().into(), now.into()],
    )
    .await?;
    Ok(())
}

pub(super) async fn reminded(
    tx: &mut Tx,
    campaign: CampaignId,
    organization: &OrganizationId,
    now: Timestamp,
) -> Result<(), DbError> {
    tx.run(
        "UPDATE campaign_organization SET reminded_at = $3 WHERE campaign_id = $1 AND organization_id = $2",
        &[campaign.into(), organization.as_str().into(), now.into()],
    )
    .await?;
    Ok(())
}

impl Row {
    fn read(self) -> Result<Campaign, DbError> {
        let impossible = |column| DbError::Impossible { table: TABLE, column, id: self.id.to_string() };
        let moment = |second: i64, column| Timestamp::from_second(second).map_err(|_| impossible(column));
        let state = match self.stopped_at {
            None => State::Running,
            Some(second) => State::Stopped { at: moment(second, "stopped_at")? },
        };
        Ok(Campaign {
            id: CampaignId(self.id),
            stale_before: self.stale_before.parse().map_err(|_| impossible("stale_before"))?,
            started_at: moment(self.started_at, "started_at")?,
            territory: self.territory,
            state,
            version: self.version,
        })
    }
}

impl AskedRow {
    fn read(self) -> Result<Asked, DbError> {
        let impossible = |column| DbError::Impossible {
            table: "campaign_organization",
            column,
            id: self.organization_id.clone(),
        };
        let moment = |second: Option<i64>, column| {
            second.map(|second| Timestamp::from_second(second).map_err(|_| impossible(column))).transpose()
        };
        Ok(Asked {
            organization: OrganizationId::parse(&self.organization_id)
                .map_err(|_| impossible("organization_id"))?,
            way: Way::from_code(&self.way).ok_or_else(|| impossible("way"))?,
            written_at: moment(self.written_at, "written_at")?,
            reminded_at: moment(self.reminded_at, "reminded_at")?,
        })
    }
}
