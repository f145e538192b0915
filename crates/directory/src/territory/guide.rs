//! The guide of a commune on paper: what is within reach, lever by lever, to be left on a counter or
//! given to somebody who has no screen.

use std::collections::BTreeMap;

use askama::Template;
use kernel::contact::Phone;
use kernel::text::fold;
use platform::paper::{Filled, Kind, Letters, Wanted, in_large_print};
use platform::web::page::{self, Answer};
use platform::web::{Nope, Open, Path, Query, Ui, dates};
use serde::Deserialize;
use serde_json::{Value as Json, json};

use super::model::Territory;
use super::page::{REACH_KM, address, query};
use crate::facts::{self, PhoneLine};
use crate::finder::{self, Listed, Near};
use crate::gazetteer::{Commune, Gazetteer};
use crate::pace::{self, UnhurriedReader};
use crate::resource::{Resource, said};
use crate::vocabulary::{Coded, Lever};
use crate::words::{Words, words};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    /// « grande » for large letters.
    taille: String,
}

pub(crate) const PAPER: Kind = Kind { template: include_str!("guide.typ"), file: "guide.pdf" };

#[derive(Template)]
#[template(path = "territory/guide.html")]
struct GuidePage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    is_large: bool,
    guide: Guide,
}

/// What there is, to be shown on a page or set in a file.
pub(crate) struct Guide {
    pub(crate) about: About,
    /// Those that hold something.
    pub(crate) chapters: Vec<Chapter>,
}

/// Of an entry's name, where it stands: chapter and line.
type Places<'a> = BTreeMap<Sorted<'a>, Vec<(usize, usize)>>;
/// A name behind what puts « Écoute » among the E.
type Sorted<'a> = (String, &'a str);

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
    /// Where it lies, for the index; none where it comes to one's home, or is done from it.
    commune: Option<String>,
    phone: Option<PhoneLine>,
}

pub(super) async fn show(_: Open, ui: Ui, Path(code): Path<String>, Query(asked): Query<Asked>) -> Answer {
    around(&ui, &code).await?.page(&ui, &asked)
}

pub(super) async fn file(
    _: UnhurriedReader<{ pace::PAPER }>,
    ui: Ui,
    wanted: Wanted,
    Path(code): Path<String>,
) -> Answer {
    let guide = around(&ui, &code).await?;
    wanted.handed(&PAPER, guide.filled(&ui), &ui).await
}

async fn around(ui: &Ui, code: &str) -> Result<Guide, Nope> {
    let Some(Territory::Commune(commune)) = Territory::from_code(code) else { return Err(Nope::NotFound) };
    let view = finder::current(&ui.app).await?;
    let mut chapters = Vec::new();
    for lever in Lever::all() {
        let found = view.find(&query(commune, vec![lever]));
        let shown = finder::listed(&mut ui.app.db().read().await?, found.hits).await?;
        chapters.extend(chapter(ui, commune, lever, &shown.iter().collect::<Vec<_>>(), found.total));
    }
    let lede = words(ui.lang).guide_lede(REACH_KM);
    Ok(Guide {
        about: About { name: commune.name.to_owned(), lede, page: address(commune), commune },
        chapters,
    })
}

impl Guide {
    /// On a page, in the size asked for.
    pub(crate) fn page(self, ui: &Ui, asked: &Asked) -> Answer {
        let is_large = Letters::of_address(&asked.taille) == Letters::Large;
        page::show(&GuidePage { w: words(ui.lang), is_large, guide: self, ui })
    }

    pub(crate) fn filled(&self, ui: &Ui) -> Filled {
        let w = words(ui.lang);
        let title = w.guide_title(self.about.name.as_str());
        let data = json!({
            "title": title,
            "lede": self.about.lede,
            "town_hall": self.town_hall_phone().map(|phone| json!({ "who": w.guide_town_hall(), "phone": phone })),
            "none": self.chapters.is_empty().then(|| w.guide_empty()),
            "chapters": self.chapters.iter().map(|chapter| chapter.data(w)).collect::<Vec<_>>(),
            "index": { "title": w.guide_index(), "communes": self.index() },
            "foot": self.foot(ui),
        });
        Filled { title, data, pictures: Vec::new() }
    }

    /// What lies in each commune, and at which places of chapters and lines: one entry may pull several levers.
    fn index(&self) -> Vec<Json> {
        let mut communes: BTreeMap<Sorted<'_>, Places<'_>> = BTreeMap::new();
        for (at, chapter) in self.chapters.iter().enumerate() {
            for (place, line) in chapter.lines.iter().enumerate() {
                let Some(commune) = &line.commune else { continue };
                let entries = communes.entry(sorted(commune)).or_default();
                entries.entry(sorted(&line.name)).or_default().push((at, place));
            }
        }
        let entry = |((_, name), places): (Sorted<'_>, Vec<(usize, usize)>)| json!({ "name": name, "places": places });
        let commune = |((_, name), entries): (Sorted<'_>, Places<'_>)| json!({ "name": name, "entries": entries.into_iter().map(entry).collect::<Vec<_>>() });
        communes.into_iter().map(commune).collect()
    }

    fn town_hall_phone(&self) -> Option<String> {
        let town_hall = Gazetteer::load().town_hall(&self.about.commune.code)?;
        town_hall.phone.as_ref().map(Phone::spoken)
    }

    fn foot(&self, ui: &Ui) -> String {
        let address = ui.app.settings().address(&self.about.page);
        words(ui.lang).guide_foot(dates::plain(ui.today(), ui.lang), address)
    }
}

fn sorted(name: &str) -> Sorted<'_> {
    (fold(name), name)
}

impl Chapter {
    fn data(&self, w: &Words) -> Json {
        let line = |line: &Line| {
            let said =
                [&line.organization, &line.facts, &line.place].into_iter().filter(|text| !text.is_empty());
            json!({
                "name": line.name,
                "said": said.collect::<Vec<_>>(),
                "phone": line.phone.as_ref().map(|phone| &phone.spoken),
            })
        };
        json!({
            "title": self.title,
            "lines": self.lines.iter().map(line).collect::<Vec<_>>(),
            "left_out": (self.left_out > 0).then(|| w.guide_left_out(self.left_out)),
        })
    }
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
        commune: listed.hit.km.and_then(|_| commune_of(resource)),
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

fn commune_of(resource: &Resource) -> Option<String> {
    let commune = Gazetteer::load().current(resource.place.commune.as_ref()?)?;
    Some(commune.name.to_owned())
}

impl GuidePage<'_> {
    fn here(&self) -> String {
        format!("{}/guide", self.guide.about.page)
    }

    /// The same in the other size.
    fn other_size(&self) -> String {
        if self.is_large { self.here() } else { in_large_print(&self.here()) }
    }
}
