//! The guide of a commune on paper: what is within reach, lever by lever, to be left on a counter or
//! given to somebody who has no screen.

use askama::Template;
use kernel::Lang;
use platform::web::page::{self, Answer};
use platform::web::{Nope, Open, Path, Query, Ui, dates};
use serde::Deserialize;

use super::model::Territory;
use super::page::{REACH_KM, address, query};
use crate::facts::{self, PhoneLine};
use crate::finder::{self, Listed, Near};
use crate::gazetteer::{Commune, Gazetteer, TownHall};
use crate::resource::said;
use crate::vocabulary::{Coded, Lever};
use crate::words::{Words, words};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    /// « grande » for large letters.
    taille: String,
}

#[derive(Template)]
#[template(path = "territory/guide.html")]
struct GuidePage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    about: About,
    is_large: bool,
    chapters: Vec<Chapter>,
    town_hall: Option<TownHall>,
}

/// What a guide is of.
pub(crate) struct About {
    pub(crate) name: String,
    /// How far it looks, in words.
    pub(crate) lede: String,
    /// Its page.
    pub(crate) page: String,
    /// The one whose town hall is named.
    pub(crate) commune: &'static Commune,
}

/// What pulls one lever.
pub(crate) struct Chapter {
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

pub(super) async fn show(_: Open, ui: Ui, Path(code): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let Some(Territory::Commune(commune)) = Territory::from_code(&code) else { return Err(Nope::NotFound) };
    let view = finder::current(&ui.app).await?;
    let mut chapters = Vec::new();
    for lever in Lever::all() {
        let found = view.find(&query(commune, vec![lever]));
        let shown = finder::listed(&mut ui.app.db().read().await?, found.hits).await?;
        chapters.extend(chapter(&ui, commune, lever, &shown.iter().collect::<Vec<_>>(), found.total));
    }
    let lede = words(ui.lang).guide_lede(REACH_KM);
    let about = About { name: commune.name.to_owned(), lede, page: address(commune), commune };
    drawn(&ui, about, chapters, &asked)
}

/// The guide, in the size asked for.
pub(crate) fn drawn(ui: &Ui, about: About, chapters: Vec<Chapter>, asked: &Asked) -> Answer {
    page::show(&GuidePage {
        w: words(ui.lang),
        is_large: asked.taille == "grande",
        chapters,
        town_hall: Gazetteer::load().town_hall(&about.commune.code),
        about,
        ui,
    })
}

/// Some of what pulls a lever, of a total; `None` where nothing does.
pub(crate) fn chapter(
    ui: &Ui,
    commune: &Commune,
    lever: Lever,
    shown: &[&Listed],
    total: usize,
) -> Option<Chapter> {
    let lines: Vec<Line> = shown.iter().map(|listed| line(listed, commune, ui)).collect();
    let left_out = total.saturating_sub(lines.len());
    (!lines.is_empty()).then(|| Chapter { title: lever.wish(ui.lang), lines, left_out })
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

    fn printed_on(&self) -> String {
        dates::plain(self.ui.today(), self.lang())
    }

    fn back(&self) -> &str {
        &self.about.page
    }

    /// The same in the other size.
    fn other_size(&self) -> String {
        let address = format!("{}/guide", self.about.page);
        if self.is_large { address } else { format!("{address}?taille=grande") }
    }

    fn url(&self) -> String {
        format!("{}{}", self.ui.app.settings().public_url, self.back())
    }

    fn town_hall_phone(&self) -> Option<String> {
        self.town_hall.as_ref()?.phone.as_ref().map(kernel::contact::Phone::spoken)
    }
}
