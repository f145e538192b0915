//! How many entries each commune has, by lever: read from the store once in a while, since no one
//! needs such numbers to the second.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use jiff::{SignedDuration, Timestamp};
use platform::app::App;
use platform::db::{Db, DbError};
use platform::web::Nope;

use crate::gazetteer::{Commune, Gazetteer};
use crate::resource::{self, Resource};
use crate::stored;
use crate::vocabulary::{Category, Coded, Lever};

/// Rows read at a time.
const PAGE: i64 = 2_000;
/// A census is taken again after so many times what it took, when something has changed: at once in
/// a small directory, some minutes later in a country's, where it reads for seconds.
const REST: i32 = 100;

/// The last census, kept by the application.
#[derive(Debug, Default)]
pub(crate) struct Register {
    last: RwLock<Option<Arc<Census>>>,
    /// Who takes one, so that a crowd does not.
    taking: tokio::sync::Mutex<()>,
}

#[derive(Debug)]
pub(super) struct Census {
    by_commune: HashMap<&'static str, Tally>,
    pub(super) taken_at: Timestamp,
    took: SignedDuration,
    version: i64,
}

/// Numbers of entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) all: usize,
    levers: HashMap<Lever, usize>,
    themes: HashMap<Category, usize>,
}

impl Tally {
    pub(super) fn of_lever(&self, lever: Lever) -> usize {
        self.levers.get(&lever).copied().unwrap_or(0)
    }

    pub(super) fn of_theme(&self, category: Category) -> usize {
        self.themes.get(&category).copied().unwrap_or(0)
    }

    fn add(&mut self, resource: &Resource) {
        self.all += 1;
        for lever in Lever::all().filter(|lever| resource.ties.levers.contains(lever)) {
            *self.levers.entry(lever).or_default() += 1;
        }
        let is_about =
            |category: &Category| resource.themes.iter().any(|theme| theme.category() == *category);
        for category in Category::all().filter(is_about) {
            *self.themes.entry(category).or_default() += 1;
        }
    }

    fn merge(&mut self, other: &Tally) {
        self.all += other.all;
        for (lever, count) in &other.levers {
            *self.levers.entry(*lever).or_default() += count;
        }
        for (category, count) in &other.themes {
            *self.themes.entry(*category).or_default() += count;
        }
    }
}

impl Census {
    /// The sum over some communes.
    pub(super) fn of<'c>(&self, communes: impl Iterator<Item = &'c Commune>) -> Tally {
        let mut sum = Tally::default();
        for tally in communes.filter_map(|commune| self.by_commune.get(commune.code.as_str())) {
            sum.merge(tally);
        }
        sum
    }
}

/// The last census, or a new one when it has aged and something has changed.
///
/// # Errors
/// [`Nope::Store`], or [`Nope::Broken`] when the application was not [prepared](crate::prepare).
pub(super) async fn current(app: &App) -> Result<Arc<Census>, Nope> {
    let register = app.part::<Register>();
    let register = register.ok_or_else(|| Nope::Broken("no register in this application".to_owned()))?;
    let _alone = register.taking.lock().await;
    let last = register.last.read().unwrap_or_else(PoisonError::into_inner).clone();
    let now = app.wall().now();
    if let Some(last) = last {
        let is_rested = now.duration_since(last.taken_at) >= last.took * REST;
        if !is_rested || stored::version(&mut app.db().read().await?).await? == last.version {
            return Ok(last);
        }
    }
    let census = Arc::new(taken(app, now).await?);
    *register.last.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&census));
    Ok(census)
}

async fn taken(app: &App, now: Timestamp) -> Result<Census, DbError> {
    let (by_commune, version) = counted(app.db()).await?;
    let took = app.wall().now().duration_since(now);
    Ok(Census { by_commune, taken_at: now, took, version })
}

async fn counted(db: &Db) -> Result<(HashMap<&'static str, Tally>, i64), DbError> {
    let mut tx = db.read().await?;
    let version = stored::version(&mut tx).await?;
    let mut by_commune: HashMap<&'static str, Tally> = HashMap::new();
    let mut last = String::new();
    loop {
        let rows = resource::page_after(&mut tx, &last, PAGE).await?;
        let Some(end) = rows.last() else { return Ok((by_commune, version)) };
        last.clone_from(&end.id);
        for row in &rows {
            let resource = row.read()?;
            let commune = resource.place.commune.as_ref().and_then(|code| Gazetteer::load().current(code));
            if let Some(commune) = commune {
                by_commune.entry(commune.code.as_str()).or_default().add(&resource);
            }
        }
    }
}
