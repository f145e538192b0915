//! `maillage import table`: somebody's table, its columns matched once on the import page.

use std::path::PathBuf;

use directory::exchange::data_inclusion::{File, Source};
use directory::exchange::reading::{Mapping, Reads};
use directory::incoming;
use kernel::coded::Coded;

use super::{lay, open_place, unread};
use crate::settings::Place;
use crate::words::words;
use crate::{Failure, out};

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct Args {
    file: PathBuf,

    #[arg(long, value_name = "NAME")]
    source: String,

    #[arg(long, value_name = "ROWS", value_parser = rows)]
    rows: Reads,

    #[command(flatten)]
    place: Place,
}

pub(super) async fn run(args: Args) -> Result<(), Failure> {
    let w = words(out::lang());
    let place = args.place.with_file()?;
    out::say(w.cli_store(place.spoken()));
    let app = open_place(&place).await?;
    let source = Mapping::of_source(&args.source, args.rows).source;
    let mapping = incoming::remembered(&mut app.db().read().await?, &source, args.rows).await?;
    let mapping = mapping.ok_or_else(|| Failure::Import(w.cli_table_unknown(source)))?;
    let open = |file| {
        let source = Source::open(&args.file).map_err(|error| unread(file, &args.file, &error))?;
        Ok::<Source, Failure>(source.mapped(mapping.clone()))
    };
    let services = match args.rows {
        Reads::Organizations => Source::nothing(),
        Reads::Activities => open(File::Services)?,
    };
    lay(&app, (open(File::Structures)?, services), (&args.file, &args.file)).await
}

fn rows(code: &str) -> Result<Reads, String> {
    let codes = || Reads::all().map(Coded::code).collect::<Vec<_>>().join(", ");
    Reads::from_code(code).ok_or_else(codes)
}
