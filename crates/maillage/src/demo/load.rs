//! Starting a demonstration: in its folder as it was left, or from its first morning.

use jiff::SignedDuration;
use kernel::Clock;
use platform::app::{App, Settings};
use platform::db::{Db, DbError};

use super::folder::Folder;
use super::{accounts, present, sql, story};
use crate::{Failure, wiring};

/// How long before the first morning accounts were opened: before the story's six months.
const OPENED_BEFORE: SignedDuration = SignedDuration::from_hours(24 * 200);

/// How long before the first morning some organizations confirmed their entries.
const CONFIRMED_BEFORE: SignedDuration = SignedDuration::from_hours(24 * 6);

/// The demonstration of a folder; made the first time, and whenever it is to be `fresh`.
///
/// # Errors
/// [`Failure::NotADemonstration`] when the folder's store holds other data; nothing is touched.
pub async fn open(folder: &Folder, public_url: String, fresh: bool) -> Result<App, Failure> {
    if folder.has_store() && (fresh || is_half_made(folder).await?) {
        forget(folder).await?;
    }
    let settings = Settings {
        mail_from: "Maillage <maillage@demo.example>".to_owned(),
        public_url,
        pictures_from: None,
        anchor_to: None,
        anchor_file: None,
        second_step: Vec::new(),
        visitor_forms: platform::app::USUAL_VISITOR_FORMS,
        kept: platform::kept::Months::default(),
        erased_file: None,
        servers: platform::app::Servers::default(),
        demo: true,
    };
    let db = Db::open(&folder.url()).await?;
    let app = match wiring::build(db, Clock::shifted(0), settings).await {
        Err(Failure::Store(DbError::Migration(_))) => {
            return Err(Failure::DemoOfAnotherVersion(folder.path().to_owned()));
        }
        built => built?,
    };
    if has_begun(&app, folder).await? {
        present::catch_up(&app).await?;
    } else {
        begin(&app).await?;
    }
    Ok(app)
}

/// # Errors
/// [`Failure::NotADemonstration`] when somebody has an account in a store that is not ours.
async fn has_begun(app: &App, folder: &Folder) -> Result<bool, Failure> {
    let mut tx = app.db().read().await?;
    if sql::shift(&mut tx).await?.is_some() {
        return Ok(true);
    }
    if platform::accounts::is_any(&mut tx).await? {
        return Err(Failure::NotADemonstration(folder.path().to_owned()));
    }
    Ok(false)
}

/// Everything the first morning finds there. The shift is kept with the accounts, so that a start
/// interrupted while the story is told leaves a store known to be ours, and half made.
async fn begin(app: &App) -> Result<(), Failure> {
    present::begin(app);
    let now = app.clock().now();
    directory::demo::load(app.db(), now).await?;
    let mut tx = app.db().begin().await?;
    accounts::load(&mut tx, now - OPENED_BEFORE).await?;
    present::keep(&mut tx, app).await?;
    tx.commit().await?;
    story::tell(app, now).await?;
    directory::demo::confirm(app.db(), now - CONFIRMED_BEFORE).await?;
    let mut tx = app.db().begin().await?;
    sql::keep_told(&mut tx).await?;
    Ok(tx.commit().await?)
}

/// Whether a start was interrupted before its story was told to the end.
async fn is_half_made(folder: &Folder) -> Result<bool, Failure> {
    let db = Db::open(&folder.url()).await?;
    let is_half_made = match db.read().await {
        Ok(mut tx) => {
            present::is_demonstration(&mut tx).await.unwrap_or(false) && !sql::is_told(&mut tx).await?
        }
        Err(_) => false,
    };
    db.close().await;
    Ok(is_half_made)
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
