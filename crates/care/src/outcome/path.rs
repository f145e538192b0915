//! How far a person came, instrument by instrument: the values themselves, both days, the
//! difference, and what it does not prove.

use jiff::civil::Date;
use kernel::Lang;
use kernel::id::CaseId;
use measure::{Instrument, Scale};

use crate::screening::model::{Filled, Measure, Moment, instruments};
use crate::screening::{Pair, rules, saying};

/// One instrument, from its first measure to its latest review.
#[derive(Clone, Debug)]
pub struct Path {
    pub title: &'static str,
    /// The days of the two measures, where they were taken and are whole.
    pub first_on: Option<Date>,
    pub last_on: Option<Date>,
    pub rows: Vec<Row>,
    /// What goes with the figures: instrument and version, rule, comparator, no proof of cause.
    pub notes: Vec<String>,
}

/// One scale.
#[derive(Clone, Debug)]
pub struct Row {
    pub title: &'static str,
    /// A goal, in the person's words.
    pub own_words: Option<String>,
    /// Both in words, with their band.
    pub first: Option<String>,
    pub last: Option<String>,
    pub verdict: Verdict,
}

/// What can be said of the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// What the difference is called, and how large it is.
    Compared(String),
    /// The goal was in other words the second time.
    OtherWords,
    /// One of the two was not taken, or not whole.
    OneMissing,
}

/// The paths of every instrument measured at least once, in the order they are offered.
pub fn of_case(case: CaseId, measures: &[Measure], lang: Lang) -> Vec<Path> {
    instruments(measures)
        .into_iter()
        .map(|instrument| path(case, instrument, measures, lang))
        .filter(|path| !path.rows.is_empty())
        .collect()
}

fn path(case: CaseId, instrument: &'static Instrument, measures: &[Measure], lang: Lang) -> Path {
    let pair = Pair::among(case, &instrument.code, measures);
    let whole = |moment| {
        measures.iter().filter(move |measure| {
            measure.moment == moment
                && measure.instrument == instrument.code
                && measure.filled.as_ref().is_some_and(Filled::is_complete)
        })
    };
    let rows = instrument.scales.iter().map(|scale| row(scale, &pair, lang));
    Path {
        title: instrument.title.get(lang),
        first_on: whole(Moment::First).next().map(|measure| measure.held_on),
        last_on: whole(Moment::Review).next_back().map(|measure| measure.held_on),
        rows: rows.filter(|row| row.first.is_some() || row.last.is_some()).collect(),
        notes: instrument.scales.first().map_or_else(Vec::new, |scale| instrument.own_notes(scale, lang)),
    }
}

fn row(scale: &'static Scale, pair: &Pair, lang: Lang) -> Row {
    let value = |filled: &Option<Filled>| {
        let value = filled.as_ref()?.score()?.reading(&scale.code)?.value;
        Some(saying::value(scale, value, lang))
    };
    Row {
        title: scale.title.get(lang),
        own_words: [&pair.first, &pair.last]
            .into_iter()
            .find_map(|filled| own_words(filled.as_ref()?, scale)),
        first: value(&pair.first),
        last: value(&pair.last),
        verdict: verdict(scale, pair, lang),
    }
}

fn verdict(scale: &'static Scale, pair: &Pair, lang: Lang) -> Verdict {
    match (pair.change(scale), &pair.first, &pair.last) {
        (Some(change), ..) => Verdict::Compared(saying::change(scale, change, lang)),
        (None, Some(first), Some(last)) if !rules::comparable(scale, first, last) => Verdict::OtherWords,
        (None, ..) => Verdict::OneMissing,
    }
}

fn own_words(filled: &Filled, scale: &Scale) -> Option<String> {
    scale.items.iter().find_map(|item| filled.words.get(item)).cloned()
}

#[cfg(test)]
mod tests {
    use super::super::builders::{loneliness, taken};
    use super::*;
    use jiff::civil::date;

    fn goal(value: i64, words: &str) -> Filled {
        let item = "own_goals.goal1".to_owned();
        Filled::new(measure::own_goals(), [(item.clone(), value)].into_iter().collect())
            .in_words([(item, words.to_owned())].into_iter().collect())
    }

    const FIRST: Date = date(2026, 1, 13);
    const LAST: Date = date(2026, 3, 3);

    #[test]
    fn both_values_both_days_and_the_difference_are_shown() {
        let measures = [
            taken(Moment::First, FIRST, loneliness([3, 3, 2])),
            taken(Moment::Review, LAST, loneliness([2, 2, 1])),
        ];
        let paths = of_case(CaseId::new(), &measures, Lang::Fr);
        let [path] = &paths[..] else { panic!("{paths:?}") };
        assert_eq!((path.first_on, path.last_on), (Some(FIRST), Some(LAST)));
        let row = &path.rows[0];
        assert_eq!(row.first.as_deref(), Some("8 sur 9\u{a0}: solitude, selon le repère d’usage"));
        assert_eq!(row.last.as_deref(), Some("5 sur 9\u{a0}: sous le repère de solitude"));
        assert_eq!(row.verdict, Verdict::Compared("Moins de solitude (\u{2212}3)".to_owned()));
        assert!(path.notes.iter().any(|note| note.contains("ne prouve pas")));
        assert!(path.notes.iter().all(|note| !note.contains("intervalle")));
    }

    #[test]
    fn a_goal_in_other_words_is_not_compared() {
        let first = taken(Moment::First, FIRST, goal(3, "Chanter"));
        let same = taken(Moment::Review, LAST, goal(7, "chanter"));
        let other = taken(Moment::Review, LAST, goal(7, "Prendre le bus"));
        let verdict = |last: Measure| {
            let paths = of_case(CaseId::new(), &[first.clone(), last], Lang::Fr);
            paths[0].rows[0].verdict.clone()
        };
        assert_eq!(verdict(same), Verdict::Compared("S’en rapproche (+4)".to_owned()));
        assert_eq!(verdict(other), Verdict::OtherWords);
    }

    #[test]
    fn a_measure_taken_once_is_not_a_change() {
        let measures = [taken(Moment::First, FIRST, loneliness([3, 3, 2]))];
        let paths = of_case(CaseId::new(), &measures, Lang::Fr);
        assert_eq!((paths[0].last_on, &paths[0].rows[0].verdict), (None, &Verdict::OneMissing));
    }
}
