//! Sites and accounts of the demonstration, from `data/demo/sites.toml`.

use std::collections::HashMap;

use jiff::Timestamp;
use kernel::coded::Coded;
use kernel::commune::CommuneCode;
use kernel::contact::{Email, Phone};
use kernel::id::{AccountId, SiteId};
use kernel::role::Role;
use platform::accounts::password::PassPhrase;
use platform::accounts::{self, ConsentMode, NewAccount, Site, sites};
use platform::db::Tx;
use privacy::controller::{Basis, Controller, Officer};
use serde::Deserialize;

use crate::Failure;

/// Every demonstration account has it. It guards nothing: all that is behind it is invented.
pub const PASS_PHRASE: &str = "un fil relie les voisins";

const SITES: &str = include_str!("../../../../data/demo/sites.toml");

#[derive(Debug, Deserialize)]
struct File {
    site: Vec<SiteEntry>,
    account: Vec<Account>,
}

#[derive(Debug, Deserialize)]
struct SiteEntry {
    id: String,
    name: String,
    address: String,
    postcode: String,
    phone: String,
    communes: Vec<String>,
    consent: String,
    link_worker_phone: String,
    dpo: String,
    dpo_email: String,
    basis: String,
}

/// One account as the file tells it.
#[derive(Clone, Debug, Deserialize)]
pub struct Account {
    pub email: String,
    pub role: String,
    pub given_name: String,
    pub family_name: String,
    pub profession: String,
    sites: Vec<String>,
    /// One of those shown to visitors.
    demo: bool,
}

impl Account {
    pub fn name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
    }

    /// # Errors
    /// [`Failure::DemoData`] for a role that is none.
    pub fn role(&self) -> Result<Role, Failure> {
        Role::from_code(&self.role).ok_or_else(|| broken("role", &self.role))
    }
}

/// The accounts a visitor is told of, one for each role.
///
/// # Errors
/// [`Failure::DemoData`].
pub fn shown_accounts() -> Result<Vec<Account>, Failure> {
    let mut accounts = read()?.account;
    accounts.retain(|account| account.demo);
    Ok(accounts)
}

/// Makes every site and account. The phrase is hashed once for all of them: hashing is slow on
/// purpose.
pub(super) async fn load(tx: &mut Tx, now: Timestamp) -> Result<(), Failure> {
    let File { site, account } = read()?;
    let kept = tokio::task::spawn_blocking(hashed).await.map_err(|e| Failure::Other(e.to_string()))??;
    let mut made = HashMap::new();
    for entry in &site {
        made.insert(entry.id.as_str(), (make_site(tx, entry, now).await?, entry));
    }
    for account in &account {
        let id = make_account(tx, account, &made, &kept, now).await?;
        if account.role()? == Role::Administrator {
            for (site, entry) in made.values().filter(|(_, entry)| account.sites.contains(&entry.id)) {
                say_who_answers(tx, (id, *site), entry, now).await?;
            }
        }
    }
    Ok(())
}

/// The team itself, with somebody to ask.
async fn say_who_answers(
    tx: &mut Tx,
    (by, id): (AccountId, SiteId),
    entry: &SiteEntry,
    now: Timestamp,
) -> Result<(), Failure> {
    let site = sites::find(tx, id).await?.ok_or_else(|| broken("site", &entry.id))?;
    let email = Email::parse(&entry.dpo_email).ok_or_else(|| broken("dpo_email", &entry.dpo_email))?;
    let controller = Controller {
        name: site.name,
        address: site.address,
        officer: Officer { name: Some(entry.dpo.clone()), email: Some(email), phone: None },
        basis: Basis::from_code(&entry.basis).ok_or_else(|| broken("basis", &entry.basis))?,
        host: None,
        backup_days: None,
    };
    privacy::controller::say(tx, (by, now), id, &controller).await?;
    Ok(())
}

fn read() -> Result<File, Failure> {
    toml::from_str(SITES).map_err(|error| Failure::DemoData(error.message().to_owned()))
}

fn hashed() -> Result<String, Failure> {
    let phrase = PassPhrase::choose(PASS_PHRASE).map_err(|weak| Failure::Other(weak.to_string()))?;
    phrase.hash().map_err(|error| Failure::Other(error.to_string()))
}

async fn make_site(tx: &mut Tx, entry: &SiteEntry, now: Timestamp) -> Result<SiteId, Failure> {
    let codes =
        entry.communes.iter().map(|code| CommuneCode::parse(code).ok_or_else(|| broken("commune", code)));
    let communes = codes.collect::<Result<Vec<CommuneCode>, Failure>>()?;
    let mut towns = Vec::new();
    for code in &communes {
        towns.extend(directory::gazetteer::Gazetteer::load().get(code).map(|commune| commune.name));
    }
    let site = Site {
        id: SiteId::new(),
        name: entry.name.clone(),
        address: format!("{}, {} {}", entry.address, entry.postcode, towns.join(", ")),
        phone: phone(&entry.phone)?,
        consent_mode: ConsentMode::from_code(&entry.consent)
            .ok_or_else(|| broken("consent", &entry.consent))?,
    };
    sites::insert(tx, &site, &communes, now).await?;
    Ok(site.id)
}

async fn make_account(
    tx: &mut Tx,
    account: &Account,
    made: &HashMap<&str, (SiteId, &SiteEntry)>,
    kept: &str,
    now: Timestamp,
) -> Result<AccountId, Failure> {
    let role = account.role()?;
    let own: Vec<&(SiteId, &SiteEntry)> =
        account.sites.iter().filter_map(|site| made.get(site.as_str())).collect();
    let number = match (role, own.first()) {
        (Role::LinkWorker, Some((_, site))) => Some(phone(&site.link_worker_phone)?.e164().to_owned()),
        _ => None,
    };
    let email = Email::parse(&account.email).ok_or_else(|| broken("email", &account.email))?;
    let new = NewAccount { id: AccountId::new(), name: account.name(), email, phone: number };
    accounts::insert(tx, &new, now).await?;
    accounts::set_password(tx, new.id, kept).await?;
    for (site, _) in own {
        accounts::join(tx, new.id, *site, role).await?;
    }
    Ok(new.id)
}

fn phone(text: &str) -> Result<Phone, Failure> {
    Phone::parse(text).ok_or_else(|| broken("phone", text))
}

fn broken(what: &str, value: &str) -> Failure {
    Failure::DemoData(format!("sites.toml, {what} {value}"))
}
