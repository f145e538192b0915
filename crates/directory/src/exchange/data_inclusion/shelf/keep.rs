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

/// A hit, its number in the view that found it, and what it is answered with.
#[derive(Debug, PartialEq)]
pub(in super::super) struct Answered {
    pub(in super::super) number: u32,
    pub(in super::super) hit: Hit,
    pub(in super::super) answer: Prepared,
}

/// What each hit of this view is answered with, in their order; one that has left the directory in
/// between is left out.
///
/// # Errors
/// [`Nope::Store`] of the store or of a row that cannot be.
pub(in super::super) async fn prepared(
    app: &App,
    view: &Arc<View>,
    hits: Vec<(u32, Hit)>,
) -> Result<Vec<Answered>, Nope> {
    let mut shelved = match shelf_of(app, view) {
        None => HashMap::new(),
        Some(shelf) => {
            let places = hits.iter().filter_map(|(number, _)| view.place_of(*number)).collect();
            from_shelf(shelf, places).await?
        }
    };
    let hits: Vec<_> = hits.into_iter().map(|(number, hit)| (number, hit, shelved.remove(&number))).collect();
    let missing: Vec<&str> =
        hits.iter().filter(|(.., found)| found.is_none()).map(|(_, hit, _)| hit.id.as_str()).collect();
    let mut stored = from_store(app.db(), &missing).await?;
    let answered = hits.into_iter().filter_map(|(number, hit, found)| {
        let answer = found.or_else(|| stored.remove(&hit.id))?;
        Some(Answered { number, hit, answer })
    });
    Ok(answered.collect())
}

/// Looks for the answers of a view's index, or begins to prepare them.
pub(crate) fn warm_up(app: &App, view: &Arc<View>) {
    shelf_of(app, view);
}

fn shelf_of(app: &App, view: &Arc<View>) -> Option<Arc<Shelf>> {
    app.part::<Shelves>()?.current(app.db(), view)
}

/// Most lie in memory, where the system keeps what was read lately; when the disk must be waited for,
/// it is not among the requests.
async fn from_shelf(shelf: Arc<Shelf>, places: Vec<u32>) -> Result<HashMap<u32, Prepared>, Nope> {
    let read = |place: u32, text: Option<Vec<u8>>| Some((place, Prepared::from_shelf(text?)?));
    let mut found: HashMap<u32, Prepared> =
        places.iter().filter_map(|place| read(*place, shelf.read_at_once(*place))).collect();
    if found.len() < places.len() {
        let rest: Vec<u32> = places.into_iter().filter(|place| !found.contains_key(place)).collect();
        let wait = tokio::task::spawn_blocking(move || {
            rest.into_iter().filter_map(|place| read(place, shelf.read(place))).collect::<Vec<_>>()
        });
        found.extend(wait.await.map_err(|error| Nope::Broken(error.to_string()))?);
    }
    Ok(found)
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
