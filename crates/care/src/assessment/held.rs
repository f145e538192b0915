//! What is held of somebody here.

use crate::held::Says::{Account, Moment, Nothing, Told};
use crate::held::{HeldTable, Topic, of_case};
use crate::words::Words;

pub(crate) const HELD: [HeldTable; 1] = [HeldTable {
    table: "assessment",
    is: Words::held_assessment,
    topic: Topic::WhatMatters,
    rows: of_case!("case_id"),
    columns: &[
        ("case_id", Nothing),
        ("matters", Told(Words::held_assessment_matters)),
        ("strengths", Told(Words::held_assessment_strengths)),
        ("obstacles", Told(Words::held_assessment_obstacles)),
        ("needs", Told(Words::held_assessment_needs)),
        ("levers", Told(Words::held_assessment_levers)),
        ("topics", Told(Words::held_assessment_topics)),
        ("constraints", Told(Words::held_assessment_constraints)),
        ("languages", Told(Words::held_assessment_languages)),
        ("times", Told(Words::held_assessment_times)),
        ("reach_km", Told(Words::held_assessment_reach_km)),
        ("reach_by", Told(Words::held_assessment_reach_by)),
        ("digital_ease", Told(Words::held_assessment_digital_ease)),
        ("priority_area", Told(Words::held_assessment_priority_area)),
        ("updated_at", Moment),
        ("updated_by", Account),
        ("version", Nothing),
    ],
}];
