//! `/personnes/{case}/bilan`.

use askama::Template;
use axum::http::StatusCode;
use jiff::civil::Date;
use kernel::id::CaseId;
use measure::Instrument;
use platform::web::form::{Form, Problems, Query};
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer};
use platform::web::{Nope, Path, Ui, dates, once};
use serde::Deserialize;

use crate::act::Acting;
use crate::caseload::Case;
use crate::caseload::acts::{open_to_change, open_to_read};
use crate::heading::Heading;
use crate::outcome::acts::{self, NotReviewed};
use crate::outcome::model::Review;
use crate::outcome::path::{self, Path as Way, Verdict};
use crate::outcome::rules;
use crate::plan::{self, Goal};
use crate::screening::questions::{self, Part, Skipping};
use crate::screening::reading::{Typed, words_field};
use crate::screening::{self, Measure};
use crate::words::{Words, words};

#[derive(Deserialize)]
pub(in crate::outcome) struct Arrival {
    enregistre: Option<String>,
}

#[derive(Template)]
#[template(path = "outcome/pages/review.html")]
struct ReviewPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    heading: Heading,
    /// Whether one may look back now: after the first contact, until the closing.
    may_review: bool,
    ways: Vec<Way>,
    parts: Vec<Part>,
    typed: Typed,
    problems: Problems,
    has_plan: bool,
    was_saved: bool,
}

impl ReviewPage<'_> {
    fn on(&self, day: &Option<Date>) -> String {
        day.map(|day| dates::plain(day, self.ui.lang)).unwrap_or_default()
    }

    fn value(&self, value: &Option<String>) -> String {
        value.clone().unwrap_or_else(|| self.w.review_not_measured())
    }

    fn verdict(&self, verdict: &Verdict) -> String {
        match verdict {
            Verdict::Compared(says) => says.clone(),
            Verdict::OtherWords => self.w.review_other_words(),
            Verdict::OneMissing => self.w.review_one_missing(),
        }
    }

    fn is_compared(&self, verdict: &Verdict) -> bool {
        matches!(verdict, Verdict::Compared(_))
    }
}

pub(in crate::outcome) async fn show(
    may: May<RunCaseload>,
    Path(id): Path<CaseId>,
    Query(arrival): Query<Arrival>,
) -> Answer {
    let opened = Opened::read(&may, id).await?;
    let mut typed = Typed::default();
    typed.set("held_on", may.today().to_string());
    for (item, words) in screening::rules::goal_words(&opened.measures, &opened.goals) {
        typed.set(&words_field(item), words);
    }
    let page = opened.into_page(&may, typed, Problems::default());
    page::show(&ReviewPage { was_saved: arrival.enregistre.is_some(), ..page })
}

pub(in crate::outcome) async fn save(
    may: May<RunCaseload>,
    Path(id): Path<CaseId>,
    Form(typed): Form<Typed>,
) -> Answer {
    let acting = Acting::by(&may);
    let key = typed.first("once").to_owned();
    let mut problems = Problems::default();
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &key, Some(may.id())).await? {
        return Ok(earlier);
    }
    let case = open_to_change(&mut tx, &acting, id, None).await?;
    let measures = screening::measures_of_case(&mut tx, id).await?;
    let askable = rules::to_ask_again(&measures, &plan::goals(&mut tx, id).await?);
    let review = parse(&typed, askable, &may, &mut problems);
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    if let Some(review) = review.filter(|_| problems.is_empty()) {
        match acts::review(&mut tx, &acting, &case, &review).await? {
            Ok(kept) => {
                let here = format!("/personnes/{id}/bilan?enregistre=oui");
                let next = match kept {
                    Some(screening) => screening::safety::after(&mut tx, screening, here).await?,
                    None => here,
                };
                return once::commit(tx, &key, Some(may.id()), &next, acting.now).await;
            }
            Err(NotReviewed::Case(_)) => status = StatusCode::CONFLICT,
            Err(NotReviewed::Measure(refused)) => {
                let (field, text) = screening::tell(refused, may.lang);
                problems.add(field, text);
            }
            Err(NotReviewed::Next) => problems.add("next_on", words(may.lang).review_next_odd()),
        }
    }
    drop(tx);
    let opened = Opened::read(&may, id).await?;
    page::with_status(status, &opened.into_page(&may, typed, problems))
}

/// What was typed: a day, answers or that the person preferred to give none, and a next day.
fn parse(
    typed: &Typed,
    askable: Vec<&'static Instrument>,
    ui: &Ui,
    problems: &mut Problems,
) -> Option<Review> {
    let w = words(ui.lang);
    let held_on = problems.keep("held_on", typed.day("held_on").ok_or(()), |()| w.screening_day_needed());
    let next_on = match typed.first("next_on").trim() {
        "" => None,
        _ => problems.keep("next_on", typed.day("next_on").ok_or(()), |()| w.plan_day_unreadable()),
    };
    let asked = typed.instruments(askable);
    let mut filled = questions::read_all(&asked, typed, ui.lang, problems);
    filled.retain(|one| !one.answers.is_empty());
    if filled.is_empty() && !asked.is_empty() && typed.first("declined").is_empty() {
        problems.add("questions", w.review_nothing_answered());
    }
    Some(Review { held_on: held_on?, filled, next_on })
}

/// A file opened to look back.
struct Opened {
    case: Case,
    heading: Heading,
    measures: Vec<Measure>,
    goals: Vec<Goal>,
    has_plan: bool,
}

impl Opened {
    async fn read(may: &May<RunCaseload>, id: CaseId) -> Result<Opened, Nope> {
        let mut tx = may.app().db().begin().await?;
        let case = open_to_read(&mut tx, &Acting::by(may), id).await?;
        let heading = Heading::of(&mut tx, &case).await?;
        let measures = screening::measures_of_case(&mut tx, id).await?;
        let goals = plan::goals(&mut tx, id).await?;
        let has_plan = plan::of_case(&mut tx, id).await?.is_some();
        tx.commit().await?;
        Ok(Opened { case, heading, measures, goals, has_plan })
    }

    fn into_page<'a>(self, ui: &'a Ui, typed: Typed, problems: Problems) -> ReviewPage<'a> {
        let asked = rules::to_ask_again(&self.measures, &self.goals).into_iter();
        let parts = asked.map(|instrument| part(instrument, &typed, ui)).collect();
        ReviewPage {
            ui,
            w: words(ui.lang),
            may_review: plan::acts::may_be_planned(&self.case).is_ok(),
            ways: path::of_case(self.case.id, &self.measures, ui.lang),
            parts,
            typed,
            problems,
            has_plan: self.has_plan,
            was_saved: false,
            heading: self.heading,
        }
    }
}

/// An instrument's questions, without those on goals the person does not have.
fn part(instrument: &'static Instrument, typed: &Typed, ui: &Ui) -> Part {
    let mut part = Part::of(instrument, typed, ui.lang, Skipping::Offered);
    part.questions.retain(|question| question.own_words.as_ref().is_none_or(|own| !own.typed.is_empty()));
    part
}
