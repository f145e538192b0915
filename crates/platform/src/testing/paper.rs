//! What a press that only tells was given, held against the page that prints.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use axum::http::header::CONTENT_DISPOSITION;
use serde::Deserialize;
use serde_json::Value as Json;

use super::html::single_spaced;
use super::{Browser, Page};

/// One paper.
#[derive(Clone, Debug, Deserialize)]
pub struct Told {
    frame: Frame,
    pub data: Json,
    /// Drawings as SVG, by name.
    pub pictures: BTreeMap<String, String>,
}

#[derive(Clone, Debug, Deserialize)]
struct Frame {
    title: String,
    large: bool,
}

impl Told {
    /// Fails for an answer that is no paper.
    #[track_caller]
    pub fn by(page: &Page) -> Told {
        page.is(StatusCode::OK);
        assert!(page.headers.contains_key(CONTENT_DISPOSITION), "no file at {}", page.path);
        serde_json::from_str(&page.body).expect("what a press that tells was given")
    }

    pub fn is_large(&self) -> bool {
        self.frame.large
    }

    /// Fails unless every text of the sheets of a page stands on this paper.
    #[track_caller]
    pub fn says_all_of(&self, page: &Page) -> &Told {
        let said = page.on_sheets();
        assert!(!said.is_empty(), "no sheet on {}", page.path);
        said.iter().for_each(|text| {
            self.says(text);
        });
        self
    }

    #[track_caller]
    pub fn says(&self, text: &str) -> &Told {
        assert!(self.texts().contains(text), "« {text} » is not on paper:\n{}", self.texts());
        self
    }

    #[track_caller]
    pub fn does_not_say(&self, text: &str) -> &Told {
        assert!(!self.texts().contains(text), "« {text} » is on paper:\n{}", self.texts());
        self
    }

    /// Title and data, a line for each text, spaces as in [`Page::text`].
    fn texts(&self) -> String {
        let mut texts = vec![single_spaced(&self.frame.title)];
        leaves(&self.data, &mut texts);
        texts.join("\n")
    }
}

fn leaves(value: &Json, texts: &mut Vec<String>) {
    match value {
        Json::String(text) => texts.push(single_spaced(text)),
        Json::Number(number) => texts.push(number.to_string()),
        Json::Array(all) => all.iter().for_each(|one| leaves(one, texts)),
        Json::Object(fields) => fields.values().for_each(|one| leaves(one, texts)),
        Json::Null | Json::Bool(_) => {}
    }
}

impl Browser {
    /// The file offered beside a page that prints: the same in both sizes, and all that its sheets say.
    pub async fn paper_beside(&mut self, path: &str) -> Told {
        let page = self.get(path).await;
        page.is(StatusCode::OK);
        let normal = Told::by(&self.get(&page.link("Fichier PDF")).await);
        let large = Told::by(&self.get(&page.link("PDF en grands caractères")).await);
        assert_eq!((normal.is_large(), large.is_large()), (false, true), "{path}");
        assert_eq!(normal.data, large.data, "{path}");
        normal.says_all_of(&page);
        normal
    }
}
