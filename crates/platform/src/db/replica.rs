//! A copy of a PostgreSQL store that another server keeps up (streaming replication). Reports are read
//! from it, so that whoever counts a region's year keeps nobody else waiting.

use std::time::Duration;

use futures_util::future::BoxFuture;
use sqlx::PgPool;
use sqlx::postgres::PgPoolOptions;

use super::open::{Pools, Url};
use super::{Db, DbError, Tx, postgres};

/// One that heard of nothing new for so long is behind, and is not read. Seconds.
const BEHIND: i64 = 60;
const CONNECTIONS: u32 = 4;
/// One that is away is not waited for.
const PATIENCE: Duration = Duration::from_secs(1);

/// What is read, and may be read twice.
pub trait Reading<T>: for<'t> Fn(&'t mut Tx) -> BoxFuture<'t, Result<T, DbError>> + Send + Sync {}

impl<T, F> Reading<T> for F where F: for<'t> Fn(&'t mut Tx) -> BoxFuture<'t, Result<T, DbError>> + Send + Sync {}

impl Db {
    /// The same store, whose reports are read from a copy. Nothing is asked of it yet: it may be away.
    ///
    /// # Errors
    /// [`DbError::Url`] unless both are PostgreSQL's.
    pub fn with_replica(mut self, url: &Url) -> Result<Db, DbError> {
        let (Pools::Pg(_), true) = (&self.pools, url.is_postgres()) else { return Err(DbError::Url) };
        let options = postgres::options(url.as_str())?;
        let pool = PgPoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(PATIENCE);
        self.replica = Some(pool.connect_lazy_with(options));
        Ok(self)
    }

    /// Reads what may be some seconds old: from the copy, if there is one that keeps up, else from the
    /// store. One consistent picture either way, and no writer waits. What the copy breaks off is read
    /// again from the store.
    ///
    /// To be called after a commit of one's own (the entry of the trail that says who reads): a copy that
    /// keeps up has then just heard of something new.
    ///
    /// # Errors
    /// Those of [`Db::read`], and of reading.
    pub async fn aside<T>(&self, read: impl Reading<T>) -> Result<T, DbError> {
        if let Some(pool) = &self.replica {
            match self.on_the_copy(pool, &read).await {
                Ok(found) => return Ok(found),
                Err(error) => {
                    tracing::warn!(%error, "the copy for reports is not read: the store is instead");
                }
            }
        }
        read(&mut self.read().await?).await
    }

    async fn on_the_copy<T>(&self, pool: &PgPool, read: &impl Reading<T>) -> Result<T, DbError> {
        let mut tx = self.reading(pool).await?;
        match age(&mut tx).await? {
            Some(age) if age <= BEHIND => read(&mut tx).await,
            _ => Err(DbError::Behind),
        }
    }

    /// How many bytes of what the store wrote its copy has yet to hear of; none without a copy.
    ///
    /// # Errors
    /// [`DbError::Behind`] for a server that copies nobody; what either of the two answers.
    pub async fn replica_lag(&self) -> Result<Option<i64>, DbError> {
        let Some(pool) = &self.replica else { return Ok(None) };
        let (heard,): (Option<String>,) = self.reading(pool).await?.one(HEARD, &[]).await?;
        let heard = heard.ok_or(DbError::Behind)?;
        let sql = "SELECT CAST(pg_wal_lsn_diff(pg_current_wal_lsn(), CAST($1 AS pg_lsn)) AS BIGINT)";
        let (lag,): (i64,) = self.read().await?.one(sql, &[heard.into()]).await?;
        Ok(Some(lag.max(0)))
    }
}

/// Null of a server that copies nobody; one that was started after a crash says how far it recovered.
const HEARD: &str = "SELECT CASE WHEN pg_is_in_recovery() THEN CAST(pg_last_wal_replay_lsn() AS TEXT) END";

/// Seconds since what it last heard of was written, by both servers' clocks; none from one that is no
/// copy.
async fn age(tx: &mut Tx) -> Result<Option<i64>, DbError> {
    let sql = "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp() - pg_last_xact_replay_timestamp()) AS BIGINT)
               WHERE pg_is_in_recovery()";
    let found: Option<(Option<i64>,)> = tx.maybe(sql, &[]).await?;
    Ok(found.and_then(|(age,)| age))
}

#[cfg(test)]
mod tests {
    use super::super::{Engine, Url};
    use crate::testing::{Place, on_both_engines};

    #[tokio::test]
    async fn reports_are_read_from_the_store_when_its_copy_is_away_or_none() {
        on_both_engines(
            vec![crate::module()],
            |app| app,
            |test| async move {
                let db = test.app.db().clone();
                let nobody = Url::parse("postgres://maillage@127.0.0.1:9/maillage").unwrap();
                if db.engine() == Engine::Sqlite {
                    assert!(db.with_replica(&nobody).is_err(), "a file has no copy of that kind");
                    return;
                }
                // A server that writes copies nobody: it could be another store altogether.
                let other = Place::on(Engine::Postgres).await;
                for copy in [&nobody, &other.url()] {
                    let db = db.clone().with_replica(copy).unwrap();
                    let accounts = db.aside(|tx| Box::pin(tx.one("SELECT COUNT(*) FROM account", &[])));
                    let (accounts,): (i64,) = accounts.await.unwrap();
                    assert_eq!(accounts, 0);
                    assert!(db.replica_lag().await.is_err());
                }
                assert_eq!(db.replica_lag().await.unwrap(), None);
                other.remove().await;
            },
        )
        .await;
    }
}
