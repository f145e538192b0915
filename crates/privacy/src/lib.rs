//! What whoever answers for data must be able to show, made from what the program does: the register
//! of processing, the impact assessment, and what the persons themselves are told.
//!
//! Reading order: [`controller`] (who answers, said by the team's administrator), [`register`] (GDPR,
//! article 30), [`impact`] (article 35), [`notice`] (articles 13 and 14). They share `figures` (how
//! long, from the constants themselves), `measures` and `outside` (from the settings).
//!
//! What is held is said by each context beside its tables ([`platform::held`]) and read here; nothing
//! of it is written a second time.
//!
//! Direction: above the other contexts, so that none can forget to be told of; shows nobody's file.

pub mod controller;
mod figures;
mod held;
pub mod impact;
mod lacks;
mod lines;
mod measures;
pub mod notice;
mod outside;
pub mod register;
mod shared;
mod spoken;
#[cfg(test)]
mod testing;
mod whose;
pub mod words;

use kernel::role::Permission;
use platform::app::Module;
use platform::web::Ui;
use platform::web::navigation::Menu;
use platform::web::routes::Routes;

/// This context's tables.
pub static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("./migrations");

/// Its pages.
pub fn module() -> Module {
    Module { migrations: &MIGRATIONS, routes, navigation, jobs: &[], daily: &[], held: held::held }
}

fn routes() -> Routes {
    register::routes().merge(controller::routes()).merge(impact::routes()).merge(notice::routes())
}

fn navigation(ui: &Ui, menu: &mut Menu) {
    let w = words::words(ui.lang);
    if ui.may(Permission::AnswerForData) {
        menu.add(85, register::HOME, w.menu_data());
    }
    menu.add_at_foot(notice::HOME, w.foot_notice());
}
