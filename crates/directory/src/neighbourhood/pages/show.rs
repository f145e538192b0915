//! What exists in a neighbourhood, what is missing, and its guide on paper.

use askama::Template;
use platform::web::page::{self, Answer};
use platform::web::{Path, Query, Ui};

use super::inside::Inside;
use crate::resource::{Card, share};
use crate::territory;
use crate::territory::guide::{self, About, Asked, Chapter};
use crate::vocabulary::{Coded, Lever};
use crate::words::{Words, words};

#[derive(Template)]
#[template(path = "neighbourhood/pages/show.html")]
struct NeighbourhoodPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    code: String,
    name: String,
    commune: (String, &'static str),
    total: usize,
    /// What people would ask for, and how much of it there is.
    levers: Vec<(String, usize)>,
    cards: Vec<Card>,
    url: String,
}

/// Where a neighbourhood's page is.
pub(crate) fn address(code: &str) -> String {
    format!("/quartiers/{code}")
}

pub(in crate::neighbourhood) async fn show(ui: Ui, Path(code): Path<String>) -> Answer {
    let inside = Inside::read(&ui, &code).await?;
    let lever = |lever: Lever| (lever.wish(ui.lang), inside.of_lever(lever).len());
    let most = usize::try_from(territory::MOST_READ).unwrap_or(usize::MAX);
    let cards = inside.listed.iter().take(most);
    page::show(&NeighbourhoodPage {
        w: words(ui.lang),
        url: format!("{}{}", ui.app.settings().public_url, address(&code)),
        commune: (territory::address(inside.commune), inside.commune.name),
        total: inside.listed.len(),
        levers: Lever::all().map(lever).collect(),
        cards: cards.map(|one| Card::of(&one.entry, ui.today(), ui.lang)).collect(),
        name: inside.neighbourhood.name,
        code,
        ui: &ui,
    })
}

pub(in crate::neighbourhood) async fn guide(
    ui: Ui,
    Path(code): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let inside = Inside::read(&ui, &code).await?;
    let most = usize::try_from(territory::MOST_READ).unwrap_or(usize::MAX);
    let chapter = |lever: Lever| -> Option<Chapter> {
        let of_lever = inside.of_lever(lever);
        let shown: Vec<_> = of_lever.iter().copied().take(most).collect();
        guide::chapter(&ui, inside.commune, lever, &shown, of_lever.len())
    };
    let chapters = Lever::all().filter_map(chapter).collect();
    let about = About {
        name: format!("{} ({})", inside.neighbourhood.name, inside.commune.name),
        lede: words(ui.lang).neighbourhood_guide_lede(),
        page: address(&code),
        commune: inside.commune,
    };
    guide::drawn(&ui, about, chapters, &asked)
}

impl NeighbourhoodPage<'_> {
    fn there(&self) -> Vec<&(String, usize)> {
        self.levers.iter().filter(|(_, count)| *count > 0).collect()
    }

    fn missing(&self) -> Vec<&str> {
        self.levers.iter().filter(|(_, count)| *count == 0).map(|(lever, _)| lever.as_str()).collect()
    }

    fn guide(&self) -> String {
        format!("{}/guide", address(&self.code))
    }

    fn mail(&self) -> String {
        share::mail(&[self.w.territory_title(self.name.as_str()), self.url.clone()])
    }
}
