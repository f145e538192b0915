use std::sync::{Arc, PoisonError, RwLock};

use platform::app::App;
use platform::db::{Db, DbError, Tx};
use platform::web::Nope;

use super::snapshot::Snapshot;
use crate::gazetteer::Gazetteer;
use crate::organization::OrganizationRow;
use crate::resource::ResourceRow;
use crate::{organization, resource, stored};

/// The snapshot in memory, read again when the store's version has changed.
#[derive(Debug, Default)]
pub struct Finder {
    held: RwLock<Option<Held>>,
    /// Who reads the whole directory, so that a crowd does not.
    reading: tokio::sync::Mutex<()>,
}

#[derive(Clone, Debug)]
struct Held {
    version: i64,
    snapshot: Arc<Snapshot>,
}

impl Finder {
    /// The directory as it is now. Costs one small query; the whole directory is read after a
    /// change only.
    ///
    /// # Errors
    /// [`SnapshotError`] of the store, or of a row that cannot be.
    pub async fn snapshot(&self, db: &Db) -> Result<Arc<Snapshot>, SnapshotError> {
        if let Some(snapshot) = self.held_at(stored::version(&mut db.read().await?).await?) {
            return Ok(snapshot);
        }
        let _alone = self.reading.lock().await;
        let mut tx = db.read().await?;
        let version = stored::version(&mut tx).await?;
        if let Some(snapshot) = self.held_at(version) {
            return Ok(snapshot);
        }
        let snapshot = Arc::new(read(&mut tx).await?);
        let held = Held { version, snapshot: Arc::clone(&snapshot) };
        *self.held.write().unwrap_or_else(PoisonError::into_inner) = Some(held);
        Ok(snapshot)
    }

    fn held_at(&self, version: i64) -> Option<Arc<Snapshot>> {
        let held = self.held.read().unwrap_or_else(PoisonError::into_inner);
        held.as_ref().filter(|held| held.version == version).map(|held| Arc::clone(&held.snapshot))
    }
}

/// Why there is no picture of the directory.
#[derive(Debug, thiserror::Error)]
pub enum SnapshotError {
    #[error(transparent)]
    Store(#[from] DbError),
    /// The application is stopping, or the reading panicked.
    #[error(transparent)]
    Stopped(#[from] tokio::task::JoinError),
}

impl From<SnapshotError> for Nope {
    fn from(error: SnapshotError) -> Nope {
        match error {
            SnapshotError::Store(error) => Nope::Store(error),
            SnapshotError::Stopped(error) => Nope::Broken(error.to_string()),
        }
    }
}

/// The directory as this application serves it now.
///
/// # Errors
/// [`Nope::Store`], or [`Nope::Broken`] when the application was not [prepared](crate::prepare).
pub async fn current(app: &App) -> Result<Arc<Snapshot>, Nope> {
    let finder =
        app.part::<Finder>().ok_or_else(|| Nope::Broken("no finder in this application".to_owned()))?;
    Ok(finder.snapshot(app.db()).await?)
}

async fn read(tx: &mut Tx) -> Result<Snapshot, SnapshotError> {
    let organizations = organization::present_rows(tx).await?;
    let resources = resource::present_rows(tx).await?;
    // A second of work for a whole country's directory: not among the requests being answered.
    tokio::task::spawn_blocking(move || build(&organizations, &resources)).await?
}

fn build(organizations: &[OrganizationRow], resources: &[ResourceRow]) -> Result<Snapshot, SnapshotError> {
    let organizations = organizations.iter().map(OrganizationRow::read).collect::<Result<_, _>>()?;
    let resources = resources.iter().map(ResourceRow::read).collect::<Result<_, _>>()?;
    let centre_of = |code: &_| Gazetteer::load().current(code).and_then(|commune| commune.centre);
    Ok(Snapshot::new(organizations, resources, centre_of))
}
