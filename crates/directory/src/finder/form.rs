use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Weekday};
use kernel::Lang;
use platform::web::Problems;
use serde::Deserialize;
use url::form_urlencoded::Serializer;

use super::filters::Filters;
use super::query::{Near, Order, Page, Query};
use super::travel::Travel;
use super::wanted::Wanted;
use crate::gazetteer::{Commune, Gazetteer, Unresolved, local_time};
use crate::schedule::{HalfDay, Part, day_from_code};
use crate::vocabulary::{Coded, Cost, Format, Language, Lever, Public, ThemeWish, WelcomeMode};
use crate::words::words;

pub(super) const PATH: &str = "/ressources";
/// How many resources one page shows.
const PAGE: u32 = 20;
/// How many communes a misunderstanding names.
const FEW: usize = 5;
const OLDEST: u8 = 120;
/// Characters one may type: a few sentences. Words beyond the first ones would be passed over in silence.
pub(crate) const LONGEST_TEXT: usize = 200;

/// The finder's address as it was typed; a value nobody knows asks nothing.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct FinderForm {
    pub(super) q: String,
    pub(super) pres_de: String,
    /// A [`Travel`]'s code.
    pub(super) rayon: String,
    pub(super) levier: String,
    pub(super) theme: String,
    pub(super) public: String,
    /// A [`Format`]'s code.
    pub(super) forme: String,
    /// A day of the week: « mardi ».
    pub(super) jour: String,
    /// A [`Part`] of the day.
    pub(super) moment: String,
    pub(super) age: String,
    /// A [`Language`]'s code.
    pub(super) langue: String,
    /// Boxes ticked, by their [`Wanted`] code.
    pub(super) avec: Vec<String>,
    pub(super) page: String,
}

impl FinderForm {
    /// Where to look around: nothing typed is nowhere in particular.
    pub(crate) fn commune(&self, problems: &mut Problems, lang: Lang) -> Option<&'static Commune> {
        if self.pres_de.trim().is_empty() {
            return None;
        }
        let found = Gazetteer::load().resolve(&self.pres_de);
        problems.keep("pres_de", found, |unresolved| misunderstood(&unresolved, lang))
    }

    /// Refuses a question that would not be read to its end.
    pub(crate) fn check_words(&self, problems: &mut Problems, lang: Lang) {
        let read = kernel::text::optional(&self.q, LONGEST_TEXT);
        problems.keep("q", read, |_| words(lang).finder_text_too_long(LONGEST_TEXT));
    }

    /// What is asked at that moment; « open now » is by the clocks of the commune.
    pub(crate) fn query(&self, commune: Option<&Commune>, now: Timestamp) -> Query {
        Query {
            text: self.q.clone(),
            near: commune.map(|commune| Near::of(commune, self.travel().km())),
            filters: self.filters(local_time(commune, now)),
            hopes: Vec::new(),
            order: Order::People,
            page: Page::new(self.page_number(), PAGE).unwrap_or_default(),
        }
    }

    pub(super) fn travel(&self) -> Travel {
        Travel::from_code(&self.rayon).unwrap_or(Travel::USUAL)
    }

    pub(super) fn day(&self) -> Option<Weekday> {
        day_from_code(&self.jour)
    }

    pub(super) fn part(&self) -> Option<Part> {
        Part::from_code(&self.moment)
    }

    pub(super) fn age(&self) -> Option<u8> {
        self.age.trim().parse().ok().filter(|age| *age <= OLDEST)
    }

    pub(super) fn language(&self) -> Option<Language> {
        Language::parse(&self.langue)
    }

    pub(super) fn page_number(&self) -> u32 {
        self.page.parse().unwrap_or(1).max(1)
    }

    pub(super) fn wants(&self, wanted: Wanted) -> bool {
        self.wanted().any(|ticked| ticked == wanted)
    }

    pub(super) fn wanted(&self) -> impl Iterator<Item = Wanted> {
        self.avec.iter().filter_map(|code| Wanted::from_code(code))
    }

    /// The same question at another address, or on another page.
    pub(super) fn address(&self, path: &str, page: u32) -> String {
        let mut pairs = self.pairs();
        let page = page.to_string();
        if page != "1" {
            pairs.push(("page", &page));
        }
        address_of(path, &pairs)
    }

    /// The same question without one of its answers, from its first page.
    pub(super) fn address_without(&self, path: &str, name: &str, value: &str) -> String {
        let mut pairs = self.pairs();
        pairs.retain(|pair| *pair != (name, value));
        address_of(path, &pairs)
    }

    /// The same words around the same place, with nothing else asked.
    pub(super) fn only_words_and_place(&self) -> FinderForm {
        FinderForm {
            q: self.q.clone(),
            pres_de: self.pres_de.clone(),
            rayon: self.rayon.clone(),
            ..FinderForm::default()
        }
    }

    /// As the address carries it.
    fn pairs(&self) -> Vec<(&'static str, &str)> {
        let texts = [
            ("q", &self.q),
            ("pres_de", &self.pres_de),
            ("rayon", &self.rayon),
            ("levier", &self.levier),
            ("theme", &self.theme),
            ("public", &self.public),
            ("forme", &self.forme),
            ("jour", &self.jour),
            ("moment", &self.moment),
            ("age", &self.age),
            ("langue", &self.langue),
        ];
        let texts = texts.into_iter().map(|(name, text)| (name, text.as_str()));
        let boxes = self.avec.iter().map(|code| ("avec", code.as_str()));
        texts.filter(|(_, text)| !text.is_empty()).chain(boxes).collect()
    }

    fn filters(&self, now: DateTime) -> Filters {
        Filters {
            levers: Lever::from_code(&self.levier).into_iter().collect(),
            themes: ThemeWish::from_code(&self.theme).into_iter().collect(),
            publics: Public::from_code(&self.public).into_iter().collect(),
            formats: Format::from_code(&self.forme).into_iter().collect(),
            languages: self.language().into_iter().collect(),
            half_days: self.half_days(),
            age: self.age(),
            costs: self.wants(Wanted::Free).then_some(Cost::Free).into_iter().collect(),
            welcome_modes: self.wants(Wanted::Remote).then_some(WelcomeMode::Remote).into_iter().collect(),
            open_on: self.wants(Wanted::Room).then(|| Date::from(now)),
            open_at: self.wants(Wanted::OpenNow).then_some(now),
            access: self.wanted().filter_map(Wanted::access).collect(),
            ..Filters::default()
        }
    }

    /// Each that is on the day asked, if one is, and in the part of it asked, if one is.
    fn half_days(&self) -> Vec<HalfDay> {
        let (day, part) = (self.day(), self.part());
        if day.is_none() && part.is_none() {
            return Vec::new();
        }
        let is_asked = |half_day: &HalfDay| {
            day.is_none_or(|day| day == half_day.day) && part.is_none_or(|part| part == half_day.part)
        };
        HalfDay::all().filter(is_asked).collect()
    }
}

/// The finder's address around a commune (as [`Commune`] writes itself), for one lever's code and
/// some boxes' codes.
pub(crate) fn around(commune: Option<&str>, lever: Option<&str>, boxes: &[&str]) -> String {
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let avec = boxes.iter().map(|code| (*code).to_owned()).collect();
    FinderForm { pres_de: text(commune), levier: text(lever), avec, ..FinderForm::default() }.address(PATH, 1)
}

/// The finder's address for what lies within so many kilometres of a commune, with one value for
/// some of its fields.
pub(crate) fn near(commune: &Commune, km: u32, fields: &[(&str, &str)]) -> String {
    let (commune, km) = (commune.to_string(), km.to_string());
    let place = [("pres_de", commune.as_str()), ("rayon", km.as_str())];
    address_of(PATH, &[place.as_slice(), fields].concat())
}

/// The same as tiles of the map.
pub(crate) fn tiles_near(commune: &Commune, km: u32) -> String {
    near(commune, km, &[]).replacen(PATH, crate::map::TILES, 1)
}

fn address_of(path: &str, pairs: &[(&str, &str)]) -> String {
    match Serializer::new(String::new()).extend_pairs(pairs).finish() {
        empty if empty.is_empty() => path.to_owned(),
        query => format!("{path}?{query}"),
    }
}

/// What to do about a commune nobody, or several, answer to.
fn misunderstood(unresolved: &Unresolved<'_>, lang: Lang) -> String {
    match unresolved {
        Unresolved::Unknown => words(lang).finder_unknown_commune(),
        Unresolved::Ambiguous(communes) => {
            if let [only] = communes.as_slice() {
                return words(lang).finder_perhaps_commune(only.to_string());
            }
            let names: Vec<String> = communes.iter().take(FEW).map(ToString::to_string).collect();
            words(lang).finder_ambiguous_commune(names.join(", "))
        }
    }
}
