//! `/droits/{person}/effacer`: for good, by a coordinator who just proved who they are.

use askama::Template;
use kernel::id::PersonId;
use platform::accounts::Reauthenticated;
use platform::web::may::{May, ShareTheLoad};
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Path, Problems, Ui, once};
use serde::Deserialize;

use super::{Stands, coordinated};
use crate::act::Acting;
use crate::person;
use crate::rights::acts::{self, By};
use crate::rights::model::Erasure;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "rights/pages/erase.html")]
struct ErasePage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    id: PersonId,
    name: String,
    /// Somebody follows them today.
    is_followed: bool,
    problems: Problems,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(in crate::rights) struct Typed {
    once: String,
    sure: String,
}

pub(in crate::rights) async fn show(
    may: May<ShareTheLoad>,
    _: Reauthenticated,
    Path(id): Path<PersonId>,
) -> Answer {
    page::show(&asked(&may, id, Problems::default()).await?)
}

pub(in crate::rights) async fn erase(
    may: May<ShareTheLoad>,
    _: Reauthenticated,
    Path(id): Path<PersonId>,
    Form(typed): Form<Typed>,
) -> Answer {
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    // The first press leaves nobody to be found by a second.
    if let Some(earlier) = once::earlier(&mut tx, &typed.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let site = coordinated(&mut tx, &may, id).await?.site();
    if typed.sure != "yes" {
        drop(tx);
        let mut problems = Problems::default();
        problems.add("sure", words(may.lang).rights_erase_sure_needed());
        return page::with_problems(&asked(&may, id, problems).await?);
    }
    acts::erase(&mut tx, By { who: acting.who, now: acting.now }, (id, site), Erasure::Asked).await?;
    once::commit(tx, &typed.once, Some(may.id()), "/droits?fait=effacee", acting.now).await
}

async fn asked(may: &May<ShareTheLoad>, id: PersonId, problems: Problems) -> Result<ErasePage<'_>, Nope> {
    let mut tx = may.app().db().read().await?;
    let (name, is_followed) = match coordinated(&mut tx, may, id).await? {
        Stands::Frozen(frozen) => (frozen.name, false),
        Stands::Open(site) => {
            let person = person::find(&mut tx, id).await?.ok_or(Nope::NotFound)?;
            let open = crate::caseload::open_of_person(&mut tx, id, site).await?;
            (person.addressed(), open.is_some())
        }
    };
    Ok(ErasePage { ui: &may.ui, w: words(may.lang), id, name, is_followed, problems })
}
