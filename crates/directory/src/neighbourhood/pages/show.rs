//! What exists in a neighbourhood, what is missing, and its guide on paper.

use askama::Template;
use axum::response::Response;
use platform::paper::Wanted;
use platform::web::page::{self, Answer};
use platform::web::{Nope, Open, Path, Query, Ui};

use super::inside::Inside;
use crate::finder;
use crate::gazetteer::Commune;
use crate::json_ld;
use crate::map;
use crate::neighbourhood::sql;
use crate::pace::{self, UnhurriedReader};
use crate::resource::Card;
use crate::share::Shared;
use crate::territory::guide::{self, About, Asked, Chapter, Guide};
use crate::territory::{self, Inventory};
use crate::vocabulary::{Coded, Lever};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "neighbourhood/pages/show.html")]
struct NeighbourhoodPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    code: String,
    name: String,
    commune: &'static Commune,
    /// West, south, east, north.
    bounds: String,
    total: usize,
    inventory: Inventory,
    cards: Vec<Card>,
    shared: Shared,
}

/// Where a neighbourhood's page is.
pub(crate) fn address(code: &str) -> String {
    format!("/quartiers/{code}")
}

pub(in crate::neighbourhood) async fn show(_: Open, ui: Ui, Path(code): Path<String>) -> Answer {
    let inside = Inside::read(&ui, &code).await?;
    let most = usize::try_from(territory::MOST_READ).unwrap_or(usize::MAX);
    let cards = inside.listed.iter().take(most);
    let w = words(ui.lang);
    page::show(&NeighbourhoodPage {
        w,
        commune: inside.commune,
        bounds: inside.neighbourhood.bounds(),
        total: inside.listed.len(),
        inventory: inside.inventory(ui.lang),
        cards: cards.map(|one| Card::of(&one.entry, ui.today(), ui.lang)).collect(),
        shared: Shared::at(&ui, w.territory_title(inside.neighbourhood.name.as_str()), &address(&code)),
        name: inside.neighbourhood.name,
        code,
        ui: &ui,
    })
}

/// Its outline, for the map.
pub(in crate::neighbourhood) async fn outline(
    _: Open,
    ui: Ui,
    Path(code): Path<String>,
) -> Result<Response, Nope> {
    let found = sql::find(&mut ui.app.db().read().await?, &code).await?;
    map::outline(&found.ok_or(Nope::NotFound)?.outline)
}

pub(in crate::neighbourhood) async fn guide(
    _: Open,
    ui: Ui,
    Path(code): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    of_inside(&ui, &code).await?.page(&ui, &asked)
}

pub(in crate::neighbourhood) async fn guide_file(
    _: UnhurriedReader<{ pace::PAPER }>,
    ui: Ui,
    wanted: Wanted,
    Path(code): Path<String>,
) -> Answer {
    let guide = of_inside(&ui, &code).await?;
    wanted.handed(&guide::PAPER, guide.filled(&ui), &ui).await
}

async fn of_inside(ui: &Ui, code: &str) -> Result<Guide, Nope> {
    let inside = Inside::read(ui, code).await?;
    let most = usize::try_from(territory::MOST_READ).unwrap_or(usize::MAX);
    let chapter = |lever: Lever| -> Option<Chapter> {
        let of_lever = inside.of_lever(lever);
        let shown: Vec<_> = of_lever.iter().copied().take(most).collect();
        guide::chapter(ui, inside.commune, lever, &shown, of_lever.len())
    };
    let chapters = Lever::all().filter_map(chapter).collect();
    let about = About {
        name: format!("{} ({})", inside.neighbourhood.name, inside.commune.name),
        lede: words(ui.lang).neighbourhood_guide_lede(),
        page: address(code),
        commune: inside.commune,
    };
    Ok(Guide { about, chapters })
}

impl NeighbourhoodPage<'_> {
    fn guide(&self) -> String {
        format!("{}/guide", address(&self.code))
    }

    fn around(&self) -> String {
        territory::address(self.commune)
    }

    fn outline(&self) -> String {
        format!("{}/contour.geojson", address(&self.code))
    }

    /// What is around it too: its outline says which is inside.
    fn tiles(&self) -> String {
        finder::tiles_near(self.commune, territory::REACH_KM)
    }

    fn json_ld(&self) -> String {
        let cards = self.cards.iter().map(|card| (card.name.as_str(), card.href.as_str()));
        json_ld::list(&self.shared.title, (0, self.total), cards, &self.ui.app.settings().public_url)
    }
}
