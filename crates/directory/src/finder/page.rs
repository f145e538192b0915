//! The public finder: a form, a list, and a map of the same places.

use askama::Template;
use platform::web::page::{self, Answer};
use platform::web::{Problems, Query, Ui};

use super::chips::{self, Chip};
use super::choices::Choices;
use super::embed::EMBEDDED;
use super::facet::Counts;
use super::files;
use super::form::{FinderForm, PATH};
use super::held;
use super::listed::{Listed, listed};
use super::query::Page;
use super::view::Found;
use crate::gazetteer::{Commune, Gazetteer};
use crate::json_ld;
use crate::pace::UnhurriedReader;
use crate::resource::Card;
use crate::share::Shared;
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "finder/page.html")]
struct FinderPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    form: FinderForm,
    problems: Problems,
    commune: Option<&'static Commune>,
    cards: Vec<Card>,
    total: usize,
    /// What nothing answers as it was typed.
    mistyped: Vec<String>,
    counts: Counts,
    page: Page,
    /// Whose communes the map draws: those around the commune asked for, or around what is shown.
    ground: String,
    /// What the map looks at when no commune says where.
    bounds: Option<String>,
}

pub(super) async fn show(_: UnhurriedReader, ui: Ui, Query(form): Query<FinderForm>) -> Answer {
    let mut problems = Problems::default();
    form.check_words(&mut problems, ui.lang);
    let commune = form.commune(&mut problems, ui.lang);
    let query = form.query(commune, ui.app.clock().now());
    let view = held::current(&ui.app).await?;
    let (found, counts) = if problems.is_empty() {
        view.find_and_count(&query)
    } else {
        (Found { hits: Vec::new(), total: 0 }, Counts::default())
    };
    let bounds = match commune {
        None if problems.is_empty() => crate::map::bounds(&ui.app, query.clone()).await?,
        _ => None,
    };
    let mistyped = view.mistyped(&query.text);
    let shown = listed(&mut ui.app.db().read().await?, found.hits).await?;
    let means = form.travel().means();
    let card =
        |listed: &Listed| Card::of_hit(listed, ui.today(), ui.lang).travelled(&listed.hit, means, ui.lang);
    let cards = shown.iter().map(card).collect();
    let page = FinderPage {
        w: words(ui.lang),
        ui: &ui,
        form,
        problems,
        commune,
        cards,
        total: found.total,
        mistyped,
        counts,
        page: query.page,
        bounds,
        ground: crate::map::ground_of(commune.or_else(|| one_of(&shown))),
    };
    if page.problems.is_empty() { page::show(&page) } else { page::with_problems(&page) }
}

/// A commune of what was found, when all of it lies in one département.
fn one_of(shown: &[Listed]) -> Option<&'static Commune> {
    let gazetteer = Gazetteer::load();
    let commune = |listed: &Listed| gazetteer.get(listed.entry.resource().place.commune.as_ref()?);
    let mut communes = shown.iter().filter_map(commune);
    let first = communes.next()?;
    communes.all(|other| other.departement.code == first.departement.code).then_some(first)
}

impl FinderPage<'_> {
    fn choices(&self) -> Choices<'_> {
        Choices { form: &self.form, counts: &self.counts, lang: self.ui.lang }
    }

    fn chips(&self) -> Vec<Chip> {
        chips::chosen(&self.form, PATH, self.ui.lang)
    }

    /// Every choice taken back; words and place stay.
    fn without_choices(&self) -> String {
        self.form.only_words_and_place().address(PATH, 1)
    }

    /// Said once a commune is chosen: distances start somewhere.
    fn assumption(&self) -> Option<String> {
        self.commune.and_then(|_| self.form.travel().assumption(self.ui.lang))
    }

    fn first_shown(&self) -> usize {
        self.page.skipped() + 1
    }

    fn last_shown(&self) -> usize {
        self.page.skipped() + self.cards.len()
    }

    fn previous(&self) -> Option<String> {
        let number = self.page.number();
        (number > 1).then(|| self.form.address(PATH, number - 1))
    }

    fn next(&self) -> Option<String> {
        let more = self.page.skipped() + self.page.taken() < self.total;
        more.then(|| self.form.address(PATH, self.page.number() + 1))
    }

    /// The same question, answered by a file.
    fn as_file(&self, kind: &str) -> String {
        self.form.address(&format!("{PATH}.{kind}"), 1)
    }

    fn left_out_of_files(&self) -> Option<String> {
        files::left_out(self.total, self.w)
    }

    /// The question as it stands, from its first page.
    fn shared(&self) -> Shared {
        Shared::at(self.ui, self.w.finder_title(), &self.form.address(PATH, 1))
    }

    fn json_ld(&self) -> String {
        let cards = self.cards.iter().map(|card| (card.name.as_str(), card.href.as_str()));
        let (title, site) = (self.w.finder_title(), &self.ui.app.settings().public_url);
        json_ld::list(&title, (self.page.skipped(), self.total), cards, site)
    }

    /// What another site writes to show the first answers.
    fn frame(&self) -> String {
        let address = self.form.address(EMBEDDED, 1).replace('&', "&amp;");
        let (site, title) = (&self.ui.app.settings().public_url, self.w.finder_title());
        format!(
            r#"<iframe src="{site}{address}" title="{title}" width="100%" height="640" loading="lazy"></iframe>"#
        )
    }

    /// The same question, answered by tiles.
    fn tiles(&self) -> String {
        self.form.address(crate::map::TILES, 1)
    }

    fn centre(&self) -> Option<String> {
        self.commune.and_then(|commune| commune.centre).map(|centre| format!("{},{}", centre.lat, centre.lon))
    }

    /// A closer look for a smaller radius.
    fn zoom(&self) -> &'static str {
        match self.form.travel().km() {
            ..=2.0 => "13",
            ..=5.0 => "12",
            ..=10.0 => "11",
            ..=20.0 => "10",
            _ => "9",
        }
    }
}
