//! `/securite`: the answers nobody has said anything of yet.

use askama::Template;
use kernel::id::ScreeningId;
use platform::web::may::{May, Screen};
use platform::web::page::{self, Answer};
use platform::web::{Ui, dates};

use crate::screening::safety::sql;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "screening/safety/pages/list.html")]
struct ListPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    open: Vec<(ScreeningId, String)>,
}

/// Names nobody, so no entry in the trail.
pub(super) async fn show(may: May<Screen>) -> Answer {
    let open = sql::open_to(&mut may.app().db().read().await?, may.id()).await?;
    let open = open.into_iter().map(|(id, at)| (id, dates::moment(at, may.lang))).collect();
    page::show(&ListPage { ui: &may.ui, w: words(may.lang), open })
}
