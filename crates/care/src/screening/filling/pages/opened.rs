//! A filling opened: to read, or to change, which nobody else does until the transaction ends.

use axum::response::Response;
use jiff::civil::Date;
use kernel::id::{CaseId, FillingId};
use platform::db::Tx;
use platform::web::may::{May, RunCaseload};
use platform::web::{Nope, Problems, Ui, once, page};

use crate::act::Acting;
use crate::caseload::Case;
use crate::caseload::acts::{open_to_change, open_to_print, open_to_read};
use crate::screening::filling::model::Filling;
use crate::screening::filling::{acts, sql};
use crate::screening::pages::tell;
use crate::screening::safety;

/// A filling of a case this account may open, with an entry in the trail.
pub(super) async fn read(
    may: &May<RunCaseload>,
    case: CaseId,
    filling: FillingId,
) -> Result<(Case, Filling), Nope> {
    let mut tx = may.app().db().begin().await?;
    let case = open_to_read(&mut tx, &Acting::by(may), case).await?;
    let filling = found(&mut tx, &case, filling).await?;
    tx.commit().await?;
    Ok((case, filling))
}

/// The same for paper that is handed over.
pub(super) async fn read_to_print(
    may: &May<RunCaseload>,
    case: CaseId,
    filling: FillingId,
) -> Result<Filling, Nope> {
    let mut tx = may.app().db().begin().await?;
    let case = open_to_print(&mut tx, &Acting::by(may), case).await?;
    let filling = found(&mut tx, &case, filling).await?;
    tx.commit().await?;
    Ok(filling)
}

/// # Errors
/// [`Nope::NotFound`] for one of another case.
async fn found(tx: &mut Tx, case: &Case, id: FillingId) -> Result<Filling, Nope> {
    let filling = sql::find(tx, id).await?.filter(|filling| filling.case == case.id);
    filling.ok_or(Nope::NotFound)
}

/// Opened to change.
pub(super) struct Taken<'a> {
    pub(super) tx: Tx,
    pub(super) case: Case,
    pub(super) filling: Filling,
    pub(super) acting: Acting<'a>,
    /// Of the form that was sent.
    key: &'a str,
}

/// The filling; or where to go instead: what an earlier sending of the form led to, or the person's measures
/// once it is not open any more.
///
/// # Errors
/// [`Nope::NotFound`] for a case this account does not open, or a filling of another; the store's.
pub(super) async fn take<'a>(
    may: &'a May<RunCaseload>,
    (case, filling): (CaseId, FillingId),
    key: &'a str,
) -> Result<Result<Taken<'a>, Response>, Nope> {
    let acting = Acting::by(may);
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, key, Some(may.id())).await? {
        return Ok(Err(earlier));
    }
    let case = open_to_change(&mut tx, &acting, case, None).await?;
    let filling = found(&mut tx, &case, filling).await?;
    if !sql::take(&mut tx, filling.id, acting.now).await? {
        return Ok(Err(page::see(&measures(&case))?));
    }
    // Anew: somebody may have answered just before.
    let filling = found(&mut tx, &case, filling.id).await?;
    Ok(Ok(Taken { tx, case, filling, acting, key }))
}

impl Taken<'_> {
    /// Keeps what was done, and leads on.
    ///
    /// # Errors
    /// The store's.
    pub(super) async fn commit(self, next: &str) -> Result<Response, Nope> {
        once::commit(self.tx, self.key, self.acting.account(), next, self.acting.now).await
    }

    /// Makes a measure of it; what is refused becomes a problem, and gives the case back.
    ///
    /// # Errors
    /// The store's.
    pub(super) async fn finish(
        mut self,
        held_on: Option<Date>,
        ui: &Ui,
        problems: &mut Problems,
    ) -> Result<Result<Response, Case>, Nope> {
        let Some(held_on) = held_on.filter(|_| problems.is_empty()) else { return Ok(Err(self.case)) };
        let home = measures(&self.case);
        match acts::finish(&mut self.tx, &self.acting, &self.case, &self.filling, held_on).await? {
            Ok(kept) => {
                let next = safety::after(&mut self.tx, kept, home).await?;
                Ok(Ok(self.commit(&next).await?))
            }
            Err(refused) => {
                let (field, text) = tell(refused, ui.lang);
                problems.add(field, text);
                Ok(Err(self.case))
            }
        }
    }
}

fn measures(case: &Case) -> String {
    format!("/personnes/{}/mesures", case.id)
}
