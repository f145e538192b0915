//! `maillage doctor`: what is wrong with an installation, and what to do about it.

use crate::settings::Place;
use crate::{Failure, doctor, out};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    place: Place,
}

/// One line a check; leaves with 1 when something is wrong.
pub(super) async fn run(args: Args) -> Result<(), Failure> {
    let findings = doctor::examine(&args.place.with_file()?, out::lang()).await;
    for finding in &findings {
        out::say(finding);
    }
    if findings.iter().all(doctor::Finding::is_well) { Ok(()) } else { Err(Failure::Ill) }
}
