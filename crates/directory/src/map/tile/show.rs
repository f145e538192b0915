use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use jiff::Unit;
use platform::web::{Nope, Path, Problems, Query, Ui};

use super::cloud::{Cloud, Mark};
use super::encode::{self, Feature};
use super::kept::cloud_of;
use super::square::Tile;
use crate::etag;
use crate::finder::{FinderForm, View};
use crate::pace::{GLANCE, Unhurried};

const MVT: &str = "application/vnd.mapbox-vector-tile";
/// Places of one spot that are named; the list has all of them.
const MOST_NAMED: usize = 10;

/// The finder's hits that lie in a tile, at the same question's address.
pub(in crate::map) async fn show(
    _: Unhurried<GLANCE>,
    ui: Ui,
    Path((z, x, y)): Path<(u32, u32, u32)>,
    Query(form): Query<FinderForm>,
    headers: HeaderMap,
) -> Result<Response, Nope> {
    let tile = Tile::new(z, x, y).ok_or(Nope::NotFound)?;
    let mut problems = Problems::default();
    let commune = form.commune(&mut problems, ui.lang);
    // To the minute: the tiles of a map are asked for one after the other.
    let now = ui.app.clock().now();
    let now = now.round(Unit::Minute).unwrap_or(now);
    let bytes = if problems.is_empty() {
        let (view, cloud) = cloud_of(&ui.app, form.query(commune, now)).await?;
        encode::tile(&features(&view, &cloud, tile))
    } else {
        Vec::new()
    };
    let mark = etag::of(&bytes);
    let cached = [(ETAG, mark.clone()), (CACHE_CONTROL, "private, max-age=60".to_owned())];
    if etag::is_known(&headers, &mark) {
        return Ok((StatusCode::NOT_MODIFIED, cached).into_response());
    }
    Ok((cached, [(CONTENT_TYPE, MVT)], bytes).into_response())
}

fn features(view: &View, cloud: &Cloud, tile: Tile) -> Vec<Feature> {
    let feature = |mark: Mark<'_>| Feature {
        at: mark.at,
        count: u64::try_from(mark.numbers.len()).unwrap_or_default(),
        ids: mark.is_one_spot.then(|| ids(view, mark.numbers)),
    };
    cloud.marks(tile).into_iter().map(feature).collect()
}

fn ids(view: &View, numbers: &[u32]) -> String {
    let ids = numbers.iter().take(MOST_NAMED).filter_map(|number| view.id(*number));
    ids.map(String::from).collect::<Vec<_>>().join("\n")
}
