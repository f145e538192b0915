//! What narrows the list, as typed in the page's form and kept in its address.

use directory::finder::{Access, Filters, Near, Order, Page, Placing, Query};
use directory::vocabulary::{Coded, Cost, Lever, Public, ThemeWish};
use kernel::Lang;
use platform::web::Problems;
use serde::Deserialize;

use super::model::Profile;
use super::rules;
use super::weights::Weights;
use crate::words::words;

/// Kilometres one may choose from.
pub(super) const RADII: [u32; 6] = [1, 2, 5, 10, 20, 50];
const LONGEST_TEXT: usize = 200;

/// The form as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct SearchForm {
    pub(super) q: String,
    pub(super) theme: String,
    pub(super) levier: String,
    pub(super) prix: String,
    pub(super) public: String,
    /// Kilometres; empty for what the person can travel.
    pub(super) rayon: String,
    /// Boxes ticked, by their [`Wanted`] code.
    pub(super) avec: Vec<String>,
    pub(super) page: String,
}

/// The form as understood; the default asks nothing.
#[derive(Clone, Debug, Default)]
pub(super) struct Search {
    text: String,
    filters: Filters,
    pub(super) radius_km: Option<f64>,
}

/// A box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    Wheelchair,
    HearingLoop,
    Pickup,
    Accompanied,
}

impl Wanted {
    pub(super) const ALL: [Wanted; 4] =
        [Wanted::Wheelchair, Wanted::HearingLoop, Wanted::Pickup, Wanted::Accompanied];

    pub(super) fn code(self) -> &'static str {
        match self {
            Wanted::Wheelchair => "fauteuil",
            Wanted::HearingLoop => "boucle",
            Wanted::Pickup => "navette",
            Wanted::Accompanied => "accueil",
        }
    }

    fn access(self) -> Access {
        match self {
            Wanted::Wheelchair => Access::Wheelchair,
            Wanted::HearingLoop => Access::HearingLoop,
            Wanted::Pickup => Access::Pickup,
            Wanted::Accompanied => Access::AccompaniedFirstTime,
        }
    }

    pub(super) fn label(self, lang: Lang) -> String {
        let w = words(lang);
        match self {
            Wanted::Wheelchair => w.match_with_wheelchair(),
            Wanted::HearingLoop => w.match_with_loop(),
            Wanted::Pickup => w.match_with_pickup(),
            Wanted::Accompanied => w.match_with_accompanied(),
        }
    }
}

impl SearchForm {
    /// What was not understood is told, and asks nothing: the list is never emptied by a slip.
    pub(super) fn read(&self, problems: &mut Problems, lang: Lang) -> Search {
        let w = words(lang);
        let text = kernel::text::optional(&self.q, LONGEST_TEXT);
        let text = problems.keep("q", text, |_| w.match_text_too_long(LONGEST_TEXT)).flatten();
        let mut unread = |field, typed: &str, is_read: bool| {
            if !typed.is_empty() && !is_read {
                problems.add(field, w.match_unread());
            }
        };
        let theme = ThemeWish::from_code(&self.theme);
        unread("theme", &self.theme, theme.is_some());
        let lever = Lever::from_code(&self.levier);
        unread("levier", &self.levier, lever.is_some());
        let cost = Cost::from_code(&self.prix);
        unread("prix", &self.prix, cost.is_some());
        let public = Public::from_code(&self.public);
        unread("public", &self.public, public.is_some());
        let radius = self.rayon.parse::<u32>().ok().filter(|km| RADII.contains(km));
        unread("rayon", &self.rayon, radius.is_some());
        let known = |code: &String| Wanted::ALL.into_iter().any(|wanted| wanted.code() == code);
        unread("avec", "avec", self.avec.iter().all(known));
        let filters = Filters {
            themes: theme.into_iter().collect(),
            levers: lever.into_iter().collect(),
            costs: cost.into_iter().collect(),
            publics: public.into_iter().collect(),
            access: Wanted::ALL
                .into_iter()
                .filter(|wanted| self.wants(*wanted))
                .map(Wanted::access)
                .collect(),
            ..Filters::default()
        };
        Search { text: text.unwrap_or_default(), filters, radius_km: radius.map(f64::from) }
    }

    pub(super) fn wants(&self, wanted: Wanted) -> bool {
        self.avec.iter().any(|code| code == wanted.code())
    }

    /// From 1.
    pub(super) fn page_number(&self) -> usize {
        self.page.parse().unwrap_or(1).max(1)
    }

    /// Whether something is asked beyond words, purpose and distance: those boxes are then unfolded.
    pub(super) fn asks_more(&self) -> bool {
        !self.theme.is_empty() || !self.prix.is_empty() || !self.public.is_empty() || !self.avec.is_empty()
    }

    /// The same search at another address, or on another page.
    pub(super) fn address(&self, path: &str, page: usize) -> String {
        let number = page.to_string();
        let texts = [
            ("q", self.q.as_str()),
            ("theme", &self.theme),
            ("levier", &self.levier),
            ("prix", &self.prix),
            ("public", &self.public),
            ("rayon", &self.rayon),
            ("page", if page > 1 { &number } else { "" }),
        ];
        let texts = texts.into_iter().filter(|(_, text)| !text.is_empty());
        let boxes = self.avec.iter().map(|code| ("avec", code.as_str()));
        match serde_urlencoded::to_string(texts.chain(boxes).collect::<Vec<_>>()) {
            Ok(query) if !query.is_empty() => format!("{path}?{query}"),
            _ => path.to_owned(),
        }
    }
}

impl Search {
    /// The same as the directory is asked: what can be compared for somebody, what they hope for
    /// first.
    pub(super) fn near(&self, profile: &Profile, weights: &Weights, page: Page) -> Query {
        Query {
            near: Some(Near {
                commune: profile.home.commune.clone(),
                city: profile.home.city.clone(),
                epci: profile.home.epci.clone(),
                from: profile.home.centre,
                radius_km: self.radius_km.unwrap_or_else(|| weights.radius_km(profile.reach)),
                placing: Placing::CommuneCentre,
                with_reserved: true,
                with_remote: true,
            }),
            hopes: rules::hopes(profile),
            page,
            ..self.anywhere()
        }
    }

    /// The same wherever it is.
    pub(super) fn anywhere(&self) -> Query {
        Query {
            text: self.text.clone(),
            filters: self.filters.clone(),
            order: Order::People,
            ..Query::default()
        }
    }
}
