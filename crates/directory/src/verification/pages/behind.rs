//! What a signed link leads to.

use platform::db::Tx;
use platform::web::{Held, Nope};

use crate::organization::{self, Organization};
use crate::resource::{ResourceId, ResourceRow};
use crate::verification::mails::VerificationLink;
use crate::verification::model::Request;
use crate::verification::{offered, sql};

/// How an organization comes here.
pub(in crate::verification) type Link = Held<VerificationLink>;

/// An organization's link, and all it offers by name.
pub(super) struct Behind {
    pub(super) request: Request,
    pub(super) organization: Organization,
    pub(super) offered: Vec<ResourceRow>,
}

impl Behind {
    /// # Errors
    /// [`Nope::ExpiredLink`] once the organization has left the directory.
    pub(super) async fn open(tx: &mut Tx, link: &Link) -> Result<Behind, Nope> {
        let request = sql::request(tx, link.subject).await?.ok_or(Nope::AlteredLink)?;
        let organization = organization::listed(tx, &request.organization).await?.ok_or(Nope::ExpiredLink)?;
        let offered = offered(tx, &organization.id).await?;
        Ok(Behind { request, organization, offered })
    }

    /// Only what this organization offers: a link opens nobody else's entries.
    pub(super) fn entry(&self, id: &ResourceId) -> Result<&ResourceRow, Nope> {
        self.offered.iter().find(|row| row.id == id.as_str()).ok_or(Nope::NotFound)
    }
}
