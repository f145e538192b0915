use super::sealed::Anchor;
use super::sql;
use crate::db::{Db, DbError};

/// Entries sealed in one transaction: a first run after years without a chain holds nobody up.
const AT_ONCE: i64 = 500;

/// Seals every entry that is not, and says where the chain then ends. Two servers may do it at the
/// same moment.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn seal(db: &Db) -> Result<Anchor, DbError> {
    loop {
        // Mostly there is nothing, and the store's one writer is left alone.
        let mut reading = db.read().await?;
        if sql::unsealed_count(&mut reading).await? == 0 {
            return sql::head(&mut reading).await;
        }
        drop(reading);
        let mut tx = db.begin().await?;
        let mut head = sql::take_head(&mut tx).await?;
        for said in sql::unsealed(&mut tx, AT_ONCE).await? {
            head = head.followed_by(&said);
            sql::put_seal(&mut tx, &said, &head).await?;
        }
        sql::put_head(&mut tx, &head).await?;
        tx.commit().await?;
    }
}
