//! What a store says, in one line, the same on either engine.

use futures_util::TryStreamExt;
use sha2::{Digest, Sha256};

use super::{Table, in_order, tables};
use crate::db::{DbError, Tx, Value};

/// What the rows of one table say, in whatever order they come: how many there are, and the sum of
/// their digests modulo 2²⁵⁶. It keeps no row, so that a table of any length has one.
///
/// It tells a store from one that differs by accident. Somebody who may choose rows could make two
/// tables of one sum; whoever may do that may change the store anyway.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    rows: u64,
    /// The lowest first.
    digits: [u64; 4],
}

impl Sum {
    pub fn add(&mut self, row: &[Value]) {
        self.rows = self.rows.saturating_add(1);
        let digest = digest(row);
        let mut carry = false;
        for (digit, bytes) in self.digits.iter_mut().zip(digest.as_chunks::<8>().0) {
            let (sum, over) = digit.overflowing_add(u64::from_le_bytes(*bytes));
            let (sum, over_again) = sum.overflowing_add(u64::from(carry));
            *digit = sum;
            carry = over || over_again;
        }
    }

    pub fn rows(&self) -> u64 {
        self.rows
    }
}

/// What some tables say, each with the sum of its rows.
pub fn of_sums<'t>(tables: impl Iterator<Item = (&'t Table, &'t Sum)>) -> String {
    let mut whole = Sha256::new();
    for (table, sum) in tables {
        let columns = table.columns.iter().map(|column| column.name.as_str());
        for name in std::iter::once(table.name.as_str()).chain(columns) {
            whole.update(name.as_bytes());
            whole.update([0]);
        }
        whole.update(sum.rows.to_be_bytes());
        sum.digits.iter().for_each(|digit| whole.update(digit.to_be_bytes()));
    }
    whole.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The sum of a table's rows.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn sum(tx: &mut Tx, table: &Table) -> Result<Sum, DbError> {
    let mut sum = Sum::default();
    let kinds = table.kinds();
    let mut rows = in_order(tx, table, &kinds);
    while let Some(row) = rows.try_next().await? {
        sum.add(&row);
    }
    Ok(sum)
}

/// What all rows of these tables say, on either engine the same, in whatever order they lie.
///
/// # Errors
/// [`DbError`] of the store.
pub async fn fingerprint(tx: &mut Tx, which: impl Fn(&str) -> bool) -> Result<String, DbError> {
    let tables = tables(tx).await?;
    let mut sums = Vec::new();
    for table in tables.iter().filter(|table| which(&table.name)) {
        sums.push((table, sum(tx, table).await?));
    }
    Ok(of_sums(sums.iter().map(|(table, sum)| (*table, sum))))
}

fn digest(row: &[Value]) -> [u8; 32] {
    let mut digest = Sha256::new();
    for value in row {
        let (kind, bytes): (u8, Option<Vec<u8>>) = match value {
            Value::Int(v) => (1, v.map(|v| v.to_be_bytes().to_vec())),
            Value::Text(v) => (2, v.as_ref().map(|v| v.as_bytes().to_vec())),
            Value::Bool(v) => (3, v.map(|v| vec![u8::from(v)])),
            Value::Uuid(v) => (4, v.map(|v| v.as_bytes().to_vec())),
        };
        let length = bytes.as_ref().map_or(u64::MAX, |bytes| u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        digest.update([kind]);
        digest.update(length.to_be_bytes());
        digest.update(bytes.unwrap_or_default());
    }
    digest.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::App;
    use crate::testing::{Team, on_both_engines};

    fn row(number: i64) -> Vec<Value> {
        vec![number.into(), "x".into(), None::<bool>.into()]
    }

    fn sum_of(rows: impl Iterator<Item = i64>) -> Sum {
        let mut sum = Sum::default();
        rows.for_each(|number| sum.add(&row(number)));
        sum
    }

    #[test]
    fn rows_may_come_in_any_order_and_each_counts_as_often_as_it_is_there() {
        assert_eq!(sum_of(0..999), sum_of((0..999).rev()));
        assert_ne!(sum_of(0..999), sum_of(0..998));
        assert_ne!(sum_of([1, 1, 2].into_iter()), sum_of([1, 2, 2].into_iter()));
        assert_ne!(sum_of([].into_iter()), sum_of([1, 1].into_iter()));
    }

    #[test]
    fn a_sum_carries_from_digit_to_digit() {
        let digest = digest(&row(1));
        let lowest = u64::from_le_bytes(digest[..8].try_into().unwrap());
        let next = u64::from_le_bytes(digest[8..16].try_into().unwrap());
        let mut sum = Sum { rows: 0, digits: [u64::MAX, 0, 0, 0] };
        sum.add(&row(1));
        assert_eq!(sum.digits[0], lowest.wrapping_sub(1));
        assert_eq!(sum.digits[1], next + 1);
    }

    #[tokio::test]
    async fn one_changed_value_changes_what_the_whole_says() {
        on_both_engines(
            vec![crate::module()],
            |app: App| app,
            |test| async move {
                Team::at_bron(&test).await;
                let said =
                    async || fingerprint(&mut test.tx().await, |table| table != "session").await.unwrap();
                let before = said().await;
                assert_eq!(said().await, before);
                let mut tx = test.tx().await;
                tx.run("UPDATE account SET phone = '' WHERE phone IS NULL", &[]).await.unwrap();
                tx.commit().await.unwrap();
                assert_ne!(said().await, before, "nothing is not an empty text");
            },
        )
        .await;
    }
}
