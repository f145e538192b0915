//! The rights of the person (GDPR, articles 15 to 18): to read all that is held of them and who looked,
//! to have a copy, to have it frozen or erased; and what goes by itself once it was kept long enough.
//!
//! For the person, by whoever follows them; freezing and erasing by a coordinator.
//! Words: *frozen* data are neither read nor changed, since their rows stand in no table a query
//! reads; *erased* data leave an id that leads to nobody, and no byte.
//!
//! Invariants: a copy is complete against the store's own tables, and what it tells is what freezing
//! takes and erasing removes: a table or column nobody has said anything of fails a test. What is
//! somebody else's, such as who reported a situation, is left out of a copy and said to be (article
//! 15, paragraph 4). Correcting is in [`details`](crate::details).
//!
//! Tables owned: `frozen`, `erased`, `outlived`; the view `visible_person`.

mod acts;
mod copy;
mod elsewhere;
mod looks;
mod model;
mod pages;
mod retention;
mod rows;
mod sql;
#[cfg(test)]
mod tests;
mod view;

pub use acts::By;
pub(crate) use copy::Copier;
pub(crate) use elsewhere::TELL;
pub use elsewhere::{erase_again, erased_in};
pub(crate) use retention::{JOBS, RETENTION};
pub use retention::{KEPT_MONTHS, PATIENCE_DAYS};

use platform::db::whole::{self, Table};
use platform::db::{DbError, Tx};
use platform::held::{self as said, Activity};
use platform::web::routes::{Routes, get, post};

use crate::held::Says::{Account, Moment, Nothing, Told};
use crate::held::{HeldTable, Said};
use crate::words::Words;
use crate::{
    assessment, caseload, connection, consent, cost, emergency, person, plan, referral, screening, study,
};

/// What their rights leave: rows out of everybody's reach, an id that leads to nobody, days counted.
pub(crate) const ASIDE: [said::Table<Said>; 3] = [
    said::Table {
        name: "frozen",
        activity: Activity::Support,
        is: Words::held_frozen,
        columns: &[
            ("person_id", Nothing),
            ("site_id", Nothing),
            ("name", Told(Words::held_frozen_name)),
            ("reason", Told(Words::held_frozen_reason)),
            ("frozen_at", Moment),
            ("frozen_by", Account),
            ("content", Told(Words::held_frozen_content)),
        ],
    },
    said::Table {
        name: "erased",
        activity: Activity::Support,
        is: Words::held_erased,
        columns: &[
            ("person_id", Told(Words::held_erased_person_id)),
            ("site_id", Nothing),
            ("erased_at", Moment),
            ("reason", Told(Words::held_erased_reason)),
        ],
    },
    said::Table {
        name: "outlived",
        activity: Activity::Support,
        is: Words::held_outlived,
        columns: &[("person_id", Nothing), ("days", Told(Words::held_outlived_days)), ("last_day", Moment)],
    },
];

/// Everything held of persons, in the order it is told.
pub(crate) fn held() -> impl Iterator<Item = HeldTable> {
    person::HELD
        .into_iter()
        .chain(consent::HELD)
        .chain(referral::HELD)
        .chain(caseload::HELD)
        .chain(emergency::HELD)
        .chain(screening::HELD)
        .chain(screening::filling::HELD)
        .chain(assessment::HELD)
        .chain(plan::HELD)
        .chain(connection::HELD)
        .chain(cost::HELD)
        .chain(study::HELD)
}

/// The same, each beside the table the store has for it.
///
/// # Errors
/// [`DbError::Unreadable`] for a table that is not there; the store's.
async fn tables(tx: &mut Tx) -> Result<Vec<(HeldTable, Table)>, DbError> {
    let stored = whole::tables(tx).await?;
    held()
        .map(|held| {
            let table = stored.iter().find(|table| table.name == held.table).cloned();
            table.map(|table| (held, table)).ok_or_else(|| DbError::Unreadable(held.table.to_owned()))
        })
        .collect()
}

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/droits", get(pages::overview::show))
        .route("/droits/{person}", get(pages::person::show))
        .route("/droits/{person}/copie.json", get(pages::copy::show))
        .route("/droits/{person}/copie.pdf", get(pages::paper::show))
        .route("/droits/{person}/geler", get(pages::freeze::show).post(pages::freeze::freeze))
        .route("/droits/{person}/degeler", post(pages::freeze::thaw))
        .route("/droits/{person}/effacer", get(pages::erase::show).post(pages::erase::erase))
}
