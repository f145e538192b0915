//! What a mass export is.

use kernel::id::{MassExportId, SiteId};

use crate::takes_two::Request;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct MassExport {
    pub(super) id: MassExportId,
    pub(super) site: SiteId,
    pub(super) request: Request,
}
