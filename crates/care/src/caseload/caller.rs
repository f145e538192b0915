//! Whom a person calls, as their papers name them.

use kernel::contact::Phone;
use platform::accounts::{Site, sites};
use platform::db::Tx;
use platform::web::Nope;

use super::model::Case;
use super::sql;

/// Whoever follows the case, or the team.
#[derive(Clone, Debug)]
pub(crate) struct Caller {
    /// None when nobody follows it yet.
    name: Option<String>,
    pub(crate) site: Site,
    /// Theirs, or the team's.
    pub(crate) phone: Phone,
}

impl Caller {
    /// # Errors
    /// The store's.
    pub(crate) async fn of(tx: &mut Tx, case: &Case) -> Result<Caller, Nope> {
        let site = sites::find(tx, case.site_id).await?.ok_or(Nope::NotFound)?;
        let (name, phone) = match case.link_worker {
            Some(account) => sql::caller(tx, account).await?.unzip(),
            None => (None, None),
        };
        let own = phone.flatten().and_then(|typed| Phone::parse(&typed));
        Ok(Caller { name, phone: own.unwrap_or_else(|| site.phone.clone()), site })
    }

    /// « Nadia Belkacem », or the team.
    pub(crate) fn who(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.site.name)
    }

    /// « Nadia », of « Nadia Belkacem ».
    pub(crate) fn first_name(&self) -> Option<&str> {
        self.name.as_deref()?.split(' ').next()
    }

    /// « Nadia Belkacem, Maison de santé des Essarts », or the team alone.
    pub(crate) fn at_team(&self) -> String {
        match &self.name {
            Some(name) => format!("{name}, {}", self.site.name),
            None => self.site.name.clone(),
        }
    }
}
