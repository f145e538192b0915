//! « Signaler une erreur »: open to anybody, and asks nobody who they are.

use askama::Template;
use kernel::id::ReportId;
use kernel::text;
use platform::audit::Who;
use platform::web::page::{self, Answer};
use platform::web::{Form, Nope, Path, Problems, Query, Ui, once};
use serde::Deserialize;

use super::label;
use crate::address;
use crate::pace::Unhurried;
use crate::report::acts;
use crate::report::model::{Report, State, Wrong};
use crate::resource::{self, Resource, ResourceId};
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
}

pub(in crate::report) async fn ask(ui: Ui, Path(id): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let resource = listed(&ui, &id).await?;
    let is_said = !asked.dit.is_empty();
    page::show(&drawn(&ui, &resource, is_said, Said::default(), Problems::default()))
}

pub(in crate::report) async fn say(
    _: Unhurried,
    ui: Ui,
    Path(id): Path<String>,
    Form(said): Form<Said>,
) -> Answer {
    let resource = listed(&ui, &id).await?;
    let mut problems = Problems::default();
    let report = read(&said, &resource, &ui, &mut problems);
    let Some(report) = report.filter(|_| problems.is_empty()) else {
        return page::with_problems(&drawn(&ui, &resource, false, said, problems));
    };
    let now = ui.app.clock().now();
    let mut tx = ui.app.db().begin().await?;
    if let Some(earlier) = once::earlier(&mut tx, &said.once, None).await? {
        return Ok(earlier);
    }
    acts::keep(&mut tx, &report, Who::Visitor, now).await?;
    let thanks = format!("{}?dit=1", address_of(&resource));
    once::commit(tx, &said.once, None, &thanks, now).await
}

async fn listed(ui: &Ui, id: &str) -> Result<Resource, Nope> {
    let id = ResourceId::parse(id).map_err(|_| Nope::NotFound)?;
    let found = resource::find(&mut ui.app.db().read().await?, &id).await?;
    found.filter(|(_, gone)| gone.is_none()).map(|(resource, _)| resource).ok_or(Nope::NotFound)
}

fn read(said: &Said, resource: &Resource, ui: &Ui, problems: &mut Problems) -> Option<Report> {
    let w = words(ui.lang);
    let wrong = Wrong::from_code(&said.erreur).ok_or(());
    let wrong = problems.keep("erreur", wrong, |()| w.report_choose());
    let text = text::optional(&said.texte, LONGEST_SAID);
    let text = problems.keep("texte", text, |_| w.report_too_long());
    let contact = text::optional(&said.contact, LONGEST_CONTACT);
    let contact = problems.keep("contact", contact, |_| w.report_too_long());
    Some(Report {
        id: ReportId::new(),
        resource: resource.id.clone(),
        wrong: wrong?,
        said: text?.unwrap_or_default(),
        contact: contact?,
        said_at: ui.app.clock().now(),
        state: State::New,
        version: 1,
    })
}

fn drawn<'a>(ui: &'a Ui, resource: &Resource, is_said: bool, said: Said, problems: Problems) -> AskPage<'a> {
    let (name, href) = (resource.name.clone(), address::resource(&resource.id));
    AskPage { ui, w: words(ui.lang), name, href, is_said, said, problems }
}

fn address_of(resource: &Resource) -> String {
    format!("{}/erreur", address::resource(&resource.id))
}

impl AskPage<'_> {
    fn choices(&self) -> Vec<(&'static str, String, bool)> {
        let choice =
            |wrong: Wrong| (wrong.code(), label(wrong, self.ui.lang), wrong.code() == self.said.erreur);
        Wrong::all().map(choice).collect()
    }
}
