//! Whose data may be shown, whose are frozen, who was erased.

use jiff::Timestamp;
use kernel::coded::Coded;
use kernel::id::{AccountId, PersonId, SiteId};
use platform::db::{DbError, Engine, Tx};
use sqlx::FromRow;
use uuid::Uuid;

use super::model::{Erasure, Frozen};

/// The site of a person whose data this account may be shown.
pub(super) async fn visible(
    tx: &mut Tx,
    viewer: AccountId,
    person: PersonId,
) -> Result<Option<SiteId>, DbError> {
    let sql = "SELECT site_id FROM visible_person WHERE viewer_id = $1 AND id = $2";
    let row: Option<(Uuid,)> = tx.maybe(sql, &[viewer.into(), person.into()]).await?;
    Ok(row.map(|(site,)| SiteId(site)))
}

#[derive(FromRow)]
struct FrozenRow {
    person_id: Uuid,
    site_id: Uuid,
    name: String,
    reason: String,
    frozen_at: i64,
    by_name: String,
}

/// Whoever is frozen at a team this account coordinates, the latest first.
pub(super) async fn frozen(tx: &mut Tx, coordinator: AccountId) -> Result<Vec<Frozen>, DbError> {
    let rows: Vec<FrozenRow> = tx
        .all(
            "SELECT f.person_id, f.site_id, f.name, f.reason, f.frozen_at, a.name AS by_name
             FROM frozen f JOIN membership m ON m.site_id = f.site_id JOIN account a ON a.id = f.frozen_by
             WHERE m.account_id = $1 AND m.role = 'coordinator' ORDER BY f.frozen_at DESC, f.person_id",
            &[coordinator.into()],
        )
        .await?;
    Ok(rows.into_iter().map(Frozen::from).collect())
}

/// What a frozen person's rows are, as they were taken out.
pub(super) async fn content(tx: &mut Tx, person: PersonId) -> Result<Option<String>, DbError> {
    let row: Option<(String,)> =
        tx.maybe("SELECT content FROM frozen WHERE person_id = $1", &[person.into()]).await?;
    Ok(row.map(|(content,)| content))
}

pub(super) async fn freeze(
    tx: &mut Tx,
    (person, site): (PersonId, SiteId),
    (name, reason): (&str, &str),
    (by, at): (AccountId, Timestamp),
    content: &str,
) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO frozen (person_id, site_id, name, reason, frozen_at, frozen_by, content)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &[person.into(), site.into(), name.into(), reason.into(), at.into(), by.into(), content.into()],
    )
    .await?;
    Ok(())
}

/// False when they were not frozen.
pub(super) async fn thaw(tx: &mut Tx, person: PersonId) -> Result<bool, DbError> {
    let gone = tx.run("DELETE FROM frozen WHERE person_id = $1", &[person.into()]).await?;
    Ok(gone == 1)
}

/// Nobody else changes what is held of a person until this transaction ends: what is written of them
/// hangs on one of these rows.
pub(super) async fn hold(tx: &mut Tx, person: PersonId) -> Result<(), DbError> {
    // SQLite's only writer takes turns by itself.
    if tx.engine() == Engine::Postgres {
        let key = format!("person {person}");
        tx.run("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", &[key.into()]).await?;
        let persons = "SELECT id FROM person WHERE id = $1 OR merged_into = $1 FOR UPDATE";
        tx.run(persons, &[person.into()]).await?;
        tx.run("SELECT id FROM case_file WHERE person_id = $1 FOR UPDATE", &[person.into()]).await?;
    }
    Ok(())
}

/// Leaves, of somebody erased and before they are, an id that leads to nobody.
pub(super) async fn keep_erasure(
    tx: &mut Tx,
    (person, site): (PersonId, SiteId),
    why: Erasure,
    at: Timestamp,
) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO erased (person_id, site_id, erased_at, reason)
         SELECT id, $2, $3, $4 FROM person WHERE id = $1 OR merged_into = $1
         ON CONFLICT (person_id) DO NOTHING",
        &[person.into(), site.into(), at.into(), why.code().into()],
    )
    .await?;
    Ok(())
}

/// Everybody who was erased, with the moment (RFC 3339).
pub(super) async fn all_erased(tx: &mut Tx) -> Result<Vec<(PersonId, String)>, DbError> {
    let rows: Vec<(Uuid, i64)> =
        tx.all("SELECT person_id, erased_at FROM erased ORDER BY erased_at, person_id", &[]).await?;
    let moment = |second| Timestamp::from_second(second).map(|moment| moment.to_string()).unwrap_or_default();
    Ok(rows.into_iter().map(|(person, at)| (PersonId(person), moment(at))).collect())
}

/// Where somebody is held, frozen or not.
pub(super) async fn site_of(tx: &mut Tx, person: PersonId) -> Result<Option<SiteId>, DbError> {
    let sql =
        "SELECT site_id FROM person WHERE id = $1 UNION ALL SELECT site_id FROM frozen WHERE person_id = $1";
    let row: Option<(Uuid,)> = tx.maybe(sql, &[person.into()]).await?;
    Ok(row.map(|(site,)| SiteId(site)))
}

/// How many were erased since a moment at the teams this account coordinates: at their own wish, and by time.
pub(super) async fn erased_since(
    tx: &mut Tx,
    coordinator: AccountId,
    since: Timestamp,
) -> Result<(i64, i64), DbError> {
    tx.one(
        "SELECT CAST(COALESCE(SUM(CASE WHEN e.reason = 'asked' THEN 1 ELSE 0 END), 0) AS BIGINT),
                CAST(COALESCE(SUM(CASE WHEN e.reason = 'retention' THEN 1 ELSE 0 END), 0) AS BIGINT)
         FROM erased e JOIN membership m ON m.site_id = e.site_id
         WHERE m.account_id = $1 AND m.role = 'coordinator' AND e.erased_at >= $2",
        &[coordinator.into(), since.into()],
    )
    .await
}

impl From<FrozenRow> for Frozen {
    fn from(row: FrozenRow) -> Frozen {
        Frozen {
            person: PersonId(row.person_id),
            site: SiteId(row.site_id),
            name: row.name,
            reason: row.reason,
            at: row.frozen_at,
            by: row.by_name,
        }
    }
}
