//! What is counted, in words.

use care::figures::{Source, Step};
use measure::{Share, Shown};

use crate::words::Words;

pub(super) fn step(step: Step, w: &Words) -> String {
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
pub(super) fn definition(step: Step, w: &Words) -> String {
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

pub(super) fn source(source: Source, w: &Words) -> String {
    match source {
        Source::Prescriber => w.indicator_source_prescriber(),
        Source::Person => w.indicator_source_person(),
        Source::ThirdParty => w.indicator_source_third_party(),
        Source::Paper => w.indicator_source_paper(),
    }
}

/// « 82 », « non publié ».
pub(super) fn count(shown: Shown, w: &Words) -> String {
    shown.value().map_or_else(|| w.indicator_hidden(), |count| count.to_string())
}

/// « 73 % », rounded to the nearest.
pub(super) fn percent(share: f64, w: &Words) -> String {
    w.indicator_percent((share * 100.0).round())
}

/// A part of a whole, both shown, of enough persons.
pub(super) fn share(part: Shown, whole: Shown, w: &Words) -> Option<String> {
    let (part, whole) = (part.value()?, Shown::of(whole.value()?).value()?);
    Some(percent(Share::of(part, whole)?.value, w))
}
