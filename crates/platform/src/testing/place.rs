//! Where stories keep their stores, on each engine there is.

use std::path::PathBuf;

use sqlx::{AssertSqlSafe, Connection, Executor};
use uuid::Uuid;

use super::POSTGRES;
use crate::db::{Engine, Url};

/// A store of its own for one story.
#[derive(Debug)]
pub enum Place {
    Lite(Folder),
    Pg { server: String, name: String },
}

impl Place {
    /// The engines there are: SQLite always; PostgreSQL when a server is named.
    pub fn engines() -> Vec<Engine> {
        let postgres = std::env::var(POSTGRES).ok().map(|_| Engine::Postgres);
        [Some(Engine::Sqlite), postgres].into_iter().flatten().collect()
    }

    /// One that is empty, or absent.
    pub async fn on(engine: Engine) -> Place {
        match engine {
            Engine::Sqlite => Place::Lite(Folder::new()),
            Engine::Postgres => database("").await,
        }
    }

    pub fn url(&self) -> Url {
        match self {
            Place::Lite(folder) => Url::sqlite_file(&folder.store()),
            Place::Pg { server, name } => Url::parse(&format!("{server}/{name}")).expect("a store's address"),
        }
    }

    /// The same store once more. Nobody may have it open.
    pub(super) async fn copy(&self) -> Place {
        match self {
            Place::Lite(folder) => {
                let copy = Folder::new();
                std::fs::copy(folder.store(), copy.store()).expect("a copy");
                Place::Lite(copy)
            }
            Place::Pg { name, .. } => database(&format!(" TEMPLATE {name}")).await,
        }
    }

    /// What the store's files hold. PostgreSQL shows its files to its superuser only.
    pub(super) async fn bytes(&self) -> Vec<u8> {
        match self {
            Place::Lite(folder) => {
                let files =
                    std::fs::read_dir(&folder.0).expect("a folder").map(|file| file.expect("a file").path());
                files.flat_map(|file| std::fs::read(file).expect("a file")).collect()
            }
            Place::Pg { .. } => {
                let mut connection = self.connected().await;
                connection.execute("CHECKPOINT").await.expect("a checkpoint");
                let files: Vec<(Vec<u8>,)> = sqlx::query_as(
                    "SELECT pg_read_binary_file(pg_relation_filepath(c.oid)) FROM pg_class c
                     JOIN pg_namespace n ON n.oid = c.relnamespace
                     WHERE c.relkind IN ('r', 'i', 't') AND pg_relation_filepath(c.oid) LIKE 'base/%'
                       AND (n.nspname IN ('public', 'pg_toast') OR c.relname LIKE 'pg_statistic%')",
                )
                .fetch_all(&mut connection)
                .await
                .expect("files");
                files.into_iter().flat_map(|(bytes,)| bytes).collect()
            }
        }
    }

    pub(super) async fn analyze(&self) {
        if matches!(self, Place::Pg { .. }) {
            self.connected().await.execute("ANALYZE").await.expect("statistics");
        }
    }

    async fn connected(&self) -> sqlx::PgConnection {
        let Place::Pg { server, name } = self else { panic!("no server") };
        sqlx::PgConnection::connect(&format!("{server}/{name}")).await.expect("PostgreSQL")
    }

    /// A story that failed leaves its database, to be looked at.
    pub async fn remove(self) {
        if let Place::Pg { server, name } = self {
            at_server(&server, format!("DROP DATABASE {name}")).await;
        }
    }
}

async fn database(like: &str) -> Place {
    let server = std::env::var(POSTGRES).expect("a server");
    let name = format!("story_{}", Uuid::new_v4().simple());
    at_server(&server, format!("CREATE DATABASE {name}{like}")).await;
    Place::Pg { server, name }
}

/// Makes or removes the database of a story: thousands of them would fill a disk.
async fn at_server(server: &str, sql: String) {
    let mut connection =
        sqlx::PgConnection::connect(&format!("{server}/postgres")).await.expect("PostgreSQL");
    connection.execute(AssertSqlSafe(sql)).await.expect("a database");
    connection.close().await.expect("a closed connection");
}

/// Removed when the story ends.
#[derive(Debug)]
pub struct Folder(PathBuf);

impl Folder {
    fn new() -> Folder {
        let path = std::env::temp_dir().join(format!("maillage-story-{}", Uuid::new_v4()));
        std::fs::create_dir_all(&path).expect("a folder");
        Folder(path)
    }

    fn store(&self) -> PathBuf {
        self.0.join("store.db")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A folder left behind in the temporary place harms nobody.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
