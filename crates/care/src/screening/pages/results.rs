//! What filled instruments say, in plain words, with what they do not say.

use kernel::Lang;
use measure::Score;

use crate::screening::model::Filled;

/// One instrument's result.
pub(super) struct Told {
    pub(super) title: &'static str,
    pub(super) asks: &'static str,
    pub(super) says: Vec<Said>,
    pub(super) does_not_say: Vec<&'static str>,
    /// The same question put to the country, with its year.
    pub(super) comparator: Option<&'static str>,
    /// Items still to answer: with some, an instrument that wants them all says nothing.
    pub(super) missing: Vec<&'static str>,
    pub(super) answers: Vec<Answered>,
    pub(super) origin: Vec<&'static str>,
}

/// One scale's sentences, after the person's words where it is about something they want.
pub(super) struct Said {
    pub(super) own_words: Option<String>,
    pub(super) sentences: Vec<String>,
}

/// What was answered to one item.
pub(super) struct Answered {
    pub(super) question: &'static str,
    pub(super) answer: Option<&'static str>,
}

impl Told {
    pub(super) fn of(filled: &Filled, lang: Lang) -> Told {
        let instrument = filled.instrument;
        let score = filled.score();
        let explanation = score.as_ref().map(|score| score.explain(lang));
        let (does_not_say, comparator) =
            explanation.map_or((Vec::new(), None), |said| (said.does_not_say, said.comparator));
        Told {
            title: instrument.title.get(lang),
            asks: instrument.asks.get(lang).trim_end_matches('.'),
            says: score.as_ref().map_or_else(Vec::new, |score| said(score, filled, lang)),
            does_not_say,
            comparator,
            missing: filled.missing().into_iter().map(|item| item.text.get(lang)).collect(),
            answers: answered(filled, lang),
            origin: vec![
                &instrument.source.citation,
                instrument.wording.note.get(lang),
                instrument.licence_note.get(lang),
            ],
        }
    }
}

fn said(score: &Score<'_>, filled: &Filled, lang: Lang) -> Vec<Said> {
    let one = |reading: &measure::Reading<'_>| Said {
        own_words: reading.scale.items.iter().find_map(|item| filled.words.get(item)).cloned(),
        sentences: reading.sentences(lang),
    };
    score.readings().map(one).collect()
}

/// Goals that nobody spoke of are not listed as unanswered.
fn answered(filled: &Filled, lang: Lang) -> Vec<Answered> {
    let instrument = filled.instrument;
    let was_asked = |code: &str, in_own_words: bool| {
        !in_own_words || filled.answers.get(code).is_some() || filled.words.contains_key(code)
    };
    let items = instrument.items.iter().filter(|item| was_asked(&item.code, item.in_own_words));
    items
        .map(|item| Answered {
            question: item.text.get(lang),
            answer: filled.answers.get(&item.code).and_then(|value| {
                let choice = instrument.choices(item).iter().find(|choice| choice.value == value)?;
                Some(choice.label.get(lang))
            }),
        })
        .collect()
}
