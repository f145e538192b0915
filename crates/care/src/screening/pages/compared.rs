//! One instrument's measures side by side: a column a day, a row a scale, and how far the person came.

use kernel::Lang;
use kernel::id::CaseId;
use kernel::text::fold;
use measure::{Instrument, Scale};
use platform::web::dates;

use super::{mode_label, moment_label};
use crate::screening::model::{Filled, Measure, instruments};
use crate::screening::pairs::Pair;
use crate::screening::saying;
use crate::words::{Words, words};

pub(super) struct Compared {
    pub(super) title: &'static str,
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Row>,
    /// What the same question gave in the whole country.
    pub(super) comparator: Option<&'static str>,
}

pub(super) struct Column {
    pub(super) moment: String,
    pub(super) day: String,
    pub(super) how: String,
    pub(super) by: Option<String>,
}

pub(super) struct Row {
    pub(super) title: &'static str,
    pub(super) own_words: Option<String>,
    pub(super) cells: Vec<Cell>,
    pub(super) change: Option<String>,
}

pub(super) struct Cell {
    pub(super) value: String,
    /// Where a goal was put in other words than at first.
    pub(super) other_words: Option<String>,
}

impl Compared {
    /// Instruments measured at least once, in the order they are offered.
    pub(super) fn all(case: CaseId, measures: &[Measure], lang: Lang) -> Vec<Compared> {
        let of = |instrument: &'static Instrument| {
            let own: Vec<&Measure> = measures.iter().filter(|m| m.instrument == instrument.code).collect();
            Compared::of(case, instrument, &own, lang)
        };
        instruments(measures).into_iter().map(of).collect()
    }

    fn of(case: CaseId, instrument: &'static Instrument, measures: &[&Measure], lang: Lang) -> Compared {
        let w = words(lang);
        let pair = Pair::among(case, &instrument.code, measures.iter().copied());
        let was_read = |scale: &&Scale| {
            let of_a_goal =
                scale.items.iter().any(|code| instrument.item(code).is_some_and(|i| i.in_own_words));
            !of_a_goal || measures.iter().any(|measure| speaks_of(measure, scale))
        };
        let rows = instrument.scales.iter().filter(was_read);
        Compared {
            title: instrument.title.get(lang),
            columns: measures.iter().map(|measure| Column::of(measure, w, lang)).collect(),
            rows: rows.map(|scale| Row::of(scale, measures, &pair, lang)).collect(),
            comparator: instrument.comparator.as_ref().map(|comparator| comparator.says.get(lang)),
        }
    }
}

impl Column {
    fn of(measure: &Measure, w: &Words, lang: Lang) -> Column {
        Column {
            moment: moment_label(measure.moment, w),
            day: dates::plain(measure.held_on, lang),
            how: mode_label(measure.mode, w),
            by: measure.by.clone(),
        }
    }
}

impl Row {
    fn of(scale: &'static Scale, measures: &[&Measure], pair: &Pair, lang: Lang) -> Row {
        let own_words = measures.iter().find_map(|measure| own_words(measure, scale)).map(str::to_owned);
        Row {
            title: scale.title.get(lang),
            cells: measures
                .iter()
                .map(|measure| Cell::of(measure, scale, own_words.as_deref(), lang))
                .collect(),
            change: pair.change(scale).map(|change| saying::change(scale, change, lang)),
            own_words,
        }
    }
}

impl Cell {
    fn of(measure: &Measure, scale: &'static Scale, first_words: Option<&str>, lang: Lang) -> Cell {
        let w = words(lang);
        let other_words = own_words(measure, scale)
            .filter(|words| first_words.is_some_and(|first| fold(first) != fold(words)))
            .map(str::to_owned);
        let cell = |value| Cell { value, other_words };
        let Some(filled) = &measure.filled else {
            return cell(w.screening_other_version(measure.version.as_str()));
        };
        cell(match reading(filled, scale) {
            Some(value) => saying::value(scale, value, lang),
            None if filled.score().is_none() => incomplete(filled, w),
            None => w.screening_not_measured(),
        })
    }
}

fn reading(filled: &Filled, scale: &Scale) -> Option<i64> {
    filled.score()?.reading(&scale.code).map(|reading| reading.value)
}

fn incomplete(filled: &Filled, w: &Words) -> String {
    let asked = filled.instrument.items.len();
    let answered = asked.saturating_sub(filled.missing().len());
    let number = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
    w.screening_incomplete_count(number(answered), number(asked))
}

fn own_words<'m>(measure: &'m Measure, scale: &Scale) -> Option<&'m str> {
    let filled = measure.filled.as_ref()?;
    scale.items.iter().find_map(|item| filled.words.get(item)).map(String::as_str)
}

fn speaks_of(measure: &Measure, scale: &Scale) -> bool {
    let is_read = measure.filled.as_ref().is_some_and(|filled| reading(filled, scale).is_some());
    is_read || own_words(measure, scale).is_some()
}
