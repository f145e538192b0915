//! Who does something, where and when: what every act is told.

use std::collections::BTreeSet;

use jiff::Timestamp;
use kernel::id::{AccountId, SiteId};
use platform::app::App;
use platform::audit::{self, Action, Kind, Subject, Who};
use platform::db::{DbError, Tx};
use platform::web::may::{Asks, May};

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
