//! What is counted, in words.

use care::figures::{Source, Step};
use kernel::Lang;
use measure::{Share, Shown};

use crate::words::Words;

pub(crate) fn step(step: Step, w: &Words) -> String {
    match step {
        Step::Referred => w.indicator_step_referred(),
        Step::Accompanied => w.indicator_step_accompanied(),
        Step::Reached => w.indicator_step_reached(),
        Step::Assessed => w.indicator_step_assessed(),
        Step::Connected => w.indicator_step_connected(),
        Step::Once => w.indicator_step_once(),
        Step::ThreeTimes => w.indicator_step_three_times(),
        Step::SixTimes => w.indicator_step_six_times(),
    }
}

/// How a step is counted.
pub(crate) fn definition(step: Step, w: &Words) -> String {
    match step {
        Step::Referred => w.indicator_def_referred(),
        Step::Accompanied => w.indicator_def_accompanied(),
        Step::Reached => w.indicator_def_reached(),
        Step::Assessed => w.indicator_def_assessed(),
        Step::Connected => w.indicator_def_connected(),
        Step::Once => w.indicator_def_once(),
        Step::ThreeTimes => w.indicator_def_three_times(),
        Step::SixTimes => w.indicator_def_six_times(),
    }
}

pub(crate) fn source(source: Source, w: &Words) -> String {
    match source {
        Source::Prescriber => w.indicator_source_prescriber(),
        Source::Person => w.indicator_source_person(),
        Source::ThirdParty => w.indicator_source_third_party(),
        Source::Paper => w.indicator_source_paper(),
    }
}

/// « 82 », « non publié ».
pub(crate) fn count(shown: Shown, w: &Words) -> String {
    shown.value().map_or_else(|| w.indicator_hidden(), |count| count.to_string())
}

/// « 73 % », rounded to the nearest.
pub(crate) fn percent(share: f64, w: &Words) -> String {
    w.indicator_percent((share * 100.0).round())
}

/// « −1,1 », “−1.1”: with the language's mark and a true minus.
pub(crate) fn decimal(value: f64, digits: usize, lang: Lang) -> String {
    let size = format!("{:.digits$}", value.abs());
    let is_nothing = size.chars().all(|c| matches!(c, '0' | '.'));
    let sign = if value < 0.0 && !is_nothing { "\u{2212}" } else { "" };
    let size = match lang {
        Lang::Fr => size.replace('.', ","),
        Lang::En => size,
    };
    format!("{sign}{size}")
}

/// « = 0,041 », « < 0,001 »: beyond three digits a probability says nothing more.
pub(crate) fn chance(p: f64, lang: Lang) -> String {
    const LEAST: f64 = 0.001;
    let (mark, value) = if p < LEAST { ("<", LEAST) } else { ("=", p) };
    format!("{mark}\u{a0}{}", decimal(value, 3, lang))
}

/// A part of a whole, both shown, of enough persons.
pub(crate) fn share(part: Shown, whole: Shown, w: &Words) -> Option<String> {
    let (part, whole) = (part.value()?, Shown::of(whole.value()?).value()?);
    Some(percent(Share::of(part, whole)?.value, w))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_the_language_s_mark_and_nothing_has_no_sign() {
        assert_eq!(decimal(-1.083, 1, Lang::Fr), "\u{2212}1,1");
        assert_eq!(decimal(-1.083, 2, Lang::En), "\u{2212}1.08");
        assert_eq!(decimal(-0.04, 1, Lang::Fr), "0,0");
        assert_eq!(chance(0.041_26, Lang::Fr), "=\u{a0}0,041");
        assert_eq!(chance(0.000_24, Lang::En), "<\u{a0}0.001");
    }
}
