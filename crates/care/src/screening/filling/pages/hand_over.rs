//! The link that a person follows alone, as words and as a square to photograph.

use askama::Template;
use kernel::id::{CaseId, FillingId};
use platform::web::may::{May, RunCaseload};
use platform::web::page::{self, Answer};
use platform::web::{Path, Ui, dates, qr};

use super::alone::Answering;
use super::opened::read;
use crate::heading::Heading;
use crate::screening::filling::model::{State, Way};
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

pub(super) async fn show(may: May<RunCaseload>, Path((id, filling)): Path<(CaseId, FillingId)>) -> Answer {
    let (case, filling) = read(&may, id, filling).await?;
    if filling.state(may.app().clock().now()) != State::Open || filling.way != Way::Link {
        return page::see(&format!("/personnes/{id}/mesures"));
    }
    let heading = Heading::of(&mut may.app().db().read().await?, &case).await?;
    let token = may.app().key().sign::<Answering>(filling.id, filling.ends_at);
    let link = may.app().settings().address(format_args!("/questions/{token}"));
    page::show(&HandOverPage {
        ui: &may.ui,
        w: words(may.lang),
        heading,
        filling: filling.id,
        square: qr::of(&link),
        link,
        until: dates::day_of(filling.ends_at.as_second(), may.lang),
        progress: filling.progress(),
    })
}
