use jiff::Timestamp;
use kernel::coded::Coded;
use sqlx::FromRow;

use super::sealed::{Anchor, Said};
use crate::audit::{Action, Subject};
use crate::db::{DbError, Tx};

/// An entry with its place in the chain.
#[derive(Debug, FromRow)]
pub(super) struct Sealed {
    #[sqlx(flatten)]
    pub(super) said: Said,
    #[sqlx(flatten)]
    pub(super) link: Anchor,
}

/// The end of the chain, which nobody else lengthens until the transaction ends.
pub(super) async fn take_head(tx: &mut Tx) -> Result<Anchor, DbError> {
    tx.one("UPDATE audit_head SET number = number RETURNING number, seal", &[]).await
}

pub(crate) async fn head(tx: &mut Tx) -> Result<Anchor, DbError> {
    tx.one("SELECT number, seal FROM audit_head", &[]).await
}

/// The last entry that went, after which the chain begins; nobody lengthens or shortens it until the
/// transaction ends.
pub(super) async fn take_beginning(tx: &mut Tx) -> Result<Anchor, DbError> {
    tx.one(
        "UPDATE audit_head SET number = number RETURNING forgotten_number AS number, forgotten_seal AS seal",
        &[],
    )
    .await
}

pub(super) async fn beginning(tx: &mut Tx) -> Result<Anchor, DbError> {
    tx.one("SELECT forgotten_number AS number, forgotten_seal AS seal FROM audit_head", &[]).await
}

/// The number up to which all are older than a moment, but for the chain's last.
pub(super) async fn last_before(tx: &mut Tx, begins: &Anchor, moment: Timestamp) -> Result<i64, DbError> {
    let younger: Option<(i64,)> = tx
        .maybe(
            "SELECT number FROM audit_entry WHERE number > $1 AND at >= $2 ORDER BY number LIMIT 1",
            &[begins.number.into(), moment.into()],
        )
        .await?;
    match younger {
        Some((number,)) => Ok(number.saturating_sub(1)),
        None => Ok(head(tx).await?.number.saturating_sub(1)),
    }
}

pub(super) async fn sealed_at(tx: &mut Tx, number: i64) -> Result<Anchor, DbError> {
    let sql = "SELECT number, COALESCE(seal, '') AS seal FROM audit_entry WHERE number = $1";
    tx.one(sql, &[number.into()]).await
}

pub(super) async fn forget_up_to(tx: &mut Tx, cut: &Anchor) -> Result<(), DbError> {
    tx.run("DELETE FROM audit_entry WHERE number <= $1", &[cut.number.into()]).await?;
    let sql = "UPDATE audit_head SET forgotten_number = $1, forgotten_seal = $2";
    tx.run(sql, &[cut.number.into(), cut.seal.as_str().into()]).await?;
    Ok(())
}

/// Whether an entry says so of a subject, sealed or not yet.
pub(super) async fn was_erased(tx: &mut Tx, subject: Subject) -> Result<bool, DbError> {
    let sql = "SELECT COUNT(*) FROM audit_entry WHERE subject_id = $1 AND subject_kind = $2 AND action = $3";
    let words = [subject.id.into(), subject.kind.code().into(), Action::Erased.code().into()];
    let (count,): (i64,) = tx.one(sql, &words).await?;
    Ok(count > 0)
}

pub(super) async fn put_head(tx: &mut Tx, head: &Anchor) -> Result<(), DbError> {
    tx.run("UPDATE audit_head SET number = $1, seal = $2", &[head.number.into(), head.seal.as_str().into()])
        .await?;
    Ok(())
}

pub(super) async fn unsealed_count(tx: &mut Tx) -> Result<i64, DbError> {
    let (count,): (i64,) = tx.one("SELECT COUNT(*) FROM audit_entry WHERE number IS NULL", &[]).await?;
    Ok(count)
}

/// The oldest of those that are not sealed.
pub(super) async fn unsealed(tx: &mut Tx, most: i64) -> Result<Vec<Said>, DbError> {
    tx.all(
        "SELECT id, at, actor, account_id, action, subject_kind, subject_id, site_id
         FROM audit_entry WHERE number IS NULL ORDER BY id LIMIT $1",
        &[most.into()],
    )
    .await
}

pub(super) async fn put_seal(tx: &mut Tx, said: &Said, link: &Anchor) -> Result<(), DbError> {
    tx.run(
        "UPDATE audit_entry SET number = $2, seal = $3 WHERE id = $1 AND number IS NULL",
        &[said.id.into(), link.number.into(), link.seal.as_str().into()],
    )
    .await?;
    Ok(())
}

/// Those after a number, in order.
pub(super) async fn sealed_after(tx: &mut Tx, number: i64, most: i64) -> Result<Vec<Sealed>, DbError> {
    tx.all(
        "SELECT id, at, actor, account_id, action, subject_kind, subject_id, site_id, number,
                COALESCE(seal, '') AS seal
         FROM audit_entry WHERE number > $1 ORDER BY number LIMIT $2",
        &[number.into(), most.into()],
    )
    .await
}
