//! One question after the other, together or by telephone: each answer is kept as it is given.

use askama::Template;
use kernel::id::{CaseId, FillingId};
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer};
use platform::web::{Form, Path, Problems, Ui};

use super::address;
use super::opened::{read, take};
use super::shown::{One, overview, typed_value};
use crate::heading::Heading;
use crate::screening::filling::acts;
use crate::screening::filling::model::{Filling, State, Way};
use crate::screening::reading::Typed;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "screening/filling/pages/ask.html")]
struct AskPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    heading: Heading,
    one: One,
    /// The interviewer's script is shown beside.
    is_by_phone: bool,
    here: String,
    problems: Problems,
}

#[derive(Template)]
#[template(path = "screening/filling/pages/end.html")]
struct EndPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    heading: Heading,
    lines: Vec<(usize, &'static str, Option<&'static str>)>,
    held_on: String,
    is_by_phone: bool,
    here: String,
    problems: Problems,
}

type Place = (CaseId, FillingId, usize);

pub(super) async fn show(may: May<RunCaseload>, Path((id, filling, place)): Path<Place>) -> Answer {
    let (case, filling) = read(&may, id, filling).await?;
    if filling.state(may.app().clock().now()) != State::Open {
        return page::see(&format!("/personnes/{id}/mesures"));
    }
    let heading = Heading::of(&mut may.app().db().read().await?, &case).await?;
    let (w, here) = (words(may.lang), address(id, filling.id));
    match One::of(&filling, place, &may.ui) {
        Some(one) => {
            let is_by_phone = filling.way == Way::Phone;
            let problems = Problems::default();
            page::show(&AskPage { ui: &may.ui, w, heading, one, is_by_phone, here, problems })
        }
        None => {
            let held_on = may.today().to_string();
            page::show(&end_page(&may, heading, &filling, held_on, Problems::default()))
        }
    }
}

pub(super) async fn answer(
    may: May<RunCaseload>,
    Path((id, filling, place)): Path<Place>,
    Form(typed): Form<Typed>,
) -> Answer {
    let mut taken = match take(&may, (id, filling), typed.first("once")).await? {
        Ok(taken) => taken,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let value = typed_value(&taken.filling, place, &typed);
    acts::answer(&mut taken.tx, &taken.filling, place, value).await?;
    let next = format!("{}/question/{}", address(id, filling), place.saturating_add(1));
    taken.commit(&next).await
}

pub(super) async fn finish(
    may: May<RunCaseload>,
    Path((id, filling)): Path<(CaseId, FillingId)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let w = words(may.lang);
    let taken = match take(&may, (id, filling), typed.first("once")).await? {
        Ok(taken) => taken,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let mut problems = Problems::default();
    let held_on = problems.keep("held_on", typed.day("held_on").ok_or(()), |()| w.screening_day_needed());
    let filling = taken.filling.clone();
    match taken.finish(held_on, &may.ui, &mut problems).await? {
        Ok(done) => Ok(done),
        Err(case) => {
            let heading = Heading::of(&mut may.app().db().read().await?, &case).await?;
            let held_on = typed.first("held_on").to_owned();
            page::with_problems(&end_page(&may, heading, &filling, held_on, problems))
        }
    }
}

fn end_page<'a>(
    may: &'a May<RunCaseload>,
    heading: Heading,
    filling: &Filling,
    held_on: String,
    problems: Problems,
) -> EndPage<'a> {
    EndPage {
        ui: &may.ui,
        w: words(may.lang),
        here: address(filling.case, filling.id),
        heading,
        lines: overview(filling, may.lang),
        held_on,
        is_by_phone: filling.way == Way::Phone,
        problems,
    }
}
