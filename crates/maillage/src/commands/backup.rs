//! `maillage backup`: the store as one file, while the server runs; `backup verify`: whether such a
//! file is whole.

use std::path::{Path, PathBuf};

use backup::{BackupError, Identities, Inventory, Made, Recipient, check, make, open, recipient};
use kernel::Clock;
use platform::db::Db;
use platform::web::dates;

use crate::settings::Place;
use crate::words::words;
use crate::{Failure, out, serving};

#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(super) struct Args {
    #[command(subcommand)]
    verify: Option<Command>,

    #[arg(long, value_name = "FILE", required = true)]
    out: Option<PathBuf>,

    #[arg(long, value_name = "AGE1…")]
    recipient: Vec<String>,

    #[command(flatten)]
    place: Place,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Verify(Verify),
}

#[derive(Debug, clap::Args)]
struct Verify {
    #[arg(long, value_name = "FILE")]
    file: PathBuf,

    #[arg(long, value_name = "FILE")]
    identity: Option<PathBuf>,
}

/// The last line is the same in every language: scripts read it.
pub(super) async fn run(args: Args) -> Result<(), Failure> {
    match (args.verify, args.out) {
        (Some(Command::Verify(args)), _) => verify(&args),
        (None, Some(out)) => keep(out, &args.recipient, args.place).await,
        (None, None) => Err(Failure::Missing("out")),
    }
}

async fn keep(file: PathBuf, to: &[String], place: Place) -> Result<(), Failure> {
    let to: Result<Vec<Recipient>, _> = to.iter().map(|typed| recipient(typed)).collect();
    let to = to.map_err(Failure::of_backup(&file))?;
    let place = place.with_file()?;
    let w = words(out::lang());
    out::say(w.cli_store(place.spoken()));
    if place.file().is_some_and(|file| !file.exists()) {
        return Err(Failure::of_backup(place.spoken())(BackupError::NoTables));
    }
    let db = Db::open(&place.store()?).await?;
    let made = made(&db, &file, &to, &place.spoken()).await;
    db.close().await;
    let Made { totals, bytes, .. } = made?;
    let spoken = file.display().to_string();
    out::say(if to.is_empty() { w.cli_backup_whole(spoken) } else { w.cli_backup_sealed(spoken) });
    out::say(format!("backup: {} rows, {bytes} bytes, {}", totals.all_rows(), totals.fingerprint));
    Ok(())
}

/// Asked to stop, it leaves nothing of persons' files behind.
async fn made(db: &Db, file: &Path, to: &[Recipient], spoken: &str) -> Result<Made, Failure> {
    let stop = serving::asked_to_stop().map_err(|error| Failure::Other(error.to_string()))?;
    let made = tokio::select! {
        made = make(db, file, to, env!("CARGO_PKG_VERSION"), Clock::System.now()) => made,
        () = stop => return Err(Failure::Stopped),
    };
    made.map_err(|error| match error {
        error @ BackupError::NoTables => Failure::of_backup(spoken)(error),
        error => Failure::of_backup(file)(error),
    })
}

fn verify(args: &Verify) -> Result<(), Failure> {
    let said = Failure::of_backup(&args.file);
    let identities = identities(args.identity.as_ref())?;
    let (inventory, totals) = open(&args.file, identities.as_ref()).and_then(check).map_err(said)?;
    let Inventory { made_at, product, .. } = inventory;
    let lang = out::lang();
    out::say(words(lang).cli_backup_verified(dates::moment(made_at.as_second(), lang), product));
    out::say(format!("backup: {} rows, {}", totals.all_rows(), totals.fingerprint));
    Ok(())
}

/// The private keys of a file, when one is named.
pub(super) fn identities(file: Option<&PathBuf>) -> Result<Option<Identities>, Failure> {
    let read = file.map(|file| Identities::read(file).map_err(Failure::of_backup(file)));
    read.transpose()
}
