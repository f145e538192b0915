//! What exists in a territory, and what is missing.

use askama::Template;
use kernel::commune::CommuneCode;
use platform::web::page::{self, Answer};
use platform::web::{Nope, Open, Path, Ui};

use super::inventory::{Counted, Inventory};
use super::model::{Territory, is_whole};
use crate::finder::{self, Filters, Near, Order, Page, Query};
use crate::gazetteer::Commune;
use crate::neighbourhood;
use crate::share::Shared;
use crate::vocabulary::Lever;
use crate::words::{Words, words};

/// What is as far as that from a commune's centre is still within reach of it.
pub(crate) const REACH_KM: u32 = 10;
/// How many entries are looked at, the nearest first.
pub(crate) const MOST_READ: u32 = 40;
/// How many communes a page names.
const MOST: usize = 50;

#[derive(Template)]
#[template(path = "territory/page.html")]
struct TerritoryPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    territory: Territory,
    /// All that was counted.
    total: usize,
    inventory: Inventory,
    communes: Vec<Part>,
    neighbourhoods: Vec<(String, String)>,
    shared: Shared,
}

/// A commune of a larger territory.
struct Part {
    name: &'static str,
    href: String,
    /// « 42 216 habitants ».
    people: String,
    count: usize,
}

pub(super) async fn show(_: Open, ui: Ui, Path(code): Path<String>) -> Answer {
    let territory = Territory::from_code(&code).ok_or(Nope::NotFound)?;
    match territory {
        Territory::Commune(commune) => page::show(&around(&ui, territory, commune).await?),
        Territory::Epci(_) | Territory::Departement(_) => page::show(&within(&ui, territory).await?),
    }
}

/// Around a commune, as somebody who lives there would find it.
async fn around<'a>(
    ui: &'a Ui,
    territory: Territory,
    commune: &'static Commune,
) -> Result<TerritoryPage<'a>, Nope> {
    let view = finder::current(&ui.app).await?;
    let query = query(commune, Vec::new());
    let (found, all) = view.find_and_count(&query);
    let (_, near) = view.find_and_count(&without_remote(query));
    let counted = Counted { all: &all, near: &near, lang: ui.lang };
    let inventory =
        Inventory::of(&counted, |field, code| Some(finder::near(commune, REACH_KM, &[(field, code)])));
    let known = neighbourhood::of_commune(&mut ui.app.db().read().await?, &commune.code).await?;
    let neighbourhoods = known.into_iter().map(|(code, name)| (neighbourhood::address(&code), name));
    Ok(TerritoryPage {
        neighbourhoods: neighbourhoods.collect(),
        ..drawn(ui, territory, found.total, inventory)
    })
}

fn without_remote(query: Query) -> Query {
    Query { near: query.near.map(|near| Near { with_remote: false, ..near }), ..query }
}

/// All that lies in an EPCI or a département.
async fn within(ui: &Ui, territory: Territory) -> Result<TerritoryPage<'_>, Nope> {
    let view = finder::current(&ui.app).await?;
    let (total, all) = view.count_in(codes(territory));
    let counted = Counted { all: &all, near: &all, lang: ui.lang };
    let page = drawn(ui, territory, total, Inventory::of(&counted, |_, _| None));
    let communes = parts(&territory, page.w, |own| view.count_in(codes(own)).0);
    Ok(TerritoryPage { communes, ..page })
}

fn codes(territory: Territory) -> impl Iterator<Item = &'static CommuneCode> + Clone {
    territory.communes().map(|commune| &commune.code)
}

fn drawn(ui: &Ui, territory: Territory, total: usize, inventory: Inventory) -> TerritoryPage<'_> {
    let w = words(ui.lang);
    let path = format!("/territoires/{}", territory.code());
    let shared = Shared::at(ui, w.territory_title(territory.name()), &path);
    let (communes, neighbourhoods) = (Vec::new(), Vec::new());
    TerritoryPage { ui, w, territory, total, inventory, communes, neighbourhoods, shared }
}

/// The largest communes.
fn parts(territory: &Territory, w: &Words, count: impl Fn(Territory) -> usize) -> Vec<Part> {
    let mut communes: Vec<&'static Commune> =
        territory.communes().filter(|commune| is_whole(commune)).collect();
    communes.sort_by(|a, b| b.population.cmp(&a.population).then_with(|| a.code.cmp(&b.code)));
    let part = |commune: &'static Commune| Part {
        name: commune.name,
        href: address(commune),
        people: people(commune.population, w),
        count: count(Territory::Commune(commune)),
    };
    communes.into_iter().take(MOST).map(part).collect()
}

/// « 42 216 habitants ».
fn people(population: u32, w: &Words) -> String {
    let digits = population.to_string();
    let mut figures = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            figures.push('\u{a0}');
        }
        figures.push(digit);
    }
    w.territory_people(population, figures)
}

/// What is within reach of a commune, of some levers if any is given.
pub(super) fn query(commune: &Commune, levers: Vec<Lever>) -> Query {
    Query {
        near: Some(Near::of(commune, f64::from(REACH_KM))),
        filters: Filters { levers, ..Filters::default() },
        order: Order::People,
        page: Page::new(1, MOST_READ).unwrap_or_default(),
        ..Query::default()
    }
}

/// Where the page of a commune is.
pub(crate) fn address(commune: &Commune) -> String {
    format!("/territoires/{}", commune.code)
}

impl TerritoryPage<'_> {
    fn reach(&self) -> u32 {
        REACH_KM
    }

    fn commune(&self) -> Option<&'static Commune> {
        match self.territory {
            Territory::Commune(commune) => Some(commune),
            Territory::Epci(_) | Territory::Departement(_) => None,
        }
    }

    /// « 42 216 habitants », where somebody lives.
    fn people(&self) -> Option<String> {
        let population = self.territory.population();
        (population > 0).then(|| people(population, self.w))
    }

    /// The EPCI and the département it lies in.
    fn larger(&self) -> Vec<(String, &'static str)> {
        let Some(commune) = self.commune() else { return Vec::new() };
        let link = |code: &str, name| (format!("/territoires/{code}"), name);
        let epci = commune.epci.map(|epci| link(epci.siren, epci.name));
        epci.into_iter().chain([link(commune.departement.code, commune.departement.name)]).collect()
    }

    fn guide(&self) -> Option<String> {
        self.commune().map(|commune| format!("{}/guide", address(commune)))
    }

    fn everything(&self) -> Option<String> {
        self.commune().map(|commune| finder::near(commune, REACH_KM, &[]))
    }

    /// The map's tiles, ground and centre.
    fn map(&self) -> Option<(String, String, String)> {
        let commune = self.commune()?;
        let centre = commune.centre?;
        let tiles = finder::tiles_near(commune, REACH_KM);
        Some((tiles, crate::map::ground_of(Some(commune)), format!("{},{}", centre.lat, centre.lon)))
    }
}

#[cfg(test)]
mod tests {
    use kernel::Lang;

    use super::*;

    #[test]
    fn inhabitants_are_read_by_thousands() {
        let said = |population| people(population, words(Lang::Fr)).replace('\u{a0}', " ");
        assert_eq!([said(1), said(950), said(42_216)], ["1 habitant", "950 habitants", "42 216 habitants"]);
        assert_eq!(said(2_113_705), "2 113 705 habitants");
    }
}
