//! `maillage demo`: an invented territory, to be tried before anything is installed.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use platform::app::App;
use platform::outbox::Mailer;
use platform::web::dates;

use crate::demo::folder::{Folder, USUAL_FOLDER};
use crate::demo::{self, PASS_PHRASE};
use crate::settings::{LogFormat, PublicUrl};
use crate::words::{role_label, words};
use crate::{Failure, logs, out, serving};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long, value_name = "ADDR", default_value_t = SocketAddr::from((Ipv4Addr::LOCALHOST, 8080)))]
    listen: SocketAddr,

    #[arg(long, value_name = "DIR", default_value = USUAL_FOLDER)]
    data: PathBuf,

    #[arg(long)]
    fresh: bool,

    #[arg(long, value_name = "URL", num_args = 0..=1)]
    public: Option<Option<String>>,

    #[arg(long, value_enum, default_value = "text")]
    log: LogFormat,
}

pub(super) async fn run(args: Args) -> Result<(), Failure> {
    if args.public.is_none() && !args.listen.ip().is_loopback() {
        return Err(Failure::NotLoopback(args.listen));
    }
    logs::start(args.log, "warn");
    let stop = serving::asked_to_stop().map_err(|error| Failure::Other(error.to_string()))?;
    let folder = Folder::hold(&args.data)?;
    let listener = serving::listen(args.listen).await?;
    let at = listener.local_addr().map_err(|error| Failure::Port { listen: args.listen, error })?;
    let app = demo::open(&folder, address(&args, at)?, args.fresh).await?;
    introduce(&app, &folder)?;
    serving::run(app, listener, Mailer::OnPage, stop).await;
    Ok(())
}

/// What links begin with: the address given with --public, or the one requests are waited for at.
fn address(args: &Args, at: SocketAddr) -> Result<String, Failure> {
    match args.public.as_ref().and_then(Option::as_deref) {
        Some(url) => Ok(PublicUrl::parse(url).map_err(Failure::PublicUrl)?.as_str().to_owned()),
        None => Ok(format!("http://{at}")),
    }
}

fn introduce(app: &App, folder: &Folder) -> Result<(), Failure> {
    let lang = out::lang();
    let w = words(lang);
    out::say(w.cli_demo_address(app.settings().public_url.as_str()));
    let present = dates::moment(app.clock().now().as_second(), lang);
    out::say(w.cli_demo_folder(folder.path().display().to_string(), present));
    out::say(w.cli_demo_accounts());
    for account in demo::shown_accounts()? {
        let role = role_label(account.role()?, lang);
        out::say(format!("  {:<32} {role} · {}", account.email, account.name()));
    }
    out::say(w.cli_demo_phrase(PASS_PHRASE));
    out::say(w.cli_stop());
    Ok(())
}
