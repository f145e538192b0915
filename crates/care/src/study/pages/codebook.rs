//! `/etudes/{study}/variables`: what stands in each column of the data, on a page and as files.

use askama::Template;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use kernel::id::StudyId;
use platform::csv as table;
use platform::web::may::{May, ReadFigures};
use platform::web::page::{self, Answer};
use platform::web::{Nope, Path, Ui};

use crate::study::access::Opened;
use crate::study::codebook::{self, MISSING, Variable};
use crate::study::model::Study;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "study/pages/codebook.html")]
struct CodebookPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    study: Study,
    variables: Vec<Variable>,
}

impl CodebookPage<'_> {
    fn missing(&self) -> Vec<(&'static str, String)> {
        MISSING.map(|(code, says)| (code, says(self.w))).to_vec()
    }
}

pub(super) async fn show(may: May<ReadFigures>, Path(id): Path<StudyId>) -> Answer {
    let (study, variables) = said(&may, id).await?;
    page::show(&CodebookPage { ui: &may.ui, w: words(may.lang), study, variables })
}

pub(super) async fn csv(may: May<ReadFigures>, Path(id): Path<StudyId>) -> Result<Response, Nope> {
    let (_, variables) = said(&may, id).await?;
    let rows = std::iter::once(codebook::titles()).chain(variables.iter().map(codebook::row_of));
    let text = table::written(&rows.collect::<Vec<_>>());
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"variables.csv\""),
    ];
    Ok((headers, text).into_response())
}

pub(super) async fn json(may: May<ReadFigures>, Path(id): Path<StudyId>) -> Result<Response, Nope> {
    let (_, variables) = said(&may, id).await?;
    let text = serde_json::to_string_pretty(&variables).map_err(|error| Nope::Broken(error.to_string()))?;
    Ok(([(CONTENT_TYPE, "application/json")], text).into_response())
}

/// Teams go by their codes here as in the data.
async fn said(may: &May<ReadFigures>, id: StudyId) -> Result<(Study, Vec<Variable>), Nope> {
    let mut tx = may.app().db().read().await?;
    let opened = Opened::by(&mut tx, may, id).await?;
    let columns = codebook::columns(&codebook::instruments(&mut tx, &opened.study).await?);
    let sites = codebook::sites(&opened.teams);
    let said = columns.into_iter().map(|column| codebook::of_column(column, &opened.study.protocol, &sites));
    let variables = said.collect();
    Ok((opened.study, variables))
}
