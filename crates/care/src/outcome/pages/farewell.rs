//! `/personnes/{case}/cloture/lettre`: what is posted when a course of support has ended.

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
use crate::caseload::{Case, Outcome, State};
use crate::consent::{self, Purpose, Recipient};
use crate::heading::Heading;
use crate::letter::{self, Letter};
use crate::person;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "outcome/pages/farewell.html")]
struct FarewellPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    heading: Heading,
    letter: Letter,
}

pub(in crate::outcome) async fn show(may: May<RunCaseload>, Path(id): Path<CaseId>) -> Answer {
    let mut tx = may.app().db().begin().await?;
    let case = open_to_read(&mut tx, &Acting::by(&may), id).await?;
    let letter = written(&mut tx, &may, &case).await?;
    let heading = Heading::of(&mut tx, &case).await?;
    tx.commit().await?;
    page::show(&FarewellPage { ui: &may.ui, w: words(may.lang), heading, letter })
}

pub(in crate::outcome) async fn paper(
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
    let outcome = may_be_written(tx, case).await?.ok_or(Nope::NotFound)?;
    let person = person::find(tx, case.person_id).await?.ok_or(Nope::NotFound)?;
    let site = sites::find(tx, case.site_id).await?.ok_or(Nope::NotFound)?;
    let w = words(may.lang);
    let thanks = case.reached_at.map(|_| w.farewell_thanks());
    let says = [ending(outcome, w)].into_iter().chain(thanks).chain([
        w.farewell_door(site.phone.spoken()),
        w.farewell_rights(),
        w.farewell_care(),
    ]);
    Ok(Letter::written(may, case, (&person, &site), says.collect()))
}

/// How it ended, where something may still be written: nothing to somebody who has died, nor to somebody who no
/// longer agrees that the team knows of them.
///
/// # Errors
/// The store's.
pub(super) async fn may_be_written(tx: &mut Tx, case: &Case) -> Result<Option<Outcome>, Nope> {
    let State::Closed { outcome } = case.state else { return Ok(None) };
    let team = Recipient::Site(case.site_id);
    let agrees = consent::stands(tx, case.person_id, Purpose::Support, &team).await?;
    Ok(Some(outcome).filter(|outcome| agrees && *outcome != Outcome::Deceased))
}

fn ending(outcome: Outcome, w: &Words) -> String {
    match outcome {
        Outcome::Settled => w.farewell_settled(),
        Outcome::GoalsReached => w.farewell_goals_reached(),
        Outcome::OtherSupport => w.farewell_other_support(),
        Outcome::Unreachable => w.farewell_unreachable(),
        Outcome::Stopped => w.farewell_stopped(),
        Outcome::Moved => w.farewell_moved(),
        Outcome::Deceased | Outcome::Other => w.farewell_other(),
    }
}
