//! `maillage migrate-store`: everything a store holds into another, of either engine.
//!
//! Sessions, invitations and e-mails that wait move along: it is the same store, which goes on where it
//! was left, a moment later and elsewhere.

use std::path::{Path, PathBuf};

use backup::{BackupError, Moved, move_over};
use kernel::Clock;
use platform::db::{Db, Url};

use super::target::Target;
use crate::settings::without_password;
use crate::words::words;
use crate::{Failure, out, wiring};

#[derive(clap::Args)]
pub(super) struct Args {
    #[arg(long, value_name = "URL")]
    from: String,

    #[arg(long, value_name = "URL")]
    to: String,
}

/// Passwords stay out of logs.
impl std::fmt::Debug for Args {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Args").finish_non_exhaustive()
    }
}

/// The last line is the same in every language: scripts read it.
pub(super) async fn run(args: Args) -> Result<(), Failure> {
    let (from, to) = (Url::parse(&args.from)?, Url::parse(&args.to)?);
    let w = words(out::lang());
    let absent = file(&args.from).is_some_and(|file| !file.exists());
    let spoken = (without_password(&args.from), without_password(&args.to));
    if absent {
        return Err(Failure::of_backup(&spoken.0)(BackupError::NoTables));
    }
    let source = Db::open(&from).await?;
    let target = Target::open(&to, file(&args.to)).await?;
    let moved = moved(&source, &target.db, (&spoken.0, &spoken.1)).await;
    source.close().await;
    match moved {
        Ok(Moved { rows, from, to }) => {
            target.keep().await;
            out::say(w.cli_moved(spoken.0, spoken.1));
            out::say(format!("migrate-store: {rows} rows, {from} = {to}"));
            Ok(())
        }
        Err(failure) => {
            target.leave().await;
            Err(failure)
        }
    }
}

async fn moved(from: &Db, to: &Db, spoken: (&str, &str)) -> Result<Moved, Failure> {
    let mut tx = to.begin().await?;
    let about = (env!("CARGO_PKG_VERSION"), Clock::System.now());
    let moved = move_over(from, &mut tx, &wiring::folders(), about).await;
    let moved = moved.map_err(Failure::of_filling(spoken.0, spoken.1))?;
    tx.commit().await?;
    Ok(moved)
}

fn file(url: &str) -> Option<PathBuf> {
    url.strip_prefix("sqlite://").map(|file| Path::new(file).to_owned())
}
