use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use platform::app::App;
use platform::web::Nope;

use super::cloud::Cloud;
use crate::finder::{self, Query, View};

/// Questions whose answers are kept: a map asks for a dozen tiles of one.
const MOST: usize = 16;
/// Places kept of all of them, some thirty bytes each.
const MOST_PLACES: usize = 2_000_000;

/// Clouds asked for lately, the last one first.
#[derive(Debug, Default)]
pub(crate) struct Clouds {
    kept: Mutex<VecDeque<Kept>>,
    /// Who makes one, so that the tiles of one map do not each.
    making: tokio::sync::Mutex<()>,
}

#[derive(Debug)]
struct Kept {
    query: Query,
    view: Arc<View>,
    cloud: Arc<Cloud>,
}

/// Everything that answers a question, whatever its page, in the directory as it is now.
///
/// # Errors
/// Those of [`finder::current`].
pub(super) async fn cloud_of(app: &App, query: Query) -> Result<(Arc<View>, Arc<Cloud>), Nope> {
    let view = finder::current(app).await?;
    let query = Query { page: finder::Page::default(), ..query };
    let clouds = app.part::<Clouds>().ok_or_else(|| Nope::Broken("no map in this application".to_owned()))?;
    if let Some(cloud) = clouds.known(&query, &view) {
        return Ok((view, cloud));
    }
    let _alone = clouds.making.lock().await;
    if let Some(cloud) = clouds.known(&query, &view) {
        return Ok((view, cloud));
    }
    let (asked, of) = (query.clone(), Arc::clone(&view));
    let made = tokio::task::spawn_blocking(move || Cloud::of(&of.drawn(&asked))).await;
    let cloud = Arc::new(made.map_err(|error| Nope::Broken(error.to_string()))?);
    clouds.keep(Kept { query, view: Arc::clone(&view), cloud: Arc::clone(&cloud) });
    Ok((view, cloud))
}

/// Where everything that answers lies: west, south, east and north, in degrees; nothing when none of
/// it lies anywhere.
///
/// # Errors
/// Those of [`finder::current`].
pub(crate) async fn bounds(app: &App, query: Query) -> Result<Option<String>, Nope> {
    let (_, cloud) = cloud_of(app, query).await?;
    Ok(cloud.bounds().map(|bounds| bounds.map(|degrees| format!("{degrees:.5}")).join(",")))
}

impl Clouds {
    fn known(&self, query: &Query, view: &Arc<View>) -> Option<Arc<Cloud>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let found = kept.iter().find(|kept| Arc::ptr_eq(&kept.view, view) && kept.query == *query);
        found.map(|kept| Arc::clone(&kept.cloud))
    }

    fn keep(&self, new: Kept) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        // What is of an earlier directory is never asked for again.
        kept.retain(|old| Arc::ptr_eq(&old.view, &new.view));
        kept.push_front(new);
        let mut places = 0;
        kept.retain(|kept| {
            places += kept.cloud.len();
            places <= MOST_PLACES
        });
        kept.truncate(MOST);
    }
}
