//! The team most stories need: one site with one of each role, and a second site beside it.

use kernel::coded::Coded;
use kernel::commune::CommuneCode;
use kernel::contact::{Email, Phone};
use kernel::id::{AccountId, SiteId};
use kernel::role::Role;

use super::TestApp;
use crate::accounts::password::PassPhrase;
use crate::accounts::{self, ConsentMode, NewAccount, Site, sites};

/// Every story's account has it.
pub const PASS_PHRASE: &str = "quatre mots au soleil";

/// Ids of a site's accounts. Addresses are `role@site-name.test`.
#[derive(Clone, Copy, Debug)]
pub struct Team {
    pub site: SiteId,
    pub prescriber: AccountId,
    pub link_worker: AccountId,
    pub coordinator: AccountId,
    pub administrator: AccountId,
}

impl Team {
    /// A team at « Maison de santé des Essarts », serving Bron (69029): `prescriber@essarts.test`,
    /// `link_worker@essarts.test`, `coordinator@…`, `administrator@…`.
    pub async fn at_bron(test: &TestApp) -> Team {
        Team::make(test, "essarts", "Maison de santé des Essarts", "69029").await
    }

    /// Another team, at Vénissieux (69259): `…@minguettes.test`.
    pub async fn at_venissieux(test: &TestApp) -> Team {
        Team::make(test, "minguettes", "Centre de santé du Plateau", "69259").await
    }

    async fn make(test: &TestApp, domain: &str, name: &str, commune: &str) -> Team {
        let mut tx = test.tx().await;
        let now = test.app.clock().now();
        let site = Site {
            id: SiteId::new(),
            name: name.to_owned(),
            address: "1 place de la Liberté".to_owned(),
            phone: Phone::parse("04 65 71 00 01").expect("a number"),
            consent_mode: ConsentMode::Information,
        };
        let communes = [CommuneCode::parse(commune).expect("a code")];
        sites::insert(&mut tx, &site, &communes, now).await.expect("a site");
        let kept = PassPhrase::choose(PASS_PHRASE).expect("a phrase").hash().expect("a hash");
        let mut ids = Vec::new();
        for role in Role::all() {
            let id = AccountId::new();
            let email = Email::parse(&format!("{}@{domain}.test", role.code())).expect("an address");
            let name = format!("{} {domain}", spoken(role));
            accounts::insert(&mut tx, &NewAccount { id, name, email, phone: None }, now)
                .await
                .expect("an account");
            accounts::set_password(&mut tx, id, &kept).await.expect("a phrase");
            accounts::join(&mut tx, id, site.id, role).await.expect("a membership");
            ids.push(id);
        }
        tx.commit().await.expect("a commit");
        let [prescriber, link_worker, coordinator, administrator] = ids[..] else {
            unreachable!("four roles")
        };
        Team { site: site.id, prescriber, link_worker, coordinator, administrator }
    }
}

/// Somebody more, at one or several sites; signs in with [`PASS_PHRASE`].
pub async fn member(test: &TestApp, (email, name): (&str, &str), role: Role, sites: &[SiteId]) -> AccountId {
    let mut tx = test.tx().await;
    let (id, email) = (AccountId::new(), Email::parse(email).expect("an address"));
    let new = NewAccount { id, name: name.to_owned(), email, phone: None };
    accounts::insert(&mut tx, &new, test.app.clock().now()).await.expect("an account");
    let kept = PassPhrase::choose(PASS_PHRASE).expect("a phrase").hash().expect("a hash");
    accounts::set_password(&mut tx, id, &kept).await.expect("a phrase");
    for site in sites {
        accounts::join(&mut tx, id, *site, role).await.expect("a membership");
    }
    tx.commit().await.expect("a commit");
    id
}

fn spoken(role: Role) -> &'static str {
    match role {
        Role::Prescriber => "Docteure",
        Role::LinkWorker => "Nadia",
        Role::Coordinator => "Camille",
        Role::Administrator => "Andrée",
    }
}
