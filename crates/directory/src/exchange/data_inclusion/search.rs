//! `GET /api/v1/search/services`: data·inclusion's search, answered from our directory.
//!
//! Source: `gip-inclusion/data-inclusion`, api/src/data_inclusion/api/inclusion_data/v1.
//! Differences: no token is asked, as everything given is public here; a refusal is a problem of
//! RFC 9457 whose `detail` and `errors` carry what FastAPI puts in `detail`; `recherche_public` reads
//! the names of publics beside their codes, with the finder's stems, and no quotes or « or » of a search
//! engine; `q`, `rayon`, `explain` and filters by what this territory knows are ours, and so is
//! `distance_km`, which a walker needs beside data·inclusion's whole `distance`; who asks too fast gets
//! 429; what only data·inclusion's own pipeline knows is left out: `adresse_certifiee` (nothing is
//! geocoded again here) and `doublons`. `exclure_doublons` goes by our own clusters; a service that
//! somebody here merged into another is never found beside it. Coordinates too far from their commune
//! are given as the source has them and left out of everything measured: with `code_commune`, such a
//! service is found by being offered remotely, never by its place.

use std::collections::HashMap;

use axum::extract::{RawQuery, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use platform::app::App;
use platform::web::Nope;
use serde::Serialize;

use super::params::{self, Asked};
use super::problem::Problem;
use super::shelf::{self, Answered, Scores};
use crate::duplicate::{self, SearchError};
use crate::finder::{self, Answering, Clusters, FoundHere, Hit, Listed, Query, View};
use crate::gazetteer::Gazetteer;
use crate::json::JSON;
use crate::pace::Unhurried;
use crate::resource::{QualityDay, ResourceId};

/// Bytes a service and its structure take, more or less.
const USUAL_LENGTH: usize = 2_500;

pub(crate) async fn answer(
    _: Unhurried,
    State(app): State<App>,
    RawQuery(query): RawQuery,
) -> Result<Response, Refusal> {
    let today = app.clock().today();
    let Asked { query, explain, once } = params::parse(&query.unwrap_or_default(), Gazetteer::load(), today)?;
    let view = finder::current(&app).await?;
    let FoundHere { hits, total } = if once {
        let clusters = clusters(&app).await?;
        view.find_once(&query, &clusters, &QualityDay::of(today))
    } else {
        view.find_here(&query)
    };
    let reasons = if explain { reasons(&app, &view, &query, &hits).await? } else { HashMap::new() };
    let items = shelf::prepared(&app, &view, hits).await?;
    let mut body = Vec::with_capacity(items.len().saturating_mul(USUAL_LENGTH));
    write(&mut body, &items, &reasons, &view, today).map_err(|error| Nope::Broken(error.to_string()))?;
    // How many items this page holds, not how many were asked for: data·inclusion's own reading.
    let (page, size, pages) = (query.page.number(), items.len(), query.page.count_for(total));
    body.extend(format!(r#","total":{total},"page":{page},"size":{size},"pages":{pages}}}"#).bytes());
    Ok(([(CONTENT_TYPE, JSON)], body).into_response())
}

async fn clusters(app: &App) -> Result<Clusters, Nope> {
    let mut tx = app.db().read().await?;
    duplicate::clusters(&mut tx).await.map_err(|error| match error {
        SearchError::Store(error) => Nope::Store(error),
        error @ (SearchError::Scales(_) | SearchError::Stopped(_)) => Nope::Broken(error.to_string()),
    })
}

/// The items, as the beginning of a JSON object.
fn write(
    body: &mut Vec<u8>,
    items: &[Answered],
    reasons: &HashMap<ResourceId, Reasons>,
    view: &View,
    today: Date,
) -> serde_json::Result<()> {
    let day = QualityDay::of(today);
    body.extend(br#"{"items":["#);
    for (place, Answered { number, hit, answer }) in items.iter().enumerate() {
        body.extend(if place == 0 { &br#"{"service":"#[..] } else { br#",{"service":"# });
        let structure = answer.structure().map(|structure| view.quality_of(&structure, &day));
        let service = view.quality(*number, &day);
        let scores =
            Scores { service: service.unwrap_or_default(), structure: structure.unwrap_or_default() };
        answer.write(body, scores)?;
        body.extend(br#","distance":"#);
        serde_json::to_writer(&mut *body, &whole(hit.rounded_km()))?;
        body.extend(br#","distance_km":"#);
        serde_json::to_writer(&mut *body, &to_the_metre(hit.km))?;
        if let Some(reasons) = reasons.get(&hit.id) {
            body.extend(br#","explication":"#);
            serde_json::to_writer(&mut *body, reasons)?;
        }
        body.push(b'}');
    }
    body.push(b']');
    Ok(())
}

/// Why an answer is one: ours, on top of data·inclusion.
#[derive(Serialize)]
struct Reasons {
    /// To the metre.
    distance_km: Option<f64>,
    /// The distance is that of its commune's centre.
    distance_du_centre: bool,
    /// The sum of what each word is worth: the order of answers, before distance.
    pertinence: u32,
    mots: Vec<Word>,
}

#[derive(Serialize)]
struct Word {
    cherche: String,
    reponses: Vec<Answer>,
}

#[derive(Serialize)]
struct Answer {
    mot: String,
    ou: &'static str,
    comment: &'static str,
}

async fn reasons(
    app: &App,
    view: &View,
    query: &Query,
    hits: &[(u32, Hit)],
) -> Result<HashMap<ResourceId, Reasons>, Nope> {
    let shown =
        finder::listed(&mut app.db().read().await?, hits.iter().map(|(_, hit)| hit.clone()).collect())
            .await?;
    let reasons = |Listed { hit, entry }: Listed| {
        let words = view.explain(&query.text, &entry).into_iter().map(|word| Word {
            cherche: word.asked,
            reponses: word.answers.into_iter().map(answer_in_words).collect(),
        });
        let reasons = Reasons {
            distance_km: to_the_metre(hit.km),
            distance_du_centre: hit.is_approximate,
            pertinence: hit.relevance,
            mots: words.collect(),
        };
        (hit.id, reasons)
    };
    Ok(shown.into_iter().map(reasons).collect())
}

fn answer_in_words(answering: Answering) -> Answer {
    Answer { mot: answering.word, ou: answering.place, comment: answering.how }
}

fn to_the_metre(km: Option<f64>) -> Option<f64> {
    km.map(|km| (km * 1_000.0).round() / 1_000.0)
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
