use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use platform::app::App;
use platform::db::Db;
use platform::web::Nope;

use super::file::Shelf;
use super::making::{Unmade, make, with_organizations};
use super::prepared::Prepared;
use crate::finder::{Hit, View};
use crate::resource::{self, ResourceId};

/// Entries from which on a shelf is worth its room on the disk.
const WORTH_SHELVING: usize = 5_000;

/// The shelf of the index this server finds in.
#[derive(Debug)]
pub(crate) struct Shelves {
    path: PathBuf,
    /// With the mark of its index; without a shelf where none could be made.
    held: RwLock<Option<(String, Option<Arc<Shelf>>)>>,
    is_making: AtomicBool,
}

/// What each hit is answered with, in their order; one that has left the directory in between is
/// left out.
///
/// # Errors
/// [`Nope::Store`] of the store or of a row that cannot be.
pub(in super::super) async fn prepared(
    app: &App,
    view: &Arc<View>,
    hits: Vec<Hit>,
) -> Result<Vec<(Hit, Prepared)>, Nope> {
    let (hits, found) = match shelf_of(app, view) {
        None => (hits, Vec::new()),
        Some(shelf) => {
            let view = Arc::clone(view);
            // The disk may have to be waited for: not among the requests.
            let read = tokio::task::spawn_blocking(move || {
                let found = hits.iter().map(|hit| from(&shelf, view.place(&hit.id)?)).collect();
                (hits, found)
            });
            read.await.map_err(|error| Nope::Broken(error.to_string()))?
        }
    };
    let mut found = found.into_iter();
    let pairs: Vec<(Hit, Option<Prepared>)> =
        hits.into_iter().map(|hit| (hit, found.next().flatten())).collect();
    let missing: Vec<&str> =
        pairs.iter().filter(|(_, found)| found.is_none()).map(|(hit, _)| hit.id.as_str()).collect();
    let mut stored = from_store(app.db(), &missing).await?;
    let pairs = pairs.into_iter().filter_map(|(hit, found)| {
        let found = found.or_else(|| stored.remove(&hit.id))?;
        Some((hit, found))
    });
    Ok(pairs.collect())
}

/// Looks for the answers of a view's index, or begins to prepare them.
pub(crate) fn warm_up(app: &App, view: &Arc<View>) {
    shelf_of(app, view);
}

fn shelf_of(app: &App, view: &Arc<View>) -> Option<Arc<Shelf>> {
    app.part::<Shelves>()?.current(app.db(), view)
}

fn from(shelf: &Shelf, place: u32) -> Option<Prepared> {
    Prepared::from_shelf(shelf.read(place)?)
}

async fn from_store(db: &Db, ids: &[&str]) -> Result<HashMap<ResourceId, Prepared>, Nope> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let mut tx = db.read().await?;
    let rows = resource::with_ids(&mut tx, ids).await?;
    let pairs = with_organizations(&mut tx, &rows).await?;
    let prepare = |(resource, organization): &(resource::Resource, Arc<_>)| {
        let prepared =
            Prepared::of(resource, organization).map_err(|error| Nope::Broken(error.to_string()))?;
        Ok((resource.id.clone(), prepared))
    };
    pairs.iter().map(prepare).collect()
}

impl Shelves {
    /// Kept in that file.
    pub(crate) fn in_file(path: PathBuf) -> Shelves {
        Shelves { path, held: RwLock::default(), is_making: AtomicBool::new(false) }
    }

    /// The shelf of a view's index; while there is none yet, it is being looked for or made.
    fn current(self: &Arc<Shelves>, db: &Db, view: &Arc<View>) -> Option<Arc<Shelf>> {
        if let Some((mark, shelf)) = &*self.held.read().unwrap_or_else(PoisonError::into_inner)
            && mark == view.mark()
        {
            return shelf.clone();
        }
        if view.places() >= WORTH_SHELVING && !self.is_making.swap(true, Ordering::AcqRel) {
            tokio::spawn(Arc::clone(self).bring(db.clone(), Arc::clone(view)));
        }
        None
    }

    pub(super) async fn bring(self: Arc<Shelves>, db: Db, view: Arc<View>) {
        if let Err(error) = self.found_or_made(&db, &view).await {
            tracing::warn!(%error, "answers could not be prepared; they are made from the store");
            // A full disk is not tried again at every request: the next index will.
            self.hold(&view, None);
        }
        self.is_making.store(false, Ordering::Release);
    }

    /// That of this index, from the last run if it is there.
    pub(super) async fn found_or_made(&self, db: &Db, view: &Arc<View>) -> Result<(), Unmade> {
        if self.open(view).await.is_err() {
            make(db, view, &self.path).await?;
            self.open(view).await?;
        }
        Ok(())
    }

    async fn open(&self, view: &Arc<View>) -> Result<(), Unmade> {
        let (path, of) = (self.path.clone(), Arc::clone(view));
        let shelf = tokio::task::spawn_blocking(move || Shelf::open(&path, of.mark())).await??;
        self.hold(view, Some(Arc::new(shelf)));
        Ok(())
    }

    #[cfg(test)]
    pub(super) fn is_given_up(&self, view: &View) -> bool {
        let held = self.held.read().unwrap_or_else(PoisonError::into_inner);
        matches!(&*held, Some((mark, None)) if mark == view.mark())
    }

    fn hold(&self, view: &View, shelf: Option<Arc<Shelf>>) {
        let held = (view.mark().to_owned(), shelf);
        *self.held.write().unwrap_or_else(PoisonError::into_inner) = Some(held);
    }
}
