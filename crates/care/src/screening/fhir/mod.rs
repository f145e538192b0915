//! Questionnaires and answers for other programs (HL7 FHIR R4), out and in.
//!
//! `/fhir/Questionnaire/{id}` says how a questionnaire that may be handed on is asked, to anybody; a person's
//! measures leave by whoever follows them, who has just proved who they are, under an id and without a name;
//! answers from elsewhere come in as a measure like any other.
//!
//! Invariants: what a team brought under a licence leaves with no questionnaire of its own, answers only; what
//! is refused leaves nothing.

mod pages;
#[cfg(test)]
mod tests;

pub(super) use pages::routes;

/// Bytes of one file.
const LARGEST: usize = 256 << 10;
/// What such files are called by (RFC 6838).
const FHIR_JSON: &str = "application/fhir+json";
