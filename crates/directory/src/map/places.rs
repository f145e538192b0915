use axum::response::Response;
use platform::web::{Nope, Query, Ui};
use serde::{Deserialize, Serialize};

use crate::json::{self, JSON};
use crate::pace::Unhurried;
use crate::resource::{self, Card, ResourceId, ResourceRow};

/// Nobody reads more of them on a map.
const MOST: usize = 10;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    id: Vec<String>,
}

/// What is said of a place chosen on the map.
#[derive(Serialize)]
struct Place {
    id: String,
    name: String,
    org: String,
    detail: String,
    url: String,
}

/// Some places, in no particular order; those that have left the directory are left out.
pub(super) async fn show(_: Unhurried, ui: Ui, Query(asked): Query<Asked>) -> Result<Response, Nope> {
    let ids: Vec<ResourceId> =
        asked.id.iter().take(MOST).filter_map(|id| ResourceId::parse(id).ok()).collect();
    let ids: Vec<&str> = ids.iter().map(ResourceId::as_str).collect();
    let rows = resource::with_ids(&mut ui.app.db().read().await?, &ids).await?;
    let listed = rows.iter().filter(|row| row.gone_since.is_none());
    let place = |row: &ResourceRow| {
        let card = Card::of(&row.entry()?, ui.today(), ui.lang);
        Ok(Place { id: card.id, name: card.name, org: card.organization, detail: card.facts, url: card.href })
    };
    let places = listed.map(place).collect::<Result<Vec<Place>, Nope>>()?;
    json::answer(JSON, &places)
}
