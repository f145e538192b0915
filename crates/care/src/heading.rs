//! What stands at the top of every page of a person's file: whose it is, and the way back to it.

use kernel::id::CaseId;
use platform::db::Tx;
use platform::web::Nope;

use crate::caseload::Case;
use crate::person;

/// Drawn by `heading.html`, and by `closed.html` when the case is closed.
#[derive(Clone, Debug)]
pub(crate) struct Heading {
    pub(crate) case: CaseId,
    /// « Mme Aline Dumont ».
    pub(crate) name: String,
    /// A closed case is read, not changed.
    pub(crate) is_open: bool,
}

impl Heading {
    /// # Errors
    /// The store's.
    pub(crate) async fn of(tx: &mut Tx, case: &Case) -> Result<Heading, Nope> {
        let person = person::find(tx, case.person_id).await?.ok_or(Nope::NotFound)?;
        Ok(Heading { case: case.id, name: person.addressed(), is_open: case.is_open() })
    }
}
