//! `maillage invite`: how an installation gets its first administrator, who invites the others on
//! `/comptes`. The link is printed, for a team whose mail server is not there yet.

use kernel::coded::Coded;
use kernel::contact::Email;
use kernel::id::AccountId;
use kernel::role::Role;
use kernel::text::bounded;
use platform::accounts::{self, Admitted, LiftReason, NewAccount, Site, sites};
use platform::app::App;
use platform::audit::Who;
use platform::db::Tx;
use platform::outbox;

use crate::settings::{Options, Settings};
use crate::words::{role_label, words};
use crate::{Failure, out, wiring};

const LONGEST_NAME: usize = 120;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long)]
    email: String,

    #[arg(long)]
    name: String,

    #[arg(long, value_parser = role)]
    role: Role,

    #[arg(long)]
    site: Option<String>,

    #[arg(long)]
    lift_second_step: bool,

    #[command(flatten)]
    options: Options,
}

/// What became of the invitation.
enum Done {
    Invited,
    /// They had chosen their pass phrase before.
    Joined,
    Renewed,
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
    let done = invite(&mut tx, &app, &new, (args.role, &site), args.lift_second_step).await?;
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

/// Into the team, or a fresh link for somebody who is that in it already: the way back in for an
/// only administrator who forgot their phrase.
async fn invite(
    tx: &mut Tx,
    app: &App,
    new: &NewAccount,
    (role, site): (Role, &Site),
    lifts: bool,
) -> Result<Done, Failure> {
    let lang = out::lang();
    match accounts::admit(tx, app, Who::Console, new, (site.id, role), lang).await? {
        Admitted::Invited => Ok(Done::Invited),
        Admitted::Joined => Ok(Done::Joined),
        Admitted::Already(id, known) if known == role && lifts => {
            let where_to = (id, site.id);
            accounts::lift(tx, app, Who::Console, where_to, LiftReason::Lost, lang).await?;
            Ok(Done::Renewed)
        }
        Admitted::Already(id, known) if known == role => {
            accounts::renew(tx, app, Who::Console, (id, site.id), lang).await?;
            Ok(Done::Renewed)
        }
        Admitted::Already(..) => {
            let email = new.email.as_str().to_owned();
            Err(Failure::AlreadyMember { email, site: site.name.clone() })
        }
    }
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
    let (name, site) = (new.name.as_str(), site.name.as_str());
    match done {
        Done::Joined => return out::say(w.cli_joined(name, site, role)),
        Done::Invited => out::say(w.cli_invited(name, site, role)),
        Done::Renewed => out::say(w.cli_renewed(name, site, role)),
    }
    out::say(if mailed { w.cli_invited_mailed() } else { w.cli_invited_by_hand() });
    out::say(link);
}

fn role(typed: &str) -> Result<Role, String> {
    Role::from_code(&typed.replace('-', "_")).ok_or_else(|| {
        let codes: Vec<&str> = Role::all().map(Coded::code).collect();
        format!("one of {}", codes.join(", "))
    })
}
