//! The entries of a territory, the least sure first.

use std::collections::BTreeSet;

use jiff::civil::Date;
use platform::db::{DbError, Tx};
use sqlx::FromRow;

use super::rules::Standing;
use crate::stored;
use crate::territory::Territory;

/// One entry of a territory, and how sure it is.
#[derive(Clone, Debug)]
pub(crate) struct Standee {
    pub(crate) id: String,
    pub(crate) name: String,
    /// The organization it is shown under.
    pub(crate) organization: String,
    pub(crate) organization_name: String,
    pub(crate) standing: Standing,
}

/// A page of what is to be verified in a territory.
#[derive(Clone, Debug, Default)]
pub(super) struct WorkList {
    pub(super) rows: Vec<Standee>,
    /// On all pages.
    pub(super) to_verify: i64,
    /// With those that are sure.
    pub(super) total: i64,
}

/// Every entry of a territory, the least sure first, then by name.
///
/// # Errors
/// [`DbError`] of the store, or of a row that cannot be.
pub(crate) async fn standings(tx: &mut Tx, territory: &Territory) -> Result<Vec<Standee>, DbError> {
    let rows: Vec<Row> = tx
        .all(
            "SELECT * FROM entry_standing WHERE commune IN (SELECT value FROM json_each($1))",
            &[communes(territory)?.into()],
        )
        .await?;
    let mut standees: Vec<Standee> = rows.into_iter().map(Row::read).collect::<Result<_, _>>()?;
    standees.sort_by(|a, b| {
        a.standing
            .order()
            .cmp(&b.standing.order())
            .then_with(|| a.name.cmp(&b.name))
            .then_with(|| a.id.cmp(&b.id))
    });
    Ok(standees)
}

/// The organizations with an entry to verify, each once; the least sure first, as the standees come.
pub(crate) fn to_ask(standees: &[Standee], stale_before: Date) -> Vec<&str> {
    let mut seen = BTreeSet::new();
    let to_verify = standees.iter().filter(|one| one.standing.is_to_verify(stale_before));
    to_verify.map(|one| one.organization.as_str()).filter(|organization| seen.insert(*organization)).collect()
}

/// Some of those to verify, in the same order as far as engines sort names alike: two questions and
/// one page of rows, whatever the size of the territory.
///
/// # Errors
/// [`DbError`] of the store, or of a row that cannot be.
pub(super) async fn work_list(
    tx: &mut Tx,
    territory: &Territory,
    stale_before: Date,
    offset: i64,
    count: i64,
) -> Result<WorkList, DbError> {
    let (communes, stale) = (communes(territory)?, stale_before.to_string());
    let (total, to_verify) = tx
        .one(
            "SELECT COUNT(*),
                    COUNT(CASE WHEN doubts > 0 OR reports > 0
                                    OR checked_on IS NULL OR checked_on < $2 THEN 1 END)
             FROM entry_standing WHERE commune IN (SELECT value FROM json_each($1))",
            &[communes.as_str().into(), stale.as_str().into()],
        )
        .await?;
    let rows: Vec<Row> = tx
        .all(
            "SELECT * FROM entry_standing
             WHERE commune IN (SELECT value FROM json_each($1))
               AND (doubts > 0 OR reports > 0 OR checked_on IS NULL OR checked_on < $2)
             ORDER BY doubts + reports DESC, checked_on NULLS FIRST, name, id LIMIT $3 OFFSET $4",
            &[communes.into(), stale.into(), count.into(), offset.into()],
        )
        .await?;
    let rows = rows.into_iter().map(Row::read).collect::<Result<_, _>>()?;
    Ok(WorkList { rows, to_verify, total })
}

/// As a JSON list of codes.
pub(super) fn communes(territory: &Territory) -> Result<String, DbError> {
    let communes: Vec<&str> = territory.communes().map(|commune| commune.code.as_str()).collect();
    stored::written(&communes, "resource", "commune", "")
}

#[derive(FromRow)]
struct Row {
    id: String,
    name: String,
    organization_id: String,
    organization_name: String,
    checked_on: Option<String>,
    doubts: i64,
    reports: i64,
}

impl Row {
    fn read(self) -> Result<Standee, DbError> {
        let checked_on = self.checked_on.map(|day| day.parse()).transpose();
        let checked_on = checked_on.map_err(|_| DbError::Impossible {
            table: "verification",
            column: "checked_on",
            id: self.id.clone(),
        })?;
        Ok(Standee {
            id: self.id,
            name: self.name,
            organization: self.organization_id,
            organization_name: self.organization_name,
            standing: Standing { doubts: self.doubts, reports: self.reports, checked_on },
        })
    }
}
