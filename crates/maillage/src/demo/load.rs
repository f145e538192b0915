//! Starting a demonstration: in its folder as it was left, or from its first morning.

use jiff::SignedDuration;
use kernel::Clock;
use platform::app::{App, Settings};
use platform::db::{Db, DbError, Tx};

use super::folder::Folder;
use super::{accounts, present, sql};
use crate::{Failure, wiring};

/// How long before the first morning accounts were opened: before the story's six months.
const OPENED_BEFORE: SignedDuration = SignedDuration::from_hours(24 * 200);

/// The demonstration of a folder; made the first time, and whenever it is to be `fresh`.
///
/// # Errors
/// [`Failure::NotADemonstration`] when the folder's store holds other data; nothing is touched.
pub async fn open(folder: &Folder, public_url: String, fresh: bool) -> Result<App, Failure> {
    if fresh && folder.has_store() {
        forget(folder).await?;
    }
    let settings =
        Settings { mail_from: "Maillage <maillage@demo.example>".to_owned(), public_url, demo: true };
    let db = Db::open(&folder.url()).await?;
    let app = match wiring::build(db, Clock::shifted(0), settings).await {
        Err(Failure::Store(DbError::Migration(_))) => {
            return Err(Failure::DemoOfAnotherVersion(folder.path().to_owned()));
        }
        built => built?,
    };
    let mut tx = app.db().begin().await?;
    if sql::shift(&mut tx).await?.is_none() {
        if sql::has_accounts(&mut tx).await? {
            return Err(Failure::NotADemonstration(folder.path().to_owned()));
        }
        make(&mut tx, &app).await?;
        tx.commit().await?;
    } else {
        drop(tx);
        present::catch_up(&app).await?;
    }
    Ok(app)
}

/// Everything the first morning finds there, in one transaction: an interrupted start leaves
/// nothing behind.
async fn make(tx: &mut Tx, app: &App) -> Result<(), Failure> {
    present::begin(tx, app).await?;
    accounts::load(tx, app.clock().now() - OPENED_BEFORE).await
}

async fn forget(folder: &Folder) -> Result<(), Failure> {
    let db = Db::open(&folder.url()).await?;
    let is_ours = is_ours(&db).await;
    db.close().await;
    if is_ours { folder.empty() } else { Err(Failure::NotADemonstration(folder.path().to_owned())) }
}

/// A store without the table of settings is not ours either.
async fn is_ours(db: &Db) -> bool {
    match db.read().await {
        Ok(mut tx) => present::is_demonstration(&mut tx).await.unwrap_or(false),
        Err(_) => false,
    }
}
