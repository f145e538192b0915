use sqlx::FromRow;

use super::sealed::{Anchor, Said};
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
