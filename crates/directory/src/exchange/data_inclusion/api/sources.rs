use axum::extract::State;
use axum::http::HeaderMap;
use platform::app::App;
use platform::web::Nope;
use serde::Serialize;

use super::answer::{self, Answer};
use crate::organization;
use crate::pace::Unhurried;

#[derive(Serialize)]
struct Source<'s> {
    slug: &'s str,
    nom: &'s str,
    description: Option<&'s str>,
}

pub(super) async fn list(_: Unhurried, State(app): State<App>, headers: HeaderMap) -> Answer {
    let mut tx = app.db().read().await.map_err(Nope::from)?;
    let slugs = organization::sources(&mut tx).await.map_err(Nope::from)?;
    let source = |slug| Source { slug, nom: slug, description: None };
    let sources: Vec<Source<'_>> = slugs.iter().map(|slug| source(slug.as_str())).collect();
    answer::json(&headers, &sources)
}
