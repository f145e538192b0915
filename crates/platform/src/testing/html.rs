//! A received page, and what a person can see and do on it.

use axum::http::{HeaderMap, StatusCode};
use scraper::{ElementRef, Html, Selector};

/// What is sent with a form.
const CONTROLS: &str = "input[name], textarea[name], select[name], button[name]";

#[derive(Clone, Debug)]
pub struct Page {
    /// Where redirects led.
    pub path: String,
    pub status: StatusCode,
    pub headers: HeaderMap,
    /// As text; what is none is in `bytes`.
    pub body: String,
    pub bytes: Vec<u8>,
}

/// A form as somebody sees it.
#[derive(Clone, Debug)]
pub struct SeenForm {
    pub is_post: bool,
    pub action: String,
    pub controls: Vec<Control>,
}

/// One field, box, list or button of a form.
#[derive(Clone, Debug)]
pub struct Control {
    pub name: String,
    /// `text`, `radio`, `textarea`, `select`…
    pub kind: String,
    /// What it would be sent with, untouched.
    pub standing: Option<String>,
    /// What it would be sent with if it were chosen.
    pub value: String,
}

impl Page {
    /// Every form on the page.
    pub fn forms(&self) -> Vec<SeenForm> {
        let html = Html::parse_document(&self.body);
        html.select(&selector("form")).map(seen).collect()
    }

    /// The text a person reads, with single spaces; non-breaking ones are made plain.
    pub fn text(&self) -> String {
        let html = Html::parse_document(&self.body);
        single_spaced(&html.root_element().text().collect::<String>())
    }

    /// Each text that comes out of the printer on the page's sheets, drawings aside.
    pub fn on_sheets(&self) -> Vec<String> {
        let html = Html::parse_document(&self.body);
        let (sheet, aside) =
            (selector(".sheet"), selector("[aria-hidden=true], .no-print, .visually-hidden, svg"));
        let asides: Vec<_> = html.select(&aside).map(|aside| aside.id()).collect();
        let nodes = html.select(&sheet).flat_map(|sheet| sheet.descendants());
        let printed = nodes.filter(|node| !node.ancestors().any(|over| asides.contains(&over.id())));
        let said = printed.filter_map(|node| node.value().as_text().map(|text| single_spaced(text)));
        said.filter(|text| !text.is_empty()).collect()
    }

    /// Fails, showing the page, unless a person can read this on it.
    #[track_caller]
    pub fn says(&self, expected: &str) -> &Page {
        assert!(self.text().contains(expected), "« {expected} » is not on {}:\n{}", self.path, self.text());
        self
    }

    #[track_caller]
    pub fn does_not_say(&self, unexpected: &str) -> &Page {
        assert!(!self.text().contains(unexpected), "« {unexpected} » is on {}:\n{}", self.path, self.text());
        self
    }

    #[track_caller]
    pub fn is(&self, status: StatusCode) -> &Page {
        assert_eq!(self.status, status, "{}:\n{}", self.path, self.text());
        self
    }

    /// The address of the first link with this text.
    #[track_caller]
    pub fn link(&self, text: &str) -> String {
        let html = Html::parse_document(&self.body);
        let found = html.select(&selector("a[href]")).find(|link| words(*link).contains(text));
        let link = found.unwrap_or_else(|| panic!("no link « {text} » on {}:\n{}", self.path, self.text()));
        link.attr("href").unwrap_or_default().to_owned()
    }

    /// Where its links lead, in order.
    pub fn links(&self) -> Vec<String> {
        let html = Html::parse_document(&self.body);
        html.select(&selector("a[href]")).filter_map(|link| link.attr("href").map(str::to_owned)).collect()
    }

    /// The actions of the page's forms, in order.
    pub fn actions(&self) -> Vec<String> {
        let html = Html::parse_document(&self.body);
        html.select(&selector("form")).filter_map(|form| form.attr("action").map(str::to_owned)).collect()
    }

    /// The value a field of a form stands at.
    #[track_caller]
    pub fn value(&self, action: &str, field: &str) -> String {
        let pairs = self.filled_form(action, &[]);
        pairs.into_iter().find(|(name, _)| name == field).map(|(_, value)| value).unwrap_or_default()
    }

    /// What a browser would send for the form, with some fields filled in. A field named twice
    /// (boxes to tick) takes every value given for it.
    #[track_caller]
    pub fn filled_form(&self, action: &str, fields: &[(&str, &str)]) -> Vec<(String, String)> {
        let html = Html::parse_document(&self.body);
        let form =
            html.select(&selector("form")).find(|form| form.attr("action") == Some(action)).unwrap_or_else(
                || panic!("no form {action} on {} (has {:?}):\n{}", self.path, self.actions(), self.text()),
            );
        let mut pairs: Vec<(String, String)> = Vec::new();
        let mut known: Vec<String> = Vec::new();
        for control in form.select(&selector(CONTROLS)) {
            let name = control.attr("name").unwrap_or_default().to_owned();
            let filled = fields.iter().any(|(field, _)| *field == name);
            if !filled && let Some(value) = standing_at(control) {
                pairs.push((name.clone(), value));
            }
            known.push(name);
        }
        for (name, value) in fields {
            assert!(known.iter().any(|k| k == name), "no field {name} in form {action} (has {known:?})");
            pairs.push(((*name).to_owned(), (*value).to_owned()));
        }
        pairs
    }
}

fn seen(form: ElementRef<'_>) -> SeenForm {
    let sent = selector(CONTROLS);
    let controls = form.select(&sent).map(|control| Control {
        name: control.attr("name").unwrap_or_default().to_owned(),
        kind: control.attr("type").unwrap_or(control.value().name()).to_owned(),
        standing: standing_at(control),
        value: control.attr("value").unwrap_or_default().to_owned(),
    });
    SeenForm {
        is_post: form.attr("method") == Some("post"),
        action: form.attr("action").unwrap_or_default().to_owned(),
        controls: controls.collect(),
    }
}

/// The value a control would be sent with, untouched.
fn standing_at(control: ElementRef<'_>) -> Option<String> {
    let attr = |name| control.attr(name).unwrap_or_default().to_owned();
    match control.value().name() {
        "textarea" => Some(control.text().collect()),
        "select" => {
            let options: Vec<ElementRef<'_>> = control.select(&selector("option")).collect();
            let chosen =
                options.iter().find(|option| option.attr("selected").is_some()).or(options.first())?;
            Some(chosen.attr("value").unwrap_or_default().to_owned())
        }
        "button" => None,
        _ => match control.attr("type") {
            Some("checkbox" | "radio") => control.attr("checked").map(|_| attr("value")),
            Some("submit") => None,
            _ => Some(attr("value")),
        },
    }
}

fn words(element: ElementRef<'_>) -> String {
    let words: Vec<&str> = element.text().flat_map(str::split_whitespace).collect();
    single_spaced(&words.join(" "))
}

/// Non-breaking spaces are plain ones.
pub(super) fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<&str>>().join(" ").replace(['\u{a0}', '\u{202f}'], " ")
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).expect("a selector")
}
