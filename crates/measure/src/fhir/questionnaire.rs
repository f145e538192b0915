use kernel::Lang;
use serde_json::{Map, Value, json};

use super::{LOINC, TRANSLATION, WORDS, address, coding, id};
use crate::instrument::{Instrument, Item, Missing};
use crate::words::Words;

/// The instrument in a language, its texts in the other one beside (extension `translation`). `base` is where
/// questionnaires of this installation are, without a final slash.
pub fn questionnaire(instrument: &Instrument, base: &str, lang: Lang) -> Value {
    let mut said = json!({
        "resourceType": "Questionnaire",
        "id": id(instrument),
        "url": address(base, instrument),
        "version": instrument.version,
        "name": name(instrument),
        "status": "active",
        "experimental": false,
        "subjectType": ["Patient"],
        "language": lang.code(),
        "copyright": format!("{} {}", instrument.source.citation, instrument.licence_note.get(lang)),
        "item": items(instrument, base, lang),
    });
    if let Some(said) = said.as_object_mut() {
        put(said, "title", &instrument.title, lang);
        put(said, "description", &instrument.asks, lang);
        put(said, "purpose", &instrument.wording.note, lang);
        let codes: Vec<Value> = instrument
            .loinc
            .iter()
            .filter(|loinc| loinc.stands_for == "panel")
            .map(|loinc| json!({ "system": LOINC, "code": loinc.code }))
            .collect();
        // FHIR knows no empty list.
        if !codes.is_empty() {
            said.insert("code".to_owned(), codes.into());
        }
    }
    said
}

/// What a program may call it (`[A-Z]([A-Za-z0-9_]){0,254}`): `InseeLoneliness`.
fn name(instrument: &Instrument) -> String {
    let word = |part: &str| {
        let mut letters = part.chars();
        letters
            .next()
            .map(|first| format!("{}{}", first.to_uppercase(), letters.as_str()))
            .unwrap_or_default()
    };
    instrument.code.split('_').map(word).collect()
}

fn items(instrument: &Instrument, base: &str, lang: Lang) -> Vec<Value> {
    let above = json!({ "linkId": "instruction", "type": "display" });
    let mut above = above.as_object().cloned().unwrap_or_default();
    put(&mut above, "text", &instrument.instruction, lang);
    let asked = instrument.items.iter().flat_map(|item| asked(instrument, item, base, lang));
    std::iter::once(above.into()).chain(asked).collect()
}

/// A question, and before it the words it is about where they are the person's own.
fn asked(instrument: &Instrument, item: &Item, base: &str, lang: Lang) -> Vec<Value> {
    let words = json!({
        "linkId": format!("{}{WORDS}", item.code),
        "text": item.text.get(lang),
        "type": "string",
        "required": false,
    });
    let options: Vec<Value> = instrument
        .choices(item)
        .iter()
        .map(|choice| json!({ "valueCoding": coding(base, instrument, choice, lang) }))
        .collect();
    let question = json!({
        "linkId": item.code,
        "type": "choice",
        "required": instrument.missing == Missing::NoneAllowed,
        "answerOption": options,
    });
    let mut question = question.as_object().cloned().unwrap_or_default();
    put(&mut question, "text", &item.text, lang);
    item.in_own_words.then_some(words).into_iter().chain([question.into()]).collect()
}

/// A text, and beside it the same in the other language.
fn put(said: &mut Map<String, Value>, field: &str, words: &Words, lang: Lang) {
    said.insert(field.to_owned(), words.get(lang).into());
    let others: Vec<Value> = Lang::ALL
        .into_iter()
        .filter(|other| *other != lang)
        .map(|other| {
            json!({ "url": TRANSLATION, "extension": [
                { "url": "lang", "valueCode": other.code() },
                { "url": "content", "valueString": words.get(other) },
            ] })
        })
        .collect();
    said.insert(format!("_{field}"), json!({ "extension": others }));
}
