//! `/droits/{person}/copie.json`.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use kernel::id::{PersonId, SiteId};
use platform::accounts::Reauthenticated;
use platform::audit::Action;
use platform::db::{DbError, Tx};
use platform::web::may::{May, RunCaseload};
use platform::web::{Nope, Path};

use super::{Stands, stands};
use crate::act::Acting;
use crate::rights::{Copier, acts, rows};

/// A file to be handed to the person; the trail keeps that it was made. Its name tells nobody whose it is.
pub(in crate::rights) async fn show(
    may: May<RunCaseload>,
    _: Reauthenticated,
    Path(person): Path<PersonId>,
) -> Result<Response, Nope> {
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    let out = taken_out(&mut tx, &may, person).await?;
    acting.trace(&mut tx, Action::Copied, person, out.site).await?;
    let copy = Copier::new(&mut tx).await?.of(&mut tx, person, acting.now).await?;
    out.put_away(&mut tx, person).await?;
    tx.commit().await?;
    let text = serde_json::to_string_pretty(&copy.json()).map_err(|error| Nope::Broken(error.to_string()))?;
    let headers = [
        (CONTENT_TYPE, "application/json"),
        (CONTENT_DISPOSITION, "attachment; filename=\"copie-des-donnees.json\""),
    ];
    Ok((headers, text).into_response())
}

/// Rows where queries find them, those of somebody frozen too.
pub(super) struct TakenOut {
    pub(super) site: SiteId,
    is_frozen: bool,
}

/// For as long as it takes to read them.
///
/// # Errors
/// [`Nope::NotFound`] for nobody, and for whom this account may not be shown.
pub(super) async fn taken_out(
    tx: &mut Tx,
    may: &May<RunCaseload>,
    person: PersonId,
) -> Result<TakenOut, Nope> {
    let stands = stands(tx, may, person).await?;
    let is_frozen = matches!(stands, Stands::Frozen(_));
    if is_frozen {
        acts::put_back(tx, person).await?;
    }
    Ok(TakenOut { site: stands.site(), is_frozen })
}

impl TakenOut {
    /// As they were found: whoever was frozen is again.
    pub(super) async fn put_away(self, tx: &mut Tx, person: PersonId) -> Result<(), DbError> {
        if self.is_frozen {
            rows::take(tx, person).await?;
        }
        Ok(())
    }
}
