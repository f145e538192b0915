use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use jiff::{SignedDuration, Timestamp};
use kernel::rng::SecretError;
use platform::app::App;
use platform::db::{Db, DbError, Tx};
use platform::web::Nope;

use super::index::{Builder, Index, Saved, load, save};
use super::saved_index;
use super::view::{NoIndex, View};
use crate::resource::{self, ResourceId, ResourceRow};
use crate::stored;

/// What this server knows of others' writings is at most this old.
const PATIENCE: SignedDuration = SignedDuration::from_secs(1);
/// Changes beside the large index beyond which it is made again, behind the requests.
const MOST_BESIDE: usize = 2_000;
/// Changes read while requests wait; beyond, they are answered from before until all is read.
const MOST_AT_ONCE: i64 = 20_000;
/// Entries from which on an index takes longer to make than to read back.
const WORTH_SAVING: usize = 5_000;
/// Rows read at a time while an index is made.
const PAGE: i64 = 2_000;

/// The directory in memory, kept in step with the store: our own changes are seen at once, those
/// of other servers within a second.
#[derive(Debug, Default)]
pub struct Finder {
    held: RwLock<Option<Held>>,
    /// Who reads changes, so that a crowd does not.
    reading: tokio::sync::Mutex<()>,
    /// Whether the large index is being made again.
    remaking: AtomicBool,
    /// Where it is saved for the next start.
    file: Option<PathBuf>,
}

#[derive(Clone, Debug)]
struct Held {
    view: Arc<View>,
    version: i64,
    /// Of [`Db::commits`], before the version was read.
    commits: u64,
    checked_at: Timestamp,
}

/// Why there is no picture of the directory.
#[derive(Debug, thiserror::Error)]
pub enum ViewError {
    #[error(transparent)]
    Store(#[from] DbError),
    #[error(transparent)]
    NoIndex(#[from] NoIndex),
    #[error(transparent)]
    Secret(#[from] SecretError),
    /// The application is stopping, or the reading panicked.
    #[error(transparent)]
    Stopped(#[from] tokio::task::JoinError),
}

/// Why an index was not saved.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unsaved {
    #[error(transparent)]
    File(#[from] std::io::Error),
    #[error(transparent)]
    Store(#[from] DbError),
    #[error(transparent)]
    Stopped(#[from] tokio::task::JoinError),
}

impl From<ViewError> for Nope {
    fn from(error: ViewError) -> Nope {
        match error {
            ViewError::Store(error) => Nope::Store(error),
            ViewError::NoIndex(error) => Nope::Broken(error.to_string()),
            ViewError::Secret(error) => Nope::Broken(error.to_string()),
            ViewError::Stopped(error) => Nope::Broken(error.to_string()),
        }
    }
}

/// The directory as this application serves it now.
///
/// # Errors
/// [`Nope::Store`], or [`Nope::Broken`] when the application was not [prepared](crate::prepare).
pub async fn current(app: &App) -> Result<Arc<View>, Nope> {
    let finder =
        app.part::<Finder>().ok_or_else(|| Nope::Broken("no finder in this application".to_owned()))?;
    Ok(finder.view(app.db(), app.wall().now()).await?)
}

impl Finder {
    /// A finder that keeps its index in a file between two runs of the server.
    pub fn saved_in(file: PathBuf) -> Finder {
        Finder { file: Some(file), ..Finder::default() }
    }

    /// The directory as it is now. Costs nothing while nothing is written, one small query after a
    /// commit or a second, and the reading of what has changed after a change.
    ///
    /// # Errors
    /// [`ViewError`] of the store, or of a row that cannot be.
    pub async fn view(self: &Arc<Finder>, db: &Db, now: Timestamp) -> Result<Arc<View>, ViewError> {
        if let Some(view) = self.known(db, now) {
            return Ok(view);
        }
        let _alone = self.reading.lock().await;
        if let Some(view) = self.known(db, now) {
            return Ok(view);
        }
        let commits = db.commits();
        let mut tx = db.read().await?;
        let version = stored::version(&mut tx).await?;
        let held = match self.held() {
            None => self.first(&mut tx, version, now).await?,
            Some(held) => self.caught_up(held, &mut tx, version).await?,
        };
        drop(tx);
        let view = Arc::clone(&held.view);
        let must_remake = view.changes() > MOST_BESIDE || held.version < version;
        let is_first = self.held().is_none();
        let version = held.version;
        self.hold(Held { commits, checked_at: now, ..held });
        if is_first && view.changes() == 0 {
            tokio::spawn(Arc::clone(self).save(db.clone(), Arc::clone(&view), version, now));
        }
        if must_remake && !self.remaking.swap(true, Ordering::AcqRel) {
            tokio::spawn(Arc::clone(self).remake(db.clone(), now));
        }
        Ok(view)
    }

    /// What is held, if nothing can have changed.
    fn known(&self, db: &Db, now: Timestamp) -> Option<Arc<View>> {
        let held = self.held.read().unwrap_or_else(PoisonError::into_inner);
        let held = held.as_ref()?;
        let age = now.duration_since(held.checked_at);
        let is_recent = SignedDuration::ZERO <= age && age < PATIENCE;
        (is_recent && held.commits == db.commits()).then(|| Arc::clone(&held.view))
    }

    fn held(&self) -> Option<Held> {
        self.held.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn hold(&self, held: Held) {
        *self.held.write().unwrap_or_else(PoisonError::into_inner) = Some(held);
    }

    /// From the file, if it is of this store and not too old, or else from the store.
    async fn first(&self, tx: &mut Tx, version: i64, now: Timestamp) -> Result<Held, ViewError> {
        let read = async |tx: &mut Tx| {
            Ok::<Held, ViewError>(Held {
                view: Arc::new(read_all(tx).await?),
                version,
                commits: 0,
                checked_at: now,
            })
        };
        let Some(saved) = self.loaded().await? else { return read(tx).await };
        let is_ours = saved.version <= version && saved_index::is_known(tx, &saved.mark).await?;
        if !is_ours || resource::count_changed_since(tx, saved.version).await? > MOST_AT_ONCE {
            return read(tx).await;
        }
        let view = Arc::new(View::over(Arc::new(saved.index), &saved.mark)?);
        let held = Held { view, version: saved.version, commits: 0, checked_at: now };
        self.caught_up(held, tx, version).await
    }

    async fn loaded(&self) -> Result<Option<Saved>, ViewError> {
        let Some(file) = self.file.clone() else { return Ok(None) };
        let loaded = tokio::task::spawn_blocking(move || load(&file)).await?;
        match loaded {
            Ok(saved) => Ok(Some(saved)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => {
                tracing::warn!(%error, "the saved index of the directory is not believed; a new one is made");
                Ok(None)
            }
        }
    }

    /// Keeps the large index for the next start. Without it, that start only takes longer.
    async fn save(self: Arc<Finder>, db: Db, view: Arc<View>, version: i64, now: Timestamp) {
        if view.base().count() >= WORTH_SAVING
            && let Err(error) = self.write(&db, view, version, now).await
        {
            tracing::warn!(%error, "the directory's index could not be saved");
        }
    }

    pub(super) async fn write(
        &self,
        db: &Db,
        view: Arc<View>,
        version: i64,
        now: Timestamp,
    ) -> Result<(), Unsaved> {
        let Some(file) = self.file.clone() else { return Ok(()) };
        let mark = view.mark().to_owned();
        tokio::task::spawn_blocking(move || save(&file, view.mark(), version, view.base())).await??;
        let mut tx = db.begin().await?;
        saved_index::note(&mut tx, &mark, version, now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// With what has changed since, unless that is too much to wait for.
    async fn caught_up(&self, held: Held, tx: &mut Tx, version: i64) -> Result<Held, ViewError> {
        if held.version == version || resource::count_changed_since(tx, held.version).await? > MOST_AT_ONCE {
            return Ok(held);
        }
        let rows = resource::changed_since(tx, held.version).await?;
        let view = Arc::clone(&held.view);
        let view = tokio::task::spawn_blocking(move || after(&view, &rows)).await??;
        Ok(Held { view: Arc::new(view), version, ..held })
    }

    /// Makes the large index again and puts it in place; the next request adds what came since.
    async fn remake(self: Arc<Finder>, db: Db, now: Timestamp) {
        match made_again(&db).await {
            Ok((view, version)) => {
                let view = Arc::new(view);
                let alone = self.reading.lock().await;
                // No commit has that number: the next request looks.
                self.hold(Held { view: Arc::clone(&view), version, commits: u64::MAX, checked_at: now });
                drop(alone);
                Arc::clone(&self).save(db, view, version, now).await;
            }
            Err(error) => tracing::error!(%error, "the directory's index could not be made again"),
        }
        self.remaking.store(false, Ordering::Release);
    }
}

async fn made_again(db: &Db) -> Result<(View, i64), ViewError> {
    let mut tx = db.read().await?;
    let version = stored::version(&mut tx).await?;
    Ok((read_all(&mut tx).await?, version))
}

async fn read_all(tx: &mut Tx) -> Result<View, ViewError> {
    let mut builder = Builder::default();
    let mut last = String::new();
    loop {
        let rows = resource::page_after(tx, &last, PAGE).await?;
        let Some(end) = rows.last() else { break };
        last.clone_from(&end.id);
        // Reading and cutting texts is work for a processor: not among the requests.
        builder = tokio::task::spawn_blocking(move || add_all(builder, &rows)).await??;
    }
    let index: Index = tokio::task::spawn_blocking(|| builder.finish()).await?.map_err(NoIndex::from)?;
    Ok(View::over(Arc::new(index), &saved_index::new_mark()?)?)
}

fn add_all(mut builder: Builder, rows: &[ResourceRow]) -> Result<Builder, DbError> {
    for row in rows.iter().filter(|row| row.stands()) {
        builder.add(&row.entry()?);
    }
    Ok(builder)
}

fn after(view: &View, rows: &[ResourceRow]) -> Result<View, ViewError> {
    let change = |row: &ResourceRow| {
        let entry = row.entry()?;
        Ok((entry.resource().id.clone(), row.stands().then_some(entry)))
    };
    let changes: Vec<(ResourceId, Option<_>)> = rows.iter().map(change).collect::<Result<_, DbError>>()?;
    Ok(view.after(changes)?)
}
