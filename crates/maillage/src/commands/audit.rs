//! `maillage audit verify`: whether somebody changed the trail of who saw what.

use std::path::PathBuf;

use platform::audit::{Anchor, Broken, Verified, left_in, verify};
use platform::db::Db;

use crate::settings::Place;
use crate::words::{Words, words};
use crate::{Failure, out};

#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    Verify(Args),
}

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long, value_name = "NUMBER:SEAL")]
    anchor: Vec<Anchor>,

    /// File of the setting `anchor_file`
    #[arg(long, value_name = "FILE")]
    anchors: Option<PathBuf>,

    #[command(flatten)]
    place: Place,
}

/// Reads only: what is to be proven is left as it is. The last line is the same in every language.
pub(super) async fn run(command: Command) -> Result<(), Failure> {
    let Command::Verify(args) = command;
    let place = args.place.with_file()?;
    let w = words(out::lang());
    if place.file().is_some_and(|file| !file.exists()) {
        out::say(w.doctor_store_absent(place.spoken()));
        return Err(Failure::Ill);
    }
    let mut anchors = args.anchor;
    if let Some(file) = &args.anchors {
        anchors.extend(left_in(file).map_err(Failure::Anchors)?);
    }
    let db = Db::open(&place.store()?).await?;
    let verified = verified(&db, &anchors).await;
    db.close().await;
    match verified? {
        Ok(Verified { head, forgotten, waiting }) => {
            out::say(w.cli_trail_whole(head.number - forgotten, waiting));
            if forgotten > 0 {
                out::say(w.cli_trail_forgotten(forgotten));
            }
            out::say(w.cli_trail_keep());
            out::say(format!("audit: {head}"));
            Ok(())
        }
        Err(broken) => {
            out::say(said(broken, w));
            out::say(format!("audit: {broken}"));
            Err(Failure::Ill)
        }
    }
}

async fn verified(db: &Db, anchors: &[Anchor]) -> Result<Result<Verified, Broken>, Failure> {
    verify(&mut db.read().await?, anchors).await.map_err(Failure::Store)
}

pub(super) fn said(broken: Broken, w: &Words) -> String {
    match broken {
        Broken::Missing(number) => w.cli_trail_missing(number),
        Broken::Altered(number) => w.cli_trail_altered(number),
        Broken::Beheaded(number) => w.cli_trail_beheaded(number),
        Broken::Cut(number) => w.cli_trail_cut(number),
        Broken::OffAnchor(number) => w.cli_trail_off_anchor(number),
    }
}
