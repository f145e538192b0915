//! `maillage export`: the whole directory in files other software reads.

use std::path::PathBuf;

use directory::exchange::out::{ExportError, Exported, Format, export};
use kernel::coded::Coded;

use super::import::open_place;
use crate::settings::Place;
use crate::words::words;
use crate::{Failure, out};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long, value_name = "FORMAT", value_parser = clap::builder::PossibleValuesParser::new(
        Format::ALL.iter().map(|format| format.code())
    ))]
    format: String,

    #[arg(long, value_name = "DIR")]
    out: PathBuf,

    #[command(flatten)]
    place: Place,
}

/// The last line is the same in every language: scripts read it.
pub(super) async fn run(args: Args) -> Result<(), Failure> {
    let Args { format: typed, out: folder, place } = args;
    let format = Format::from_code(&typed);
    let format = format.ok_or_else(|| Failure::Value { option: "format", typed })?;
    let unusable = |error| Failure::Folder { path: folder.clone(), error };
    std::fs::create_dir_all(&folder).map_err(unusable)?;
    let place = place.with_file()?;
    let w = words(out::lang());
    out::say(w.cli_store(place.spoken()));
    let app = open_place(&place).await?;
    let exported = export(app.db(), format, &folder, app.clock().now()).await;
    app.db().close().await;
    let Exported { organizations, resources } = exported.map_err(|error| match error {
        ExportError::Store(error) => error.into(),
        ExportError::File(error) => unusable(error),
        error @ ExportError::Json(_) => Failure::Other(error.to_string()),
    })?;
    if format == Format::Maillage {
        out::say(w.cli_export_private());
    }
    out::say(format!("{}: {organizations} organizations, {resources} resources", format.code()));
    Ok(())
}
