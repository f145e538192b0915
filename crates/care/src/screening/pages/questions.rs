//! Instruments as questions on a page, with what was typed kept.

use kernel::Lang;
use measure::{BadAnswer, Choice, Instrument, Item};
use platform::web::Problems;

use crate::screening::model::{Filled, LONGEST_WORDS};
use crate::screening::reading::{Bad, Typed, words_field};
use crate::words::words;

/// Labels up to so many characters fit in the cells of a scale.
const FITS_A_CELL: usize = 20;
/// With more choices the cells hold only numbers, and the ends are said above them.
const MOST_LABELLED: usize = 7;

/// One instrument.
pub(crate) struct Part {
    pub(crate) code: &'static str,
    pub(crate) title: &'static str,
    /// A plain sentence, for whoever has no use for the instrument's name.
    pub(crate) asks: &'static str,
    pub(crate) instruction: &'static str,
    pub(crate) questions: Vec<Question>,
}

/// One item: its words if the person puts some, then its answers.
pub(crate) struct Question {
    pub(crate) code: &'static str,
    pub(crate) text: &'static str,
    pub(crate) own_words: Option<OwnWords>,
    /// What the two ends of a long row of numbers mean.
    pub(crate) ends: Option<String>,
    pub(crate) choices: Vec<Offered>,
    pub(crate) is_scale: bool,
    pub(crate) may_skip: bool,
}

pub(crate) struct OwnWords {
    pub(crate) field: String,
    pub(crate) label: &'static str,
    pub(crate) typed: String,
}

pub(crate) struct Offered {
    pub(crate) value: i64,
    pub(crate) label: String,
    pub(crate) is_picked: bool,
}

/// Whether a question can be left without an answer by picking so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Skipping {
    Offered,
    NotOffered,
}

impl Part {
    pub(crate) fn of(instrument: &'static Instrument, typed: &Typed, lang: Lang, skipping: Skipping) -> Part {
        let may_skip = skipping == Skipping::Offered;
        Part {
            code: &instrument.code,
            title: instrument.title.get(lang),
            asks: instrument.asks.get(lang).trim_end_matches('.'),
            instruction: instrument.instruction.get(lang),
            questions: instrument
                .items
                .iter()
                .map(|item| Question::of(instrument, item, typed, lang, may_skip))
                .collect(),
        }
    }
}

impl Part {
    /// Whether anything was answered yet.
    pub(crate) fn is_answered(&self) -> bool {
        self.questions.iter().flat_map(|question| &question.choices).any(|choice| choice.is_picked)
    }
}

impl Question {
    fn of(
        instrument: &'static Instrument,
        item: &'static Item,
        typed: &Typed,
        lang: Lang,
        may_skip: bool,
    ) -> Question {
        let picked = typed.first(&item.code);
        let choices = instrument.choices(item);
        let ends = ends(choices, lang);
        let label = |choice: &Choice| match ends {
            Some(_) => choice.value.to_string(),
            None => choice.label.get(lang).to_owned(),
        };
        let offered = |choice: &Choice| Offered {
            value: choice.value,
            label: label(choice),
            is_picked: picked == choice.value.to_string(),
        };
        let choices: Vec<Offered> = choices.iter().map(offered).collect();
        Question {
            code: &item.code,
            text: item.text.get(lang),
            own_words: item.in_own_words.then(|| OwnWords {
                field: words_field(item),
                label: scale_title(instrument, item, lang),
                typed: typed.first(&words_field(item)).to_owned(),
            }),
            is_scale: choices.iter().all(|choice| choice.label.chars().count() <= FITS_A_CELL),
            choices,
            ends,
            may_skip,
        }
    }
}

/// The question that a problem's field is about.
pub(crate) fn text_of(field: &str, parts: &[Part]) -> Option<&'static str> {
    let mut questions = parts.iter().flat_map(|part| &part.questions);
    questions.find(|question| question.code == field).map(|question| question.text)
}

/// Reads every instrument; what cannot be kept becomes a problem at its item.
pub(crate) fn read_all(
    instruments: &[&'static Instrument],
    typed: &Typed,
    lang: Lang,
    problems: &mut Problems,
) -> Vec<Filled> {
    let mut filled = Vec::new();
    for instrument in instruments {
        match typed.read(instrument) {
            Ok(one) => filled.push(one),
            Err(bad) => {
                let field = bad.item(instrument).map_or(instrument.code.as_str(), |item| &item.code);
                problems.add(field, tell(&bad, lang));
            }
        }
    }
    filled
}

fn tell(bad: &Bad, lang: Lang) -> String {
    let w = words(lang);
    match bad {
        Bad::Answer(BadAnswer::Twice { .. }) => w.screening_answered_twice(),
        Bad::Answer(BadAnswer::NoSuchItem { .. } | BadAnswer::NoSuchChoice { .. }) => {
            w.screening_not_offered()
        }
        Bad::TooManyWords(_) => w.screening_words_too_long(i32::try_from(LONGEST_WORDS).unwrap_or_default()),
    }
}

/// What the item's value is called: the title of the scale read from it alone.
fn scale_title(instrument: &'static Instrument, item: &Item, lang: Lang) -> &'static str {
    let alone = |scale: &&measure::Scale| scale.items.iter().all(|code| *code == item.code);
    instrument.scales.iter().find(alone).map_or("", |scale| scale.title.get(lang))
}

/// « De « 0, pas du tout » à « 10, tout à fait » », of a row too long for labels.
fn ends(choices: &[Choice], lang: Lang) -> Option<String> {
    let (low, high) = (choices.first()?.label.get(lang), choices.last()?.label.get(lang));
    (choices.len() > MOST_LABELLED).then(|| words(lang).screening_from_to(low, high))
}
