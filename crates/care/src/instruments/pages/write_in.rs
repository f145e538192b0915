//! `/equipe/questionnaires/trames/{frame}`: the questions of a frame, typed by whoever has the right to them.

use std::collections::BTreeMap;

use askama::Template;
use kernel::text::{TextError, bounded};
use measure::{FRAMES, Frame};
use platform::web::may::{May, ShareTheLoad};
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Path, Problems, Ui, once};

use super::{Team, chosen, teams};
use crate::act::Acting;
use crate::instruments::{HERE, acts, faults};
use crate::words::{Words, words};

const LONGEST_QUESTION: usize = 300;
/// As many as the longest frame has.
const FIELDS: [&str; 7] =
    ["question1", "question2", "question3", "question4", "question5", "question6", "question7"];

#[derive(Template)]
#[template(path = "instruments/pages/write_in.html")]
struct WriteInPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    frame: &'static Frame,
    teams: Vec<Team>,
    site: String,
    has_right: bool,
    typed: BTreeMap<String, String>,
    problems: Problems,
}

impl WriteInPage<'_> {
    /// Each question's field, its label and what was typed.
    fn questions(&self) -> Vec<(&'static str, String, &str)> {
        let label = |place: i64| self.w.instruments_question(place);
        let typed = |field| self.typed.get(field).map_or("", String::as_str);
        fields(self.frame).zip(1..).map(|(field, place)| (field, label(place), typed(field))).collect()
    }
}

pub(in crate::instruments) async fn ask(may: May<ShareTheLoad>, Path(code): Path<String>) -> Answer {
    page::show(&drawn(&may, frame(&code)?, BTreeMap::new(), Problems::default()))
}

pub(in crate::instruments) async fn keep(
    may: May<ShareTheLoad>,
    Path(code): Path<String>,
    Form(typed): Form<BTreeMap<String, String>>,
) -> Answer {
    let (w, frame) = (words(may.lang), frame(&code)?);
    let text = |field: &str| typed.get(field).map_or("", String::as_str).to_owned();
    let site = chosen(&may, &text("site")).ok_or(Nope::NotFound)?;
    let mut problems = Problems::default();
    let questions: Vec<String> = fields(frame)
        .zip(1..)
        .filter_map(|(field, place)| {
            let typed = text(field);
            problems.keep(field, bounded(&typed, LONGEST_QUESTION), |error| match error {
                TextError::Empty => w.instruments_question_needed(place),
                TextError::TooLong(max) => w.text_too_long(i64::try_from(max).unwrap_or_default()),
            })
        })
        .collect();
    if text("droit").is_empty() {
        problems.add("droit", w.instruments_right_needed());
    }
    if !problems.is_empty() {
        return page::with_problems(&drawn(&may, frame, typed, problems));
    }
    let (acting, key) = (Acting::by(&may), text("once"));
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &key, Some(may.id())).await? {
        return Ok(earlier);
    }
    match acts::write_in(&mut tx, &acting, site, frame, &questions).await? {
        Ok(()) => {
            once::commit(tx, &key, Some(may.id()), &format!("{HERE}?equipe={site}&apporte=oui"), acting.now)
                .await
        }
        Err(refused) => {
            drop(tx);
            problems.add(FIELDS[0], faults::said(&refused, w));
            page::with_problems(&drawn(&may, frame, typed, problems))
        }
    }
}

fn fields(frame: &Frame) -> impl Iterator<Item = &'static str> {
    FIELDS.into_iter().take(frame.questions)
}

fn frame(code: &str) -> Result<&'static Frame, Nope> {
    const ALL: &[Frame] = &FRAMES;
    ALL.iter().find(|frame| frame.code == code).ok_or(Nope::NotFound)
}

fn drawn<'a>(
    may: &'a May<ShareTheLoad>,
    frame: &'static Frame,
    typed: BTreeMap<String, String>,
    problems: Problems,
) -> WriteInPage<'a> {
    WriteInPage {
        ui: &may.ui,
        w: words(may.lang),
        frame,
        teams: teams(may),
        site: typed.get("site").cloned().unwrap_or_default(),
        has_right: typed.contains_key("droit"),
        typed,
        problems,
    }
}
