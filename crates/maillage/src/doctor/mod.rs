//! What is wrong with an installation, in plain words.
//!
//! For whoever keeps it, before the first day and whenever something seems odd. Each check is one
//! [`Finding`]: well, or ill with what to do. Looking changes nothing: no store is made, no table
//! brought up to date, no message sent.

mod finding;
mod life;
mod settings;
mod store;
mod tables;
#[cfg(test)]
mod tests;

pub use finding::Finding;

use kernel::{Clock, Lang};
use platform::db::Db;

use crate::settings::Place;
use finding::Report;

/// Every check that can be made; those of the data only once the store answers.
pub async fn examine(place: &Place, lang: Lang) -> Vec<Finding> {
    let mut report = Report::new(lang);
    if place.data.is_none() && place.options.public_url.is_some() {
        settings::examine(&place.options, &mut report).await;
    }
    if let Some(db) = store::open(place, &mut report).await {
        examine_store(place, &db, lang, &mut report).await;
        db.close().await;
    }
    report.findings
}

async fn examine_store(place: &Place, db: &Db, lang: Lang, report: &mut Report) {
    store::examine_files(place, db, report).await;
    store::examine_replica(place, db, report).await;
    let is_current = tables::examine(db, report).await;
    if is_current && let Err(error) = life::examine(db, &Clock::System, lang, report).await {
        report.ill(report.w.doctor_broken(error.to_string()), report.w.doctor_broken_do());
    }
}
