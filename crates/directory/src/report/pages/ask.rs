//! « Signaler une erreur »: open to anybody, and asks nobody who they are.

use askama::Template;
use axum::http::StatusCode;
use kernel::id::ReportId;
use kernel::text;
use platform::audit::Who;
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Open, Path, Problems, Query, Ui, once, visits};
use serde::Deserialize;

use super::label;
use crate::organization::{self, OrganizationId};
use crate::pace::UnhurriedReader;
use crate::report::acts;
use crate::report::model::{Report, State, Subject, Wrong};
use crate::resource::{self, ResourceId};
use crate::vocabulary::Coded;
use crate::words::{Words, words};

/// A few lines: more belongs in a letter.
const LONGEST_SAID: usize = 1_000;
const LONGEST_CONTACT: usize = 200;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::report) struct Asked {
    /// That it has just been said.
    dit: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::report) struct Said {
    once: String,
    erreur: String,
    texte: String,
    contact: String,
}

#[derive(Template)]
#[template(path = "report/pages/ask.html")]
struct AskPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    name: String,
    href: String,
    is_said: bool,
    said: Said,
    problems: Problems,
    /// Whom to telephone, when too much is sent.
    instead: Option<String>,
}

/// The entry somebody says something of, and its name.
struct Listed {
    about: Subject,
    name: String,
}

pub(in crate::report) async fn ask_of_resource(
    _: Open,
    ui: Ui,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    ask(&ui, &resource(&ui, &id).await?, &asked)
}

pub(in crate::report) async fn ask_of_organization(
    _: Open,
    ui: Ui,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    ask(&ui, &organization(&ui, &id).await?, &asked)
}

pub(in crate::report) async fn say_of_resource(
    _: UnhurriedReader,
    ui: Ui,
    Path(id): Path<String>,
    Form(said): Form<Said>,
) -> Answer {
    say(&ui, resource(&ui, &id).await?, said).await
}

pub(in crate::report) async fn say_of_organization(
    _: UnhurriedReader,
    ui: Ui,
    Path(id): Path<String>,
    Form(said): Form<Said>,
) -> Answer {
    say(&ui, organization(&ui, &id).await?, said).await
}

fn ask(ui: &Ui, listed: &Listed, asked: &Asked) -> Answer {
    page::show(&drawn(ui, listed, !asked.dit.is_empty(), Said::default(), Problems::default()))
}

async fn say(ui: &Ui, listed: Listed, said: Said) -> Answer {
    let mut problems = Problems::default();
    let report = read(&said, &listed.about, ui, &mut problems);
    let Some(report) = report.filter(|_| problems.is_empty()) else {
        return page::with_problems(&drawn(ui, &listed, false, said, problems));
    };
    let now = ui.app.clock().now();
    let mut tx = ui.app.db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &said.once, None).await? {
        return Ok(earlier);
    }
    if ui.take_visit().is_err() {
        let telephones = visits::telephones(&mut tx, ui).await?;
        drop(tx);
        let instead = Some(ui.frame().visits_too_many(telephones));
        let page = AskPage { instead, ..drawn(ui, &listed, false, said, problems) };
        return page::with_status(StatusCode::TOO_MANY_REQUESTS, &page);
    }
    acts::keep(&mut tx, &report, Who::Visitor, now).await?;
    let thanks = format!("{}/erreur?dit=1", listed.about.href());
    once::commit(tx, &said.once, None, &thanks, now).await
}

async fn resource(ui: &Ui, id: &str) -> Result<Listed, Nope> {
    let id = ResourceId::parse(id).map_err(|_| Nope::NotFound)?;
    let found = resource::find(&mut ui.app.db().read().await?, &id).await?;
    let (resource, _) = found.filter(|(_, gone)| gone.is_none()).ok_or(Nope::NotFound)?;
    Ok(Listed { about: Subject::Resource(resource.id), name: resource.name })
}

async fn organization(ui: &Ui, id: &str) -> Result<Listed, Nope> {
    let id = OrganizationId::parse(id).map_err(|_| Nope::NotFound)?;
    let found = organization::listed(&mut ui.app.db().read().await?, &id).await?;
    let organization = found.ok_or(Nope::NotFound)?;
    Ok(Listed { about: Subject::Organization(organization.id), name: organization.name })
}

fn read(said: &Said, about: &Subject, ui: &Ui, problems: &mut Problems) -> Option<Report> {
    let w = words(ui.lang);
    let wrong = Wrong::from_code(&said.erreur).ok_or(());
    let wrong = problems.keep("erreur", wrong, |()| w.report_choose());
    let text = text::optional(&said.texte, LONGEST_SAID);
    let text = problems.keep("texte", text, |_| w.report_too_long());
    let contact = text::optional(&said.contact, LONGEST_CONTACT);
    let contact = problems.keep("contact", contact, |_| w.report_too_long());
    Some(Report {
        id: ReportId::new(),
        about: about.clone(),
        wrong: wrong?,
        said: text?.unwrap_or_default(),
        contact: contact?,
        said_at: ui.app.clock().now(),
        state: State::New,
        version: 1,
    })
}

fn drawn<'a>(ui: &'a Ui, listed: &Listed, is_said: bool, said: Said, problems: Problems) -> AskPage<'a> {
    let (name, href) = (listed.name.clone(), listed.about.href());
    AskPage { ui, w: words(ui.lang), name, href, is_said, said, problems, instead: None }
}

impl AskPage<'_> {
    fn choices(&self) -> Vec<(&'static str, String, bool)> {
        let choice =
            |wrong: Wrong| (wrong.code(), label(wrong, self.ui.lang), wrong.code() == self.said.erreur);
        Wrong::all().map(choice).collect()
    }
}
