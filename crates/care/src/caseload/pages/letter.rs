//! The letter after three calls without an answer: printed, posted, noted.

use askama::Template;
use kernel::id::CaseId;
use platform::accounts::sites;
use platform::db::Tx;
use platform::paper::Wanted;
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer};
use platform::web::{Nope, Path, Ui};

use crate::act::Acting;
use crate::caseload::acts::{open_to_print, open_to_read};
use crate::caseload::model::Case;
use crate::letter::{self, Letter};
use crate::person;
use crate::referral::{self, Origin};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "caseload/pages/letter.html")]
struct LetterPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    case: CaseId,
    letter: Letter,
}

pub(in crate::caseload) async fn show(may: May<RunCaseload>, Path(id): Path<CaseId>) -> Answer {
    let mut tx = may.app().db().begin().await?;
    let case = open_to_read(&mut tx, &Acting::by(&may), id).await?;
    let letter = written(&mut tx, &may, &case).await?;
    tx.commit().await?;
    page::show(&LetterPage { ui: &may.ui, w: words(may.lang), case: id, letter })
}

pub(in crate::caseload) async fn paper(
    may: May<RunCaseload>,
    wanted: Wanted,
    Path(id): Path<CaseId>,
) -> Answer {
    let mut tx = may.app().db().begin().await?;
    let case = open_to_print(&mut tx, &Acting::by(&may), id).await?;
    let letter = written(&mut tx, &may, &case).await?;
    tx.commit().await?;
    wanted.handed(&letter::PAPER, letter.filled(), &may.ui).await
}

async fn written(tx: &mut Tx, may: &May<RunCaseload>, case: &Case) -> Result<Letter, Nope> {
    let person = person::find(tx, case.person_id).await?.ok_or(Nope::NotFound)?;
    let site = sites::find(tx, case.site_id).await?.ok_or(Nope::NotFound)?;
    let referral = referral::find(tx, case.referral_id).await?.ok_or(Nope::NotFound)?;
    let prescriber = referral::prescriber_name(tx, case.referral_id).await?;
    let w = words(may.lang);
    let tried = if person.phone.is_some() { w.letter_tried() } else { w.letter_without_phone() };
    let why = format!("{} {tried}", asked_by(&referral.origin, prescriber.as_deref(), w));
    let says = vec![why, w.letter_call(site.phone.spoken()), w.letter_free()];
    Ok(Letter::written(may, case, (&person, &site), says))
}

/// Nobody close is named on paper that others at home may open.
fn asked_by(origin: &Origin, prescriber: Option<&str>, w: &Words) -> String {
    match (origin, prescriber) {
        (Origin::Prescriber(_), Some(name)) => w.letter_from_prescriber(name),
        (Origin::Person, _) => w.letter_from_person(),
        (Origin::ThirdParty { .. }, _) => w.letter_from_third_party(),
        (Origin::Prescriber(_) | Origin::Paper(_), _) => w.letter_from_paper(),
    }
}
