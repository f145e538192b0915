//! The directory of a territory: who is there, what one can join, where, and how to find it.
//!
//! Reading order: the closed lists entries are described with ([`vocabulary`]), who offers
//! ([`organization`]) and what is offered ([`resource`]), how files come in and go out
//! ([`exchange`]) and how somebody brings one ([`incoming`]), what is listed twice ([`duplicate`]) or
//! said to be wrong ([`report`]), who says that it is right ([`verification`]) and who is asked
//! (`campaign`), how one looks ([`finder`]), and a territory on one page (`territory`,
//! `neighbourhood`).

use std::path::PathBuf;

use platform::app::{App, Module};
use platform::jobs::JobKind;
use platform::web::navigation::Menu;
use platform::web::routes::Routes;
use platform::web::{Nope, Ui};

pub mod address;
mod campaign;
pub mod contact;
pub mod demo;
pub mod duplicate;
mod etag;
pub mod exchange;
mod facts;
pub mod finder;
pub mod gazetteer;
mod held;
pub mod incoming;
mod json;
mod json_ld;
mod map;
mod neighbourhood;
pub mod organization;
mod pace;
#[cfg(test)]
mod paper_tests;
pub mod place;
pub mod report;
pub mod resource;
pub mod schedule;
mod share;
mod source_id;
mod stored;
mod territory;
#[cfg(test)]
mod testing;
pub mod verification;
pub mod vocabulary;
pub mod weights;
pub mod words;

pub use map::{Area, Backdrop, Sketch};
pub use pace::{PAPER, UnhurriedReader};
pub use source_id::BadId;
pub use stored::Outcome;

/// This context's tables.
pub static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("./migrations");

/// What is done behind the requests.
static JOBS: [JobKind; 3] = {
    let [forgetting, importing] = incoming::JOBS;
    [campaign::LETTERS, forgetting, importing]
};

/// The directory as pages, and as an interface for other services.
pub fn module() -> Module {
    Module { migrations: &MIGRATIONS, routes, navigation, jobs: &JOBS, daily: &[], held: held::held }
}

fn routes() -> Routes {
    finder::routes()
        .merge(resource::routes())
        .merge(organization::routes())
        .merge(duplicate::routes())
        .merge(report::routes())
        .merge(verification::routes())
        .merge(campaign::routes())
        .merge(territory::routes())
        .merge(neighbourhood::routes())
        .merge(map::routes())
        .merge(incoming::routes())
        .merge(exchange::routes())
}

fn navigation(ui: &Ui, menu: &mut Menu) {
    finder::navigation(ui, menu);
    report::navigation(ui, menu);
}

/// Gives the application what this context keeps in memory; to be called before it serves.
pub fn prepare(app: App) -> App {
    with_map(app).with_part(finder::Finder::default()).with_part(pace::Pace::default())
}

/// The same, with what the finder keeps in memory in files between two runs.
pub fn prepare_saving(app: App, index: PathBuf) -> App {
    saving(app, index).with_part(pace::Pace::default())
}

/// The finder's index in a file, the interface's answers in another beside it; nobody is held to a
/// pace.
pub fn saving(app: App, index: PathBuf) -> App {
    let shelves = exchange::data_inclusion::Shelves::in_file(index.with_extension("answers"));
    with_map(app).with_part(finder::Finder::saved_in(index)).with_part(shelves)
}

fn with_map(app: App) -> App {
    app.with_part(map::Clouds::default())
}

/// Reads the directory while nobody waits for it yet.
///
/// # Errors
/// Those of [`finder::current`].
pub async fn warm_up(app: &App) -> Result<(), Nope> {
    let view = finder::current(app).await?;
    exchange::data_inclusion::warm_up(app, &view);
    Ok(())
}
