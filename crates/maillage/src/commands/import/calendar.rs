//! `maillage import calendar`: a calendar's file as the schedule of one resource.

use std::io::BufReader;
use std::path::PathBuf;

use directory::exchange::timetable::{self, NoTimetable};
use directory::resource::ResourceId;

use super::open_place;
use crate::settings::Place;
use crate::words::words;
use crate::{Failure, out};

#[derive(Debug, clap::Args)]
pub(in crate::commands) struct Args {
    file: PathBuf,

    #[arg(long, value_name = "ID")]
    resource: String,

    #[command(flatten)]
    place: Place,
}

/// The last line is the same in every language: scripts read it.
pub(super) async fn run(args: Args) -> Result<(), Failure> {
    let lang = out::lang();
    let w = words(lang);
    let path = args.file.display().to_string();
    let unread = |error: &NoTimetable| Failure::Import(w.cli_calendar_failed(path.clone(), error.say(lang)));
    let unknown = || Failure::Import(w.cli_calendar_unknown(args.resource.clone()));
    let id = ResourceId::parse(&args.resource).map_err(|_| unknown())?;
    let file = std::fs::File::open(&args.file).map_err(|error| unread(&NoTimetable::Unread(error)))?;
    let place = args.place.with_file()?;
    out::say(w.cli_store(place.spoken()));
    let app = open_place(&place).await?;
    let today = app.clock().today();
    let read = timetable::read(BufReader::new(file), today).map_err(|error| unread(&error))?;
    let mut tx = app.db().begin().await?;
    let is_there = timetable::put(&mut tx, &id, &read, app.clock().now()).await?;
    tx.commit().await?;
    app.db().close().await;
    if !is_there {
        return Err(unknown());
    }
    read.left.say(lang).into_iter().for_each(out::say);
    if let Some(until) = read.until {
        out::say(w.cli_calendar_until(until.to_string()));
    }
    out::say(format!("schedule: {}", read.schedule));
    Ok(())
}
