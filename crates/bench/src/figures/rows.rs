//! Many rows by one statement.

use platform::db::{DbError, Tx, Value};

pub(super) struct Rows {
    table: &'static str,
    columns: &'static [&'static str],
    values: Vec<Value>,
}

/// Values of one statement. SQLite takes 32,766, and looks for each among all those before it.
const MOST: usize = 900;

impl Rows {
    pub(super) fn of(table: &'static str, columns: &'static [&'static str]) -> Rows {
        Rows { table, columns, values: Vec::new() }
    }

    /// As many values as there are columns.
    pub(super) fn push<const N: usize>(&mut self, row: [Value; N]) {
        debug_assert_eq!(N, self.columns.len());
        self.values.extend(row);
    }

    pub(super) async fn write(self, tx: &mut Tx) -> Result<(), DbError> {
        let width = self.columns.len();
        for part in self.values.chunks(MOST / width * width) {
            let row = |number: usize| {
                let places = (1..=width).map(|place| format!("${}", number * width + place));
                format!("({})", places.collect::<Vec<_>>().join(", "))
            };
            let rows: Vec<String> = (0..part.len() / width).map(row).collect();
            let (table, columns) = (self.table, self.columns.join(", "));
            // The door to the store takes no text made at run time: a measurement may leave some behind.
            let sql = format!("INSERT INTO {table} ({columns}) VALUES {}", rows.join(", ")).leak();
            tx.run(sql, part).await?;
        }
        Ok(())
    }
}
