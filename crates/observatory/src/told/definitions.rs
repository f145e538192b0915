//! How each number is counted, to which every number leads; and what none of them shows.

use care::figures::Step;
use kernel::coded::Coded;

use super::labels;
use crate::words::Words;

/// `(code, term, definition)` of all.
pub(super) fn definitions(w: &Words) -> Vec<(&'static str, String, String)> {
    let steps = Step::all().map(|step| (step.code(), labels::step(step, w), labels::definition(step, w)));
    let others = [
        ("screened", w.indicator_screened(), w.indicator_def_screened()),
        ("settled", w.indicator_settled(), w.indicator_def_settled()),
        ("closed", w.indicator_closed(), w.indicator_def_closed()),
        ("open", w.indicator_open(), w.indicator_def_open()),
        ("waits", w.indicator_waits(), w.indicator_def_waits()),
        ("declined", w.indicator_declined(), w.indicator_def_declined()),
        ("withdrawn", w.indicator_withdrawn(), w.indicator_def_withdrawn()),
        ("waiting", w.indicator_waiting(), w.indicator_def_waiting()),
        ("source", w.indicator_sources(), w.indicator_def_source()),
        ("lost", w.indicator_lost(), w.indicator_def_lost()),
        ("answers", w.indicator_answers(), w.indicator_def_answers()),
        ("load", w.indicator_load(), w.indicator_def_load()),
        ("change", w.indicator_changes(), w.indicator_def_change()),
        ("mean", w.indicator_change_mean(), w.indicator_def_mean()),
        ("size", w.indicator_change_size(), w.indicator_def_size()),
        ("missing", w.indicator_change_lost(), w.indicator_def_missing()),
        ("groups", w.indicator_groups(), w.indicator_def_groups()),
    ];
    steps.chain(others).collect()
}

/// What none of these numbers can show.
pub(crate) fn limits(w: &Words) -> [String; 4] {
    [
        w.indicator_limit_cause(),
        w.indicator_limit_unseen(),
        w.indicator_limit_noted(),
        w.indicator_limit_gone(),
    ]
}
