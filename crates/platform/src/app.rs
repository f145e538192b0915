//! What one running server holds, and how a bounded context plugs itself in.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::fmt::Display;
use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use kernel::Clock;
use kernel::Lang;
use kernel::contact::Email;
use kernel::role::Role;
use sqlx::migrate::Migrator;
use url::Url;

use crate::db::postgres::is_this_machine;
use crate::db::{Db, DbError};
use crate::held::Held;
use crate::jobs::JobKind;
use crate::kept;
use crate::web::link::SigningKey;
use crate::web::navigation::Menu;
use crate::web::routes::Routes;
use crate::web::ui::Ui;
use crate::web::visits::Visits;

/// A bounded context: its tables, pages, entries of the menu and jobs.
#[derive(Clone, Copy, Debug)]
pub struct Module {
    pub migrations: &'static Migrator,
    pub routes: fn() -> Routes,
    pub navigation: fn(&Ui, &mut Menu),
    pub jobs: &'static [JobKind],
    /// Names of those that run once a day.
    pub daily: &'static [&'static str],
    /// What its tables hold of persons, in words.
    pub held: fn(Lang) -> Held,
}

/// What the deployer chose.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where people reach us, without a final slash: links in e-mails start with it.
    pub public_url: String,
    /// The sender of every e-mail.
    pub mail_from: String,
    /// Another origin that pages may draw pictures from, such as `https://tiles.example.org`; without
    /// one, a page reaches nobody but us.
    pub pictures_from: Option<String>,
    /// To whom the trail's mark of the day is sent.
    pub anchor_to: Option<Email>,
    /// At the end of which file it is written.
    pub anchor_file: Option<PathBuf>,
    /// Where who was erased is written down, for the day an older backup is brought back.
    pub erased_file: Option<PathBuf>,
    /// Other machines that data go through.
    pub servers: Servers,
    /// Roles that sign in by two steps, or by what is worth two.
    pub second_step: Vec<Role>,
    /// Forms of visitors taken in an hour, all together.
    pub visitor_forms: u32,
    /// What time takes away.
    pub kept: kept::Months,
    /// Demonstration: persons are invented and said to be, e-mails are shown on a page.
    pub demo: bool,
}

/// Machines the deployer named, by host; none where there is none, or it is this one.
#[derive(Clone, Debug, Default)]
pub struct Servers {
    pub mail: Option<String>,
    pub store: Option<String>,
    /// The copy that reports are read from.
    pub reports: Option<String>,
}

impl Servers {
    /// From the addresses of the settings: never a user, nor their password.
    pub fn of(mail: Option<&str>, store: &str, reports: Option<&str>) -> Servers {
        Servers {
            mail: mail.and_then(elsewhere),
            store: elsewhere(store),
            reports: reports.and_then(elsewhere),
        }
    }
}

/// The host of an address, unless it is a file's or this machine's.
fn elsewhere(address: &str) -> Option<String> {
    let host = Url::parse(address).ok()?.host_str()?.to_lowercase();
    (!is_this_machine(&host) && !address.starts_with("sqlite:")).then_some(host)
}

/// Four times what a large territory sends in its busiest hour.
pub const USUAL_VISITOR_FORMS: u32 = 120;

impl Settings {
    /// Secure cookies wherever the browser speaks TLS to us.
    pub fn is_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    /// A path of ours as it stands in an e-mail.
    pub fn address(&self, path: impl Display) -> String {
        format!("{}{path}", self.public_url)
    }
}

/// Shared by every request; cloning is cheap.
#[derive(Clone)]
pub struct App(Arc<Inner>);

#[derive(Clone)]
struct Inner {
    db: Db,
    clock: Clock,
    wall: Clock,
    key: SigningKey,
    settings: Settings,
    modules: Vec<Module>,
    parts: HashMap<TypeId, Arc<dyn Any + Send + Sync>>,
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App").field("settings", &self.0.settings).finish_non_exhaustive()
    }
}

/// Collects what an [`App`] is made of.
#[derive(Debug)]
pub struct AppBuilder {
    pub db: Db,
    /// The present of referrals, reminders and expiries; the demo moves it.
    pub clock: Clock,
    /// The present of sessions and passwords; nobody moves it.
    pub wall: Clock,
    pub settings: Settings,
    pub modules: Vec<Module>,
}

impl AppBuilder {
    /// Brings the tables up to date and reads or makes the store's signing key.
    ///
    /// # Errors
    /// When a migration fails or the store cannot be written.
    pub async fn build(self) -> Result<App, AppError> {
        let folders: Vec<&Migrator> = self.modules.iter().map(|module| module.migrations).collect();
        self.db.migrate(&folders).await?;
        let mut tx = self.db.begin().await?;
        let key = SigningKey::of_store(&mut tx).await?;
        tx.commit().await?;
        Ok(App(Arc::new(Inner {
            db: self.db,
            clock: self.clock,
            wall: self.wall,
            key,
            settings: self.settings,
            modules: self.modules,
            parts: HashMap::new(),
        }))
        .with_part(Visits::default()))
    }
}

#[derive(Debug, thiserror::Error)]
pub enum AppError {
    #[error(transparent)]
    Db(#[from] DbError),
    #[error(transparent)]
    Secret(#[from] kernel::rng::SecretError),
}

impl App {
    pub fn db(&self) -> &Db {
        &self.0.db
    }

    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    pub fn wall(&self) -> &Clock {
        &self.0.wall
    }

    pub fn key(&self) -> &SigningKey {
        &self.0.key
    }

    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    pub fn modules(&self) -> &[Module] {
        &self.0.modules
    }

    /// Adds something a bounded context keeps in memory, before the server starts.
    #[must_use]
    pub fn with_part<T: Any + Send + Sync>(self, part: T) -> App {
        let mut parts = self.0.parts.clone();
        parts.insert(TypeId::of::<T>(), Arc::new(part));
        App(Arc::new(Inner { parts, ..Inner::clone(&self.0) }))
    }

    /// The same, as another deployer would have set it up.
    #[cfg(any(test, feature = "testing"))]
    #[must_use]
    pub fn with_settings(self, settings: Settings) -> App {
        App(Arc::new(Inner { settings, ..Inner::clone(&self.0) }))
    }

    /// What [`App::with_part`] added.
    pub fn part<T: Any + Send + Sync>(&self) -> Option<Arc<T>> {
        self.0.parts.get(&TypeId::of::<T>())?.clone().downcast().ok()
    }

    /// Every page of every module, behind the layers all of them share.
    pub fn router(&self) -> Router {
        crate::web::layers::around(self.routes().into_router(), self).with_state(self.clone())
    }

    /// Every address of every module, and who is let in there.
    pub fn routes(&self) -> Routes {
        self.modules().iter().fold(Routes::new(), |all, module| all.merge((module.routes)()))
    }

    pub fn job(&self, kind: &str) -> Option<&JobKind> {
        self.modules().iter().flat_map(|module| module.jobs).find(|job| job.name == kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_machines_are_named_by_their_host_alone() {
        let servers = Servers::of(
            Some("smtps://maillage:secret@Mail.Example.org:465"),
            "postgres://maillage:p%40ss@db.example.org:5432/maillage",
            Some("postgres://reports:p%40ss@Copy.example.org/maillage"),
        );
        assert_eq!(servers.mail.as_deref(), Some("mail.example.org"));
        assert_eq!(servers.store.as_deref(), Some("db.example.org"));
        assert_eq!(servers.reports.as_deref(), Some("copy.example.org"));
        for (mail, store) in [
            ("smtp://localhost:25", "sqlite:///var/lib/maillage/store.db"),
            ("smtp://127.0.0.1:25", "postgres://maillage@127.0.0.1:5432/maillage"),
            ("smtp://[::1]:25", "postgres:///maillage?host=/run/postgresql"),
            ("nowhere", "sqlite://store.db"),
        ] {
            let servers = Servers::of(Some(mail), store, Some(store));
            assert_eq!((servers.mail, servers.store, servers.reports), (None, None, None), "{mail} {store}");
        }
    }
}
