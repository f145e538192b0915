//! Sites: who they serve and on what ground their link worker hears of a person.

use jiff::Timestamp;
use kernel::coded::Coded;
use kernel::commune::CommuneCode;
use kernel::contact::Phone;
use kernel::id::SiteId;
use sqlx::FromRow;
use uuid::Uuid;

use super::model::{ConsentMode, Site};
use crate::db::{DbError, Tx};

#[derive(FromRow)]
struct SiteRow {
    id: Uuid,
    name: String,
    address: String,
    phone: String,
    consent_mode: String,
}

/// # Errors
/// [`DbError::is_taken`] when the name is another site's.
pub async fn insert(
    tx: &mut Tx,
    site: &Site,
    communes: &[CommuneCode],
    now: Timestamp,
) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO site (id, name, address, phone, consent_mode, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
        &[
            site.id.into(),
            site.name.as_str().into(),
            site.address.as_str().into(),
            site.phone.e164().into(),
            site.consent_mode.code().into(),
            now.into(),
        ],
    )
    .await?;
    for commune in communes {
        tx.run(
            "INSERT INTO site_commune (site_id, commune_code) VALUES ($1, $2)",
            &[site.id.into(), commune.into()],
        )
        .await?;
    }
    Ok(())
}

/// # Errors
/// [`DbError`] of the store.
pub async fn find(tx: &mut Tx, id: SiteId) -> Result<Option<Site>, DbError> {
    let row: Option<SiteRow> = tx
        .maybe("SELECT id, name, address, phone, consent_mode FROM site WHERE id = $1", &[id.into()])
        .await?;
    row.map(site).transpose()
}

/// Every site, by name.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn all(tx: &mut Tx) -> Result<Vec<Site>, DbError> {
    let rows: Vec<SiteRow> =
        tx.all("SELECT id, name, address, phone, consent_mode FROM site ORDER BY name, id", &[]).await?;
    rows.into_iter().map(site).collect()
}

/// Names of sites where a referral would reach nobody.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn without_link_worker(tx: &mut Tx) -> Result<Vec<String>, DbError> {
    let rows: Vec<(String,)> = tx
        .all(
            "SELECT s.name FROM site s WHERE NOT EXISTS
                (SELECT 1 FROM membership m JOIN account a ON a.id = m.account_id
                 WHERE m.site_id = s.id AND m.role IN ('link_worker', 'coordinator') AND a.closed_at IS NULL)
             ORDER BY s.name",
            &[],
        )
        .await?;
    Ok(rows.into_iter().map(|(name,)| name).collect())
}

/// The communes a site serves, by code.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn communes_of(tx: &mut Tx, site: SiteId) -> Result<Vec<CommuneCode>, DbError> {
    let rows: Vec<(String,)> = tx
        .all("SELECT commune_code FROM site_commune WHERE site_id = $1 ORDER BY commune_code", &[site.into()])
        .await?;
    Ok(rows.into_iter().filter_map(|(code,)| CommuneCode::parse(&code)).collect())
}

/// The site that serves a commune; the first by name when several do.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn serving(tx: &mut Tx, commune: &CommuneCode) -> Result<Option<Site>, DbError> {
    let row: Option<SiteRow> = tx
        .maybe(
            "SELECT s.id, s.name, s.address, s.phone, s.consent_mode
             FROM site s JOIN site_commune c ON c.site_id = s.id
             WHERE c.commune_code = $1 ORDER BY s.name, s.id LIMIT 1",
            &[commune.into()],
        )
        .await?;
    row.map(site).transpose()
}

fn site(row: SiteRow) -> Result<Site, DbError> {
    let impossible = |column| DbError::Impossible { table: "site", column, id: row.id.to_string() };
    Ok(Site {
        id: SiteId(row.id),
        phone: Phone::parse(&row.phone).ok_or_else(|| impossible("phone"))?,
        consent_mode: ConsentMode::from_code(&row.consent_mode).ok_or_else(|| impossible("consent_mode"))?,
        name: row.name,
        address: row.address,
    })
}
