//! Social prescribing: from a consultation to a sixth participation, with nobody lost between two doors.
//!
//! Reading order follows a person's path: [`screening`] and [`referral`] bring them, [`caseload`]
//! holds their course of support (`details` puts right what is noted of them, `rights` gives them a copy, freezes and erases, `emergency` opens a colleague's, `mass_export` takes a whole team's out), [`assessment`] and [`plan`] learn what matters, [`matching`] and
//! [`connection`] tie them to a place (`fairness` counts whom lists show, `carnet` is what they take along), [`outcome`] looks
//! back, [`cost`] says what it took, [`study`] shows researchers without naming. [`person`] and [`consent`] are used
//! by all; [`figures`] counts without naming.
//!
//! In each folder: `model` and `rules` are pure, `sql` holds every query, `acts` are what people
//! do (one transaction: rule, rows, event, trail, mail), `pages` show them. The demonstration's six
//! months are made through the same acts.
//!
//! Direction: knows `kernel`, `measure`, `platform`, `directory`; cannot see `outreach`, whose
//! register serves another purpose (CASF L121-6-1): that wall is a compile error.

pub mod act;
pub mod assessment;
mod carnet;
pub mod caseload;
pub mod connection;
pub mod consent;
pub mod cost;
mod details;
pub mod emergency;
mod fairness;
pub mod figures;
mod heading;
mod held;
mod instruments;
mod letter;
mod mass_export;
pub mod matching;
pub mod outcome;
#[cfg(test)]
mod paper_tests;
pub mod person;
pub mod plan;
pub mod referral;
pub mod rights;
pub mod screening;
pub mod stale;
pub mod study;
mod takes_two;
#[cfg(test)]
mod testing;
pub mod words;

use platform::jobs::JobKind;
use platform::web::Ui;
use platform::web::navigation::Menu;
use platform::web::routes::Routes;

pub static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("./migrations");

static JOBS: [JobKind; 11] = {
    let [remind, expire, ask_again] = connection::JOBS;
    let [retention, tell_erased] = rights::JOBS;
    let [end] = emergency::JOBS;
    let [safety] = screening::safety::JOBS;
    let [forget] = screening::filling::JOBS;
    let [watch, let_go] = study::JOBS;
    let [refresh] = figures::JOBS;
    [remind, expire, ask_again, retention, tell_erased, end, safety, forget, watch, let_go, refresh]
};

/// Everything a prescriber, a link worker, a coordinator and a person do here.
pub fn module() -> platform::app::Module {
    platform::app::Module {
        migrations: &MIGRATIONS,
        routes,
        navigation,
        jobs: &JOBS,
        daily: &[
            rights::RETENTION,
            rights::TELL,
            screening::filling::FORGET,
            study::WATCH,
            study::LET_GO,
            figures::REFRESH,
        ],
        held: held::in_words,
    }
}

fn routes() -> Routes {
    Routes::new()
        .merge(screening::routes())
        .merge(referral::routes())
        .merge(caseload::routes())
        .merge(details::routes())
        .merge(rights::routes())
        .merge(emergency::routes())
        .merge(mass_export::routes())
        .merge(instruments::routes())
        .merge(assessment::routes())
        .merge(plan::routes())
        .merge(carnet::routes())
        .merge(matching::routes())
        .merge(fairness::routes())
        .merge(connection::routes())
        .merge(outcome::routes())
        .merge(cost::routes())
        .merge(study::routes())
}

fn navigation(ui: &Ui, menu: &mut Menu) {
    screening::navigation(ui, menu);
    referral::navigation(ui, menu);
    caseload::navigation(ui, menu);
}
