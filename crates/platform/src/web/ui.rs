//! What every page knows: the language, who is signed in, and how to draw the frame.

use axum::extract::FromRequestParts;
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;
use jiff::civil::Date;
use kernel::Lang;
use kernel::id::SiteId;
use kernel::role::{Permission, Role};
use uuid::Uuid;

use super::client::Whence;
use super::navigation::{Item, Menu};
use super::nope::Nope;
use super::session;
use super::speak::LANG_COOKIE;
use crate::accounts::Account;
use crate::accounts::obligation::Short;
use crate::accounts::sessions::Whose;
use crate::app::App;
use crate::words::{Words, words};

/// How somebody sees the application, whoever they are.
#[derive(Clone, Debug)]
pub struct Ui {
    pub app: App,
    pub lang: Lang,
    pub account: Option<Account>,
    /// Whoever signed in by less than their role asks for: for pages, nobody is signed in.
    pub(crate) short: Option<Short>,
    /// Path and query of the page being shown, to come back to it.
    pub here: String,
    /// From where, as the journal of sign-ins keeps it.
    pub(crate) whence: Whence,
}

impl Ui {
    /// The frame's own words.
    pub fn frame(&self) -> &'static Words {
        words(self.lang)
    }

    /// For templates, where a method's answer is passed on and a field would be borrowed.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    pub fn today(&self) -> Date {
        self.app.clock().today()
    }

    /// Whose name stands at the top of the page.
    pub fn whoever(&self) -> Option<&Account> {
        self.account.as_ref().or_else(|| self.short.as_ref().map(|short| &short.account))
    }

    pub fn is_demo(&self) -> bool {
        self.app.settings().demo
    }

    /// Whether whoever looks at this page may do that.
    pub fn may(&self, permission: Permission) -> bool {
        self.account.as_ref().is_some_and(|account| account.may(permission))
    }

    /// Whether whoever looks at this page is that at that site.
    pub fn is_at(&self, role: Role, site: SiteId) -> bool {
        self.account.as_ref().is_some_and(|account| account.is_at(role, site))
    }

    /// A built file's address.
    pub fn asset(&self, name: &str) -> &'static str {
        assets::url(name)
    }

    /// A fresh key for a form that must take effect once.
    pub fn once(&self) -> String {
        Uuid::new_v4().to_string()
    }

    pub fn menu(&self) -> Vec<Item> {
        self.filled_menu().sorted()
    }

    /// Links at the foot of every page.
    pub fn foot(&self) -> Vec<Item> {
        self.filled_menu().at_foot()
    }

    fn filled_menu(&self) -> Menu {
        let mut menu = Menu::new(&self.here);
        for module in self.app.modules() {
            (module.navigation)(self, &mut menu);
        }
        menu
    }

    /// The language this page is not in.
    pub fn other_lang(&self) -> Lang {
        match self.lang {
            Lang::Fr => Lang::En,
            Lang::En => Lang::Fr,
        }
    }
}

impl FromRequestParts<App> for Ui {
    type Rejection = Nope;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Ui, Nope> {
        let Whose { account, short } = session::whose(&parts.headers, app).await?;
        let lang = spoken(parts, account.as_ref());
        let here = parts.uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string);
        Ok(Ui { app: app.clone(), lang, account, short, here, whence: Whence::of(parts) })
    }
}

/// What this browser chose, else what the account prefers, else what the browser asks for.
fn spoken(parts: &Parts, account: Option<&Account>) -> Lang {
    let chosen = session::cookie(&parts.headers, LANG_COOKIE).and_then(|code| Lang::from_code(&code));
    let preferred = account.and_then(|account| account.lang);
    let asked = parts.headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    chosen.or(preferred).unwrap_or_else(|| Lang::negotiate(asked.unwrap_or_default()))
}
