use std::collections::{BTreeMap, BTreeSet};

use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use platform::app::App;
use platform::db::{DbError, Tx};
use platform::web::{Nope, Path};
use serde::Serialize;

use super::super::given::Given;
use super::super::problem::Problem;
use super::super::territory::Territory;
use super::super::write::{ScoredService, ScoredStructure, Structure};
use super::answer::{self, Answer, Body};
use crate::finder::{self, Page};
use crate::gazetteer::Gazetteer;
use crate::organization::{self, Organization, OrganizationId};
use crate::pace::Unhurried;
use crate::resource::{self, Resource, ResourceRow};
use crate::vocabulary::{Coded, Network};

#[derive(Serialize)]
struct Listed<'e> {
    #[serde(flatten)]
    structure: ScoredStructure<'e>,
    doublons: Vec<Twin<'e>>,
}

#[derive(Serialize)]
struct Twin<'e> {
    source: &'e str,
    id: &'e str,
}

#[derive(Serialize)]
struct Detailed<'e> {
    #[serde(flatten)]
    structure: ScoredStructure<'e>,
    doublons: Vec<Structure<'e>>,
    services: Vec<ScoredService<'e>>,
}

/// What a list of structures looks for.
#[derive(Debug)]
pub(super) struct Wanted {
    sources: Vec<String>,
    networks: Vec<Network>,
    territory: Option<Territory>,
    once: bool,
    page: Page,
}

impl Wanted {
    pub(super) fn read(given: &mut Given) -> Wanted {
        Wanted {
            sources: given.texts("sources"),
            networks: given.listed("reseaux_porteurs", Network::official, official_networks),
            territory: Territory::read(given, Gazetteer::load()),
            once: given.yes("exclure_doublons"),
            page: given.page(),
        }
    }

    async fn ids(&self, tx: &mut Tx) -> Result<Vec<String>, DbError> {
        let networks: Vec<&'static str> = self.networks.iter().map(|network| network.code()).collect();
        let asked = organization::Asked {
            sources: Some(self.sources.as_slice()).filter(|sources| !sources.is_empty()),
            networks: Some(networks.as_slice()).filter(|networks| !networks.is_empty()),
            within: self.territory.as_ref().map(Territory::beginnings),
            once: self.once,
        };
        organization::ids(tx, &asked).await
    }
}

pub(super) fn official_networks() -> Vec<&'static str> {
    Network::all().filter(|network| network.is_official()).map(Coded::code).collect()
}

pub(super) async fn list(
    _: Unhurried,
    State(app): State<App>,
    RawQuery(text): RawQuery,
    headers: HeaderMap,
) -> Answer {
    let mut given = Given::of(&text.unwrap_or_default());
    let wanted = Wanted::read(&mut given);
    given.check()?;
    let mut tx = app.db().read().await.map_err(Nope::from)?;
    let ids = wanted.ids(&mut tx).await.map_err(Nope::from)?;
    let shown: Vec<&str> =
        ids.iter().skip(wanted.page.skipped()).take(wanted.page.taken()).map(String::as_str).collect();
    let mut structures = organization::with_ids(&mut tx, &shown).await.map_err(Nope::from)?;
    structures.sort_by(|one, other| one.id.cmp(&other.id));
    let (view, today) = (finder::current(&app).await?, app.clock().today());
    let twins = Twins::read(&mut tx).await.map_err(Nope::from)?;
    let others: BTreeSet<&str> =
        structures.iter().flat_map(|one| twins.of(&one.id)).map(OrganizationId::as_str).collect();
    let others: Vec<&str> = others.into_iter().collect();
    let others = organization::with_ids(&mut tx, &others).await.map_err(Nope::from)?;
    let others: BTreeMap<&OrganizationId, &Organization> = others.iter().map(|one| (&one.id, one)).collect();
    let listed = |one| Listed {
        structure: ScoredStructure::of(one, &view, today),
        doublons: twins
            .of(&one.id)
            .iter()
            .filter_map(|id| others.get(id))
            .map(|twin| Twin::of(twin))
            .collect(),
    };
    let items = structures.iter().map(listed).collect();
    answer::json(&headers, &Body::of(items, ids.len(), wanted.page))
}

pub(super) async fn one(
    _: Unhurried,
    State(app): State<App>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Answer {
    let absent = || Problem::absent("This structure does not exist.");
    let id = OrganizationId::parse(&id).map_err(|_| absent())?;
    let mut tx = app.db().read().await.map_err(Nope::from)?;
    let found = organization::find(&mut tx, &id).await.map_err(Nope::from)?;
    let (structure, None) = found.ok_or_else(absent)? else { return Err(absent().into()) };
    let mut offered = offered_by(&mut tx, &[id.as_str()]).await?;
    offered.sort_by(|one, other| one.id.cmp(&other.id));
    let (view, today) = (finder::current(&app).await?, app.clock().today());
    let twins = Twins::read(&mut tx).await.map_err(Nope::from)?;
    let twins: Vec<&str> = twins.of(&id).into_iter().map(OrganizationId::as_str).collect();
    let twins = organization::with_ids(&mut tx, &twins).await.map_err(Nope::from)?;
    let detailed = Detailed {
        structure: ScoredStructure::of(&structure, &view, today),
        doublons: twins.iter().map(Structure::of).collect(),
        services: offered.iter().map(|service| ScoredService::of(service, today)).collect(),
    };
    answer::json(&headers, &detailed)
}

async fn offered_by(tx: &mut Tx, structures: &[&str]) -> Result<Vec<Resource>, Nope> {
    let offered = resource::offered_by_any(tx, structures).await?;
    Ok(offered.iter().map(ResourceRow::read).collect::<Result<_, _>>()?)
}

impl<'e> Twin<'e> {
    fn of(organization: &'e Organization) -> Twin<'e> {
        Twin { source: &organization.source, id: organization.id.as_str() }
    }
}

/// Which structures somebody said are one.
struct Twins {
    /// Of those merged into another, that other.
    kept: BTreeMap<OrganizationId, OrganizationId>,
}

impl Twins {
    async fn read(tx: &mut Tx) -> Result<Twins, DbError> {
        Ok(Twins { kept: organization::all_absorbed(tx).await?.into_iter().collect() })
    }

    /// The others of one's group, in order.
    fn of<'s>(&'s self, id: &'s OrganizationId) -> BTreeSet<&'s OrganizationId> {
        let kept = self.kept.get(id).unwrap_or(id);
        let merged = self.kept.iter().filter(|(_, other)| *other == kept).map(|(one, _)| one);
        merged.chain([kept]).filter(|other| *other != id).collect()
    }
}
