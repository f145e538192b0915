//! `maillage restore`: a store brought back from a backup, into one that is empty or absent.
//!
//! All of it is one transaction: rows, the proof that they are those of the backup, tables brought up
//! to date, and what is [`settled`] before anything is served. Without its end there is nothing.

mod settled;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use backup::{Identities, Inventory, Totals, bring_back, check, open};
use care::rights::{By, erase_again, erased_in};
use jiff::{SignedDuration, Timestamp};
use kernel::id::PersonId;
use kernel::{Clock, Lang};
use platform::audit::{self, Broken, Who};
use platform::db::{Db, Tx};
use platform::web::dates;

use super::backup::identities;
use super::target::Target;
use crate::settings::Place;
use crate::words::words;
use crate::{Failure, demo, out, wiring};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long, value_name = "FILE")]
    from: PathBuf,

    #[arg(long, value_name = "FILE")]
    identity: Option<PathBuf>,

    #[command(flatten)]
    place: Place,
}

/// What became of it.
#[derive(Debug)]
pub(super) struct Restored {
    inventory: Inventory,
    totals: Totals,
    /// E-mails that waited, and may have left since.
    given_up: u64,
    /// Persons erased since, and erased again.
    erased: u64,
    /// Where the trail was broken already when the backup was made.
    trail: Option<Broken>,
}

/// The last line is the same in every language: scripts read it.
pub(super) async fn run(args: Args) -> Result<(), Failure> {
    let lang = out::lang();
    let identities = identities(args.identity.as_ref())?;
    // Read to its end first: nothing is made for a file that is not whole.
    open(&args.from, identities.as_ref()).and_then(check).map_err(Failure::of_backup(&args.from))?;
    let place = args.place.with_file()?;
    let erased = place.options.erased_file.as_deref().map(erased_in).transpose().map_err(Failure::Erased)?;
    out::say(words(lang).cli_store(place.spoken()));
    let target = Target::open(&place.store()?, place.file()).await?;
    match restored(&target.db, &args.from, identities.as_ref(), &place.spoken(), &erased.unwrap_or_default())
        .await
    {
        Ok(restored) => {
            target.keep().await;
            tell(&restored, lang)
        }
        Err(failure) => {
            target.leave().await;
            Err(failure)
        }
    }
}

pub(super) async fn restored(
    db: &Db,
    from: &Path,
    identities: Option<&Identities>,
    spoken: &str,
    erased: &[PersonId],
) -> Result<Restored, Failure> {
    let mut reader = open(from, identities).map_err(Failure::of_backup(from))?;
    let inventory = reader.inventory().clone();
    let mut tx = db.begin().await?;
    let totals = bring_back(&mut reader, &mut tx, &wiring::folders()).await;
    let totals = totals.map_err(Failure::of_filling(from, spoken))?;
    let trail = audit::verify(&mut tx, &[]).await?.err();
    let now = present(&mut tx).await?;
    let given_up = settled::settle(&mut tx, now).await?;
    let erased = erase_again(&mut tx, erased, By { who: Who::Console, now }).await?;
    tx.commit().await?;
    Ok(Restored { inventory, totals, given_up, erased, trail })
}

/// Of the store: a demonstration has one of its own.
async fn present(tx: &mut Tx) -> Result<Timestamp, Failure> {
    let shift = demo::shift(tx).await?.unwrap_or(0);
    Ok(Clock::System.now() + SignedDuration::from_secs(shift))
}

fn tell(restored: &Restored, lang: Lang) -> Result<(), Failure> {
    let w = words(lang);
    let Inventory { made_at, product, .. } = &restored.inventory;
    out::say(w.cli_restored(dates::moment(made_at.as_second(), lang), product.as_str()));
    out::say(w.cli_restored_since());
    out::say(w.cli_restored_ways_in());
    if restored.erased > 0 {
        out::say(w.cli_restored_erased(restored.erased.to_string()));
    }
    if restored.given_up > 0 {
        out::say(w.cli_restored_letters(restored.given_up.to_string()));
    }
    if let Some(broken) = restored.trail {
        out::say(super::audit::said(broken, w));
        out::say(w.cli_restored_trail());
    }
    let Totals { fingerprint, .. } = &restored.totals;
    out::say(format!("restore: {} rows, {fingerprint}", restored.totals.all_rows()));
    if restored.trail.is_some() { Err(Failure::Ill) } else { Ok(()) }
}
