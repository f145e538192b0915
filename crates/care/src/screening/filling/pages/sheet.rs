//! The sheet of one person: questions with boxes to tick, and a code that leads what is typed to their file.
//! It names nobody.

use askama::Template;
use kernel::id::{CaseId, FillingId};
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer};
use platform::web::{Path, Query, Ui, qr};

use super::opened::read;
use super::shown::{own_words, parts};
use crate::heading::Heading;
use crate::screening::filling::model::{State, Way};
use crate::screening::pages::questions::Part;
use crate::screening::pages::sheet::LARGE;
use crate::screening::reading::Typed;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "screening/filling/pages/sheet.html")]
struct SheetPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    heading: Heading,
    here: String,
    parts: Vec<Part>,
    code: String,
    square: Option<qr::Picture>,
    is_large: bool,
}

pub(super) async fn show(
    may: May<RunCaseload>,
    Path((id, filling)): Path<(CaseId, FillingId)>,
    Query(typed): Query<Typed>,
) -> Answer {
    let (case, filling) = read(&may, id, filling).await?;
    if filling.state(may.app().clock().now()) != State::Open || filling.way != Way::Paper {
        return page::see(&format!("/personnes/{id}/mesures"));
    }
    let heading = Heading::of(&mut may.app().db().read().await?, &case).await?;
    let leads_to = may.app().settings().address(format_args!("/feuille/{}", filling.code));
    page::show(&SheetPage {
        ui: &may.ui,
        w: words(may.lang),
        heading,
        here: super::address(id, filling.id),
        parts: parts(&filling, &own_words(&filling), &may.ui),
        code: spaced(&filling.code),
        square: qr::of(&leads_to),
        is_large: typed.first("taille") == LARGE,
    })
}

/// « 4K7M 2QX9 »: easier to read and to type.
fn spaced(code: &str) -> String {
    let (first, second) = code.split_at_checked(4).unwrap_or((code, ""));
    format!("{first}\u{a0}{second}")
}
