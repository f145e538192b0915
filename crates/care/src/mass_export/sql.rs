//! The table of mass exports, and who is in a team's files.

use kernel::id::{MassExportId, PersonId, SiteId};
use platform::db::{DbError, Tx};
use sqlx::FromRow;
use uuid::Uuid;

use super::model::MassExport;
use crate::takes_two::{Decision, RequestRow, Taken};

#[derive(FromRow)]
struct Row {
    id: Uuid,
    site_id: Uuid,
    #[sqlx(flatten)]
    request: RequestRow,
}

/// Those of a site, the latest first.
pub(super) async fn of_site(tx: &mut Tx, site: SiteId) -> Result<Vec<MassExport>, DbError> {
    read(tx, Some(site), None).await
}

pub(super) async fn find(tx: &mut Tx, id: MassExportId) -> Result<Option<MassExport>, DbError> {
    Ok(read(tx, None, Some(id)).await?.pop())
}

/// Those that are of the site, or have the id, that are asked for.
async fn read(
    tx: &mut Tx,
    site: Option<SiteId>,
    id: Option<MassExportId>,
) -> Result<Vec<MassExport>, DbError> {
    let rows: Vec<Row> = tx
        .all(
            "SELECT id, site_id, asked_by, asked_at, reason, decided_by, decided_at, is_granted, taken_at, persons
             FROM mass_export WHERE ($1 IS NULL OR site_id = $1) AND ($2 IS NULL OR id = $2)
             ORDER BY asked_at DESC, id DESC LIMIT 50",
            &[site.into(), id.into()],
        )
        .await?;
    rows.into_iter().map(export).collect()
}

fn export(row: Row) -> Result<MassExport, DbError> {
    let request = row.request.read("mass_export", row.id)?;
    Ok(MassExport { id: MassExportId(row.id), site: SiteId(row.site_id), request })
}

pub(super) async fn insert(tx: &mut Tx, export: &MassExport) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO mass_export (id, site_id, asked_by, asked_at, reason) VALUES ($1, $2, $3, $4, $5)",
        &[
            export.id.into(),
            export.site.into(),
            export.request.asked_by.into(),
            export.request.asked_at.into(),
            export.request.reason.as_str().into(),
        ],
    )
    .await?;
    Ok(())
}

/// False when somebody else has decided meanwhile.
pub(super) async fn decide(tx: &mut Tx, id: MassExportId, decision: Decision) -> Result<bool, DbError> {
    let written = tx
        .run(
            "UPDATE mass_export SET decided_by = $2, decided_at = $3, is_granted = $4
             WHERE id = $1 AND decided_at IS NULL",
            &[id.into(), decision.by.into(), decision.at.into(), decision.is_granted.into()],
        )
        .await?;
    Ok(written == 1)
}

pub(super) async fn take(tx: &mut Tx, id: MassExportId, taken: Taken) -> Result<(), DbError> {
    let sql = "UPDATE mass_export SET taken_at = $2, persons = $3 WHERE id = $1";
    tx.run(sql, &[id.into(), taken.at.into(), taken.persons.into()]).await?;
    Ok(())
}

/// How many persons' files a team has, frozen ones left out.
pub(super) async fn count(tx: &mut Tx, site: SiteId) -> Result<i64, DbError> {
    let sql = "SELECT COUNT(*) FROM person WHERE site_id = $1 AND merged_into IS NULL";
    let (count,): (i64,) = tx.one(sql, &[site.into()]).await?;
    Ok(count)
}

/// The same, one by one.
pub(super) async fn persons(tx: &mut Tx, site: SiteId) -> Result<Vec<PersonId>, DbError> {
    let sql = "SELECT id FROM person WHERE site_id = $1 AND merged_into IS NULL ORDER BY id";
    let rows: Vec<(Uuid,)> = tx.all(sql, &[site.into()]).await?;
    Ok(rows.into_iter().map(|(id,)| PersonId(id)).collect())
}
