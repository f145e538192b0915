//! The public finder: a form, a list, and a map of the same places.

use askama::Template;
use platform::web::page::{self, Answer};
use platform::web::{Problems, Query, Ui};

use super::form::{FinderForm, RADII, Wanted};
use super::held;
use super::listed::{Listed, listed};
use super::query::Page;
use super::view::Found;
use crate::gazetteer::{Commune, Gazetteer};
use crate::resource::Card;
use crate::vocabulary::{Category, Coded, Lever, Public, Theme};
use crate::words::{Words, words};

const PATH: &str = "/ressources";

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
    page: Page,
    /// Whose communes the map draws: those around the commune asked for, or around what is shown.
    ground: String,
}

/// One choice of a drop-down list.
struct Choice {
    code: &'static str,
    label: String,
    is_chosen: bool,
}

pub(super) async fn show(ui: Ui, Query(form): Query<FinderForm>) -> Answer {
    let mut problems = Problems::default();
    let commune = form.commune(&mut problems, ui.lang);
    let query = form.query(commune, ui.today());
    let view = held::current(&ui.app).await?;
    let found = if problems.is_empty() { view.find(&query) } else { Found { hits: Vec::new(), total: 0 } };
    let shown = listed(&mut ui.app.db().read().await?, found.hits).await?;
    let cards = shown.iter().map(|listed| Card::of_hit(listed, ui.today(), ui.lang)).collect();
    let page = FinderPage {
        w: words(ui.lang),
        ui: &ui,
        form,
        problems,
        commune,
        cards,
        total: found.total,
        page: query.page,
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
    fn radii(&self) -> Vec<(u32, bool)> {
        RADII.into_iter().map(|km| (km, km == self.form.radius())).collect()
    }

    fn levers(&self) -> Vec<Choice> {
        self.choices(Lever::all(), &self.form.levier, |lever| lever.wish(self.ui.lang))
    }

    fn publics(&self) -> Vec<Choice> {
        let asked = Public::all().filter(|public| *public != Public::Everyone);
        self.choices(asked, &self.form.public, |public| public.label(self.ui.lang))
    }

    fn categories(&self) -> Vec<(Choice, Vec<Choice>)> {
        let label = |theme: Theme| theme.label(self.ui.lang).to_owned();
        let whole =
            self.choices(Category::all(), &self.form.theme, |family| family.label(self.ui.lang).to_owned());
        let inside = Category::all().map(|family| self.choices(family.themes(), &self.form.theme, label));
        whole.into_iter().zip(inside).collect()
    }

    fn choices<T: Coded>(
        &self,
        values: impl Iterator<Item = T>,
        chosen: &str,
        label: impl Fn(T) -> String,
    ) -> Vec<Choice> {
        let choice =
            |value: T| Choice { code: value.code(), label: label(value), is_chosen: value.code() == chosen };
        values.map(choice).collect()
    }

    fn boxes(&self) -> Vec<(&'static str, String, bool)> {
        let ticked = |wanted: Wanted| (wanted.code(), wanted.label(self.ui.lang), self.form.wants(wanted));
        Wanted::ALL.into_iter().map(ticked).collect()
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

    /// The same question, answered by points.
    fn points(&self) -> String {
        self.form.address("/map/points.geojson", 1)
    }

    fn centre(&self) -> Option<String> {
        self.commune.and_then(|commune| commune.centre).map(|centre| format!("{},{}", centre.lat, centre.lon))
    }

    /// A closer look for a smaller radius.
    fn zoom(&self) -> &'static str {
        match self.form.radius() {
            0..=2 => "13",
            3..=5 => "12",
            6..=10 => "11",
            11..=20 => "10",
            _ => "9",
        }
    }
}
