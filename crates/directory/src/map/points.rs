use axum::response::Response;
use kernel::Lang;
use kernel::geo::Point;
use platform::web::{Nope, Problems, Query, Ui};
use serde::Serialize;

use crate::finder::{self, FinderForm, Listed, Page};
use crate::json::{self, GEOJSON};
use crate::pace::Unhurried;
use crate::resource::Card;

/// Beyond, points only hide one another; the list has them all.
const MOST: u32 = 5_000;

#[derive(Serialize)]
struct Collection {
    r#type: &'static str,
    features: Vec<Feature>,
}

#[derive(Serialize)]
struct Feature {
    r#type: &'static str,
    geometry: Geometry,
    properties: Properties,
}

#[derive(Serialize)]
struct Geometry {
    r#type: &'static str,
    coordinates: (f64, f64),
}

#[derive(Serialize)]
struct Properties {
    id: String,
    name: String,
    org: String,
    detail: String,
    url: String,
}

/// The finder's hits that lie somewhere, at the same question's address.
pub(super) async fn show(_: Unhurried, ui: Ui, Query(form): Query<FinderForm>) -> Result<Response, Nope> {
    let mut problems = Problems::default();
    let commune = form.commune(&mut problems, ui.lang);
    let page = Page::new(1, MOST).unwrap_or_default();
    let query = finder::Query { page, ..form.query(commune, ui.now()) };
    let view = finder::current(&ui.app).await?;
    let hits = if problems.is_empty() { view.find(&query).hits } else { Vec::new() };
    let shown = finder::listed(&mut ui.app.db().read().await?, hits).await?;
    let features = shown.iter().filter_map(|listed| feature(listed, ui.today(), ui.lang)).collect();
    json::answer(GEOJSON, &Collection { r#type: "FeatureCollection", features })
}

fn feature(listed: &Listed, today: jiff::civil::Date, lang: Lang) -> Option<Feature> {
    let (Point { lat, lon }, _) = listed.entry.drawn_at()?;
    let card = Card::of_hit(listed, today, lang);
    Some(Feature {
        r#type: "Feature",
        geometry: Geometry { r#type: "Point", coordinates: (lon, lat) },
        properties: Properties {
            id: card.id,
            name: card.name,
            org: card.organization,
            detail: card.facts,
            url: card.href,
        },
    })
}
