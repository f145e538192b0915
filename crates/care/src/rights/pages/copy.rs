//! `/droits/{person}/copie.json`.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use kernel::id::PersonId;
use platform::accounts::Reauthenticated;
use platform::audit::Action;
use platform::web::may::{May, RunCaseload};
use platform::web::{Nope, Path};

use super::{Stands, stands};
use crate::act::Acting;
use crate::rights::{acts, copy, rows};

/// A file to be handed to the person; the trail keeps that it was made. Its name tells nobody whose it is.
pub(in crate::rights) async fn show(
    may: May<RunCaseload>,
    _: Reauthenticated,
    Path(person): Path<PersonId>,
) -> Result<Response, Nope> {
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    let stands = stands(&mut tx, &may, person).await?;
    acting.trace(&mut tx, Action::Copied, person, stands.site()).await?;
    let is_frozen = matches!(stands, Stands::Frozen(_));
    // Where they were for as long as it takes to read them.
    if is_frozen {
        acts::put_back(&mut tx, person).await?;
    }
    let copy = copy::of_person(&mut tx, person, acting.now).await?;
    if is_frozen {
        rows::take(&mut tx, person).await?;
    }
    tx.commit().await?;
    let text = serde_json::to_string_pretty(&copy).map_err(|error| Nope::Broken(error.to_string()))?;
    let headers = [
        (CONTENT_TYPE, "application/json"),
        (CONTENT_DISPOSITION, "attachment; filename=\"copie-des-donnees.json\""),
    ];
    Ok((headers, text).into_response())
}
