//! Questions as a file: the same boxes to tick as on the pages that print, whoever they are for.

use platform::paper::{Filled, Kind, Picture};
use serde_json::{Value as Json, json};

use super::questions::{Part, Question};
use crate::words::Words;

pub(crate) const PAPER: Kind = Kind { template: include_str!("sheet.typ"), file: "questions.pdf" };

/// What leads answers on paper to the file they belong to.
pub(crate) struct Mark {
    /// As it is typed: « 4K7M 2QX9 ».
    pub(crate) code: String,
    /// The same as an address, for a camera.
    pub(crate) leads_to: String,
}

/// Without a mark the sheet belongs to nobody.
pub(crate) fn filled(parts: &[Part], mark: Option<&Mark>, w: &Words) -> Filled {
    let data = json!({
        "title": w.screening_sheet_title(),
        "code": mark.map(|mark| json!({
            "alt": w.filling_code_alt(),
            "text": format!("{} {}", w.filling_code(), mark.code),
            "address": mark.leads_to,
        })),
        "date": w.screening_sheet_date(),
        "parts": parts.iter().enumerate().map(|(place, one)| part(one, place == 0, w)).collect::<Vec<_>>(),
    });
    let square = mark.and_then(|mark| Picture::square(&mark.leads_to));
    Filled { title: w.screening_sheet_title(), data, pictures: square.into_iter().collect() }
}

/// What holds for all of them is said with the first.
fn part(part: &Part, is_first: bool, w: &Words) -> Json {
    let free = is_first.then(|| w.screening_sheet_free());
    let instruction: Vec<String> = [part.instruction.to_owned()].into_iter().chain(free).collect();
    json!({
        "asks": part.asks,
        "instruction": instruction.join(" "),
        "questions": part.questions.iter().map(|one| question(one, w)).collect::<Vec<_>>(),
        "title": part.title,
    })
}

fn question(question: &Question, w: &Words) -> Json {
    let own = question.own_words.as_ref();
    json!({
        "own": own.map(|own| format!("{} {}", own.label, w.screening_in_own_words())),
        "text": question.text,
        "ends": question.ends,
        "choices": question.choices.iter().map(|choice| choice.label.as_str()).collect::<Vec<_>>(),
    })
}
