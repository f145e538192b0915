//! `maillage duplicates`: looks for entries of the directory that are one organization, or one thing it
//! offers.

use directory::duplicate::{self, Report, SearchError};
use platform::db::Db;

use super::import::open_place;
use crate::settings::Place;
use crate::words::words;
use crate::{Failure, out};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    place: Place,
}

/// The last line is the same in every language: scripts read it.
pub(super) async fn run(args: Args) -> Result<(), Failure> {
    let place = args.place.with_file()?;
    let w = words(out::lang());
    out::say(w.cli_store(place.spoken()));
    let app = open_place(&place).await?;
    let searched = search(app.db()).await;
    app.db().close().await;
    let Report { organizations, proposed, renewed, withdrawn, .. } = searched?;
    if proposed + renewed > 0 {
        out::say(w.cli_duplicates((proposed + renewed).to_string()));
    }
    out::say(format!(
        "duplicates: {organizations} compared, {proposed} proposed, {renewed} renewed, {withdrawn} withdrawn"
    ));
    Ok(())
}

/// Brings the proposals up to date.
pub(super) async fn search(db: &Db) -> Result<Report, Failure> {
    duplicate::search(db).await.map_err(|error| match error {
        SearchError::Store(error) => error.into(),
        error @ (SearchError::Scales(_) | SearchError::Stopped(_)) => Failure::Other(error.to_string()),
    })
}
