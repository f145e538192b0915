use jiff::civil::Date;
use kernel::Lang;
use platform::web::Problems;
use serde::Deserialize;
use url::form_urlencoded::Serializer;

use super::facet::Access;
use super::filters::Filters;
use super::query::{Near, Order, Page, Query};
use crate::gazetteer::{Commune, Gazetteer, Unresolved};
use crate::vocabulary::{Coded, Cost, Lever, Public, ThemeWish, WelcomeMode};
use crate::words::words;

/// How many resources one page shows.
const PAGE: u32 = 20;
/// Kilometres one may choose from.
pub(super) const RADII: [u32; 6] = [1, 2, 5, 10, 20, 50];
const USUAL_RADIUS: u32 = 10;
/// How many communes a misunderstanding names.
const FEW: usize = 5;

/// The finder's address as it was typed; a value nobody knows asks nothing.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct FinderForm {
    pub(super) q: String,
    pub(super) pres_de: String,
    pub(super) rayon: String,
    pub(super) levier: String,
    pub(super) theme: String,
    pub(super) public: String,
    /// Boxes ticked, by their [`Wanted`] code.
    pub(super) avec: Vec<String>,
    pub(super) page: String,
}

/// One box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    Free,
    Room,
    Wheelchair,
    HearingLoop,
    Pickup,
    Accompanied,
    Remote,
}

impl Wanted {
    pub(super) const ALL: [Wanted; 7] = [
        Wanted::Free,
        Wanted::Room,
        Wanted::Wheelchair,
        Wanted::HearingLoop,
        Wanted::Pickup,
        Wanted::Accompanied,
        Wanted::Remote,
    ];

    pub(super) fn code(self) -> &'static str {
        match self {
            Wanted::Free => "gratuit",
            Wanted::Room => "places",
            Wanted::Wheelchair => "fauteuil",
            Wanted::HearingLoop => "boucle",
            Wanted::Pickup => "navette",
            Wanted::Accompanied => "accueil",
            Wanted::Remote => "distance",
        }
    }

    fn access(self) -> Option<Access> {
        match self {
            Wanted::Wheelchair => Some(Access::Wheelchair),
            Wanted::HearingLoop => Some(Access::HearingLoop),
            Wanted::Pickup => Some(Access::Pickup),
            Wanted::Accompanied => Some(Access::AccompaniedFirstTime),
            Wanted::Free | Wanted::Room | Wanted::Remote => None,
        }
    }

    pub(super) fn label(self, lang: Lang) -> String {
        let w = words(lang);
        match self {
            Wanted::Free => w.finder_free(),
            Wanted::Room => w.finder_with_room(),
            Wanted::Wheelchair => w.finder_wheelchair(),
            Wanted::HearingLoop => w.finder_hearing_loop(),
            Wanted::Pickup => w.finder_pickup(),
            Wanted::Accompanied => w.finder_accompanied(),
            Wanted::Remote => w.finder_remote(),
        }
    }
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

    pub(crate) fn query(&self, commune: Option<&Commune>, today: Date) -> Query {
        Query {
            text: self.q.clone(),
            near: commune.map(|commune| Near::of(commune, f64::from(self.radius()))),
            filters: self.filters(today),
            hopes: Vec::new(),
            order: Order::People,
            page: Page::new(self.page_number(), PAGE).unwrap_or_default(),
        }
    }

    pub(super) fn radius(&self) -> u32 {
        let typed = self.rayon.parse().ok();
        typed.filter(|radius| RADII.contains(radius)).unwrap_or(USUAL_RADIUS)
    }

    pub(super) fn page_number(&self) -> u32 {
        self.page.parse().unwrap_or(1).max(1)
    }

    pub(super) fn wants(&self, wanted: Wanted) -> bool {
        self.avec.iter().any(|code| code == wanted.code())
    }

    /// Whether something is asked beyond words, place and purpose: those boxes are then unfolded.
    pub(super) fn asks_more(&self) -> bool {
        !self.theme.is_empty() || !self.public.is_empty() || !self.avec.is_empty()
    }

    /// The same question at another address, or on another page.
    pub(super) fn address(&self, path: &str, page: u32) -> String {
        let mut query = Serializer::new(String::new());
        let texts = [
            ("q", &self.q),
            ("pres_de", &self.pres_de),
            ("rayon", &self.rayon),
            ("levier", &self.levier),
            ("theme", &self.theme),
            ("public", &self.public),
        ];
        query.extend_pairs(texts.into_iter().filter(|(_, text)| !text.is_empty()));
        query.extend_pairs(self.avec.iter().map(|code| ("avec", code)));
        if page > 1 {
            query.append_pair("page", &page.to_string());
        }
        match query.finish() {
            empty if empty.is_empty() => path.to_owned(),
            query => format!("{path}?{query}"),
        }
    }

    fn filters(&self, today: Date) -> Filters {
        Filters {
            levers: Lever::from_code(&self.levier).into_iter().collect(),
            themes: ThemeWish::from_code(&self.theme).into_iter().collect(),
            publics: Public::from_code(&self.public).into_iter().collect(),
            costs: self.wants(Wanted::Free).then_some(Cost::Free).into_iter().collect(),
            welcome_modes: self.wants(Wanted::Remote).then_some(WelcomeMode::Remote).into_iter().collect(),
            open_on: self.wants(Wanted::Room).then_some(today),
            access: Wanted::ALL
                .into_iter()
                .filter(|wanted| self.wants(*wanted))
                .filter_map(Wanted::access)
                .collect(),
            ..Filters::default()
        }
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
