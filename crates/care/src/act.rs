//! Who does something, where and when: what every act is told.

use std::collections::BTreeSet;

use jiff::Timestamp;
use kernel::id::{AccountId, SiteId};
use platform::accounts;
use platform::app::App;
use platform::audit::{self, Action, Kind, Subject, Who};
use platform::db::{DbError, Tx};
use platform::outbox::{self, Mail};
use platform::web::may::{Asks, May};

use crate::words::{Words, words};

/// The doer of an act.
#[derive(Clone, Debug)]
pub struct Acting<'a> {
    pub app: &'a App,
    pub who: Who,
    pub now: Timestamp,
}

impl<'a> Acting<'a> {
    pub fn new(app: &'a App, who: Who) -> Acting<'a> {
        Acting { app, who, now: app.clock().now() }
    }

    pub fn by<P: Asks>(may: &'a May<P>) -> Acting<'a> {
        Acting::new(may.app(), may.who())
    }

    pub fn account(&self) -> Option<AccountId> {
        self.who.account()
    }

    /// Leaves the act's one entry in the trail.
    ///
    /// # Errors
    /// [`DbError`] of the store.
    pub async fn trace(
        &self,
        tx: &mut Tx,
        action: Action,
        subject: impl Into<Subject>,
        site: SiteId,
    ) -> Result<(), DbError> {
        audit::note(tx, self.who, action, subject, Some(site), self.now).await
    }

    /// Writes to an account in its own language; to nobody when there is none any more.
    ///
    /// # Errors
    /// [`DbError`] of the store.
    pub(crate) async fn write_to(
        &self,
        tx: &mut Tx,
        account: AccountId,
        letter: impl FnOnce(&Words) -> (String, String),
    ) -> Result<(), DbError> {
        let Some(reader) = accounts::find(tx, account).await? else { return Ok(()) };
        let (subject, body) = letter(words(reader.lang.unwrap_or_default()));
        outbox::put(tx, &Mail { to: reader.email, subject, body }, self.now).await
    }

    /// Leaves an entry at each team whose list was shown: its administrator reads of it there.
    ///
    /// # Errors
    /// [`DbError`] of the store.
    pub async fn trace_list(
        &self,
        tx: &mut Tx,
        kind: Kind,
        sites: impl IntoIterator<Item = SiteId>,
    ) -> Result<(), DbError> {
        for site in sites.into_iter().collect::<BTreeSet<SiteId>>() {
            audit::note(tx, self.who, Action::Listed, Subject::list(kind), Some(site), self.now).await?;
        }
        Ok(())
    }
}
