//! A measured value and a change in a few words, the same wherever they are shown.

use kernel::Lang;
use measure::{Change, Scale};

use super::model::Filled;
use crate::words::words;

/// Well-being so low that a number to call at once is shown beside it; the box names nobody, says
/// nothing of the person and is not kept.
const LOW_WELLBEING: i64 = 2;

/// « 7 sur 9 : solitude, selon le repère d’usage », or « 4 sur 10 » where no band was published.
pub(crate) fn value(scale: &Scale, value: i64, lang: Lang) -> String {
    let (w, reading) = (words(lang), scale.reading(value));
    let (text, highest) = (reading.value_text(lang), scale.reading(scale.highest).value_text(lang));
    match reading.band {
        Some(band) => w.screening_value_and_band(&text, &highest, begun_small(band.title.get(lang))),
        None => w.screening_value(&text, &highest),
    }
}

/// « S’en rapproche (+1) »; no difference needs no number.
pub(crate) fn change(scale: &Scale, change: Change, lang: Lang) -> String {
    let says = scale.verdict_text(change.verdict, lang);
    match change.raw {
        0 => says.to_owned(),
        raw => format!("{says} ({})", signed(scale, raw, lang)),
    }
}

/// One line of what was filled in: « Échelle de solitude UCLA : 7 sur 9, solitude, selon le repère d’usage ».
pub(crate) fn main_result(filled: &Filled, lang: Lang) -> String {
    let (w, title) = (words(lang), filled.instrument.title.get(lang));
    match filled.score() {
        Some(score) if filled.is_complete() => {
            w.screening_one_result(title, value(score.main.scale, score.main.value, lang))
        }
        _ => w.screening_one_result(title, w.screening_incomplete()),
    }
}

/// Whether somebody said of themselves, out of ten, that they are not well at all.
pub(crate) fn is_in_distress(filled: &Filled) -> bool {
    filled.instrument.code == measure::own_goals().code
        && filled
            .score()
            .and_then(|score| score.reading("wellbeing").map(|reading| reading.value))
            .is_some_and(|value| value <= LOW_WELLBEING)
}

/// « +2 », « −1,5 »: with the minus sign of typographers.
fn signed(scale: &Scale, raw: i64, lang: Lang) -> String {
    let size = scale.reading(raw.saturating_abs()).value_text(lang);
    if raw < 0 { format!("\u{2212}{size}") } else { format!("+{size}") }
}

/// A title that goes on a sentence.
fn begun_small(title: &str) -> String {
    let mut letters = title.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wellbeing(value: i64) -> Filled {
        let answers = [("own_goals.wellbeing".to_owned(), value)].into_iter().collect();
        Filled::new(measure::own_goals(), answers)
    }

    #[test]
    fn a_value_is_said_with_its_highest_and_its_band() {
        let [lonely] = &measure::ucla3().scales[..] else { panic!("one scale") };
        assert_eq!(value(lonely, 7, Lang::Fr), "7 sur 9\u{a0}: solitude, selon le repère d’usage");
        let goal = &measure::own_goals().scales[0];
        assert_eq!(value(goal, 4, Lang::Fr), "4 sur 10");
    }

    #[test]
    fn a_change_is_named_first_then_counted() {
        let goal = &measure::own_goals().scales[0];
        assert_eq!(change(goal, goal.change(5, 2), Lang::Fr), "S’en éloigne (\u{2212}3)");
        assert_eq!(change(goal, goal.change(3, 4), Lang::Fr), "S’en rapproche (+1)");
        assert_eq!(change(goal, goal.change(3, 3), Lang::Fr), "Pareil");
    }

    #[test]
    fn the_number_to_call_is_shown_up_to_two_of_ten() {
        assert_eq!([0, 2, 3].map(|value| is_in_distress(&wellbeing(value))), [true, true, false]);
    }
}
