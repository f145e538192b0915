//! The guide of a commune on paper: what is within reach, lever by lever, to be left on a counter or
//! given to somebody who has no screen.

use askama::Template;
use kernel::Lang;
use platform::web::page::{self, Answer};
use platform::web::{Nope, Path, Query, Ui, dates};
use serde::Deserialize;

use super::model::Territory;
use super::page::{REACH_KM, address, query};
use crate::facts::{self, PhoneLine};
use crate::finder::{self, Listed, Near, View};
use crate::gazetteer::{Commune, Gazetteer, TownHall};
use crate::resource::said;
use crate::vocabulary::{Coded, Lever};
use crate::words::{Words, words};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    /// « grande » for large letters.
    taille: String,
}

#[derive(Template)]
#[template(path = "territory/guide.html")]
struct GuidePage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    commune: &'static Commune,
    is_large: bool,
    chapters: Vec<Chapter>,
    town_hall: Option<TownHall>,
}

/// What pulls one lever.
struct Chapter {
    title: String,
    lines: Vec<Line>,
    /// How many more there are than are shown.
    left_out: usize,
}

/// One entry: enough to go there, or to call first.
struct Line {
    name: String,
    organization: String,
    facts: String,
    place: String,
    phone: Option<PhoneLine>,
}

pub(super) async fn show(ui: Ui, Path(code): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let Some(Territory::Commune(commune)) = Territory::from_code(&code) else { return Err(Nope::NotFound) };
    let view = finder::current(&ui.app).await?;
    let mut chapters = Vec::new();
    for lever in Lever::all() {
        chapters.extend(chapter(&ui, &view, commune, lever).await?);
    }
    page::show(&GuidePage {
        w: words(ui.lang),
        commune,
        is_large: asked.taille == "grande",
        chapters,
        town_hall: Gazetteer::load().town_hall(&commune.code),
        ui: &ui,
    })
}

/// `None` where nothing within reach pulls that lever.
async fn chapter(ui: &Ui, view: &View, commune: &Commune, lever: Lever) -> Result<Option<Chapter>, Nope> {
    let found = view.find(&query(commune, vec![lever]));
    let shown = finder::listed(&mut ui.app.db().read().await?, found.hits).await?;
    let lines: Vec<Line> = shown.iter().map(|listed| line(listed, commune, ui)).collect();
    let left_out = found.total.saturating_sub(lines.len());
    Ok((!lines.is_empty()).then(|| Chapter { title: lever.wish(ui.lang), lines, left_out }))
}

fn line(listed: &Listed, commune: &Commune, ui: &Ui) -> Line {
    let resource = listed.entry.resource();
    let facts = [
        said::when(resource, ui.lang),
        said::cost(resource, ui.lang),
        said::room(resource, ui.today(), ui.lang),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    Line {
        name: resource.name.clone(),
        organization: listed.entry.organization_name().to_owned(),
        facts: facts.join(" · "),
        place: place(listed, commune, words(ui.lang)),
        phone: facts::phone(&resource.contact),
    }
}

/// Where one goes, or how it comes.
fn place(listed: &Listed, commune: &Commune, w: &Words) -> String {
    let resource = listed.entry.resource();
    if listed.hit.km.is_some() {
        facts::address_lines(&resource.place).join(", ")
    } else if Near::of(commune, f64::from(REACH_KM)).is_visited(&resource.ties.home_zones) {
        w.resource_home_zones()
    } else {
        w.resource_remote()
    }
}

impl GuidePage<'_> {
    fn lang(&self) -> Lang {
        self.ui.lang
    }

    fn reach(&self) -> u32 {
        REACH_KM
    }

    fn printed_on(&self) -> String {
        dates::plain(self.ui.today(), self.lang())
    }

    fn back(&self) -> String {
        address(self.commune)
    }

    /// The same in the other size.
    fn other_size(&self) -> String {
        let address = format!("{}/guide", address(self.commune));
        if self.is_large { address } else { format!("{address}?taille=grande") }
    }

    fn url(&self) -> String {
        format!("{}{}", self.ui.app.settings().public_url, self.back())
    }

    fn town_hall_phone(&self) -> Option<String> {
        self.town_hall.as_ref()?.phone.as_ref().map(kernel::contact::Phone::spoken)
    }
}
