//! « Se repérer »: a visitor alone. The answers come in one request and leave with its answer:
//! nothing here opens the store, and no address carries them.

use askama::Template;
use measure::Instrument;
use platform::web::page::{self, Answer};
use platform::web::{Form, Open, Problems, Query, Ui};

use super::questions::{self, Part, Skipping};
use super::results::Told;
use crate::screening::carried::{self, Carried};
use crate::screening::model::Filled;
use crate::screening::reading::Typed;
use crate::screening::rules;
use crate::words::{Words, words};

/// What is asked unless the visitor chose: four questions, one minute.
const USUAL: [&str; 2] = ["ucla3", "insee_loneliness"];

#[derive(Template)]
#[template(path = "screening/pages/visitor.html")]
struct QuestionsPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    parts: Vec<Part>,
    other_choice: OtherChoice,
    problems: Problems,
}

/// Where the page with more, or fewer, questions is.
struct OtherChoice {
    label: String,
    address: String,
}

#[derive(Template)]
#[template(path = "screening/pages/visitor_result.html")]
struct ResultPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    told: Vec<Told>,
    carried: String,
    /// What was not answered yet, to go on with.
    unasked: Vec<(String, &'static str)>,
}

pub(super) async fn ask(_: Open, ui: Ui, Query(typed): Query<Typed>) -> Answer {
    page::show(&questions_page(&ui, &typed, Problems::default()))
}

pub(super) async fn answer(_: Open, ui: Ui, Form(typed): Form<Typed>) -> Answer {
    let mut problems = Problems::default();
    let filled = questions::read_all(&chosen(&typed), &typed, ui.lang, &mut problems);
    let answered: Vec<Filled> = filled.into_iter().filter(|one| !one.is_empty()).collect();
    ask_kindly_for_the_rest(&ui, &typed, &answered, &mut problems);
    if !problems.is_empty() {
        return page::with_problems(&questions_page(&ui, &typed, problems));
    }
    page::show(&result_page(&ui, answered))
}

/// A part left alone is skipped; one begun is to be finished, as it says nothing otherwise.
fn ask_kindly_for_the_rest(ui: &Ui, typed: &Typed, answered: &[Filled], problems: &mut Problems) {
    let w = words(ui.lang);
    for item in answered.iter().flat_map(Filled::missing) {
        problems.add(&item.code, w.screening_answer_missing());
    }
    if answered.is_empty()
        && problems.is_empty()
        && let Some(first) = chosen(typed).first().and_then(|instrument| instrument.items.first())
    {
        problems.add(&first.code, w.screening_nothing_answered());
    }
}

fn chosen(typed: &Typed) -> Vec<&'static Instrument> {
    let chosen = typed.instruments(rules::offered_to_visitors());
    if chosen.is_empty() { usual() } else { chosen }
}

fn usual() -> Vec<&'static Instrument> {
    let is_usual = |instrument: &&Instrument| USUAL.contains(&instrument.code.as_str());
    rules::offered_to_visitors().into_iter().filter(is_usual).collect()
}

fn questions_page<'a>(ui: &'a Ui, typed: &Typed, problems: Problems) -> QuestionsPage<'a> {
    let chosen = chosen(typed);
    let parts = chosen.iter().map(|instrument| Part::of(instrument, typed, ui.lang, Skipping::NotOffered));
    QuestionsPage {
        ui,
        w: words(ui.lang),
        parts: parts.collect(),
        other_choice: other_choice(ui, &chosen),
        problems,
    }
}

fn other_choice(ui: &Ui, chosen: &[&'static Instrument]) -> OtherChoice {
    let w = words(ui.lang);
    let is_usual = chosen.iter().all(|instrument| USUAL.contains(&instrument.code.as_str()));
    if is_usual {
        OtherChoice { label: w.screening_visitor_more(), address: address_of(&rules::offered_to_visitors()) }
    } else {
        OtherChoice { label: w.screening_visitor_fewer(), address: "/se-reperer".to_owned() }
    }
}

fn address_of(instruments: &[&'static Instrument]) -> String {
    let codes: Vec<String> =
        instruments.iter().map(|instrument| format!("instrument={}", instrument.code)).collect();
    format!("/se-reperer?{}", codes.join("&"))
}

fn result_page(ui: &Ui, answered: Vec<Filled>) -> ResultPage<'_> {
    let is_answered = |code: &str| answered.iter().any(|one| one.instrument.code == code);
    let unasked = rules::offered_to_visitors()
        .into_iter()
        .filter(|instrument| !is_answered(&instrument.code))
        .map(|instrument| (address_of(&[instrument]), instrument.asks.get(ui.lang).trim_end_matches('.')))
        .collect();
    let told = answered.iter().map(|one| Told::of(one, ui.lang)).collect();
    let carried = carried::write(&Carried::from(answered));
    ResultPage { ui, w: words(ui.lang), told, carried, unasked }
}
