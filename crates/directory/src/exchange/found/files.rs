use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use platform::web::{Nope, Path, Problems, Query, Ui};
use serde_json::json;

use super::super::sheet::{COLUMNS, Telling, cells};
use super::super::{calendar, csv as table, geojson as points};
use crate::finder::{self, Entry, FinderForm, MOST, MOST_IN_CALENDAR, Page};
use crate::json::GEOJSON;
use crate::pace::Unhurried;
use crate::resource::{self, ResourceId};
use crate::words::words;

pub(super) async fn csv(_: Unhurried, ui: Ui, Query(form): Query<FinderForm>) -> Result<Response, Nope> {
    let entries = found(&ui, &form, MOST).await?;
    let mut text = format!("{}{}", table::MARK, table::line(COLUMNS));
    for entry in &entries {
        let cells = cells(entry, telling(&ui));
        text.push_str(&table::line(cells.iter().map(|cell| cell.as_deref().unwrap_or_default())));
    }
    Ok(file("text/csv; charset=utf-8", "ressources.csv", text))
}

pub(super) async fn geojson(_: Unhurried, ui: Ui, Query(form): Query<FinderForm>) -> Result<Response, Nope> {
    let entries = found(&ui, &form, MOST).await?;
    let features: Vec<_> = entries.iter().filter_map(|entry| points::feature(entry, telling(&ui))).collect();
    let text = json!({ "type": "FeatureCollection", "features": features }).to_string();
    Ok(file(GEOJSON, "ressources.geojson", text))
}

pub(super) async fn ics(_: Unhurried, ui: Ui, Query(form): Query<FinderForm>) -> Result<Response, Nope> {
    let entries = found(&ui, &form, MOST_IN_CALENDAR).await?;
    let now = ui.app.clock().now();
    let events: Vec<String> =
        entries.iter().flat_map(|entry| calendar::events(entry, telling(&ui), now)).collect();
    let name = words(ui.lang).calendar_of_search();
    Ok(file(calendar::CONTENT_TYPE, "ressources.ics", calendar::calendar(&name, &events)))
}

/// Nothing is there for a resource whose hours cannot be read, as for one that does not exist.
pub(super) async fn ics_of_one(_: Unhurried, ui: Ui, Path(id): Path<String>) -> Result<Response, Nope> {
    let id = ResourceId::parse(&id).map_err(|_| Nope::NotFound)?;
    let mut tx = ui.app.db().read().await?;
    let rows = resource::with_ids(&mut tx, &[id.as_str()]).await?;
    let row = rows.first().filter(|row| row.gone_since.is_none()).ok_or(Nope::NotFound)?;
    let entry = row.entry()?;
    let events = calendar::events(&entry, telling(&ui), ui.app.clock().now());
    if events.is_empty() {
        return Err(Nope::NotFound);
    }
    let text = calendar::calendar(&entry.resource().name, &events);
    Ok(file(calendar::CONTENT_TYPE, "calendrier.ics", text))
}

async fn found(ui: &Ui, form: &FinderForm, most: u32) -> Result<Vec<Entry>, Nope> {
    let mut problems = Problems::default();
    form.check_words(&mut problems, ui.lang);
    let commune = form.commune(&mut problems, ui.lang);
    if !problems.is_empty() {
        return Ok(Vec::new());
    }
    let page = Page::new(1, most).unwrap_or_default();
    let query = finder::Query { page, ..form.query(commune, ui.app.clock().now()) };
    let hits = finder::current(&ui.app).await?.find(&query).hits;
    let listed = finder::listed(&mut ui.app.db().read().await?, hits).await?;
    Ok(listed.into_iter().map(|listed| listed.entry).collect())
}

fn telling(ui: &Ui) -> Telling<'_> {
    Telling { today: ui.today(), lang: ui.lang, base: &ui.app.settings().public_url }
}

fn file(content_type: &'static str, name: &str, text: String) -> Response {
    let kept = format!("attachment; filename=\"{name}\"");
    ([(CONTENT_TYPE, content_type.to_owned()), (CONTENT_DISPOSITION, kept)], text).into_response()
}
