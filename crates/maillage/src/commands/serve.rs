//! `maillage serve`: a team's installation.

use crate::settings::{Options, Settings};
use crate::words::words;
use crate::{Failure, logs, out, serving, wiring};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    options: Options,
}

pub(super) async fn run(args: Args) -> Result<(), Failure> {
    let settings = Settings::parse(&args.options.with_file()?)?;
    logs::start(settings.log, "info");
    let stop = serving::asked_to_stop().map_err(|error| Failure::Other(error.to_string()))?;
    let listener = serving::listen(settings.listen).await?;
    let at = listener.local_addr().map_err(|error| Failure::Port { listen: settings.listen, error })?;
    let app = wiring::open_installation(&settings).await?;
    wiring::warm_up(app.clone());
    let w = words(out::lang());
    out::say(w.cli_serve(settings.public_url.as_str(), at.to_string()));
    serving::run(app, listener, settings.mailer, stop).await;
    Ok(())
}
