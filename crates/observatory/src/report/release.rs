//! Letting everybody read a report.

use platform::audit::{self, Action, Kind, Subject};
use platform::web::may::{May, ReadFigures};
use platform::web::page::Answer;
use platform::web::{Form, Nope, Path, once};
use serde::Deserialize;

use super::{access, address};
use crate::frozen::{self, Scope, Span};

#[derive(Deserialize)]
pub(super) struct Sent {
    once: String,
}

/// By whoever coordinates the team, once it is frozen; there is no way back, as nobody unreads.
pub(super) async fn release(
    may: May<ReadFigures>,
    Path((scope, span)): Path<(Scope, Span)>,
    Form(sent): Form<Sent>,
) -> Answer {
    let Scope::Team(site) = scope else { return Err(Nope::NotFound) };
    if !access::writes(&may.account, scope) {
        return Err(Nope::NotFound);
    }
    let now = may.app().clock().now();
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &sent.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    frozen::find(&mut tx, scope, span).await?.ok_or(Nope::NotFound)?;
    if frozen::release(&mut tx, site, span, (may.id(), now)).await? {
        let figures = Subject::list(Kind::Figures);
        audit::note(&mut tx, may.who(), Action::Released, figures, Some(site), now).await?;
    }
    let here = format!("{}?fait=oui", address(scope, span));
    once::commit(tx, &sent.once, Some(may.id()), &here, now).await
}
