//! One transaction on either engine, and the four ways to ask it something.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use sqlx::migrate::Migrator;
use sqlx::postgres::{PgArguments, PgRow};
use sqlx::query::Query;
use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{AssertSqlSafe, Decode, FromRow, Postgres, SqlSafeStr, Sqlite, Transaction, Type};

use uuid::Uuid;

use super::whole::Kind;
use super::{DbError, Value};

/// Everything that happens in it happens, or nothing does; dropped without [`Tx::commit`], nothing.
#[derive(Debug)]
pub struct Tx {
    on: On,
    commits: Arc<AtomicU64>,
    asked: u32,
}

#[derive(Debug)]
pub(super) enum On {
    Lite(Transaction<'static, Sqlite>),
    Pg(Transaction<'static, Postgres>),
}

/// Which engine answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// A struct that can be read from a row of either engine: `#[derive(sqlx::FromRow)]` suffices.
pub trait Row: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}

impl<T> Row for T where T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin {}

/// Runs the same expression on whichever engine the transaction is of.
macro_rules! on {
    ($tx:expr, $c:ident, $bind:ident => $run:expr) => {{
        $tx.asked = $tx.asked.saturating_add(1);
        match &mut $tx.on {
            On::Lite($c) => {
                let $bind = bind_lite;
                $run
            }
            On::Pg($c) => {
                let $bind = bind_pg;
                $run
            }
        }
    }};
}

impl Tx {
    pub(super) fn new(on: On, commits: &Arc<AtomicU64>) -> Tx {
        Tx { on, commits: Arc::clone(commits), asked: 0 }
    }

    /// All rows.
    ///
    /// # Errors
    /// [`DbError::Engine`], as for every query here.
    pub async fn all<R: Row>(&mut self, sql: &'static str, values: &[Value]) -> Result<Vec<R>, DbError> {
        on!(self, c, bind => {
            let rows = bind(sql, values).fetch_all(&mut **c).await?;
            Ok(rows.iter().map(R::from_row).collect::<Result<_, _>>()?)
        })
    }

    /// The row, if there is one.
    ///
    /// # Errors
    /// See [`Tx::all`].
    pub async fn maybe<R: Row>(&mut self, sql: &'static str, values: &[Value]) -> Result<Option<R>, DbError> {
        on!(self, c, bind => {
            let row = bind(sql, values).fetch_optional(&mut **c).await?;
            Ok(row.as_ref().map(R::from_row).transpose()?)
        })
    }

    /// The row that must be there: a count, or what `RETURNING` gives back.
    ///
    /// # Errors
    /// See [`Tx::all`]; also when there is no row.
    pub async fn one<R: Row>(&mut self, sql: &'static str, values: &[Value]) -> Result<R, DbError> {
        on!(self, c, bind => {
            let row = bind(sql, values).fetch_one(&mut **c).await?;
            Ok(R::from_row(&row)?)
        })
    }

    /// How many rows were written.
    ///
    /// # Errors
    /// See [`Tx::all`].
    pub async fn run(&mut self, sql: &'static str, values: &[Value]) -> Result<u64, DbError> {
        on!(self, c, bind => Ok(bind(sql, values).execute(&mut **c).await?.rows_affected()))
    }

    /// The same as [`Tx::run`] with bytes after the values. Only what is derived from other tables is kept as
    /// bytes: everything else has a kind ([`Kind`]) that copies and backups know.
    ///
    /// # Errors
    /// See [`Tx::all`].
    pub async fn run_with_bytes(
        &mut self,
        sql: &'static str,
        values: &[Value],
        bytes: Vec<u8>,
    ) -> Result<u64, DbError> {
        on!(self, c, bind => Ok(bind(sql, values).bind(bytes).execute(&mut **c).await?.rows_affected()))
    }

    /// Rows of a query made of names the store itself gave, each as values of these kinds, one after
    /// the other: a table need not fit into memory.
    pub(super) fn stream<'t>(
        &'t mut self,
        sql: String,
        values: &[Value],
        kinds: &'t [Kind],
    ) -> BoxStream<'t, Result<Vec<Value>, DbError>> {
        on!(self, c, bind => {
            let rows = bind(AssertSqlSafe(sql), values).fetch(&mut **c);
            rows.map(|row| {
                let row = row?;
                kinds.iter().enumerate().map(|(at, kind)| value_at(&row, at, *kind)).collect()
            })
            .boxed()
        })
    }

    /// The same as [`Tx::run`] of a text made of such names.
    pub(super) async fn run_made(&mut self, sql: String, values: &[Value]) -> Result<u64, DbError> {
        on!(self, c, bind => Ok(bind(AssertSqlSafe(sql), values).execute(&mut **c).await?.rows_affected()))
    }

    /// Applies migrations inside the transaction: they are undone with it.
    pub(super) async fn apply(&mut self, migrator: &Migrator) -> Result<(), DbError> {
        match &mut self.on {
            On::Lite(c) => migrator.run_direct(None, &mut **c, false).await?,
            On::Pg(c) => migrator.run_direct(None, &mut **c, false).await?,
        }
        Ok(())
    }

    /// # Errors
    /// When the engine cannot make it durable; then nothing of it happened.
    pub async fn commit(self) -> Result<(), DbError> {
        match self.on {
            On::Lite(c) => c.commit().await?,
            On::Pg(c) => c.commit().await?,
        }
        self.commits.fetch_add(1, Ordering::Release);
        Ok(())
    }

    /// How often the store was asked something: what a page costs as a directory grows.
    pub fn asked(&self) -> u32 {
        self.asked
    }

    /// For the few queries that cannot be written the same for both.
    pub fn engine(&self) -> Engine {
        match self.on {
            On::Lite(_) => Engine::Sqlite,
            On::Pg(_) => Engine::Postgres,
        }
    }
}

fn bind_lite<'q>(sql: impl SqlSafeStr, values: &[Value]) -> Query<'q, Sqlite, SqliteArguments> {
    values.iter().fold(sqlx::query(sql), |query, value| match value.clone() {
        Value::Int(v) => query.bind(v),
        Value::Text(v) => query.bind(v),
        Value::Bool(v) => query.bind(v),
        Value::Uuid(v) => query.bind(v),
    })
}

fn bind_pg<'q>(sql: impl SqlSafeStr, values: &[Value]) -> Query<'q, Postgres, PgArguments> {
    values.iter().fold(sqlx::query(sql), |query, value| match value.clone() {
        Value::Int(v) => query.bind(v),
        Value::Text(v) => query.bind(v),
        Value::Bool(v) => query.bind(v),
        Value::Uuid(v) => query.bind(v),
    })
}

/// What a row holds at a place, when the store says of which kind it is.
fn value_at<'r, R>(row: &'r R, at: usize, kind: Kind) -> Result<Value, DbError>
where
    R: sqlx::Row,
    usize: sqlx::ColumnIndex<R>,
    i64: Decode<'r, R::Database> + Type<R::Database>,
    String: Decode<'r, R::Database> + Type<R::Database>,
    bool: Decode<'r, R::Database> + Type<R::Database>,
    Uuid: Decode<'r, R::Database> + Type<R::Database>,
{
    Ok(match kind {
        Kind::Int => Value::Int(row.try_get(at)?),
        Kind::Text => Value::Text(row.try_get(at)?),
        Kind::Bool => Value::Bool(row.try_get(at)?),
        Kind::Uuid => Value::Uuid(row.try_get(at)?),
    })
}
