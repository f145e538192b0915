//! Who looked at a person, in the trail.

use kernel::id::PersonId;
use platform::audit::{self, Entry};
use platform::db::whole::{self, Table};
use platform::db::{DbError, Tx, Value};

use crate::held::HeldTable;

/// Every entry about the person or a record of theirs, oldest first.
///
/// # Errors
/// [`DbError`] of the store.
pub(super) async fn at(
    tx: &mut Tx,
    tables: &[(HeldTable, Table)],
    person: PersonId,
) -> Result<Vec<Entry>, DbError> {
    let mut looks = Vec::new();
    for (held, table) in tables {
        if table.columns.first().is_none_or(|column| column.name != "id") {
            continue;
        }
        for row in whole::rows(tx, table, Some((held.rows, &[person.into()]))).await? {
            if let Some(Value::Uuid(Some(id))) = row.first() {
                looks.extend(audit::about(tx, *id).await?);
            }
        }
    }
    looks.sort_by_key(|entry| entry.at);
    Ok(looks)
}
