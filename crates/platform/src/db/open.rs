//! Opening a store, and its transactions.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use sqlx::postgres::PgPoolOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection, PgPool, SqliteConnection, SqlitePool};

use super::tx::On;
use super::{DbError, Tx, postgres};

/// Several readers; each has its own snapshot under WAL.
const READERS: u32 = 4;
const PG_CONNECTIONS: u32 = 8;
/// Kibibytes, below zero as SQLite wants them.
const READER_CACHE: &str = "-16384";
/// An import of the country's directory touches pages all over.
const WRITER_CACHE: &str = "-65536";
pub(super) const PATIENCE: Duration = Duration::from_secs(10);

/// An opened store; cloning shares it.
#[derive(Clone, Debug)]
pub struct Db {
    pub(super) pools: Pools,
    /// What reports are read from; without one, the store itself.
    pub(super) replica: Option<PgPool>,
    commits: Arc<AtomicU64>,
}

#[derive(Clone, Debug)]
pub(super) enum Pools {
    Lite { writer: SqlitePool, readers: SqlitePool },
    Pg(PgPool),
}

/// Where a store is: `sqlite:///path/to/file` or `postgres://…`.
#[derive(Clone, Debug)]
pub struct Url(String);

impl Url {
    pub fn parse(text: &str) -> Result<Url, DbError> {
        let known = ["sqlite://", "postgres://", "postgresql://"];
        known.iter().any(|scheme| text.starts_with(scheme)).then(|| Url(text.to_owned())).ok_or(DbError::Url)
    }

    pub fn is_postgres(&self) -> bool {
        !self.0.starts_with("sqlite://")
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    pub fn sqlite_file(path: &Path) -> Url {
        Url(format!("sqlite://{}", path.display()))
    }
}

impl Db {
    /// # Errors
    /// When the file cannot be made or the server does not answer.
    pub async fn open(url: &Url) -> Result<Db, DbError> {
        let pools = match url.0.strip_prefix("sqlite://") {
            Some(path) => open_lite(path).await?,
            None => open_pg(&url.0).await?,
        };
        Ok(Db { pools, replica: None, commits: Arc::default() })
    }

    /// For everything that may write. On SQLite the one writer is waited for here, so that a
    /// transaction never fails half-way because of another.
    ///
    /// # Errors
    /// When no connection is free in time.
    pub async fn begin(&self) -> Result<Tx, DbError> {
        let on = match &self.pools {
            Pools::Lite { writer, .. } => On::Lite(writer.begin_with("BEGIN IMMEDIATE").await?),
            Pools::Pg(pool) => On::Pg(pool.begin().await?),
        };
        Ok(Tx::new(on, &self.commits))
    }

    /// For reading only: one consistent picture, never waiting for a writer.
    ///
    /// # Errors
    /// When no connection is free in time.
    pub async fn read(&self) -> Result<Tx, DbError> {
        let on = match &self.pools {
            Pools::Lite { readers, .. } => On::Lite(readers.begin().await?),
            Pools::Pg(pool) => return self.reading(pool).await,
        };
        Ok(Tx::new(on, &self.commits))
    }

    pub(super) async fn reading(&self, pool: &PgPool) -> Result<Tx, DbError> {
        let begun = pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?;
        Ok(Tx::new(On::Pg(begun), &self.commits))
    }

    /// How many transactions this process has committed: as long as it stays the same, nothing it
    /// has written itself can have changed. Others' commits are not counted.
    pub fn commits(&self) -> u64 {
        self.commits.load(Ordering::Acquire)
    }

    /// The same store as another server has it: what it commits is not counted here.
    #[cfg(any(test, feature = "testing"))]
    #[must_use]
    pub fn of_another_server(&self) -> Db {
        Db { commits: Arc::default(), ..self.clone() }
    }

    /// Waits for what is under way, then closes.
    pub async fn close(&self) {
        if let Some(replica) = &self.replica {
            replica.close().await;
        }
        match &self.pools {
            Pools::Lite { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
            Pools::Pg(pool) => pool.close().await,
        }
    }
}

async fn open_lite(path: &str) -> Result<Pools, DbError> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        // What is deleted is overwritten, not only forgotten: an erasure leaves no byte.
        .pragma("secure_delete", "ON")
        .busy_timeout(PATIENCE)
        .pragma("cache_size", READER_CACHE);
    let writer = SqlitePoolOptions::new()
        .max_connections(1)
        .acquire_timeout(PATIENCE)
        .test_before_acquire(false)
        .before_acquire(|connection, _| Box::pin(stands_ready(connection)))
        .connect_with(options.clone().pragma("cache_size", WRITER_CACHE))
        .await?;
    let readers = SqlitePoolOptions::new()
        .max_connections(READERS)
        .acquire_timeout(PATIENCE)
        .test_before_acquire(false)
        .before_acquire(|connection, _| Box::pin(stands_ready(connection)))
        .connect_with(options.pragma("query_only", "ON"))
        .await?;
    Ok(Pools::Lite { writer, readers })
}

/// After a full disk SQLite has undone the transaction by itself: to undo it fails, and the connection
/// counts itself within one for ever. Such a one is closed, and another opened.
async fn stands_ready(connection: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    if connection.is_in_transaction() {
        // What was asked of it before is done first, an undoing among it.
        connection.ping().await?;
    }
    Ok(!connection.is_in_transaction())
}

async fn open_pg(url: &str) -> Result<Pools, DbError> {
    let pool = PgPoolOptions::new()
        .max_connections(PG_CONNECTIONS)
        .acquire_timeout(PATIENCE)
        .connect_with(postgres::options(url)?)
        .await?;
    Ok(Pools::Pg(pool))
}

#[cfg(test)]
mod tests {
    use super::super::{Engine, Hindrance, setting};
    use crate::testing::on_both_engines;

    #[tokio::test]
    async fn a_disk_that_was_full_is_written_again() {
        let modules = vec![crate::module()];
        on_both_engines(
            modules,
            |app| app,
            |test| async move {
                if test.app.db().engine() == Engine::Postgres {
                    return;
                }
                let mut tx = test.tx().await;
                tx.run("PRAGMA max_page_count = 1", &[]).await.unwrap();
                let large = "x".repeat(1 << 20);
                let refused = setting::write(&mut tx, "large", &large).await.unwrap_err();
                assert_eq!(refused.hindrance(), Some(Hindrance::Full), "{refused}");
                drop(tx);

                let mut tx = test.app.db().begin().await.unwrap();
                setting::write(&mut tx, "large", &large).await.unwrap();
                tx.commit().await.unwrap();
            },
        )
        .await;
    }
}
