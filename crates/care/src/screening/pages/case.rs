//! « Mesures » of somebody accompanied: first and reviews side by side, and one more to take.

use askama::Template;
use kernel::Lang;
use kernel::coded::Coded;
use kernel::id::CaseId;
use measure::Instrument;
use platform::db::{DbError, Tx};
use platform::web::may::RunCaseload;
use platform::web::page::{self, Answer};
use platform::web::{Form, May, Nope, Path, Problems, Query, Ui, dates, once};
use serde::Deserialize;

use super::compared::Compared;
use super::questions::{self, Part, Skipping};
use super::{mode_label, moment_label, tell};
use crate::act::Acting;
use crate::caseload::Case;
use crate::caseload::acts::{open_to_change, open_to_read};
use crate::heading::Heading;
use crate::instruments::{self, Asker};
use crate::plan::{self, Goal};
use crate::screening::acts::{self, Taking};
use crate::screening::filling::{self, Filling, State, Way};
use crate::screening::model::{Filled, Measure, Mode, Moment};
use crate::screening::reading::{Typed, words_field};
use crate::screening::{rules, safety, saying, sql};
use crate::study;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "screening/pages/measures.html")]
struct MeasuresPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    heading: Heading,
    may_be_asked: bool,
    compared: Vec<Compared>,
    /// What can be asked now, and whether it was before: the same again is what a review needs.
    instruments: Vec<Askable>,
    /// Questionnaires that were begun and wait.
    begun: Vec<Begun>,
    /// By the latest measure of well-being.
    is_in_distress: bool,
    arrival: Arrival,
}

/// A questionnaire under way.
struct Begun {
    href: String,
    titles: String,
    how: String,
}

impl Begun {
    fn of(filling: &Filling, w: &Words, lang: Lang) -> Begun {
        let titles = filling.parts.iter().map(|part| part.instrument.title.get(lang));
        let (answered, of) = filling.progress();
        let facts = [
            filling::way_label(filling.way, w),
            w.filling_since(dates::day_of(filling.started_at.as_second(), lang)),
            w.filling_progress(answered, of),
        ];
        Begun {
            href: format!("/personnes/{}/mesures/en-cours/{}", filling.case, filling.id),
            titles: titles.collect::<Vec<_>>().join(", "),
            how: facts.join(" · "),
        }
    }
}

/// What was not begun, and why.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Arrival {
    rien: Option<String>,
    seul: Option<String>,
}

#[derive(Clone)]
struct Askable {
    code: &'static str,
    title: &'static str,
    was_taken: bool,
}

#[derive(Template)]
#[template(path = "screening/pages/measure.html")]
struct MeasurePage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    heading: Heading,
    typed: Typed,
    parts: Vec<Part>,
    problems: Problems,
}

impl MeasuresPage<'_> {
    /// The ways to begin, beside all questions on one page.
    fn ways(&self) -> Vec<(&'static str, String)> {
        Way::all().map(|way| (way.code(), filling::way_label(way, self.w))).collect()
    }
}

impl MeasurePage<'_> {
    fn moments(&self) -> Vec<(Moment, String)> {
        Moment::all().map(|moment| (moment, moment_label(moment, self.w))).collect()
    }

    fn modes(&self) -> Vec<(Mode, String)> {
        Mode::TYPED.map(|mode| (mode, mode_label(mode, self.w))).to_vec()
    }
}

pub(super) async fn list(
    may: May<RunCaseload>,
    Path(id): Path<CaseId>,
    Query(arrival): Query<Arrival>,
) -> Answer {
    let file = open(&may, id).await?;
    let (w, now) = (words(may.lang), may.app().clock().now());
    let begun = filling::of_case(&mut may.app().db().read().await?, id).await?;
    let begun = begun.iter().filter(|filling| filling.state(now) == State::Open);
    let askable = |instrument: &'static Instrument| Askable {
        code: &instrument.code,
        title: instrument.title.get(may.lang),
        was_taken: file.measures.iter().any(|measure| measure.instrument == instrument.code),
    };
    page::show(&MeasuresPage {
        ui: &may.ui,
        w,
        begun: begun.map(|filling| Begun::of(filling, w, may.lang)).collect(),
        arrival,
        compared: Compared::all(id, &file.measures, may.lang),
        instruments: file.offered.iter().copied().map(askable).collect(),
        is_in_distress: latest_goals(&file.measures).is_some_and(saying::is_in_distress),
        may_be_asked: file.may_be_asked,
        heading: file.heading,
    })
}

pub(super) async fn ask(
    may: May<RunCaseload>,
    Path(id): Path<CaseId>,
    Query(mut typed): Query<Typed>,
) -> Answer {
    let file = open(&may, id).await?;
    let asked = typed.instruments(file.offered.clone());
    if asked.is_empty() {
        return page::see(&format!("/personnes/{id}/mesures"));
    }
    typed.set("held_on", may.today().to_string());
    typed.set("mode", Mode::Professional.code().to_owned());
    typed.set("moment", rules::usual_moment(&file.measures, &asked).code().to_owned());
    for (item, words) in rules::goal_words(&file.measures, &file.goals) {
        typed.set(&words_field(item), words);
    }
    page::show(&measure_page(&may, file, typed, Problems::default()))
}

pub(super) async fn save(may: May<RunCaseload>, Path(id): Path<CaseId>, Form(typed): Form<Typed>) -> Answer {
    let home = format!("/personnes/{id}/mesures");
    let mut problems = Problems::default();
    let acting = Acting::by(&may);
    let key = typed.first("once");
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, key, Some(may.id())).await? {
        return Ok(earlier);
    }
    let case = open_to_change(&mut tx, &acting, id, None).await?;
    let asked = typed.instruments(offered(&mut tx, &may, &case).await?);
    let taking = parse(&may, &typed, &mut problems);
    let filled = questions::read_all(&asked, &typed, may.lang, &mut problems);
    let Some(taking) = taking.filter(|_| problems.is_empty()) else {
        drop(tx);
        return page::with_problems(&measure_page(&may, open(&may, id).await?, typed, problems));
    };
    match acts::keep(&mut tx, &acting, &case, taking, &filled).await? {
        Ok(kept) => {
            let next = safety::after(&mut tx, kept, home).await?;
            once::commit(tx, key, Some(may.id()), &next, acting.now).await
        }
        Err(refused) => {
            drop(tx);
            let (field, text) = tell(refused, may.lang);
            problems.add(field, text);
            page::with_problems(&measure_page(&may, open(&may, id).await?, typed, problems))
        }
    }
}

fn latest_goals(measures: &[Measure]) -> Option<&Filled> {
    let own = measures.iter().filter(|measure| measure.instrument == measure::own_goals().code);
    own.filter_map(|measure| measure.filled.as_ref()).next_back()
}

/// What every page here reads of a case, with one entry in the trail.
struct File {
    heading: Heading,
    may_be_asked: bool,
    measures: Vec<Measure>,
    /// Those of the plan.
    goals: Vec<Goal>,
    /// What this account may put to the person.
    offered: Vec<&'static Instrument>,
}

async fn open(may: &May<RunCaseload>, id: CaseId) -> Result<File, Nope> {
    let mut tx = may.app().db().begin().await?;
    let case = open_to_read(&mut tx, &Acting::by(may), id).await?;
    let heading = Heading::of(&mut tx, &case).await?;
    let may_be_asked = study::may_be_asked(&mut tx, &case).await?;
    let measures = sql::measures_of_case(&mut tx, id).await?;
    let goals = plan::goals(&mut tx, id).await?;
    let offered = offered(&mut tx, may, &case).await?;
    tx.commit().await?;
    Ok(File { heading, may_be_asked, measures, goals, offered })
}

fn measure_page(may: &May<RunCaseload>, file: File, typed: Typed, problems: Problems) -> MeasurePage<'_> {
    let part = |instrument| Part::of(instrument, &typed, may.lang, Skipping::Offered);
    let parts = typed.instruments(file.offered).into_iter().map(part).collect();
    MeasurePage { ui: &may.ui, w: words(may.lang), heading: file.heading, typed, parts, problems }
}

fn parse(may: &May<RunCaseload>, typed: &Typed, problems: &mut Problems) -> Option<Taking> {
    let w = words(may.lang);
    let held_on = problems.keep("held_on", typed.day("held_on").ok_or(()), |()| w.screening_day_needed());
    let mode = Mode::from_code(typed.first("mode")).filter(|mode| Mode::TYPED.contains(mode));
    let mode = problems.keep("mode", mode.ok_or(()), |()| w.screening_mode_needed());
    let moment = Moment::from_code(typed.first("moment")).ok_or(());
    let moment = problems.keep("moment", moment, |()| w.screening_moment_needed());
    Some(Taking { mode: mode?, moment: moment?, held_on: held_on? })
}

async fn offered(
    tx: &mut Tx,
    may: &May<RunCaseload>,
    case: &Case,
) -> Result<Vec<&'static Instrument>, DbError> {
    instruments::used(tx, case.site_id, Asker::at(may, case.site_id)).await
}
