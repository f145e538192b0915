use std::collections::HashSet;

use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use jiff::civil::Date;
use platform::app::App;
use platform::web::{Nope, Path};

use super::super::given::Given;
use super::super::params;
use super::super::problem::Problem;
use super::super::territory::Territory;
use super::super::write::{DetailedService, ScoredService};
use super::answer::{self, Answer, Body};
use crate::finder::{self, Found, Listed, Order, Page, Query, View};
use crate::gazetteer::Gazetteer;
use crate::organization;
use crate::pace::Unhurried;
use crate::resource::{self, ResourceId};

pub(super) async fn list(
    _: Unhurried,
    State(app): State<App>,
    RawQuery(text): RawQuery,
    headers: HeaderMap,
) -> Answer {
    let today = app.clock().today();
    let mut given = Given::of(&text.unwrap_or_default());
    let (query, territory) = read(&mut given, today);
    given.check()?;
    let view = finder::current(&app).await?;
    let mut tx = app.db().read().await.map_err(Nope::from)?;
    let found = match territory {
        None => view.find(&query),
        Some(territory) => {
            let inside = resource::ids_within(&mut tx, territory.beginnings()).await.map_err(Nope::from)?;
            find_among(&view, &query, &inside)
        }
    };
    let shown = finder::listed(&mut tx, found.hits).await.map_err(Nope::from)?;
    let items = shown.iter().map(|listed: &Listed| ScoredService::of(listed.entry.resource(), today));
    answer::json(&headers, &Body::of(items.collect(), found.total, query.page))
}

/// What a list of services looks for.
pub(super) fn read(given: &mut Given, today: Date) -> (Query, Option<Territory>) {
    let filters = params::filters(given, today);
    let territory = Territory::read(given, Gazetteer::load());
    let page = given.page();
    (Query { filters, order: Order::Exchange, page, ..Query::default() }, territory)
}

/// The finder knows no territory without its distances: its hits are gone through, page after page,
/// and those elsewhere left out.
fn find_among(view: &View, query: &Query, inside: &HashSet<String>) -> Found {
    let pages = (1..).map_while(|number| Page::new(number, Page::LARGEST));
    let hits = pages.map(|page| view.find(&Query { page, ..query.clone() }).hits);
    let hits = hits.take_while(|hits| !hits.is_empty()).flatten();
    let inside: Vec<_> = hits.filter(|hit| inside.contains(hit.id.as_str())).collect();
    let total = inside.len();
    let hits = inside.into_iter().skip(query.page.skipped()).take(query.page.taken()).collect();
    Found { hits, total }
}

pub(super) async fn one(
    _: Unhurried,
    State(app): State<App>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Answer {
    let absent = || Problem::absent("This service does not exist.");
    let id = ResourceId::parse(&id).map_err(|_| absent())?;
    let mut tx = app.db().read().await.map_err(Nope::from)?;
    let found = resource::find(&mut tx, &id).await.map_err(Nope::from)?;
    let (resource, None) = found.ok_or_else(absent)? else { return Err(absent().into()) };
    let structure = organization::find(&mut tx, &resource.organization).await.map_err(Nope::from)?;
    let (structure, _) = structure.ok_or_else(absent)?;
    let view = finder::current(&app).await?;
    let service = DetailedService::of(&resource, &structure, &view, app.clock().today());
    answer::json(&headers, &service)
}
