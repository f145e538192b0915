//! Every instrument as a FHIR R4 Questionnaire, and a set of answers to it, one resource a line (JSON): for
//! `tests/formats/fhir.mjs`, which validates them.

use std::collections::BTreeMap;
use std::io::{self, Write};

use kernel::Lang;
use measure::fhir::{Authored, questionnaire, response};
use measure::{Answers, Instrument, library};

const BASE: &str = "https://maillage.example.org";

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    for instrument in library() {
        for lang in Lang::ALL {
            writeln!(out, "{}", questionnaire(instrument, BASE, lang))?;
        }
        for most in [1, usize::MAX] {
            writeln!(out, "{}", answered(instrument, most))?;
        }
    }
    Ok(())
}

/// The first so many items, each with its first choice.
fn answered(instrument: &Instrument, most: usize) -> serde_json::Value {
    let given = instrument.items.iter().take(most);
    let choice = |item| instrument.choices(item).first().map(|choice| choice.value);
    let answers: Answers = given.filter_map(|item| Some((item.code.clone(), choice(item)?))).collect();
    let own = instrument.items.iter().filter(|item| item.in_own_words);
    let words: BTreeMap<String, String> = own.map(|item| (item.code.clone(), "chanter".to_owned())).collect();
    let authored = Authored { subject: Some("Patient/7f3a"), on: "2026-03-31" };
    response(instrument, (&answers, &words), authored, BASE, Lang::Fr)
}
