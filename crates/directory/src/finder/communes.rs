//! What to propose while somebody types a commune.

use axum::response::Response;
use platform::web::{Nope, Query};
use serde::{Deserialize, Serialize};

use crate::gazetteer::Gazetteer;
use crate::json::{self, JSON};
use crate::pace::{GLANCE, Unhurried};

const MOST: usize = 8;

#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
pub(super) struct Typed {
    q: String,
}

#[derive(Serialize)]
struct Proposal {
    /// « Bron (69500) », which the form reads back.
    label: String,
}

pub(super) async fn suggest(_: Unhurried<GLANCE>, Query(typed): Query<Typed>) -> Result<Response, Nope> {
    let proposals: Vec<Proposal> = Gazetteer::load()
        .suggest(&typed.q, MOST)
        .into_iter()
        .map(|commune| Proposal { label: commune.to_string() })
        .collect();
    json::answer(JSON, &proposals)
}
