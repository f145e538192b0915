//! Whether the store's tables are those this program knows.

use platform::db::{self, Db, migrations};

use super::finding::Report;
use crate::wiring;

/// Returns whether the tables can be asked.
pub(super) async fn examine(db: &Db, report: &mut Report) -> bool {
    let w = report.w;
    let Ok(applied) = db::applied(db).await else {
        report.ill(w.doctor_tables_none(), w.doctor_tables_do());
        return false;
    };
    let known = migrations::known(db.engine(), &wiring::folders());
    let missing = known.keys().filter(|version| !applied.contains_key(version)).count();
    let edited = known.iter().any(|(version, sum)| applied.get(version).is_some_and(|other| other != sum));
    if missing > 0 {
        report.ill(w.doctor_tables_old(missing.to_string()), w.doctor_tables_do());
    } else if edited || applied.keys().any(|version| !known.contains_key(version)) {
        report.ill(w.doctor_tables_other(), w.doctor_tables_other_do());
    } else {
        report.well(w.doctor_tables());
    }
    missing == 0
}
