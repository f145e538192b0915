//! What every decision shares: taken once, and on what was shown.

use kernel::id::DuplicateId;
use platform::db::Tx;
use platform::web::may::{May, VerifyDirectory};
use platform::web::page::Answer;
use platform::web::{Form, Nope, Path, once};
use serde::Deserialize;

use super::{list, pair};
use crate::duplicate::EntryId;
use crate::duplicate::acts::{self, NotDecided};
use crate::duplicate::model::{Decision, Refusal};
use crate::duplicate::sql::{self, Compared};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::duplicate) struct Said {
    once: String,
    seen: String,
    kept: String,
    departement: String,
}

pub(in crate::duplicate) async fn same(
    may: May<VerifyDirectory>,
    Path(id): Path<DuplicateId>,
    Form(said): Form<Said>,
) -> Answer {
    let kept = EntryId::parse(&said.kept).map_err(|_| Nope::Unreadable)?;
    decide(&may, id, &said, async |tx, compared, decision| acts::same(tx, compared, kept, decision).await)
        .await
}

pub(in crate::duplicate) async fn different(
    may: May<VerifyDirectory>,
    Path(id): Path<DuplicateId>,
    Form(said): Form<Said>,
) -> Answer {
    decide(&may, id, &said, async |tx, compared, decision| acts::different(tx, compared, decision).await)
        .await
}

pub(in crate::duplicate) async fn undo(
    may: May<VerifyDirectory>,
    Path(id): Path<DuplicateId>,
    Form(said): Form<Said>,
) -> Answer {
    decide(&may, id, &said, async |tx, compared, decision| acts::undo(tx, compared, decision).await).await
}

async fn decide(
    may: &May<VerifyDirectory>,
    id: DuplicateId,
    said: &Said,
    act: impl AsyncFnOnce(&mut Tx, &Compared, Decision) -> Result<(), NotDecided>,
) -> Answer {
    let now = may.app().clock().now();
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &said.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let compared = sql::find(&mut tx, id).await?.ok_or(Nope::NotFound)?;
    if pair::seen(&compared) != said.seen {
        return Err(Nope::Changed);
    }
    act(&mut tx, &compared, Decision { by: may.id(), at: now }).await?;
    let location = list::after(&compared.pair, list::departement_code(&said.departement));
    once::commit(tx, &said.once, Some(may.id()), &location, now).await
}

impl From<NotDecided> for Nope {
    fn from(error: NotDecided) -> Nope {
        match error {
            NotDecided::Store(error) => Nope::Store(error),
            NotDecided::Refused(Refusal::Stranger) => Nope::Unreadable,
            NotDecided::Refused(Refusal::Decided | Refusal::Undecided) | NotDecided::Changed => Nope::Changed,
        }
    }
}
