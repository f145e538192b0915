use axum::http::HeaderMap;
use jiff::civil::Date;
use platform::web::Open;
use platform::web::routes::{Methods, Routes, get};

use super::super::given::{Given, Parameter};
use super::super::{params, search};
use super::lists::{self, List};
use super::structures::Wanted;
use super::{document, page, services, sources, structures};
use crate::gazetteer::Gazetteer;
use crate::words::Words;

/// Where the interface begins.
pub(super) const BASE: &str = "/api/v1";

/// One address of the interface.
pub(super) struct Endpoint {
    /// Below [`BASE`]; what is in braces is an identifier.
    pub(super) path: &'static str,
    pub(super) summary: fn(&Words) -> String,
    /// Name of a schema of the document.
    pub(super) answer: &'static str,
    asks: fn(&mut Given),
    route: fn() -> Methods,
}

impl Endpoint {
    /// What it looks for, told by its own reader.
    pub(super) fn parameters(&self) -> Vec<Parameter> {
        let mut nothing = Given::of("");
        (self.asks)(&mut nothing);
        nothing.asked()
    }

    pub(super) fn is_of_one(&self) -> bool {
        self.path.ends_with("{id}")
    }
}

pub(super) const ENDPOINTS: [Endpoint; 14] = [
    Endpoint {
        path: "/search/services",
        summary: Words::api_search_services,
        answer: "FoundServices",
        asks: |given| {
            let _ = params::read(given, Gazetteer::load(), Date::default());
        },
        route: || get(search::answer),
    },
    Endpoint {
        path: "/services",
        summary: Words::api_services,
        answer: "Services",
        asks: |given| {
            services::read(given, Date::default());
        },
        route: || get(services::list),
    },
    Endpoint {
        path: "/services/{id}",
        summary: Words::api_service,
        answer: "DetailedService",
        asks: nothing,
        route: || get(services::one),
    },
    Endpoint {
        path: "/structures",
        summary: Words::api_structures,
        answer: "Structures",
        asks: |given| {
            Wanted::read(given);
        },
        route: || get(structures::list),
    },
    Endpoint {
        path: "/structures/{id}",
        summary: Words::api_structure,
        answer: "DetailedStructure",
        asks: nothing,
        route: || get(structures::one),
    },
    Endpoint {
        path: "/sources",
        summary: Words::api_sources,
        answer: "Sources",
        asks: nothing,
        route: || get(sources::list),
    },
    list("/doc/frais", || get(async |_: Open, headers: HeaderMap| lists::show(headers, List::Costs).await)),
    list("/doc/modes-accueil", || {
        get(async |_: Open, headers: HeaderMap| lists::show(headers, List::WelcomeModes).await)
    }),
    list("/doc/modes-mobilisation", || {
        get(async |_: Open, headers: HeaderMap| lists::show(headers, List::WaysIn).await)
    }),
    list("/doc/personnes-mobilisatrices", || {
        get(async |_: Open, headers: HeaderMap| lists::show(headers, List::Mobilizers).await)
    }),
    list("/doc/publics", || {
        get(async |_: Open, headers: HeaderMap| lists::show(headers, List::Publics).await)
    }),
    list("/doc/reseaux-porteurs", || {
        get(async |_: Open, headers: HeaderMap| lists::show(headers, List::Networks).await)
    }),
    list("/doc/thematiques", || {
        get(async |_: Open, headers: HeaderMap| lists::show(headers, List::Themes).await)
    }),
    list("/doc/types-services", || {
        get(async |_: Open, headers: HeaderMap| lists::show(headers, List::Kinds).await)
    }),
];

/// All of them, the document about them, and the page to read it.
pub(crate) fn routes() -> Routes {
    let api = ENDPOINTS.iter().fold(Routes::new(), |router, endpoint| {
        router.route(&format!("{BASE}{}", endpoint.path), (endpoint.route)())
    });
    api.route(document::PATH, get(document::show)).route("/api", get(page::show))
}

const fn list(path: &'static str, route: fn() -> Methods) -> Endpoint {
    Endpoint { path, summary: Words::api_list, answer: "Values", asks: nothing, route }
}

fn nothing(_: &mut Given) {}
