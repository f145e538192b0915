use std::collections::BTreeMap;

use kernel::Lang;
use serde::Deserialize;
use serde_json::{Value, json};
use thiserror::Error;

use super::{WORDS, address, coding};
use crate::answers::{Answers, BadAnswer};
use crate::instrument::{Instrument, Item};

/// Characters of a day.
const DAY: usize = 10;

/// Of whom, and when: said beside the answers. Never a name: a reference that the reader knows.
#[derive(Clone, Copy, Debug)]
pub struct Authored<'a> {
    /// `Patient/…`, or a study's pseudonym.
    pub subject: Option<&'a str>,
    /// A day, as in `2026-03-31`.
    pub on: &'a str,
}

/// One set of answers, whole or not, with the person's own words where there are any.
pub fn response(
    instrument: &Instrument,
    (answers, words): (&Answers, &BTreeMap<String, String>),
    authored: Authored<'_>,
    base: &str,
    lang: Lang,
) -> Value {
    let items = instrument.items.iter().flat_map(|item| {
        let said = words.get(&item.code).map(|words| worded(item, words));
        let answer = answers.get(&item.code).and_then(|value| answered(instrument, item, value, base, lang));
        said.into_iter().chain(answer)
    });
    let is_whole = instrument.score(answers).is_ok() && instrument.unanswered(answers).is_empty();
    let mut told = json!({
        "resourceType": "QuestionnaireResponse",
        "questionnaire": format!("{}|{}", address(base, instrument), instrument.version),
        "status": if is_whole { "completed" } else { "in-progress" },
        "authored": authored.on,
        "item": items.collect::<Vec<Value>>(),
    });
    if let (Some(told), Some(subject)) = (told.as_object_mut(), authored.subject) {
        told.insert("subject".to_owned(), json!({ "reference": subject }));
    }
    told
}

fn worded(item: &Item, words: &str) -> Value {
    json!({ "linkId": format!("{}{WORDS}", item.code), "answer": [{ "valueString": words }] })
}

fn answered(instrument: &Instrument, item: &Item, value: i64, base: &str, lang: Lang) -> Option<Value> {
    let choice = instrument.choices(item).iter().find(|choice| choice.value == value)?;
    let coding = coding(base, instrument, choice, lang);
    Some(json!({
        "linkId": item.code,
        "text": item.text.get(lang),
        "answer": [{ "valueCoding": coding }],
    }))
}

/// Why answers from elsewhere are not taken.
#[derive(Debug, Error)]
pub enum BadResponse {
    #[error("it cannot be read as a QuestionnaireResponse: {0}")]
    Unreadable(#[from] serde_json::Error),
    #[error("it is a {0}, not a QuestionnaireResponse")]
    OtherKind(String),
    #[error("it answers {0}, which is not this questionnaire")]
    OtherQuestionnaire(String),
    #[error("it answers version {0}, and two versions are never compared")]
    OtherVersion(String),
    #[error("it is marked {0}")]
    NotMeant(String),
    #[error("item {0} has several answers, or one of another kind")]
    Answer(String),
    #[error(transparent)]
    Refused(#[from] BadAnswer),
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Read {
    resource_type: String,
    questionnaire: Option<String>,
    status: String,
    /// A moment of FHIR's begins with its day.
    authored: Option<String>,
    #[serde(default)]
    item: Vec<ReadItem>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ReadItem {
    link_id: String,
    #[serde(default)]
    answer: Vec<ReadAnswer>,
    #[serde(default)]
    item: Vec<ReadItem>,
}

/// Numbers and codings mean the same to whoever wrote the questionnaire down elsewhere.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ReadAnswer {
    value_coding: Option<ReadCoding>,
    value_integer: Option<i64>,
    value_decimal: Option<f64>,
    value_boolean: Option<bool>,
    value_string: Option<String>,
}

#[derive(Deserialize)]
struct ReadCoding {
    code: Option<String>,
}

/// Answers of an instrument, and the person's own words, as another program says them.
///
/// # Errors
/// [`BadResponse`]; nothing is taken from one that is refused.
pub fn answers_of(
    instrument: &Instrument,
    text: &str,
) -> Result<(Answers, BTreeMap<String, String>), BadResponse> {
    let read: Read = serde_json::from_str(text)?;
    check(instrument, &read)?;
    let mut fields = Vec::new();
    let mut words = BTreeMap::new();
    for item in flat(&read.item) {
        let [answer] = item.answer.as_slice() else {
            // A group, or a question left open.
            if item.answer.is_empty() {
                continue;
            }
            return Err(BadResponse::Answer(item.link_id.clone()));
        };
        match item.link_id.strip_suffix(WORDS) {
            Some(of) if instrument.item(of).is_some_and(|known| known.in_own_words) => {
                let said = answer.value_string.clone();
                words.insert(of.to_owned(), said.ok_or_else(|| BadResponse::Answer(item.link_id.clone()))?);
            }
            _ => fields.push((item.link_id.clone(), value(item, answer)?)),
        }
    }
    known(instrument, &fields)?;
    Ok((instrument.read_form(fields)?, words))
}

/// The day that a response says it was answered on, as in `2026-03-31`; none when it does not say.
pub fn authored_on(text: &str) -> Option<String> {
    let read: Read = serde_json::from_str(text).ok()?;
    Some(read.authored?.get(..DAY)?.to_owned())
}

fn check(instrument: &Instrument, read: &Read) -> Result<(), BadResponse> {
    if read.resource_type != "QuestionnaireResponse" {
        return Err(BadResponse::OtherKind(read.resource_type.clone()));
    }
    if matches!(read.status.as_str(), "entered-in-error" | "stopped") {
        return Err(BadResponse::NotMeant(read.status.clone()));
    }
    let named = read.questionnaire.as_deref().unwrap_or_default();
    let (address, version) = named.split_once('|').unwrap_or((named, instrument.version.as_str()));
    if !address.ends_with(&super::address("", instrument)) {
        return Err(BadResponse::OtherQuestionnaire(named.to_owned()));
    }
    if version == instrument.version { Ok(()) } else { Err(BadResponse::OtherVersion(version.to_owned())) }
}

/// Also those within others.
fn flat(items: &[ReadItem]) -> Vec<&ReadItem> {
    items.iter().flat_map(|item| std::iter::once(item).chain(flat(&item.item))).collect()
}

/// As a form would have it; what is offered is looked at there.
fn value(item: &ReadItem, answer: &ReadAnswer) -> Result<String, BadResponse> {
    let given = match answer {
        ReadAnswer { value_coding: Some(coding), .. } => coding.code.clone(),
        ReadAnswer { value_integer: Some(value), .. } => Some(value.to_string()),
        ReadAnswer { value_decimal: Some(value), .. } => Some(value.to_string()),
        ReadAnswer { value_boolean: Some(value), .. } => Some(i64::from(*value).to_string()),
        _ => None,
    };
    given.ok_or_else(|| BadResponse::Answer(item.link_id.clone()))
}

/// What is no item of ours is refused, not passed over: it may be the answer that matters.
fn known(instrument: &Instrument, fields: &[(String, String)]) -> Result<(), BadAnswer> {
    match fields.iter().find(|(name, _)| instrument.item(name).is_none()) {
        Some((name, _)) => Err(BadAnswer::NoSuchItem { item: name.clone() }),
        None => Ok(()),
    }
}
