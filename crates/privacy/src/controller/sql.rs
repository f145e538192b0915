//! The table of controllers.

use jiff::Timestamp;
use kernel::coded::Coded;
use kernel::contact::{Email, Phone};
use kernel::id::{AccountId, SiteId};
use platform::db::{DbError, Tx};
use sqlx::FromRow;

use super::model::{Basis, Controller, Officer};

/// With what is needed to change it without undoing what another wrote.
#[derive(Clone, Debug)]
pub(crate) struct Stored {
    pub(crate) controller: Controller,
    /// Unix seconds.
    pub(crate) updated_at: i64,
    pub(crate) updated_by: String,
    pub(crate) version: i64,
}

#[derive(FromRow)]
struct Row {
    name: String,
    address: String,
    dpo_name: Option<String>,
    dpo_email: Option<String>,
    dpo_phone: Option<String>,
    basis: String,
    host: Option<String>,
    backup_days: Option<i64>,
    updated_at: i64,
    updated_by: String,
    version: i64,
}

/// # Errors
/// [`DbError`] of the store.
pub(crate) async fn of_site(tx: &mut Tx, site: SiteId) -> Result<Option<Stored>, DbError> {
    let row: Option<Row> = tx
        .maybe(
            "SELECT c.name, c.address, c.dpo_name, c.dpo_email, c.dpo_phone, c.basis, c.host, c.backup_days,
                    c.updated_at, a.name AS updated_by, c.version
             FROM data_controller c JOIN account a ON a.id = c.updated_by WHERE c.site_id = $1",
            &[site.into()],
        )
        .await?;
    row.map(|row| stored(row, site)).transpose()
}

/// Writes over the version it was made from, `0` for the first; false when somebody was faster.
pub(super) async fn save(
    tx: &mut Tx,
    site: SiteId,
    controller: &Controller,
    version: i64,
    (by, now): (AccountId, Timestamp),
) -> Result<bool, DbError> {
    let Controller { name, address, officer, basis, host, backup_days } = controller;
    let rows = tx
        .run(
            "INSERT INTO data_controller (site_id, name, address, dpo_name, dpo_email, dpo_phone, basis, host,
                                          backup_days, updated_at, updated_by)
             VALUES ($1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
             ON CONFLICT (site_id) DO UPDATE
             SET name = $3, address = $4, dpo_name = $5, dpo_email = $6, dpo_phone = $7, basis = $8, host = $9,
                 backup_days = $10, updated_at = $11, updated_by = $12, version = data_controller.version + 1
             WHERE data_controller.version = $2",
            &[
                site.into(),
                version.into(),
                name.into(),
                address.into(),
                officer.name.clone().into(),
                officer.email.as_ref().map(|email| email.as_str().to_owned()).into(),
                officer.phone.as_ref().map(|phone| phone.e164().to_owned()).into(),
                basis.code().into(),
                host.clone().into(),
                (*backup_days).into(),
                now.into(),
                by.into(),
            ],
        )
        .await?;
    Ok(rows == 1)
}

fn stored(row: Row, site: SiteId) -> Result<Stored, DbError> {
    let impossible = |column| DbError::Impossible { table: "data_controller", column, id: site.to_string() };
    let email = row.dpo_email.map(|email| Email::parse(&email).ok_or_else(|| impossible("dpo_email")));
    let phone = row.dpo_phone.map(|phone| Phone::parse(&phone).ok_or_else(|| impossible("dpo_phone")));
    let controller = Controller {
        name: row.name,
        address: row.address,
        officer: Officer { name: row.dpo_name, email: email.transpose()?, phone: phone.transpose()? },
        basis: Basis::from_code(&row.basis).ok_or_else(|| impossible("basis"))?,
        host: row.host,
        backup_days: row.backup_days,
    };
    Ok(Stored { controller, updated_at: row.updated_at, updated_by: row.updated_by, version: row.version })
}
