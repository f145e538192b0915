//! `maillage site add`: a team, before anybody can be invited into it.

use clap::ValueEnum;
use directory::gazetteer::{Gazetteer, Unresolved};
use kernel::commune::CommuneCode;
use kernel::contact::Phone;
use kernel::id::SiteId;
use kernel::text::bounded;
use platform::accounts::{ConsentMode, Site, sites};
use platform::audit::{self, Action, Who};

use crate::settings::{Options, Settings};
use crate::words::words;
use crate::{Failure, out, wiring};

const LONGEST: usize = 200;
/// What is proposed for a name several communes have.
const MOST_PROPOSED: usize = 8;

#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    Add(Box<Args>),
}

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long)]
    name: String,

    #[arg(long)]
    address: String,

    #[arg(long)]
    phone: String,

    #[arg(long, value_name = "COMMUNE", required = true)]
    commune: Vec<String>,

    #[arg(long, value_enum)]
    consent: Consent,

    #[command(flatten)]
    options: Options,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Consent {
    Information,
    Prior,
}

pub(super) async fn run(command: Command) -> Result<(), Failure> {
    let Command::Add(args) = command;
    let (site, communes, names) = parse(&args)?;
    let app = wiring::open_installation(&Settings::parse(&args.options.with_file()?)?).await?;
    let mut tx = app.db().begin().await?;
    let now = app.clock().now();
    match sites::insert(&mut tx, &site, &communes, now).await {
        Err(error) if error.is_taken() => return Err(Failure::SiteTaken(site.name)),
        other => other?,
    }
    audit::note(&mut tx, Who::Console, Action::Created, site.id, Some(site.id), now).await?;
    tx.commit().await?;
    app.db().close().await;
    out::say(words(out::lang()).cli_site_added(site.name.as_str(), names.join(", ")));
    Ok(())
}

fn parse(args: &Args) -> Result<(Site, Vec<CommuneCode>, Vec<&'static str>), Failure> {
    let value = |option, typed: &str| Failure::Value { option, typed: typed.to_owned() };
    let text = |option, typed: &str| bounded(typed, LONGEST).map_err(|_| value(option, typed));
    let mut communes = Vec::new();
    let mut names = Vec::new();
    for typed in &args.commune {
        let (code, name) = commune(typed)?;
        if !communes.contains(&code) {
            communes.push(code);
            names.push(name);
        }
    }
    let site = Site {
        id: SiteId::new(),
        name: text("name", &args.name)?,
        address: text("address", &args.address)?,
        phone: Phone::parse(&args.phone).ok_or_else(|| value("phone", &args.phone))?,
        consent_mode: match args.consent {
            Consent::Information => ConsentMode::Information,
            Consent::Prior => ConsentMode::Prior,
        },
    };
    Ok((site, communes, names))
}

fn commune(typed: &str) -> Result<(CommuneCode, &'static str), Failure> {
    let unknown = |proposed| Failure::UnknownCommune { typed: typed.to_owned(), proposed };
    match Gazetteer::load().resolve(typed) {
        Ok(commune) => Ok((commune.code.clone(), commune.name)),
        Err(Unresolved::Unknown) => Err(unknown(Vec::new())),
        Err(Unresolved::Ambiguous(several)) => {
            let named = several.iter().take(MOST_PROPOSED);
            Err(unknown(named.map(ToString::to_string).collect()))
        }
    }
}
