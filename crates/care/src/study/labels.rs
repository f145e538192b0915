//! Codes of studies in words.

use kernel::coded::Coded;

use super::model::{Point, Stage};
use super::rules::calendar::Standing;
use super::rules::deviations::Kind;
use crate::words::Words;

/// « Au début », « À 3 mois ».
pub(super) fn point(point: &Point, w: &Words) -> String {
    if point.is_baseline() { w.study_point_baseline() } else { w.study_point_months(i64::from(point.months)) }
}

pub(super) fn standing(standing: Standing, w: &Words) -> String {
    match standing {
        Standing::Ahead => w.study_standing_ahead(),
        Standing::Open => w.study_standing_open(),
        Standing::Late => w.study_standing_late(),
        Standing::Done => w.study_standing_done(),
        Standing::Partly => w.study_standing_partly(),
        Standing::Missed => w.study_standing_missed(),
        Standing::Stopped => w.study_standing_stopped(),
    }
}

pub(super) fn stage(stage: Stage, w: &Words) -> String {
    match stage {
        Stage::Draft => w.study_stage_draft(),
        Stage::Open { .. } => w.study_stage_open(),
        Stage::Closed { .. } => w.study_stage_closed(),
        Stage::Ended { .. } => w.study_stage_ended(),
    }
}

pub(super) fn deviation(kind: Kind, w: &Words) -> String {
    match kind {
        Kind::OutsideWindow => w.study_deviation_outside_window(),
        Kind::MissingInstrument => w.study_deviation_missing_instrument(),
        Kind::WrongArm => w.study_deviation_wrong_arm(),
        Kind::Consent => w.study_deviation_consent(),
        Kind::Other => w.study_deviation_other(),
    }
}

/// Each with its code, as a form offers them.
pub(super) fn deviations(w: &Words) -> Vec<(&'static str, String)> {
    Kind::all().map(|kind| (kind.code(), deviation(kind, w))).collect()
}
