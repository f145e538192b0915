use std::str::FromStr;

use serde::Serialize;
use serde_json::{Value, json};
use url::form_urlencoded;

use super::problem::{Problem, Wrong};
use crate::finder::Page;
use crate::vocabulary::Coded;

/// The parameters as they came, what is wrong with those read so far, and what was looked for.
///
/// A reader that asks an empty one for everything it knows has described itself: that is how the
/// document of the interface is made.
pub(crate) struct Given {
    pairs: Vec<(String, String)>,
    wrongs: Vec<Wrong>,
    asked: Vec<Parameter>,
}

/// A parameter some reader looks for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Parameter {
    pub(crate) name: &'static str,
    /// A schema of JSON Schema 2020-12, as OpenAPI 3.1 uses it.
    pub(crate) schema: Value,
}

impl Given {
    /// Of the part of an address after `?`.
    pub(crate) fn of(text: &str) -> Given {
        let pairs = form_urlencoded::parse(text.as_bytes()).into_owned().collect();
        Given { pairs, wrongs: Vec::new(), asked: Vec::new() }
    }

    /// What has been looked for so far, each once.
    pub(crate) fn asked(self) -> Vec<Parameter> {
        self.asked
    }

    /// # Errors
    /// All that was wrong.
    pub(crate) fn check(&mut self) -> Result<(), Problem> {
        let wrongs = std::mem::take(&mut self.wrongs);
        if wrongs.is_empty() { Ok(()) } else { Err(Problem::of(wrongs)) }
    }

    /// Any texts.
    pub(crate) fn texts(&mut self, name: &'static str) -> Vec<String> {
        self.note(name, json!({ "type": "array", "items": { "type": "string" } }));
        self.all(name).map(str::to_owned).collect()
    }

    /// Values of a closed list.
    pub(crate) fn coded<T: Coded>(&mut self, name: &'static str) -> Vec<T> {
        self.listed(name, T::from_code, || T::all().map(Coded::code).collect())
    }

    /// The same, with a reading of its own.
    pub(crate) fn listed<T, C: AsRef<str> + Serialize>(
        &mut self,
        name: &'static str,
        from_code: impl Fn(&str) -> Option<T>,
        codes: impl Fn() -> Vec<C>,
    ) -> Vec<T> {
        self.note(name, json!({ "type": "array", "items": { "type": "string", "enum": codes() } }));
        self.values(name, "enum", from_code, || one_of(&codes()))
    }

    /// Values of an open list, which have a shape.
    pub(crate) fn shaped<T>(
        &mut self,
        name: &'static str,
        from_text: impl Fn(&str) -> Option<T>,
        pattern: &'static str,
    ) -> Vec<T> {
        self.note(name, json!({ "type": "array", "items": { "type": "string", "pattern": pattern } }));
        let msg = || format!("String should match pattern '{pattern}'");
        self.values(name, "string_pattern_mismatch", from_text, msg)
    }

    fn values<T>(
        &mut self,
        name: &'static str,
        kind: &'static str,
        from_text: impl Fn(&str) -> Option<T>,
        msg: impl Fn() -> String,
    ) -> Vec<T> {
        let mut values = Vec::new();
        let mut unknown = Vec::new();
        for code in self.all(name) {
            match from_text(code) {
                Some(value) => values.push(value),
                None => unknown.push(code.to_owned()),
            }
        }
        for input in unknown {
            self.wrong(kind, name, msg(), &input);
        }
        values
    }

    /// One value of a closed list.
    pub(crate) fn choice<T>(&mut self, name: &'static str, values: &[(String, T)]) -> Option<T>
    where
        T: Clone,
    {
        let codes: Vec<&str> = values.iter().map(|(code, _)| code.as_str()).collect();
        self.note(name, json!({ "type": "string", "enum": codes }));
        let text = self.last(name)?;
        let value = values.iter().find(|(code, _)| *code == text).map(|(_, value)| value.clone());
        if value.is_none() {
            self.wrong("enum", name, one_of(&codes), &text);
        }
        value
    }

    /// A text of at most so many characters.
    pub(crate) fn text(&mut self, name: &'static str, longest: usize) -> String {
        self.note(name, json!({ "type": "string", "maxLength": longest }));
        let text = self.last(name).unwrap_or_default();
        if text.chars().nth(longest).is_some() {
            let msg = format!("String should have at most {longest} characters");
            self.wrong("string_too_long", name, msg, &text);
        }
        text
    }

    /// A value JSON Schema knows by a format: « date », « date-time » without a zone, in France.
    pub(crate) fn parsed<T: FromStr>(&mut self, name: &'static str, format: &str) -> Option<T> {
        self.note(name, json!({ "type": "string", "examples": [example(format)] }));
        let text = self.last(name)?;
        let value = text.trim().parse().ok();
        if value.is_none() {
            let msg = format!("Input should be a valid {format}, as {}", example(format));
            self.wrong("value_error", name, msg, &text);
        }
        value
    }

    /// As FastAPI reads one.
    pub(crate) fn yes(&mut self, name: &'static str) -> bool {
        self.note(name, json!({ "type": "boolean", "default": false }));
        let Some(text) = self.last(name) else { return false };
        match text.to_ascii_lowercase().as_str() {
            "true" | "1" | "on" | "yes" => return true,
            "false" | "0" | "off" | "no" => {}
            _ => self.wrong("bool_parsing", name, "Input should be a valid boolean".to_owned(), &text),
        }
        false
    }

    /// A number within bounds; `f64::MIN` and `f64::MAX` are none.
    pub(crate) fn number(&mut self, name: &'static str, least: f64, most: f64) -> Option<f64> {
        let bounded = least > f64::MIN && most < f64::MAX;
        let bounds = json!({ "type": "number", "minimum": least, "maximum": most });
        self.note(name, if bounded { bounds } else { json!({ "type": "number" }) });
        let text = self.last(name)?;
        match text.trim().parse::<f64>() {
            Ok(number) if (least..=most).contains(&number) => return Some(number),
            Ok(number) if number.is_finite() => {
                let msg = format!("Input should be between {least} and {most}");
                self.wrong("out_of_range", name, msg, &text);
            }
            _ => self.wrong("float_parsing", name, "Input should be a valid number".to_owned(), &text),
        }
        None
    }

    /// Shaped as an INSEE code; whether it exists is for the caller to say.
    pub(crate) fn code_commune(&mut self) -> Option<String> {
        let name = "code_commune";
        self.note(name, json!({ "type": "string", "pattern": "^\\w{5}$" }));
        let text = self.last(name)?;
        let shaped = text.chars().count() == 5 && text.chars().all(|c| c.is_alphanumeric() || c == '_');
        if !shaped {
            let msg = "String should match pattern '^\\w{5}$'".to_owned();
            self.wrong("string_pattern_mismatch", name, msg, &text);
            return None;
        }
        Some(text)
    }

    /// Which page, in data·inclusion's bounds.
    pub(crate) fn page(&mut self) -> Page {
        let number = self.whole("page", (1, u32::MAX), 1);
        let size = self.whole("size", (1, Page::LARGEST), Page::USUAL);
        Page::new(number, size).unwrap_or_default()
    }

    fn whole(&mut self, name: &'static str, (least, most): (u32, u32), usual: u32) -> u32 {
        let schema = json!({ "type": "integer", "minimum": least, "maximum": most, "default": usual });
        self.note(name, schema);
        let Some(text) = self.last(name) else { return usual };
        match text.trim().parse::<i64>() {
            Err(_) => self.wrong("int_parsing", name, "Input should be a valid integer".to_owned(), &text),
            Ok(number) if number < i64::from(least) => {
                let msg = format!("Input should be greater than or equal to {least}");
                self.wrong("greater_than_equal", name, msg, &text);
            }
            Ok(number) if number > i64::from(most) => {
                let msg = format!("Input should be less than or equal to {most}");
                self.wrong("less_than_equal", name, msg, &text);
            }
            Ok(number) => return u32::try_from(number).unwrap_or(usual),
        }
        usual
    }

    fn note(&mut self, name: &'static str, schema: Value) {
        if self.asked.iter().all(|parameter| parameter.name != name) {
            self.asked.push(Parameter { name, schema });
        }
    }

    fn all<'a>(&'a self, name: &'static str) -> impl Iterator<Item = &'a str> {
        self.pairs.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The last one wins, as in FastAPI.
    fn last(&self, name: &'static str) -> Option<String> {
        self.all(name).last().map(str::to_owned)
    }

    fn wrong(&mut self, kind: &'static str, name: &'static str, msg: String, input: &str) {
        const LONGEST: usize = 100;
        let input = input.chars().take(LONGEST).collect();
        self.wrongs.push(Wrong { r#type: kind, loc: ("query", name), msg, input });
    }
}

fn example(format: &str) -> &'static str {
    if format == "date" { "2026-11-30" } else { "2026-11-30T14:30" }
}

fn one_of(codes: &[impl AsRef<str>]) -> String {
    let quoted: Vec<String> = codes.iter().map(|code| format!("'{}'", code.as_ref())).collect();
    format!("Input should be {}", quoted.join(", "))
}
