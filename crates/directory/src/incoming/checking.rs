//! Looking at what importing something would do.
//!
//! Not a job: a job holds the store's one writer from its beginning to its end, and a check only
//! reads. One that is lost with its server is asked for again on its page.

use std::time::Duration;

use platform::app::App;
use platform::web::Nope;

use super::model::{Incoming, Part};
use super::{acts, columns, packing, sql};
use crate::exchange::data_inclusion::File;
use crate::exchange::reading::{self, Preview, Reads};

/// How long somebody waits for a page that says everything; a longer check goes on without them.
pub(super) const PATIENCE: Duration = Duration::from_secs(8);

/// Checks what was brought, unless its columns are still to be matched. It may not have ended when
/// this returns.
pub(super) async fn check(app: &App, incoming: Incoming, patience: Duration) -> Result<(), Nope> {
    let app = app.clone();
    let mut checking = tokio::spawn(async move { checked(&app, incoming).await });
    if let Ok(ended) = tokio::time::timeout(patience, &mut checking).await {
        return ended.map_err(|error| Nope::Broken(error.to_string()))?;
    }
    tokio::spawn(async move {
        if let Ok(Err(error)) = checking.await {
            tracing::warn!(%error, "a file was not checked to its end");
        }
    });
    Ok(())
}

async fn checked(app: &App, incoming: Incoming) -> Result<(), Nope> {
    if awaits_columns(app, &incoming).await? {
        return Ok(());
    }
    let mapping = acts::mapping_of(&mut app.db().read().await?, &incoming).await?;
    let findings = acts::examine(app, &incoming, mapping).await?;
    let checked = incoming.checked(findings).map_err(|_| Nope::Changed)?;
    let mut tx = app.db().begin().await?;
    if !sql::step(&mut tx, &checked, app.clock().now()).await? {
        return Err(Nope::Changed);
    }
    Ok(tx.commit().await?)
}

/// Whether somebody is to match its columns before it can be checked.
pub(super) async fn awaits_columns(app: &App, incoming: &Incoming) -> Result<bool, Nope> {
    if incoming.reads.is_none() {
        return Ok(false);
    }
    let Some(preview) = preview(app, incoming).await? else { return Ok(false) };
    let mapping = acts::mapping_of(&mut app.db().read().await?, incoming).await?;
    Ok(!mapping.is_some_and(|mapping| columns::fits(&mapping, &preview)))
}

/// The columns of a table; `None` when it has none, or what was brought is no table.
pub(super) async fn preview(app: &App, incoming: &Incoming) -> Result<Option<Preview>, Nope> {
    let Some(bytes) = acts::bytes(app, incoming.id, Part::Table).await? else { return Ok(None) };
    let file = match incoming.reads {
        Some(Reads::Organizations) => File::Structures,
        Some(Reads::Activities) | None => File::Services,
    };
    let read = move || packing::source(bytes).map(|source| reading::preview(source, file).ok().flatten());
    tokio::task::spawn_blocking(read).await.map_err(|error| Nope::Broken(error.to_string()))?
}
