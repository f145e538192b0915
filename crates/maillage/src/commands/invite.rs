//! `maillage invite`: how an installation gets its first administrator, who invites the others on
//! `/comptes`. The link is printed, for a team whose mail server is not there yet.

use kernel::contact::Email;
use kernel::id::AccountId;
use kernel::role::Role;
use kernel::text::bounded;
use platform::accounts::{self, NewAccount, Site, sites};
use platform::app::App;
use platform::audit::{self, Action, Who};
use platform::db::Tx;
use platform::outbox;

use crate::settings::{Options, Settings};
use crate::words::{role_label, words};
use crate::{Failure, out, wiring};

const LONGEST_NAME: usize = 120;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Address the person signs in with
    #[arg(long)]
    email: String,

    /// First name and name
    #[arg(long)]
    name: String,

    #[arg(long, value_parser = role, help = "prescriber, link_worker, coordinator or administrator")]
    role: Role,

    /// Name of the team; not needed while there is only one
    #[arg(long)]
    site: Option<String>,

    #[command(flatten)]
    options: Options,
}

/// What became of the invitation.
enum Done {
    Invited,
    /// They had chosen their pass phrase before.
    Joined,
}

pub(super) async fn run(args: Args) -> Result<(), Failure> {
    let value = |option, typed: &str| Failure::Value { option, typed: typed.to_owned() };
    let email = Email::parse(&args.email).ok_or_else(|| value("email", &args.email))?;
    let name = bounded(&args.name, LONGEST_NAME).map_err(|_| value("name", &args.name))?;
    let options = args.options.with_file()?;
    let app = wiring::open_installation(&Settings::parse(&options)?).await?;
    let mut tx = app.db().begin().await?;
    let site = site(&mut tx, args.site.as_deref()).await?;
    let new = NewAccount { id: AccountId::new(), name, email, phone: None };
    let done = invite(&mut tx, &app, &new, args.role, &site).await?;
    let link = link(&mut tx, &new.email).await?;
    tx.commit().await?;
    app.db().close().await;
    tell(&new, args.role, &site, &done, options.smtp.is_some(), &link);
    Ok(())
}

async fn site(tx: &mut Tx, asked: Option<&str>) -> Result<Site, Failure> {
    let all = sites::all(tx).await?;
    let known: Vec<String> = all.iter().map(|site| site.name.clone()).collect();
    let mut matching: Vec<Site> =
        all.into_iter().filter(|site| asked.is_none_or(|name| name == site.name)).collect();
    match (matching.pop(), matching.is_empty()) {
        (Some(only), true) => Ok(only),
        _ => Err(Failure::UnknownSite { asked: asked.map(str::to_owned), known }),
    }
}

/// A new account, or a further team for one that exists; a fresh link while no pass phrase has
/// been chosen.
async fn invite(tx: &mut Tx, app: &App, new: &NewAccount, role: Role, site: &Site) -> Result<Done, Failure> {
    let now = app.clock().now();
    let known = accounts::credentials(tx, &new.email).await?;
    let (id, has_phrase) = match known {
        Some((id, hash)) => (id, hash.is_some()),
        None => {
            accounts::insert(tx, new, now).await?;
            (new.id, false)
        }
    };
    let member =
        accounts::find(tx, id).await?.is_some_and(|a| a.memberships.iter().any(|m| m.site_id == site.id));
    if member && has_phrase {
        let email = new.email.as_str().to_owned();
        return Err(Failure::AlreadyMember { email, site: site.name.clone() });
    }
    if !member {
        accounts::join(tx, id, site.id, role).await?;
        audit::note(tx, Who::Console, Action::Created, id, Some(site.id), now).await?;
    }
    if has_phrase {
        return Ok(Done::Joined);
    }
    accounts::invite(tx, app, id, &new.email, out::lang()).await?;
    Ok(Done::Invited)
}

/// The address in the invitation's message.
async fn link(tx: &mut Tx, email: &Email) -> Result<String, Failure> {
    let letters = outbox::written_to(tx, email).await?;
    let body = letters.last().map(|letter| letter.body.as_str()).unwrap_or_default();
    Ok(body.split_whitespace().find(|word| word.contains("/invitation/")).unwrap_or_default().to_owned())
}

fn tell(new: &NewAccount, role: Role, site: &Site, done: &Done, mailed: bool, link: &str) {
    let lang = out::lang();
    let w = words(lang);
    let role = role_label(role, lang);
    match done {
        Done::Joined => out::say(w.cli_joined(new.name.as_str(), site.name.as_str(), role)),
        Done::Invited => {
            out::say(w.cli_invited(new.name.as_str(), site.name.as_str(), role));
            out::say(if mailed { w.cli_invited_mailed() } else { w.cli_invited_by_hand() });
            out::say(link);
        }
    }
}

fn role(typed: &str) -> Result<Role, String> {
    Role::from_code(&typed.replace('-', "_")).ok_or_else(|| {
        let codes: Vec<&str> = Role::ALL.iter().map(|role| role.code()).collect();
        format!("one of {}", codes.join(", "))
    })
}
