//! What a signed link leads to.

use kernel::id::VerificationRequestId;
use platform::db::Tx;
use platform::web::{Nope, Ui};

use crate::organization::{self, Organization};
use crate::resource::{ResourceId, ResourceRow};
use crate::verification::mails::PURPOSE;
use crate::verification::model::Request;
use crate::verification::{offered, sql};

/// An organization's link, and all it offers by name.
pub(super) struct Behind {
    pub(super) request: Request,
    pub(super) organization: Organization,
    pub(super) offered: Vec<ResourceRow>,
}

impl Behind {
    /// # Errors
    /// [`Nope::AlteredLink`], [`Nope::ExpiredLink`], also once the organization has left the
    /// directory.
    pub(super) async fn open(tx: &mut Tx, ui: &Ui, token: &str) -> Result<Behind, Nope> {
        let id = VerificationRequestId(ui.app.key().verify(PURPOSE, token, ui.app.clock().now())?);
        let request = sql::request(tx, id).await?.ok_or(Nope::AlteredLink)?;
        let organization = organization::listed(tx, &request.organization).await?.ok_or(Nope::ExpiredLink)?;
        let offered = offered(tx, &organization.id).await?;
        Ok(Behind { request, organization, offered })
    }

    /// Only what this organization offers: a link opens nobody else's entries.
    pub(super) fn entry(&self, id: &ResourceId) -> Result<&ResourceRow, Nope> {
        self.offered.iter().find(|row| row.id == id.as_str()).ok_or(Nope::NotFound)
    }
}
