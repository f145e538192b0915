//! What a store keeps of being a demonstration.

use platform::db::{DbError, Tx, setting};

const SHIFT: &str = "demo_shift";
const TOLD: &str = "demo_story";

/// Seconds between the machine's clock and the demonstration's present; `None` in any other store.
pub(crate) async fn shift(tx: &mut Tx) -> Result<Option<i64>, DbError> {
    let parsed = setting::read(tx, SHIFT).await?.map(|value| value.parse::<i64>()).transpose();
    parsed.map_err(|_| DbError::Impossible { table: "setting", column: "value", id: SHIFT.to_owned() })
}

pub(super) async fn keep_shift(tx: &mut Tx, seconds: i64) -> Result<(), DbError> {
    setting::write(tx, SHIFT, &seconds.to_string()).await
}

/// Whether the six months have been told to their end.
pub(super) async fn is_told(tx: &mut Tx) -> Result<bool, DbError> {
    Ok(setting::read(tx, TOLD).await?.is_some())
}

pub(super) async fn keep_told(tx: &mut Tx) -> Result<(), DbError> {
    setting::write(tx, TOLD, "told").await
}
