//! The sheet of one person: questions with boxes to tick, and a code that leads what is typed to their file.
//! It names nobody.

use askama::Template;
use kernel::id::{CaseId, FillingId};
use platform::paper::Wanted;
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer};
use platform::web::{Path, Query, Ui, qr};

use super::opened::{read, read_to_print};
use super::shown::{own_words, parts};
use crate::heading::Heading;
use crate::screening::filling::model::{Filling, State, Way};
use crate::screening::pages::paper::{self, Mark};
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
    mark: Mark,
    square: Option<qr::Picture>,
    is_large: bool,
}

pub(super) async fn show(
    may: May<RunCaseload>,
    Path(ids): Path<(CaseId, FillingId)>,
    Query(typed): Query<Typed>,
) -> Answer {
    let (case, filling) = read(&may, ids.0, ids.1).await?;
    if !is_on_paper(&filling, &may.ui) {
        return page::see(&format!("/personnes/{}/mesures", ids.0));
    }
    let mark = mark(&filling, &may.ui);
    page::show(&SheetPage {
        ui: &may.ui,
        w: words(may.lang),
        heading: Heading::of(&mut may.app().db().read().await?, &case).await?,
        here: super::address(ids.0, filling.id),
        parts: parts(&filling, &own_words(&filling), &may.ui),
        square: qr::of(&mark.leads_to),
        mark,
        is_large: typed.first("taille") == LARGE,
    })
}

pub(super) async fn file(
    may: May<RunCaseload>,
    wanted: Wanted,
    Path(ids): Path<(CaseId, FillingId)>,
) -> Answer {
    let filling = read_to_print(&may, ids.0, ids.1).await?;
    if !is_on_paper(&filling, &may.ui) {
        return page::see(&format!("/personnes/{}/mesures", ids.0));
    }
    let parts = parts(&filling, &own_words(&filling), &may.ui);
    let filled = paper::filled(&parts, Some(&mark(&filling, &may.ui)), words(may.lang));
    wanted.handed(&paper::PAPER, filled, &may.ui).await
}

fn is_on_paper(filling: &Filling, ui: &Ui) -> bool {
    filling.state(ui.app.clock().now()) == State::Open && filling.way == Way::Paper
}

fn mark(filling: &Filling, ui: &Ui) -> Mark {
    let leads_to = ui.app.settings().address(format_args!("/feuille/{}", filling.code));
    Mark { code: spaced(&filling.code), leads_to }
}

/// « 4K7M 2QX9 »: easier to read and to type.
fn spaced(code: &str) -> String {
    let (first, second) = code.split_at_checked(4).unwrap_or((code, ""));
    format!("{first}\u{a0}{second}")
}
