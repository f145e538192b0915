//! Which bounded contexts make the application, in the order of their tables.

use kernel::Clock;
use platform::app::{App, AppBuilder, Module, Settings};
use platform::db::Db;
use platform::oidc::Federation;
use sqlx::migrate::Migrator;

use crate::{Failure, demo, home};

/// For modules of pages only.
pub(crate) static NO_TABLES: Migrator = Migrator::DEFAULT;

/// Every context a real installation has.
pub fn modules() -> Vec<Module> {
    vec![
        platform::module(),
        directory::module(),
        care::module(),
        observatory::module(),
        privacy::module(),
        home::module(),
    ]
}

/// The same with the demonstration's own pages.
pub fn demo_modules() -> Vec<Module> {
    let mut modules = modules();
    modules.push(demo::module());
    modules
}

/// The tables of all of them.
pub fn folders() -> Vec<&'static Migrator> {
    modules().iter().map(|module| module.migrations).collect()
}

/// Tables brought up to date, and what contexts keep in memory made.
///
/// # Errors
/// [`Failure::Store`] when a migration fails or the store cannot be written.
pub async fn build(db: Db, clock: Clock, settings: Settings) -> Result<App, Failure> {
    let modules = if settings.demo { demo_modules() } else { modules() };
    let wall = Clock::System;
    let app = AppBuilder { db, clock, wall, settings, modules }.build().await?;
    Ok(with_press(directory::prepare(app)))
}

/// Pages offer paper where this program can set it.
#[cfg(feature = "pdf")]
fn with_press(app: App) -> App {
    app.with_part(platform::paper::Printer::new(paper::Typst))
}

#[cfg(not(feature = "pdf"))]
fn with_press(app: App) -> App {
    app
}

/// An installation, opened by its server or by a command beside it.
///
/// # Errors
/// [`Failure::OnlyADemonstration`] for a demonstration's store, and what opening the store says.
pub async fn open_installation(settings: &crate::settings::Settings) -> Result<App, Failure> {
    let db = Db::open(&settings.store).await?;
    let db = match &settings.report_store {
        Some(copy) => db.with_replica(copy)?,
        None => db,
    };
    let app = build(db, Clock::System, settings.of_app()).await?;
    let app = match &settings.index {
        Some(file) => directory::prepare_saving(app, file.clone()),
        None => app,
    };
    let app = match settings.backdrop.clone() {
        Some(backdrop) => app.with_part(backdrop),
        None => app,
    };
    let app = app.with_part(Federation::new(settings.providers.clone()));
    if demo::is_demonstration(&mut app.db().read().await?).await? {
        return Err(Failure::OnlyADemonstration);
    }
    Ok(app)
}

/// Reads the directory while nobody waits for it yet.
pub fn warm_up(app: App) {
    tokio::spawn(async move {
        if let Err(error) = directory::warm_up(&app).await {
            tracing::error!(%error, "the directory cannot be read");
        }
    });
}
