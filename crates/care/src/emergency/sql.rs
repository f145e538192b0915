//! The table of files opened in an emergency.

use jiff::Timestamp;
use kernel::contact::Phone;
use kernel::id::{AccountId, CaseId, EventId, PersonId, SiteId};
use kernel::name::BirthYear;
use platform::db::{DbError, Tx};
use sqlx::FromRow;
use uuid::Uuid;

/// An open file somebody asks for, and who follows it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sought {
    pub(super) case: CaseId,
    pub(super) site: SiteId,
    pub(super) link_worker: Option<AccountId>,
}

/// One opening, as a coordinator reads of it.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Opening {
    pub(super) id: Uuid,
    pub(super) case_id: Uuid,
    pub(super) civility: Option<String>,
    pub(super) name: String,
    pub(super) by_name: String,
    pub(super) reason: String,
    pub(super) at: i64,
    pub(super) ended_at: Option<i64>,
}

/// Open files of the teams this account is a link worker of, by a name and what tells two of that
/// name apart.
pub(super) async fn sought(
    tx: &mut Tx,
    link_worker: AccountId,
    name_key: &str,
    (year, phone): (Option<BirthYear>, Option<&Phone>),
) -> Result<Vec<Sought>, DbError> {
    let rows: Vec<(Uuid, Uuid, Option<Uuid>)> = tx
        .all(
            "SELECT c.id, c.site_id, c.link_worker_id FROM case_file c JOIN person p ON p.id = c.person_id
             JOIN membership m ON m.site_id = c.site_id AND m.account_id = $1 AND m.role = 'link_worker'
             WHERE c.state <> 'closed' AND p.name_key = $2 AND (p.birth_year = $3 OR p.phone = $4)
             ORDER BY c.id LIMIT 2",
            &[
                link_worker.into(),
                name_key.into(),
                year.map(BirthYear::get).into(),
                phone.map(Phone::e164).into(),
            ],
        )
        .await?;
    let sought = |(case, site, worker): (Uuid, Uuid, Option<Uuid>)| Sought {
        case: CaseId(case),
        site: SiteId(site),
        link_worker: worker.map(AccountId),
    };
    Ok(rows.into_iter().map(sought).collect())
}

pub(super) async fn insert(
    tx: &mut Tx,
    id: EventId,
    case: CaseId,
    by: AccountId,
    reason: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO emergency_access (id, case_id, account_id, reason, at) VALUES ($1, $2, $3, $4, $5)",
        &[id.into(), case.into(), by.into(), reason.into(), now.into()],
    )
    .await?;
    Ok(())
}

/// Those of the teams an account coordinates, the latest first.
pub(super) async fn of_teams(tx: &mut Tx, coordinator: AccountId) -> Result<Vec<Opening>, DbError> {
    tx.all(
        "SELECT e.id, e.case_id, p.civility, p.name, a.name AS by_name, e.reason, e.at, e.ended_at
         FROM emergency_access e JOIN case_file c ON c.id = e.case_id JOIN person p ON p.id = c.person_id
         JOIN account a ON a.id = e.account_id
         JOIN membership m ON m.site_id = c.site_id AND m.account_id = $1 AND m.role = 'coordinator'
         ORDER BY e.at DESC, e.id DESC LIMIT 100",
        &[coordinator.into()],
    )
    .await
}

/// Whose file one opened, and where; none for an id of another team's.
pub(super) async fn of_team(
    tx: &mut Tx,
    coordinator: AccountId,
    id: EventId,
) -> Result<Option<(CaseId, SiteId)>, DbError> {
    let row: Option<(Uuid, Uuid)> = tx
        .maybe(
            "SELECT c.id, c.site_id FROM emergency_access e JOIN case_file c ON c.id = e.case_id
             JOIN membership m ON m.site_id = c.site_id AND m.account_id = $1 AND m.role = 'coordinator'
             WHERE e.id = $2",
            &[coordinator.into(), id.into()],
        )
        .await?;
    Ok(row.map(|(case, site)| (CaseId(case), SiteId(site))))
}

/// Every one of a person's.
pub(crate) async fn end_all(tx: &mut Tx, person: PersonId, now: Timestamp) -> Result<(), DbError> {
    tx.run(
        "UPDATE emergency_access SET ended_at = $2
         WHERE ended_at IS NULL AND case_id IN (SELECT id FROM case_file WHERE person_id = $1)",
        &[person.into(), now.into()],
    )
    .await?;
    Ok(())
}

/// Ended already is ended.
pub(super) async fn end(tx: &mut Tx, id: EventId, now: Timestamp) -> Result<(), DbError> {
    let sql = "UPDATE emergency_access SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL";
    tx.run(sql, &[id.into(), now.into()]).await?;
    Ok(())
}
