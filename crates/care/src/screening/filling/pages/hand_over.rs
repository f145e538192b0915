//! The link that a person follows alone, as words and as a square to photograph.

use askama::Template;
use kernel::id::{CaseId, FillingId};
use platform::paper::{Filled, Kind, Picture, Wanted};
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer};
use platform::web::{Path, Ui, dates, qr};
use serde_json::json;

use super::alone::Answering;
use super::opened::{read, read_to_print};
use crate::heading::Heading;
use crate::screening::filling::model::{Filling, State, Way};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "screening/filling/pages/hand_over.html")]
struct HandOverPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    heading: Heading,
    filling: FillingId,
    link: String,
    square: Option<qr::Picture>,
    until: String,
    progress: (usize, usize),
}

const PAPER: Kind = Kind { template: include_str!("hand_over.typ"), file: "lien.pdf" };

pub(super) async fn show(may: May<RunCaseload>, Path((id, filling)): Path<(CaseId, FillingId)>) -> Answer {
    let (case, filling) = read(&may, id, filling).await?;
    if !is_by_link(&filling, &may.ui) {
        return page::see(&format!("/personnes/{id}/mesures"));
    }
    let link = link(&filling, &may.ui);
    page::show(&HandOverPage {
        ui: &may.ui,
        w: words(may.lang),
        heading: Heading::of(&mut may.app().db().read().await?, &case).await?,
        filling: filling.id,
        square: qr::of(&link),
        link,
        until: dates::day_of(filling.ends_at.as_second(), may.lang),
        progress: filling.progress(),
    })
}

pub(super) async fn file(
    may: May<RunCaseload>,
    wanted: Wanted,
    Path((id, filling)): Path<(CaseId, FillingId)>,
) -> Answer {
    let filling = read_to_print(&may, id, filling).await?;
    if !is_by_link(&filling, &may.ui) {
        return page::see(&format!("/personnes/{id}/mesures"));
    }
    let (w, link) = (words(may.lang), link(&filling, &may.ui));
    let square = Picture::square(&link);
    let data = json!({
        "title": w.filling_paper_title(),
        "lede": w.filling_paper_lede(dates::day_of(filling.ends_at.as_second(), may.lang)),
        "square": square.as_ref().map(|_| json!({
            "alt": w.filling_paper_alt(),
            "text": w.filling_paper_square(),
            "address": link,
        })),
        "after": w.filling_paper_after(),
    });
    let filled = Filled { title: w.filling_paper_title(), data, pictures: square.into_iter().collect() };
    wanted.handed(&PAPER, filled, &may.ui).await
}

fn is_by_link(filling: &Filling, ui: &Ui) -> bool {
    filling.state(ui.app.clock().now()) == State::Open && filling.way == Way::Link
}

/// What opens the questions, for whoever holds it, until they end.
fn link(filling: &Filling, ui: &Ui) -> String {
    let token = ui.app.key().sign::<Answering>(filling.id, filling.ends_at);
    ui.app.settings().address(format_args!("/questions/{token}"))
}
