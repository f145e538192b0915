//! Who plays whom: accounts and sites as the store holds them.

use std::collections::HashMap;

use care::act::Acting;
use jiff::Timestamp;
use kernel::contact::Email;
use kernel::id::{AccountId, SiteId};
use platform::accounts::{self, Site, sites};
use platform::app::App;
use platform::audit::Who;
use platform::db::Tx;
use platform::web::Nope;

use super::super::script::model::{Life, Script};
use super::studies::Running;
use crate::Failure;

/// The application, the present of the story, and its accounts.
pub(super) struct Stage<'a> {
    app: &'a App,
    pub(super) now: Timestamp,
    pub(super) study: Option<Running>,
    accounts: HashMap<&'a str, AccountId>,
    /// By the prescriber's e-mail: each works at one site.
    sites: HashMap<&'a str, Site>,
}

impl<'a> Stage<'a> {
    pub(super) async fn set(app: &'a App, script: &'a Script) -> Result<Stage<'a>, Failure> {
        let mut stage = Stage {
            app,
            now: app.clock().now(),
            study: None,
            accounts: HashMap::new(),
            sites: HashMap::new(),
        };
        let mut tx = app.db().read().await?;
        for life in &script.lives {
            for email in [&life.prescriber, &life.link_worker] {
                stage.engage(&mut tx, email).await?;
            }
            stage.settle(&mut tx, &life.prescriber).await?;
        }
        Ok(stage)
    }

    pub(super) fn acting(&self, who: Who) -> Acting<'a> {
        Acting { app: self.app, who, now: self.now }
    }

    pub(super) fn prescriber(&self, life: &Life) -> Result<AccountId, Failure> {
        self.account(&life.prescriber)
    }

    pub(super) fn link_worker(&self, life: &Life) -> Result<AccountId, Failure> {
        self.account(&life.link_worker)
    }

    pub(super) fn site(&self, life: &Life) -> Result<&Site, Failure> {
        self.sites.get(life.prescriber.as_str()).ok_or_else(|| unknown(&life.prescriber))
    }

    /// Where most lives are told.
    pub(super) fn busiest(&self, script: &Script) -> Option<SiteId> {
        let mut lives: HashMap<SiteId, usize> = HashMap::new();
        for life in &script.lives {
            if let Some(site) = self.sites.get(life.prescriber.as_str()) {
                *lives.entry(site.id).or_default() += 1;
            }
        }
        lives.into_iter().max_by_key(|(site, count)| (*count, site.0)).map(|(site, _)| site)
    }

    fn account(&self, email: &str) -> Result<AccountId, Failure> {
        self.accounts.get(email).copied().ok_or_else(|| unknown(email))
    }

    async fn engage(&mut self, tx: &mut Tx, email: &'a str) -> Result<(), Failure> {
        if self.accounts.contains_key(email) {
            return Ok(());
        }
        let parsed = Email::parse(email).ok_or_else(|| unknown(email))?;
        let (id, _) = accounts::credentials(tx, &parsed).await?.ok_or_else(|| unknown(email))?;
        self.accounts.insert(email, id);
        Ok(())
    }

    async fn settle(&mut self, tx: &mut Tx, email: &'a str) -> Result<(), Failure> {
        if self.sites.contains_key(email) {
            return Ok(());
        }
        let account = accounts::find(tx, self.account(email)?).await?;
        let site: Option<SiteId> = account.and_then(|account| Some(account.memberships.first()?.site_id));
        let site = sites::find(tx, site.ok_or_else(|| unknown(email))?).await?;
        self.sites.insert(email, site.ok_or_else(|| unknown(email))?);
        Ok(())
    }
}

/// A step that a user could not have done either is a fault of the script.
pub(super) fn done<T, E: std::fmt::Display>(outcome: Result<Result<T, E>, Nope>) -> Result<T, Failure> {
    outcome?.map_err(|refusal| Failure::DemoData(refusal.to_string()))
}

/// What an earlier step must have told.
pub(super) fn known<T>(told: Option<T>) -> Result<T, Failure> {
    told.ok_or_else(|| Failure::DemoData("a step before the one it follows from".to_owned()))
}

fn unknown(email: &str) -> Failure {
    Failure::DemoData(format!("no account for {email}"))
}
