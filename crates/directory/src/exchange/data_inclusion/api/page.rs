//! The interface's document, to be read by people.

use askama::Template;
use platform::web::Ui;
use platform::web::guard::Open;
use platform::web::page::{self, Answer};
use serde_json::Value;

use super::super::given::Parameter;
use super::document::{self, meaning};
use super::endpoints::{BASE, ENDPOINTS, Endpoint};
use crate::words::{Words, words};

/// Beyond, the values are those of a list that has its own address.
const FEW: usize = 16;

#[derive(Template)]
#[template(path = "exchange/data_inclusion/api/page.html")]
struct ApiPage<'a> {
    ui: &'a Ui,
    w: &'static Words,
    document: &'static str,
    endpoints: Vec<Described>,
}

struct Described {
    path: String,
    summary: String,
    parameters: Vec<Line>,
}

/// A parameter, what it is for, and what it may be.
struct Line {
    name: &'static str,
    meaning: String,
    values: String,
}

pub(super) async fn show(_: Open, ui: Ui) -> Answer {
    let w = words(ui.lang);
    let endpoints = ENDPOINTS.iter().map(|endpoint| Described::of(endpoint, w)).collect();
    page::show(&ApiPage { w, ui: &ui, document: document::PATH, endpoints })
}

impl Described {
    fn of(endpoint: &Endpoint, w: &Words) -> Described {
        let line = |parameter: &Parameter| Line {
            name: parameter.name,
            meaning: meaning(parameter.name, w).unwrap_or_default(),
            values: values(&parameter.schema, w),
        };
        Described {
            path: format!("{BASE}{}", endpoint.path),
            summary: (endpoint.summary)(w),
            parameters: endpoint.parameters().iter().map(line).collect(),
        }
    }
}

fn values(schema: &Value, w: &Words) -> String {
    let one = schema.get("items").unwrap_or(schema);
    let codes: Vec<&str> =
        one.get("enum").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
    let bounds = schema.get("minimum").zip(schema.get("maximum"));
    let said = match (codes.len(), bounds) {
        (0, Some((least, most))) => w.api_between(least.to_string(), most.to_string()),
        (0, None) => String::new(),
        (1..=FEW, _) => codes.join(", "),
        (count, _) => w.api_many_values(count.to_string(), codes.first().copied().unwrap_or_default()),
    };
    let is_list = schema.get("items").is_some();
    let repeated = is_list.then(|| w.api_repeated());
    [said, repeated.unwrap_or_default()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(". ")
}
