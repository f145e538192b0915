use jiff::civil::Date;
use kernel::Lang;

use super::said;
use crate::address;
use crate::finder::{self, Entry, Hit, Listed, Means};
use crate::words::words;

/// One line of a list of resources.
#[derive(Clone, Debug)]
pub struct Card {
    pub id: String,
    pub href: String,
    pub name: String,
    pub organization: String,
    pub distance: Option<String>,
    /// Where it is drawn: « lat,lon ».
    pub spot: Option<String>,
    /// When, how much, how many places: « mardi de 14 h 30 à 16 h · gratuit · 3 places libres ».
    pub facts: String,
}

impl Card {
    pub fn of(entry: &Entry, today: Date, lang: Lang) -> Card {
        let resource = entry.resource();
        let facts =
            [said::when(resource, lang), said::cost(resource, lang), said::room(resource, today, lang)];
        let facts: Vec<String> = facts.into_iter().flatten().collect();
        Card {
            id: resource.id.to_string(),
            href: address::resource(&resource.id),
            name: resource.name.clone(),
            organization: entry.organization_name().to_owned(),
            distance: None,
            spot: entry.drawn_at().map(|(at, _)| format!("{},{}", at.lat, at.lon)),
            facts: facts.join(" · "),
        }
    }

    /// The same with how far it is, or that it comes to one's home.
    pub fn of_hit(listed: &Listed, today: Date, lang: Lang) -> Card {
        let w = words(lang);
        let distance = listed.hit.km.map(|km| said::distance(km, lang));
        let distance =
            if listed.hit.is_approximate { distance.map(|km| w.finder_about(km)) } else { distance };
        Card { distance, ..Card::of(&listed.entry, today, lang) }
    }

    /// The same with how long the way is, where the place is known well enough to tell.
    pub(crate) fn travelled(self, hit: &Hit, means: Option<Means>, lang: Lang) -> Card {
        let way = hit.km.filter(|_| !hit.is_approximate).and_then(|km| finder::journey(km, means, lang));
        let parts: Vec<String> = self.distance.iter().cloned().chain(way).collect();
        let distance = self.distance.is_some().then(|| parts.join(", "));
        Card { distance, ..self }
    }
}
