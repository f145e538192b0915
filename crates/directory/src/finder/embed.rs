//! The first answers of a question, to be shown in another site's page: a town's, an association's.

use askama::Template;
use axum::Extension;
use axum::response::IntoResponse;
use platform::web::layers::Embeddable;
use platform::web::page::{self, Answer};
use platform::web::{Problems, Query, Ui};

use super::form::{FinderForm, PATH};
use super::held;
use super::listed::{Listed, listed};
use super::query::Page;
use crate::pace::UnhurriedReader;
use crate::resource::Card;
use crate::words::{Words, words};

pub(super) const EMBEDDED: &str = "/ressources/integrer";
/// How many resources it shows; the list has all of them.
const FEW: u32 = 10;

#[derive(Template)]
#[template(path = "finder/embed.html")]
struct EmbeddedPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    cards: Vec<Card>,
    total: usize,
    /// The same question on a page of its own.
    all: String,
}

pub(super) async fn show(_: UnhurriedReader, ui: Ui, Query(form): Query<FinderForm>) -> Answer {
    let mut problems = Problems::default();
    let commune = form.commune(&mut problems, ui.lang);
    let asked = form.query(commune, ui.app.clock().now());
    let query = super::Query { page: Page::new(1, FEW).unwrap_or_default(), ..asked };
    let view = held::current(&ui.app).await?;
    let found = view.find(&query);
    let shown = listed(&mut ui.app.db().read().await?, found.hits).await?;
    let card = |listed: &Listed| Card::of_hit(listed, ui.today(), ui.lang);
    let page = EmbeddedPage {
        w: words(ui.lang),
        ui: &ui,
        cards: shown.iter().map(card).collect(),
        total: found.total,
        all: form.address(PATH, 1),
    };
    // A commune nobody knows asks nothing: the site's visitor could not correct it.
    Ok((Extension(Embeddable), page::show(&page)?).into_response())
}
