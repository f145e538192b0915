//! « Consultation »: a professional and a person who is not named yet. First which instruments,
//! then their questions on one page, then the result to read aloud.

use askama::Template;
use kernel::Lang;
use kernel::coded::Coded;
use kernel::id::{ScreeningId, SiteId};
use kernel::role::Permission;
use measure::Instrument;
use platform::accounts::Membership;
use platform::audit::Action;
use platform::web::may::Screen;
use platform::web::page::{self, Answer};
use platform::web::{Form, May, Nope, Path, Problems, Query, Ui, dates, once};

use super::questions::{self, Part, Skipping};
use super::results::Told;
use super::{mode_label, tell};
use crate::act::Acting;
use crate::instruments::{self, Asker};
use crate::screening::acts::{self, Consultation};
use crate::screening::model::{Measure, Mode, Screening};
use crate::screening::reading::Typed;
use crate::screening::{rules, safety, saying, sql};
use crate::words::{Words, words};

/// Ticked unless the professional chooses otherwise.
const USUAL: [&str; 2] = ["ucla3", "insee_loneliness"];

#[derive(Template)]
#[template(path = "screening/pages/choose.html")]
struct ChoosePage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    instruments: Vec<Ticked>,
    unattached: Vec<Unattached>,
    /// Answers nobody has said anything of.
    ringing: i64,
}

struct Ticked {
    code: &'static str,
    title: &'static str,
    asks: &'static str,
    is_ticked: bool,
}

/// A consultation of this account that is about nobody yet: when it was kept, and its results.
struct Unattached {
    id: ScreeningId,
    moment: String,
    results: String,
}

impl Unattached {
    fn of((at, measures): (i64, Vec<Measure>), lang: Lang) -> Option<Unattached> {
        let first = measures.first()?;
        let (id, held_on) = (first.screening_id, first.held_on);
        let filled = measures.iter().filter_map(|measure| measure.filled.as_ref());
        let results: Vec<String> = filled.map(|one| saying::main_result(one, lang)).collect();
        // A sheet copied later is told by the day it was filled in as well.
        let day = (held_on != dates::day(at))
            .then(|| words(lang).screening_answers_of(dates::plain(held_on, lang)));
        let results = day.into_iter().chain(results).collect::<Vec<_>>().join(" · ");
        Some(Unattached { id, moment: dates::moment(at, lang), results })
    }
}

#[derive(Template)]
#[template(path = "screening/pages/consultation.html")]
struct QuestionsPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    sites: Vec<&'a Membership>,
    typed: Typed,
    parts: Vec<Part>,
    problems: Problems,
}

impl QuestionsPage<'_> {
    /// The ways a professional can hold it, with their label.
    fn modes(&self) -> Vec<(Mode, String)> {
        Mode::TYPED.map(|mode| (mode, mode_label(mode, self.w))).to_vec()
    }
}

#[derive(Template)]
#[template(path = "screening/pages/consultation_result.html")]
struct ResultPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    screening: Screening,
    day: String,
    how: String,
    told: Vec<Told>,
    may_refer: bool,
    is_in_distress: bool,
}

pub(super) async fn ask(may: May<Screen>, Query(mut typed): Query<Typed>) -> Answer {
    let offered = offered(&may).await?;
    let asked = typed.instruments(offered.clone());
    if asked.is_empty() {
        return choose(&may, &offered).await;
    }
    typed.set("held_on", may.today().to_string());
    typed.set("mode", Mode::Professional.code().to_owned());
    page::show(&questions_page(&may, &asked, typed, Problems::default()))
}

pub(super) async fn save(may: May<Screen>, Form(typed): Form<Typed>) -> Answer {
    let asked = typed.instruments(offered(&may).await?);
    if asked.is_empty() {
        return page::see("/consultation");
    }
    let mut problems = Problems::default();
    let consultation = parse(&may, &typed, &mut problems);
    let filled = questions::read_all(&asked, &typed, may.lang, &mut problems);
    let Some(consultation) = consultation.filter(|_| problems.is_empty()) else {
        return page::with_problems(&questions_page(&may, &asked, typed, problems));
    };
    let acting = Acting::by(&may);
    let key = typed.first("once");
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, key, Some(may.id())).await? {
        return Ok(earlier);
    }
    let used = instruments::used(&mut tx, consultation.site, Asker::at(&may, consultation.site)).await?;
    let kept = match rules::all_used(&filled, &used) {
        Ok(()) => acts::consult(&mut tx, &acting, consultation, &filled).await?,
        Err(refused) => Err(refused),
    };
    match kept {
        Ok(id) => {
            let next = safety::after(&mut tx, id, format!("/consultation/{id}")).await?;
            once::commit(tx, key, Some(may.id()), &next, acting.now).await
        }
        Err(refused) => {
            let (field, text) = tell(refused, may.lang);
            problems.add(field, text);
            page::with_problems(&questions_page(&may, &asked, typed, problems))
        }
    }
}

pub(super) async fn show(may: May<Screen>, Path(id): Path<ScreeningId>) -> Answer {
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    let screening = acts::visible(&mut tx, &acting, id).await?;
    if safety::is_open(&mut tx, id).await? {
        // What was answered comes before what it adds up to.
        return page::see(&format!("/securite/{id}"));
    }
    let measures = sql::measures_of_screening(&mut tx, id).await?;
    acting.trace(&mut tx, Action::Read, id, screening.site_id).await?;
    tx.commit().await?;
    let w = words(may.lang);
    page::show(&ResultPage {
        ui: &may.ui,
        w,
        day: dates::long(screening.held_on, may.lang),
        how: mode_label(screening.mode, w),
        told: told(&measures, may.lang),
        is_in_distress: measures.iter().filter_map(|one| one.filled.as_ref()).any(saying::is_in_distress),
        may_refer: may.may(Permission::Refer),
        screening,
    })
}

fn told(measures: &[Measure], lang: Lang) -> Vec<Told> {
    measures.iter().filter_map(|measure| measure.filled.as_ref()).map(|one| Told::of(one, lang)).collect()
}

async fn choose(may: &May<Screen>, offered: &[&'static Instrument]) -> Answer {
    let mut tx = may.app().db().read().await?;
    // Names nobody, so no entry in the trail.
    let unattached = sql::unattached_of(&mut tx, may.id()).await?;
    let ringing = safety::count_open(&mut tx, may.id()).await?;
    let unattached = unattached.into_iter().filter_map(|one| Unattached::of(one, may.lang)).collect();
    page::show(&ChoosePage {
        ui: &may.ui,
        w: words(may.lang),
        instruments: ticks(may, offered),
        unattached,
        ringing,
    })
}

fn ticks(may: &May<Screen>, offered: &[&'static Instrument]) -> Vec<Ticked> {
    let ticked = |instrument: &&'static Instrument| Ticked {
        code: &instrument.code,
        title: instrument.title.get(may.lang),
        asks: instrument.asks.get(may.lang),
        is_ticked: USUAL.contains(&instrument.code.as_str()),
    };
    offered.iter().map(ticked).collect()
}

fn questions_page<'a>(
    may: &'a May<Screen>,
    asked: &[&'static Instrument],
    typed: Typed,
    problems: Problems,
) -> QuestionsPage<'a> {
    let part = |instrument: &&'static Instrument| Part::of(instrument, &typed, may.lang, Skipping::Offered);
    let parts = asked.iter().map(part).collect();
    let sites = may.memberships().collect();
    QuestionsPage { ui: &may.ui, w: words(may.lang), sites, typed, parts, problems }
}

fn parse(may: &May<Screen>, typed: &Typed, problems: &mut Problems) -> Option<Consultation> {
    let w = words(may.lang);
    let site =
        typed.first("site").parse::<SiteId>().ok().filter(|site| may.sites().any(|mine| mine == *site));
    let site = problems.keep("site", site.ok_or(()), |()| w.screening_site_needed());
    let held_on = problems.keep("held_on", typed.day("held_on").ok_or(()), |()| w.screening_day_needed());
    let mode = Mode::from_code(typed.first("mode")).filter(|mode| Mode::TYPED.contains(mode));
    let mode = problems.keep("mode", mode.ok_or(()), |()| w.screening_mode_needed());
    Some(Consultation { site: site?, held_on: held_on?, mode: mode? })
}

async fn offered(may: &May<Screen>) -> Result<Vec<&'static Instrument>, Nope> {
    Ok(instruments::used_anywhere(&mut may.app().db().read().await?, may).await?)
}
