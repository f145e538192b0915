//! `GET /api/v1/search/services`: data·inclusion's search, answered from our directory.
//!
//! Source: `gip-inclusion/data-inclusion`, api/src/data_inclusion/api/inclusion_data/v1.
//! Differences: no token is asked, as everything given is public here; a refusal is a problem of
//! RFC 9457 whose `detail` and `errors` carry what FastAPI puts in `detail`; `recherche_public`,
//! `exclure_doublons` and `q` are refused rather than silently ignored; who asks too fast gets 429;
//! what only data·inclusion's own pipeline knows is left out: `adresse_certifiee` (nothing is
//! geocoded again here) and `doublons` (none are looked for). Coordinates too far from their commune
//! are given as the source has them and left out of everything measured: with `code_commune`, such a
//! service is found by being offered remotely, never by its place.

use std::collections::{BTreeSet, HashMap};

use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Response};
use platform::app::App;
use platform::web::Nope;
use serde::Serialize;

use super::params;
use super::problem::Problem;
use super::write::DetailedService;
use crate::finder;
use crate::gazetteer::Gazetteer;
use crate::json::{self, JSON};
use crate::organization::{self, Organization, OrganizationId};
use crate::pace::Unhurried;

#[derive(Serialize)]
struct Body<'s> {
    items: Vec<Item<'s>>,
    total: usize,
    page: u32,
    /// How many items this page holds, not how many were asked for: data·inclusion's own reading.
    size: usize,
    pages: usize,
}

#[derive(Serialize)]
struct Item<'s> {
    service: DetailedService<'s>,
    /// Whole kilometres.
    distance: Option<i32>,
}

pub(crate) async fn answer(
    _: Unhurried,
    State(app): State<App>,
    RawQuery(query): RawQuery,
) -> Result<Response, Refusal> {
    let today = app.clock().today();
    let query = params::parse(&query.unwrap_or_default(), Gazetteer::load(), today)?;
    let view = finder::current(&app).await?;
    let found = view.find(&query);
    let mut tx = app.db().read().await.map_err(Nope::from)?;
    let shown = finder::listed(&mut tx, found.hits).await.map_err(Nope::from)?;
    let ids: BTreeSet<&str> =
        shown.iter().map(|listed| listed.entry.resource().organization.as_str()).collect();
    let ids: Vec<&str> = ids.into_iter().collect();
    let organizations = organization::with_ids(&mut tx, &ids).await.map_err(Nope::from)?;
    let organizations: HashMap<&OrganizationId, &Organization> =
        organizations.iter().map(|organization| (&organization.id, organization)).collect();
    let items = shown.iter().filter_map(|listed| {
        let resource = listed.entry.resource();
        let organization = organizations.get(&resource.organization)?;
        let service = DetailedService::of(resource, organization, &view, today);
        Some(Item { service, distance: whole(listed.hit.rounded_km()) })
    });
    let items: Vec<Item<'_>> = items.collect();
    let body = Body {
        size: items.len(),
        items,
        total: found.total,
        page: query.page.number(),
        pages: query.page.count_for(found.total),
    };
    Ok(json::answer(JSON, &body)?)
}

/// Within the radius, a distance has at most five digits.
fn whole(km: Option<f64>) -> Option<i32> {
    format!("{:.0}", km?).parse().ok()
}

pub(crate) enum Refusal {
    Asked(Problem),
    Failed(Nope),
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Refusal {
        Refusal::Asked(problem)
    }
}

impl From<Nope> for Refusal {
    fn from(nope: Nope) -> Refusal {
        Refusal::Failed(nope)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        match self {
            Refusal::Asked(problem) => problem.into_response(),
            Refusal::Failed(nope) => nope.into_response(),
        }
    }
}
