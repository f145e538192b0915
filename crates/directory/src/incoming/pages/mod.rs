//! Bringing files, matching columns, looking at what would change, importing.

mod ask;
mod calendar;
mod checked;
mod columns;
mod labels;
mod refusals;

pub(super) use ask::{ask, bring};
pub(super) use calendar::{calendar, keep, look};
pub(super) use checked::{checked, decide};
pub(super) use columns::{columns, matched};
pub(super) use refusals::refusals;

use kernel::id::IncomingId;
use platform::web::Nope;
use platform::web::may::{May, VerifyDirectory};

use super::model::{Incoming, State};
use super::{checking, sql};

const PATH: &str = "/annuaire/import";

fn address(id: IncomingId) -> String {
    format!("{PATH}/{id}")
}

async fn found(may: &May<VerifyDirectory>, id: IncomingId) -> Result<Incoming, Nope> {
    sql::find(&mut may.app().db().read().await?, id).await?.ok_or(Nope::NotFound)
}

/// Looks at what importing it would do, for as long as somebody waits.
async fn check(may: &May<VerifyDirectory>, incoming: Incoming) -> Result<(), Nope> {
    checking::check(may.app(), incoming, checking::PATIENCE).await
}

/// Whether its columns may still be matched otherwise.
fn has_columns(incoming: &Incoming) -> bool {
    incoming.reads.is_some() && matches!(incoming.state, State::Waiting | State::Checked(_))
}
