//! `/etudes/nouvelle` and `/etudes/{study}/protocole`: what a study does, written and written anew.

use askama::Template;
use axum::http::StatusCode;
use kernel::id::{SiteId, StudyId};
use kernel::text::optional;
use measure::{Instrument, Licence};
use platform::db::{DbError, Tx};
use platform::web::may::{May, ShareTheLoad};
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Path, Problems, Ui, dates, once};

use super::form::{PointRow, ProtocolForm};
use crate::act::Acting;
use crate::instruments::{self, Asker};
use crate::stale::{Stale, differences};
use crate::study::access::Opened;
use crate::study::acts::setting_up::{self, Unsaved};
use crate::study::model::{Asked, Protocol, Study};
use crate::study::{address, codebook, sql};
use crate::words::{Words, words};

/// How many characters the reason of an amendment may have.
const LONGEST_REASON: usize = 500;

#[derive(Template)]
#[template(path = "study/pages/edit.html")]
struct EditPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    /// None for one that is not kept yet.
    study: Option<StudyId>,
    /// Somebody takes part: what changes needs a reason.
    is_amended: bool,
    teams: Vec<(String, String)>,
    offered: Vec<&'static Instrument>,
    form: ProtocolForm,
    problems: Problems,
    stale: Option<Stale>,
}

impl EditPage<'_> {
    fn action(&self) -> String {
        self.study.map_or_else(|| "/etudes/nouvelle".to_owned(), |id| format!("{}/protocole", address(id)))
    }

    fn rows(&self) -> Vec<PointRow<'_>> {
        self.form.rows()
    }

    fn is_asked(&self, instrument: &Instrument) -> bool {
        self.form.instruments.contains(&instrument.code)
    }

    fn title_of<'i>(&self, instrument: &'i Instrument) -> &'i str {
        instrument.title.get(self.ui.lang)
    }
}

pub(super) async fn begin(may: May<ShareTheLoad>) -> Answer {
    let form = ProtocolForm::usual(words(may.lang));
    page::show(&drawn(&may, None, form, Problems::default()).await?)
}

pub(super) async fn create(may: May<ShareTheLoad>, Form(form): Form<ProtocolForm>) -> Answer {
    let site = chosen(&may, &form.site)?;
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &form.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let mut problems = Problems::default();
    let offered = asked(&offered(&mut tx, &[site]).await?);
    let Some(read) = form.read(&offered, words(may.lang), &mut problems) else {
        drop(tx);
        return page::with_problems(&drawn(&may, None, form, problems).await?);
    };
    let study = setting_up::create(&mut tx, &acting, site, read).await?;
    once::commit(tx, &form.once, Some(may.id()), &address(study), acting.now).await
}

pub(super) async fn show(may: May<ShareTheLoad>, Path(id): Path<StudyId>) -> Answer {
    let study = led(&mut may.app().db().read().await?, &may, id).await?.study;
    let form = ProtocolForm::showing(&study);
    page::show(&drawn(&may, Some(&study), form, Problems::default()).await?)
}

pub(super) async fn save(
    may: May<ShareTheLoad>,
    Path(id): Path<StudyId>,
    Form(form): Form<ProtocolForm>,
) -> Answer {
    let w = words(may.lang);
    let acting = Acting::by(&may);
    let mut tx = may.app().db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &form.once, Some(may.id())).await? {
        return Ok(earlier);
    }
    let study = led(&mut tx, &may, id).await?.study;
    let mut problems = Problems::default();
    let too_long = i64::try_from(LONGEST_REASON).unwrap_or_default();
    let reason =
        problems.keep("reason", optional(&form.reason, LONGEST_REASON), |_| w.text_too_long(too_long));
    let sites = sites(&mut tx, id).await?;
    let offered = asked(&offered(&mut tx, &sites).await?);
    let read = form.read(&offered, w, &mut problems);
    let (Some((prefix, protocol)), Some(reason)) = (read, reason) else {
        drop(tx);
        return page::with_problems(&drawn(&may, Some(&study), form, problems).await?);
    };
    let typed = (prefix.as_str(), &protocol);
    match setting_up::change(&mut tx, &acting, &study, typed, (form.version(), reason.as_deref())).await? {
        Ok(()) => once::commit(tx, &form.once, Some(may.id()), &address(id), acting.now).await,
        Err(Unsaved::Stale) => beside(&may, tx, &study, form, &protocol).await,
        Err(refused) => {
            drop(tx);
            match refused {
                Unsaved::Ended => problems.add("name", w.study_has_ended()),
                Unsaved::NoReason | Unsaved::Stale => problems.add("reason", w.study_reason_needed()),
            }
            page::with_problems(&drawn(&may, Some(&study), form, problems).await?)
        }
    }
}

/// What was typed beside what stands; saving again then writes after the version shown.
async fn beside(
    may: &May<ShareTheLoad>,
    mut tx: Tx,
    study: &Study,
    form: ProtocolForm,
    typed: &Protocol,
) -> Answer {
    let latest = sql::protocols::all(&mut tx, study.id).await?.into_iter().next().ok_or(Nope::NotFound)?;
    let typed_study = Study { protocol: typed.clone(), ..study.clone() };
    let asked = codebook::instruments(&mut tx, &typed_study).await?;
    let stored = codebook::instruments(&mut tx, study).await?;
    drop(tx);
    let stale = Stale {
        by: latest.written_by,
        at: dates::moment(latest.written_at, may.lang),
        differences: differences(typed.lines(&asked, &may.ui), &study.protocol.lines(&stored, &may.ui)),
    };
    let form = ProtocolForm { version: study.version.to_string(), ..form };
    let page = EditPage { stale: Some(stale), ..drawn(may, Some(study), form, Problems::default()).await? };
    page::with_status(StatusCode::CONFLICT, &page)
}

async fn drawn<'a>(
    may: &'a May<ShareTheLoad>,
    study: Option<&Study>,
    form: ProtocolForm,
    problems: Problems,
) -> Result<EditPage<'a>, Nope> {
    let mut tx = may.app().db().read().await?;
    let (sites, is_amended) = match study {
        Some(study) => {
            (sites(&mut tx, study.id).await?, sql::candidates::has_participants(&mut tx, study.id).await?)
        }
        None => (may.sites().collect(), false),
    };
    let offered = offered(&mut tx, &sites).await?;
    let teams = may.memberships().map(|of| (of.site_id.to_string(), of.site_name.clone())).collect();
    let (ui, w, study) = (&may.ui, words(may.lang), study.map(|study| study.id));
    Ok(EditPage { ui, w, study, is_amended, teams, offered, form, problems, stale: None })
}

async fn led(tx: &mut Tx, may: &May<ShareTheLoad>, id: StudyId) -> Result<Opened, Nope> {
    let opened = Opened::by(tx, may, id).await?;
    if opened.is_led_by(may) { Ok(opened) } else { Err(Nope::NotFound) }
}

async fn sites(tx: &mut Tx, id: StudyId) -> Result<Vec<SiteId>, DbError> {
    Ok(sql::teams::of_study(tx, id).await?.into_iter().map(|team| team.site).collect())
}

/// Questionnaires any of the teams uses, and those that ship for research alone.
async fn offered(tx: &mut Tx, sites: &[SiteId]) -> Result<Vec<&'static Instrument>, DbError> {
    let mut all: Vec<&'static Instrument> = Vec::new();
    for site in sites {
        all.extend(instruments::used(tx, *site, Asker::Clinician).await?);
    }
    all.extend(measure::library().filter(|instrument| instrument.licence == Licence::ResearchOnly));
    Ok(crate::screening::model::ordered(all.into_iter()))
}

fn asked(offered: &[&'static Instrument]) -> Vec<Asked> {
    let asked = |one: &&'static Instrument| Asked { code: one.code.clone(), version: one.version.clone() };
    offered.iter().map(asked).collect()
}

/// The one team there is, or the one that was chosen.
fn chosen(may: &May<ShareTheLoad>, typed: &str) -> Result<SiteId, Nope> {
    let teams: Vec<SiteId> = may.sites().collect();
    match teams.as_slice() {
        [one] => Ok(*one),
        several => several.iter().find(|site| site.to_string() == typed).copied().ok_or(Nope::NotFound),
    }
}
