//! The directory of a territory: who is there, what one can join, where, and how to find it.
//!
//! Reading order: the closed lists entries are described with ([`vocabulary`]), who offers
//! ([`organization`]) and what is offered ([`resource`]), how files come in and go out
//! ([`exchange`]) and how somebody brings one ([`incoming`]), what is listed twice ([`duplicate`]) or said to be wrong ([`report`]), how one
//! looks ([`finder`]), and a territory on one page (`territory`).

use std::path::PathBuf;

use axum::Router;
use platform::app::{App, Module};
use platform::web::Ui;
use platform::web::navigation::Menu;

pub mod address;
pub mod contact;
pub mod demo;
pub mod duplicate;
pub mod exchange;
mod facts;
pub mod finder;
pub mod gazetteer;
pub mod incoming;
mod json;
mod map;
pub mod organization;
mod pace;
pub mod place;
pub mod report;
pub mod resource;
pub mod schedule;
mod source_id;
mod stored;
mod territory;
pub mod vocabulary;
pub mod words;

pub use source_id::BadId;
pub use stored::Outcome;

/// This context's tables.
pub static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("./migrations");

/// The directory as pages, and as an interface for other services.
pub fn module() -> Module {
    Module { migrations: &MIGRATIONS, routes, navigation, jobs: &incoming::JOBS }
}

fn routes() -> Router<App> {
    finder::routes()
        .merge(resource::routes())
        .merge(organization::routes())
        .merge(duplicate::routes())
        .merge(report::routes())
        .merge(territory::routes())
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
    app.with_part(finder::Finder::default())
        .with_part(pace::Pace::default())
        .with_part(territory::Register::default())
}

/// The same, with the finder's index kept in a file between two runs.
pub fn prepare_saving(app: App, index: PathBuf) -> App {
    app.with_part(finder::Finder::saved_in(index)).with_part(pace::Pace::default())
}
