//! The store itself: there, whole, with room to grow.

use std::path::Path;

use platform::db::{self, Db};

use super::finding::Report;
use crate::settings::Place;

/// Under a gigabyte a disk may be full within days.
const LEAST_FREE: u64 = 1 << 30;
/// A copy that has so many bytes to hear of has stood still, or its line is too slow.
const MOST_BEHIND: i64 = 16 << 20;

/// Opens the store, which must exist: looking must not make one.
pub(super) async fn open(place: &Place, report: &mut Report) -> Option<Db> {
    let w = report.w;
    let spoken = place.spoken();
    if place.file().is_some_and(|file| !file.exists()) {
        report.ill(w.doctor_store_absent(spoken), w.doctor_store_absent_do());
        return None;
    }
    let opened = match place.store() {
        Ok(url) => Db::open(&url).await,
        Err(error) => Err(error),
    };
    match opened {
        Ok(db) => {
            report.well(w.doctor_store(spoken));
            Some(db)
        }
        Err(error) => {
            report.ill(w.doctor_store_closed(spoken, error.to_string()), w.doctor_store_closed_do());
            None
        }
    }
}

/// The copy that reports are read from, where the settings name one.
pub(super) async fn examine_replica(place: &Place, db: &Db, report: &mut Report) {
    let w = report.w;
    let Some(typed) = &place.options.report_store else { return };
    let copied = db::Url::parse(typed).and_then(|copy| db.clone().with_replica(&copy));
    let lag = match copied {
        Ok(db) => db.replica_lag().await,
        Err(error) => Err(error),
    };
    match lag {
        Ok(lag) if lag.unwrap_or_default() < MOST_BEHIND => report.well(w.doctor_replica()),
        Ok(lag) => {
            let behind = format!("{}\u{a0}Mio", lag.unwrap_or_default() >> 20);
            report.ill(w.doctor_replica_behind(behind), w.doctor_replica_behind_do());
        }
        Err(error) => report.ill(w.doctor_replica_away(error.to_string()), w.doctor_replica_away_do()),
    }
}

/// What only a store in a file must be asked; PostgreSQL looks after its own.
pub(super) async fn examine_files(place: &Place, db: &Db, report: &mut Report) {
    let Some(file) = place.file() else { return };
    let w = report.w;
    match db::damage(db).await {
        Ok(damage) if damage.is_empty() => report.well(w.doctor_whole()),
        Ok(damage) => report.ill(w.doctor_damaged(damage.join("; ")), w.doctor_damaged_do()),
        Err(error) => report.ill(w.doctor_damaged(error.to_string()), w.doctor_damaged_do()),
    }
    examine_disk(&file, report);
}

/// Says nothing when the system cannot tell.
fn examine_disk(file: &Path, report: &mut Report) {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let Some(free) = free_bytes(folder) else { return };
    let w = report.w;
    let spoken = format!("{}\u{a0}Mio", free >> 20);
    if free < LEAST_FREE {
        report.ill(w.doctor_disk_low(spoken), w.doctor_disk_low_do());
    } else {
        report.well(w.doctor_disk(spoken));
    }
}

#[cfg(unix)]
fn free_bytes(folder: &Path) -> Option<u64> {
    let room = rustix::fs::statvfs(folder).ok()?;
    Some(room.f_bavail.saturating_mul(room.f_frsize))
}

#[cfg(not(unix))]
fn free_bytes(_: &Path) -> Option<u64> {
    None
}
