//! The home page.

use askama::Template;
use kernel::Lang;
use kernel::role::Role;
use platform::accounts::{self, Account, Site};
use platform::web::guard::Open;
use platform::web::nope::Nope;
use platform::web::page::{self, Answer};
use platform::web::ui::Ui;

use crate::demo;
use crate::words::{Words, role_label, words};

#[derive(Template)]
#[template(path = "home/home.html")]
struct HomePage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    sites: Vec<Site>,
    demo: Option<Invitation>,
}

/// The demonstration's accounts, each one click away.
struct Invitation {
    accounts: Vec<Entry>,
    phrase: &'static str,
}

struct Entry {
    email: String,
    name: String,
    role: String,
}

pub(super) async fn show(_: Open, ui: Ui) -> Answer {
    if let Some(account) = &ui.account {
        return page::see(own_page(account));
    }
    let mut tx = ui.app.db().read().await?;
    let sites = accounts::sites::all(&mut tx).await?;
    let demo = if ui.is_demo() { Some(invitation(ui.lang)?) } else { None };
    page::show(&HomePage { ui: &ui, w: words(ui.lang), sites, demo })
}

/// Where somebody's work is: whoever runs a caseload starts there, whatever else they are.
pub(super) fn own_page(account: &Account) -> &'static str {
    const PAGES: [(Role, &str); 4] = [
        (Role::LinkWorker, "/ma-journee"),
        (Role::Coordinator, "/equipe"),
        (Role::Prescriber, "/prescrire"),
        (Role::Administrator, "/comptes"),
    ];
    let own = PAGES.iter().find(|(role, _)| account.has_role(*role));
    own.map_or("/ressources", |(_, page)| page)
}

fn invitation(lang: Lang) -> Result<Invitation, Nope> {
    let broken = |failure: crate::Failure| Nope::Broken(failure.say(lang));
    let accounts = demo::shown_accounts().map_err(broken)?;
    let entry = |account: demo::Account| {
        Ok(Entry {
            name: account.name(),
            role: role_label(account.role().map_err(broken)?, lang),
            email: account.email,
        })
    };
    let accounts = accounts.into_iter().map(entry).collect::<Result<_, Nope>>()?;
    Ok(Invitation { accounts, phrase: demo::PASS_PHRASE })
}
