//! `/publications`: what teams have released, to anybody.

use askama::Template;
use axum::response::Response;
use directory::{PAPER, UnhurriedReader};
use platform::accounts::sites;
use platform::paper::Wanted;
use platform::web::page::{self, Answer};
use platform::web::{Nope, Open, Path, Ui};

use super::files;
use super::reading::Report;
use super::show::ReportPage;
use super::{PUBLIC, named};
use crate::frozen::{self, Scope, Span};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "report/public.html")]
struct PublicPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    shelves: Vec<Shelf>,
}

/// The reports of a quarter or a year: `(address, whose)`.
struct Shelf {
    title: String,
    lines: Vec<(String, String)>,
}

pub(super) async fn list(_: Open, ui: Ui) -> Answer {
    let w = words(ui.lang);
    let mut tx = ui.app.db().read().await?;
    let teams = sites::all(&mut tx).await?;
    let mut shelves: Vec<Shelf> = Vec::new();
    for (scope, span) in frozen::released(&mut tx).await? {
        let whose = match scope {
            Scope::All => Some(w.report_all()),
            Scope::Team(id) => teams.iter().find(|site| site.id == id).map(|site| site.name.clone()),
        };
        let title = named(span, ui.lang);
        if shelves.last().is_none_or(|shelf| shelf.title != title) {
            shelves.push(Shelf { title, lines: Vec::new() });
        }
        let line = whose.map(|whose| (address(scope, span), whose));
        shelves.last_mut().into_iter().for_each(|shelf| shelf.lines.extend(line.clone()));
    }
    page::show(&PublicPage { ui: &ui, w, shelves })
}

pub(super) async fn show(_: Open, ui: Ui, Path(asked): Path<(Scope, Span)>) -> Answer {
    let report = released(&ui, asked).await?;
    page::show(&ReportPage {
        w: words(ui.lang),
        told: report.published(ui.lang),
        here: address(asked.0, asked.1),
        team: None,
        was_saved: false,
        is_exact: false,
        report,
        ui: &ui,
    })
}

/// At the pace of whatever is set in pages for anybody.
pub(super) async fn pdf(
    _: UnhurriedReader<PAPER>,
    ui: Ui,
    wanted: Wanted,
    Path(asked): Path<(Scope, Span)>,
) -> Answer {
    files::as_pdf(&ui, &released(&ui, asked).await?, wanted).await
}

pub(super) async fn csv(_: Open, ui: Ui, Path(asked): Path<(Scope, Span)>) -> Result<Response, Nope> {
    Ok(files::as_csv(&released(&ui, asked).await?, ui.lang))
}

async fn released(ui: &Ui, asked: (Scope, Span)) -> Result<Report, Nope> {
    let report = Report::frozen(&mut ui.app.db().read().await?, asked).await?;
    report.filter(|report| report.released_at.is_some()).ok_or(Nope::NotFound)
}

fn address(scope: Scope, span: Span) -> String {
    format!("{PUBLIC}/{}/{}", scope.code(), span.code())
}
