//! Questions as they are shown, one or all of them, whoever reads them.

use kernel::Lang;
use platform::web::Ui;

use crate::screening::Filled;
use crate::screening::filling::model::{Filling, Question};
use crate::screening::pages::questions::{self, Part, Skipping};
use crate::screening::reading::{Typed, words_field};

/// One question of a filling.
pub(super) struct One {
    /// Counted from one.
    pub(super) place: usize,
    pub(super) of: usize,
    pub(super) title: &'static str,
    pub(super) instruction: &'static str,
    /// What its words mean, in easier ones.
    pub(super) easy: Option<&'static str>,
    /// The time it speaks of.
    pub(super) recall: &'static str,
    /// Where its words come from.
    pub(super) provenance: &'static str,
    /// The goal it is about, as the person put it.
    pub(super) own_words: Option<String>,
    pub(super) question: questions::Question,
}

impl One {
    /// None beyond the last.
    pub(super) fn of(filling: &Filling, place: usize, ui: &Ui) -> Option<One> {
        let asked = filling.questions();
        let question = asked.get(place.checked_sub(1)?)?;
        let (instrument, code) = (question.instrument(), question.item.code.as_str());
        let typed = question.answer().map(|value| (code.to_owned(), value.to_string()));
        let part = Part::of(instrument, &Typed::of(typed), ui.lang, Skipping::Offered);
        let mut drawn = part.questions.into_iter().find(|drawn| drawn.code == code)?;
        drawn.own_words = None;
        Some(One {
            place,
            of: asked.len(),
            title: instrument.title.get(ui.lang),
            instruction: instrument.instruction.get(ui.lang),
            easy: question.item.easy.as_ref().map(|easy| easy.get(ui.lang)),
            recall: instrument.recall.get(ui.lang),
            provenance: instrument.wording.note.get(ui.lang),
            own_words: question.part.words.get(code).cloned(),
            question: drawn,
        })
    }

    pub(super) fn before(&self) -> Option<usize> {
        self.place.checked_sub(1).filter(|place| *place > 0)
    }
}

/// What was typed for the question at a place: a value, or nothing for no answer.
pub(super) fn typed_value(filling: &Filling, place: usize, typed: &Typed) -> Option<i64> {
    let questions = filling.questions();
    let question = questions.get(place.checked_sub(1)?)?;
    typed.first(&question.item.code).trim().parse().ok()
}

/// The person's goals, as a form would send them.
pub(super) fn own_words(filling: &Filling) -> Typed {
    let mut typed = Typed::default();
    for question in filling.questions() {
        if let Some(words) = question.part.words.get(&question.item.code) {
            typed.set(&words_field(question.item), words.clone());
        }
    }
    typed
}

/// All questions at once, with what was typed.
pub(super) fn parts(filling: &Filling, typed: &Typed, ui: &Ui) -> Vec<Part> {
    let questions = filling.questions();
    let is_asked = |code: &str| questions.iter().any(|question| question.item.code == code);
    let part = |filled: &Filled| {
        let mut part = Part::of(filled.instrument, typed, ui.lang, Skipping::Offered);
        part.questions.retain(|question| is_asked(question.code));
        part
    };
    filling.parts.iter().map(part).collect()
}

/// Every question with the answer given so far, to be looked over before the end.
pub(super) fn overview(filling: &Filling, lang: Lang) -> Vec<(usize, &'static str, Option<&'static str>)> {
    let questions = filling.questions();
    let line = |(place, question): (usize, &Question<'_>)| {
        let value = question.answer();
        let choices = question.instrument().choices(question.item);
        let chosen = choices.iter().find(|choice| Some(choice.value) == value);
        (place, question.item.text.get(lang), chosen.map(|choice| choice.label.get(lang)))
    };
    (1..).zip(&questions).map(line).collect()
}
