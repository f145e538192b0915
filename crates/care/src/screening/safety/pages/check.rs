//! `/securite/{screening}`: which answer it is, what to do, and what was done.

use askama::Template;
use kernel::Lang;
use kernel::coded::Coded;
use kernel::id::ScreeningId;
use kernel::text::optional;
use platform::audit::Action;
use platform::web::may::{May, Screen};
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Path, Problems, Ui, dates, once};
use serde::Deserialize;

use crate::act::Acting;
use crate::screening::model::{Filled, Measure};
use crate::screening::safety::model::{Check, Done, LONGEST_NOTE};
use crate::screening::safety::{acts, sql};
use crate::screening::sql::measures_of_screening;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "screening/safety/pages/check.html")]
struct CheckPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    check: Check,
    rang: Vec<Rang>,
    /// Whoever put the questions goes on to their results.
    is_asker: bool,
    typed: Typed,
    problems: Problems,
}

/// An answer that rang.
struct Rang {
    question: &'static str,
    answer: &'static str,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Typed {
    once: String,
    done: String,
    note: String,
}

impl CheckPage<'_> {
    fn choices(&self) -> Vec<(&'static str, String)> {
        Done::all().map(|done| (done.code(), label(done, self.w))).collect()
    }

    /// What was said before, if anything.
    fn said(&self) -> Option<String> {
        let said = self.check.said.as_ref()?;
        let when = dates::moment(said.at.as_second(), self.ui.lang);
        Some(self.w.safety_said(label(said.done, self.w), said.by.as_str(), when))
    }

    fn since(&self) -> String {
        let when = dates::moment(self.check.opened_at.as_second(), self.ui.lang);
        self.w.safety_since(when)
    }

    fn note(&self) -> Option<&str> {
        self.check.said.as_ref()?.note.as_deref()
    }

    /// Where the results are.
    fn results(&self) -> String {
        results(&self.check)
    }
}

pub(super) async fn show(may: May<Screen>, Path(id): Path<ScreeningId>) -> Answer {
    page::show(&drawn(&may, id, Typed::default(), Problems::default()).await?)
}

pub(super) async fn say(may: May<Screen>, Path(id): Path<ScreeningId>, Form(typed): Form<Typed>) -> Answer {
    let w = words(may.lang);
    let mut problems = Problems::default();
    let done = Done::from_code(&typed.done).ok_or(());
    let done = problems.keep("done", done, |()| w.safety_done_needed());
    let too_long = i64::try_from(LONGEST_NOTE).unwrap_or_default();
    let note = problems.keep("note", optional(&typed.note, LONGEST_NOTE), |_| w.text_too_long(too_long));
    if done == Some(Done::HandedOver) && note == Some(None) {
        problems.add("note", w.safety_who_needed());
    }
    let (Some(done), Some(note), true) = (done, note, problems.is_empty()) else {
        return page::with_problems(&drawn(&may, id, typed, problems).await?);
    };
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &typed.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let check = sql::visible(&mut tx, may.id(), id).await?.ok_or(Nope::NotFound)?;
    acts::say(&mut tx, &acting, &check, (done, note.as_deref())).await?;
    let next = if check.asked_by == Some(may.id()) { results(&check) } else { format!("/securite/{id}") };
    once::commit(tx, &typed.once, Some(may.id()), &next, acting.now).await
}

fn results(check: &Check) -> String {
    match check.case {
        Some(case) => format!("/personnes/{case}/mesures"),
        None => format!("/consultation/{}", check.screening),
    }
}

async fn drawn(
    may: &May<Screen>,
    id: ScreeningId,
    typed: Typed,
    problems: Problems,
) -> Result<CheckPage<'_>, Nope> {
    let acting = Acting::by(may);
    let mut tx = may.app().db().begin().await?;
    let check = sql::visible(&mut tx, may.id(), id).await?.ok_or(Nope::NotFound)?;
    let measures = measures_of_screening(&mut tx, id).await?;
    acting.trace(&mut tx, Action::Read, id, check.site).await?;
    tx.commit().await?;
    let (rang, is_asker) = (rang(&measures, may.lang), check.asked_by == Some(may.id()));
    Ok(CheckPage { ui: &may.ui, w: words(may.lang), check, rang, is_asker, typed, problems })
}

fn rang(measures: &[Measure], lang: Lang) -> Vec<Rang> {
    let of = |filled: &Filled| {
        let instrument = filled.instrument;
        let rang = instrument.alarms(&filled.answers).into_iter();
        rang.map(|item| {
            let chosen = filled.answers.get(&item.code);
            let choice = instrument.choices(item).iter().find(|choice| Some(choice.value) == chosen);
            Rang { question: item.text.get(lang), answer: choice.map_or("", |choice| choice.label.get(lang)) }
        })
        .collect::<Vec<_>>()
    };
    measures.iter().filter_map(|measure| measure.filled.as_ref()).flat_map(of).collect()
}

fn label(done: Done, w: &Words) -> String {
    match done {
        Done::Assessed => w.safety_assessed(),
        Done::Helpline => w.safety_helpline(),
        Done::Emergency => w.safety_emergency(),
        Done::Appointment => w.safety_appointment(),
        Done::HandedOver => w.safety_handed_over(),
    }
}
