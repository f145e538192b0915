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

use super::acts;
use super::model::{Incoming, Part, Refusal, State};
use super::{columns as matching, packing, sql};
use crate::exchange::data_inclusion::File;
use crate::exchange::reading::{self, Preview, Reads};

const PATH: &str = "/annuaire/import";

fn address(id: IncomingId) -> String {
    format!("{PATH}/{id}")
}

async fn found(may: &May<VerifyDirectory>, id: IncomingId) -> Result<Incoming, Nope> {
    sql::find(&mut may.app().db().read().await?, id).await?.ok_or(Nope::NotFound)
}

/// The columns of a table; `None` when it has none, or what was brought is no table.
async fn preview(may: &May<VerifyDirectory>, incoming: &Incoming) -> Result<Option<Preview>, Nope> {
    let Some(bytes) = acts::bytes(may.app(), incoming.id, Part::Table).await? else { return Ok(None) };
    let file = match incoming.reads {
        Some(Reads::Organizations) => File::Structures,
        Some(Reads::Activities) | None => File::Services,
    };
    let read = move || packing::source(bytes).map(|source| reading::preview(source, file).ok().flatten());
    tokio::task::spawn_blocking(read).await.map_err(|error| Nope::Broken(error.to_string()))?
}

/// Looks at what importing it would do, unless its columns are still to be matched.
async fn check(may: &May<VerifyDirectory>, incoming: Incoming) -> Result<(), Nope> {
    let mapping = acts::mapping_of(&mut may.app().db().read().await?, &incoming).await?;
    if incoming.reads.is_some()
        && let Some(preview) = preview(may, &incoming).await?
    {
        let is_ready = mapping.as_ref().is_some_and(|mapping| matching::fits(mapping, &preview));
        if !is_ready {
            return Ok(());
        }
    }
    let findings = acts::examine(may.app(), &incoming, mapping).await?;
    let checked = incoming.checked(findings).map_err(refused)?;
    let mut tx = may.app().db().begin().await?;
    if !sql::step(&mut tx, &checked, may.app().clock().now()).await? {
        return Err(Nope::Changed);
    }
    Ok(tx.commit().await?)
}

fn refused(_: Refusal) -> Nope {
    Nope::Changed
}

/// Whether its columns may still be matched otherwise.
fn has_columns(incoming: &Incoming) -> bool {
    incoming.reads.is_some() && matches!(incoming.state, State::Waiting | State::Checked(_))
}
