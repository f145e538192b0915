//! Bringing tables up to date, or only as far as another store's are.

use std::borrow::Cow;
use std::collections::BTreeMap;

use sqlx::migrate::{Migration, Migrator};
use sqlx::{AssertSqlSafe, SqlSafeStr};

use super::open::Pools;
use super::{Db, DbError, Engine, Tx};

/// What PostgreSQL needs before the contexts' folders.
static ON_POSTGRES: Migrator = sqlx::migrate!("./migrations/postgres");

/// Every migration of these folders and of an engine, by version, with the checksum of each.
/// PostgreSQL has all that SQLite has.
pub fn known(engine: Engine, folders: &[&Migrator]) -> BTreeMap<i64, Vec<u8>> {
    let all = migrator(engine, folders, |_| true);
    all.iter().map(|migration| (migration.version, migration.checksum.to_vec())).collect()
}

impl Db {
    pub fn engine(&self) -> Engine {
        match self.pools {
            Pools::Lite { .. } => Engine::Sqlite,
            Pools::Pg(_) => Engine::Postgres,
        }
    }

    /// Applies what is missing, in order. Each bounded context brings its own folder; version
    /// numbers are unique over all of them.
    ///
    /// # Errors
    /// When a migration fails or an applied one was edited since.
    pub async fn migrate(&self, folders: &[&Migrator]) -> Result<(), DbError> {
        match &self.pools {
            Pools::Lite { writer, .. } => migrator(Engine::Sqlite, folders, |_| true).run(writer).await?,
            Pools::Pg(pool) => migrator(Engine::Postgres, folders, |_| true).run(pool).await?,
        }
        Ok(())
    }
}

impl Tx {
    /// The same for some versions, in this transaction: what comes to nothing leaves no table.
    ///
    /// # Errors
    /// See [`Db::migrate`].
    pub async fn migrate(
        &mut self,
        folders: &[&Migrator],
        which: impl Fn(i64) -> bool,
    ) -> Result<(), DbError> {
        let migrator = migrator(self.engine(), folders, which);
        self.apply(&migrator).await
    }
}

/// What an engine needs for itself is always among them.
fn migrator(engine: Engine, folders: &[&Migrator], which: impl Fn(i64) -> bool) -> Migrator {
    let of_contexts = folders.iter().flat_map(|folder| folder.iter());
    let wanted = of_contexts.filter(|migration| which(migration.version)).cloned();
    let mut all: Vec<Migration> = wanted.map(|migration| for_engine(migration, engine)).collect();
    if engine == Engine::Postgres {
        all.extend(ON_POSTGRES.iter().cloned());
    }
    all.sort_by_key(|migration| migration.version);
    let mut migrator = Migrator { migrations: Cow::Owned(all), ..Migrator::DEFAULT };
    // A store used with fewer contexts (a test of one crate) is not a broken store.
    migrator.set_ignore_missing(true);
    migrator
}

/// A line that says of which engine the lines after it are, as far as the next such line; those before the
/// first are of both. One file, one checksum, whatever the engine.
const FOR_ENGINE: &str = "-- engine: ";

fn for_engine(migration: Migration, engine: Engine) -> Migration {
    let name = match engine {
        Engine::Sqlite => "sqlite",
        Engine::Postgres => "postgres",
    };
    let mut is_wanted = true;
    let wanted = migration.sql.as_str().lines().filter(|line| {
        is_wanted = line.strip_prefix(FOR_ENGINE).map_or(is_wanted, |of| of == name);
        is_wanted
    });
    let sql = wanted.collect::<Vec<_>>().join("\n");
    Migration { sql: AssertSqlSafe(sql).into_sql_str(), ..migration }
}
