//! The rows of one page of the list that lie somewhere, for the map.

use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use directory::resource::Card;
use jiff::civil::Date;
use kernel::Lang;
use kernel::id::CaseId;
use platform::web::may::{May, RunCaseload};
use platform::web::page::Answer;
use platform::web::{Nope, Path, Problems, Query};
use serde_json::{Value, json};

use super::super::found::Found;
use super::super::model::Ranked;
use super::super::search::SearchForm;
use super::{find, row};

const GEOJSON: &str = "application/geo+json";

pub(super) async fn show(
    may: May<RunCaseload>,
    Path(id): Path<CaseId>,
    Query(form): Query<SearchForm>,
) -> Answer {
    let search = form.read(&mut Problems::default(), may.lang);
    let (_, found) = find::open(&may, id, &search).await?;
    let ranking = found.rank();
    let shown = ranking.matches.get(row::range(form.page_number(), ranking.matches.len()));
    let features: Vec<Value> = shown
        .unwrap_or_default()
        .iter()
        .filter_map(|ranked| feature(&found, ranked, may.today(), may.lang))
        .collect();
    let collection = json!({ "type": "FeatureCollection", "features": features });
    let body = serde_json::to_string(&collection).map_err(|error| Nope::Broken(error.to_string()))?;
    Ok(([(CONTENT_TYPE, GEOJSON)], body).into_response())
}

/// What comes to the home or is done from it is drawn nowhere.
fn feature(found: &Found, ranked: &Ranked<'_>, today: Date, lang: Lang) -> Option<Value> {
    ranked.ways.there?;
    let (point, _) = ranked.candidate.at?;
    let card = Card::of(found.entry(&ranked.candidate.resource.id)?, today, lang);
    Some(json!({
        "type": "Feature",
        "geometry": { "type": "Point", "coordinates": [point.lon, point.lat] },
        "properties": {
            "id": card.id,
            "name": card.name,
            "org": card.organization,
            "detail": card.facts,
            "url": card.href,
        },
    }))
}
