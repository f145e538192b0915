//! The letter after three calls without an answer: printed, posted, noted.

use askama::Template;
use kernel::id::CaseId;
use platform::accounts::{Site, sites};
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer};
use platform::web::{Nope, Path, Ui, dates};

use crate::act::Acting;
use crate::caseload::acts;
use crate::caseload::model::Case;
use crate::person::{self, Person};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "caseload/pages/letter.html")]
struct LetterPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    case: Case,
    person: Person,
    site: Site,
    from: &'a str,
}

impl LetterPage<'_> {
    fn day(&self) -> String {
        dates::plain(self.ui.today(), self.ui.lang)
    }
}

pub(in crate::caseload) async fn show(may: May<RunCaseload>, Path(id): Path<CaseId>) -> Answer {
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    let case = acts::open_to_read(&mut tx, &acting, id).await?;
    let person = person::find(&mut tx, case.person_id).await?.ok_or(Nope::NotFound)?;
    let site = sites::find(&mut tx, case.site_id).await?.ok_or(Nope::NotFound)?;
    tx.commit().await?;
    page::show(&LetterPage { ui: &may.ui, w: words(may.lang), case, person, site, from: &may.account.name })
}
