//! Small facts about a store: its signing key, the demonstration's shift in time.

use super::{DbError, Tx};

/// # Errors
/// [`DbError`] of the store.
pub async fn read(tx: &mut Tx, key: &str) -> Result<Option<String>, DbError> {
    let row: Option<(String,)> = tx.maybe("SELECT value FROM setting WHERE key = $1", &[key.into()]).await?;
    Ok(row.map(|(value,)| value))
}

/// # Errors
/// [`DbError`] of the store.
pub async fn write(tx: &mut Tx, key: &str, value: &str) -> Result<(), DbError> {
    tx.run(
        "INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        &[key.into(), value.into()],
    )
    .await?;
    Ok(())
}

/// Keeps a value unless there is one already, and gives back the one that stands: several servers
/// starting together agree.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn keep_first(tx: &mut Tx, key: &str, value: &str) -> Result<String, DbError> {
    tx.run(
        "INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING",
        &[key.into(), value.into()],
    )
    .await?;
    let (stands,): (String,) = tx.one("SELECT value FROM setting WHERE key = $1", &[key.into()]).await?;
    Ok(stands)
}
