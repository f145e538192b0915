//! What a backup says of itself, before its rows and after them. A later program may say more, which
//! is passed over; what must be understood makes another version of the format.

use std::collections::BTreeMap;

use jiff::Timestamp;
use kernel::coded::Coded;
use platform::db::whole::{Column, Kind, Sum, Table, of_sums, tables};
use platform::db::{Tx, applied_in};
use serde::{Deserialize, Serialize};

use crate::BackupError;

/// Of which store, at which moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inventory {
    /// The version of the program that made it.
    pub product: String,
    pub made_at: Timestamp,
    /// Migrations applied, by version, with the checksum of each in hexadecimal digits.
    pub migrations: BTreeMap<i64, String>,
    #[serde(with = "of_tables")]
    pub tables: Vec<Table>,
}

/// What all of its rows say together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// How many rows each table has, in the inventory's order.
    pub rows: Vec<u64>,
    /// The fingerprint of `platform::db::whole`.
    pub fingerprint: String,
}

impl Inventory {
    /// Of the store as the transaction sees it.
    ///
    /// # Errors
    /// [`BackupError::NoTables`], and the store's.
    pub async fn of(tx: &mut Tx, product: &str, made_at: Timestamp) -> Result<Inventory, BackupError> {
        let tables = tables(tx).await?;
        if tables.is_empty() {
            return Err(BackupError::NoTables);
        }
        let migrations = applied_in(tx).await?;
        let migrations = migrations.into_iter().map(|(version, sum)| (version, digits(&sum))).collect();
        Ok(Inventory { product: product.to_owned(), made_at, migrations, tables })
    }

    pub(crate) fn totals(&self, sums: &[Sum]) -> Totals {
        Totals {
            rows: sums.iter().map(Sum::rows).collect(),
            fingerprint: of_sums(self.tables.iter().zip(sums)),
        }
    }

    pub(crate) fn no_sums(&self) -> Vec<Sum> {
        vec![Sum::default(); self.tables.len()]
    }
}

impl Totals {
    pub fn all_rows(&self) -> u64 {
        self.rows.iter().sum()
    }
}

/// Two hexadecimal digits a byte.
pub(crate) fn digits(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Tables as they stand in a file.
mod of_tables {
    use serde::de::Error;
    use serde::{Deserializer, Serializer};

    use super::{Coded, Column, Deserialize, Kind, Serialize, Table};

    #[derive(Serialize, Deserialize)]
    struct Written {
        name: String,
        /// Name and kind of each.
        columns: Vec<(String, String)>,
        key: Vec<String>,
    }

    pub(super) fn serialize<S: Serializer>(tables: &[Table], to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(tables.iter().map(|table| Written {
            name: table.name.clone(),
            columns: table.columns.iter().map(|of| (of.name.clone(), of.kind.code().to_owned())).collect(),
            key: table.key.clone(),
        }))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Table>, D::Error> {
        Vec::<Written>::deserialize(from)?.into_iter().map(table).collect()
    }

    fn table<E: Error>(written: Written) -> Result<Table, E> {
        let column = |(name, kind): (String, String)| {
            let kind =
                Kind::from_code(&kind).ok_or_else(|| E::custom("a kind of column that is not ours"))?;
            Ok(Column { name, kind })
        };
        let columns = written.columns.into_iter().map(column).collect::<Result<_, E>>()?;
        Ok(Table { name: written.name, columns, key: written.key })
    }
}
