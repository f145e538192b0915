//! A store with something of every kind in it.

use std::path::PathBuf;
use std::sync::LazyLock;

use jiff::Timestamp;
use kernel::contact::Email;
use platform::db::{Db, Engine, Tx, Value, whole};
use platform::outbox::{self, Mail};
use platform::testing::Place;
use sqlx::SqlSafeStr;
use sqlx::migrate::{Migration, MigrationType, Migrator};
use uuid::Uuid;

/// Values at their limits, rows that name one another and rows of a later table, and a key of two texts.
const LIMITS: &str = "
    CREATE TABLE limits (
        id UUID PRIMARY KEY, number BIGINT, words TEXT, yes BOOLEAN, next UUID REFERENCES limits (id)
    );
    CREATE TABLE ahead (id UUID PRIMARY KEY, limits_id UUID NOT NULL REFERENCES limits (id));
    CREATE TABLE keyless (one BIGINT, other TEXT);
    CREATE TABLE pair (one TEXT, other TEXT, many BIGINT NOT NULL, PRIMARY KEY (other, one));
    INSERT INTO pair (one, other, many) VALUES ('what a migration', 'puts there', 1)";
/// What a later program makes of it.
const LATER: &str = "
    ALTER TABLE limits ADD COLUMN length BIGINT NOT NULL DEFAULT 7;
    UPDATE limits SET length = 0 WHERE words = ''";

static NOW_KNOWN: LazyLock<Migrator> = LazyLock::new(|| Migrator::with_migrations(vec![limits()]));
static LATER_KNOWN: LazyLock<Migrator> =
    LazyLock::new(|| Migrator::with_migrations(vec![limits(), migration(9001, LATER)]));

fn limits() -> Migration {
    migration(9000, LIMITS)
}

fn migration(version: i64, sql: &'static str) -> Migration {
    Migration::new(version, "test".into(), MigrationType::Simple, sql.into_sql_str(), false)
}

/// The tables of the program of these stories.
pub(super) fn folders() -> [&'static Migrator; 2] {
    [&platform::MIGRATIONS, &NOW_KNOWN]
}

/// Those of a later one.
pub(super) fn later_folders() -> [&'static Migrator; 2] {
    [&platform::MIGRATIONS, &LATER_KNOWN]
}

pub(super) fn now() -> Timestamp {
    "2026-01-13T08:00:00Z".parse().unwrap()
}

/// A store of a story.
pub(super) struct Store {
    pub(super) db: Db,
    place: Place,
}

impl Store {
    pub(super) async fn empty(engine: Engine) -> Store {
        let place = Place::on(engine).await;
        Store { db: Db::open(&place.url()).await.unwrap(), place }
    }

    /// With something of every kind in it.
    pub(super) async fn filled(engine: Engine) -> Store {
        let store = Store::empty(engine).await;
        store.db.migrate(&folders()).await.unwrap();
        let mut tx = store.db.begin().await.unwrap();
        limits_of_kinds(&mut tx).await;
        let to = Email::parse("accueil@chorale.test").unwrap();
        let mail = Mail { to, subject: "Une demande".to_owned(), body: "Ligne\nligne".to_owned() };
        outbox::put(&mut tx, &mail, now()).await.unwrap();
        tx.commit().await.unwrap();
        store
    }

    pub(super) async fn says(&self) -> String {
        whole::fingerprint(&mut self.db.read().await.unwrap(), |_| true).await.unwrap()
    }

    pub(super) async fn says_in(&self, tx: &mut Tx) -> String {
        whole::fingerprint(tx, |_| true).await.unwrap()
    }

    pub(super) async fn run(&self, sql: &'static str, values: &[Value]) {
        let mut tx = self.db.begin().await.unwrap();
        tx.run(sql, values).await.unwrap();
        tx.commit().await.unwrap();
    }

    pub(super) async fn count(&self, sql: &'static str) -> i64 {
        self.db.read().await.unwrap().one::<(i64,)>(sql, &[]).await.unwrap().0
    }

    pub(super) async fn end(self) {
        self.db.close().await;
        self.place.remove().await;
    }
}

async fn limits_of_kinds(tx: &mut Tx) {
    let row = "INSERT INTO limits (id, number, words, yes, next) VALUES ($1, $2, $3, $4, $5)";
    let id = |number: u128| Uuid::from_u128(number);
    let rows: [[Value; 5]; 4] = [
        [id(u128::MAX).into(), i64::MAX.into(), "".into(), true.into(), None::<Uuid>.into()],
        // The lowest key names the highest, which comes after it.
        [id(0).into(), i64::MIN.into(), None::<String>.into(), false.into(), id(u128::MAX).into()],
        [
            id(1).into(),
            None::<i64>.into(),
            "é 👩‍🦰\n\t\r\"'\\ \u{feff}".into(),
            None::<bool>.into(),
            id(1).into(),
        ],
        [id(2).into(), 0.into(), "x".repeat(100_000).into(), true.into(), id(0).into()],
    ];
    for values in rows {
        tx.run(row, &values).await.unwrap();
    }
    let ahead = "INSERT INTO ahead (id, limits_id) VALUES ($1, $2)";
    tx.run(ahead, &[id(1).into(), id(2).into()]).await.unwrap();
    let keyless = "INSERT INTO keyless (one, other) VALUES ($1, $2), ($1, $2), ($1, NULL)";
    tx.run(keyless, &[1.into(), "twice the same".into()]).await.unwrap();
    let pair = "INSERT INTO pair (one, other, many) VALUES ($1, $2, $3)";
    for (at, (one, other)) in
        [("a", "É"), ("B", "é"), ("_", "Z"), ("", "z"), ("a-b", "a b"), ("ab", "")].into_iter().enumerate()
    {
        tx.run(pair, &[one.into(), other.into(), i64::try_from(at).unwrap().into()]).await.unwrap();
    }
}

/// A folder of a story, removed when it ends.
pub(super) struct Folder(pub(super) PathBuf);

impl Folder {
    pub(super) fn new() -> Folder {
        let path = std::env::temp_dir().join(format!("maillage-backup-{}", Uuid::new_v4()));
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub(super) fn parts(&self, name: &str) -> Vec<Vec<u8>> {
        parts(&std::fs::read(self.file(name)).unwrap())
    }

    pub(super) fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(&self.0).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

/// The parts of a backup, and the digest at its end.
pub(super) fn parts(whole: &[u8]) -> Vec<Vec<u8>> {
    let mut rest = &whole[whole.iter().position(|byte| *byte == b'\n').unwrap() + 1..];
    let mut parts = Vec::new();
    while rest.len() > 32 {
        let length = 9 + usize::try_from(u32::from_be_bytes(rest[1..5].try_into().unwrap())).unwrap();
        parts.push(rest[..length].to_vec());
        rest = &rest[length..];
    }
    parts
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
