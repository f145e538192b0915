//! The screens of mass exports.

pub(super) mod decide;
pub(super) mod list;
pub(super) mod take;

use kernel::id::MassExportId;
use platform::db::Tx;
use platform::web::Nope;
use platform::web::may::{AnswerForData, May};

use super::model::MassExport;
use super::sql;

/// One of a team this account answers for the data of.
///
/// # Errors
/// [`Nope::NotFound`] for everybody else.
async fn found(tx: &mut Tx, may: &May<AnswerForData>, id: MassExportId) -> Result<MassExport, Nope> {
    let export = sql::find(tx, id).await?.ok_or(Nope::NotFound)?;
    let is_theirs = may.sites().any(|site| site == export.site);
    if is_theirs { Ok(export) } else { Err(Nope::NotFound) }
}
