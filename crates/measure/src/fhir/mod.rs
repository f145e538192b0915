//! Instruments and answers as other programs read them: Questionnaire and QuestionnaireResponse of HL7 FHIR
//! R4 (<https://hl7.org/fhir/R4/questionnaire.html>), with LOINC codes where there are any.
//!
//! An item's `linkId` is its code; an answer is a coding whose code is the value, with its ordinal value. A
//! questionnaire's address is a deployer's: `https://maillage.example.org/fhir/Questionnaire/ucla3|1`.
//! Deliberately absent: scores, which no part of R4's two resources holds; whoever reads the answers scores
//! them.

mod questionnaire;
mod response;
#[cfg(test)]
mod tests;

pub use questionnaire::questionnaire;
pub use response::{Authored, BadResponse, answers_of, authored_on, response};

use crate::instrument::{Choice, Instrument};
use kernel::Lang;
use serde_json::{Value, json};

const LOINC: &str = "http://loinc.org";
const ORDINAL: &str = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
const TRANSLATION: &str = "http://hl7.org/fhir/StructureDefinition/translation";
/// After an item's code: the words of a goal.
const WORDS: &str = ".words";

/// What FHIR takes for an id: no underscore.
fn id(instrument: &Instrument) -> String {
    instrument.code.replace('_', "-")
}

/// Without its version.
fn address(base: &str, instrument: &Instrument) -> String {
    format!("{base}/fhir/Questionnaire/{}", id(instrument))
}

fn coding(base: &str, instrument: &Instrument, choice: &Choice, lang: Lang) -> Value {
    json!({
        "extension": [{ "url": ORDINAL, "valueDecimal": choice.value }],
        "system": format!("{base}/fhir/CodeSystem/{}", id(instrument)),
        "version": instrument.version,
        "code": choice.value.to_string(),
        "display": choice.label.get(lang),
    })
}
