//! What is held of somebody here.

use crate::held::Says::{Account, Moment, Nothing, Told};
use crate::held::{HeldTable, Topic, of_case};
use crate::words::Words;

pub(crate) const HELD: [HeldTable; 2] = [
    HeldTable {
        table: "goal",
        is: Words::held_goal,
        topic: Topic::WhatMatters,
        rows: of_case!("case_id"),
        columns: &[
            ("id", Nothing),
            ("case_id", Nothing),
            ("position", Told(Words::held_goal_position)),
            ("words", Told(Words::held_goal_words)),
            ("created_at", Moment),
            ("dropped_at", Moment),
        ],
    },
    HeldTable {
        table: "plan",
        is: Words::held_plan,
        topic: Topic::WhatMatters,
        rows: of_case!("case_id"),
        columns: &[
            ("case_id", Nothing),
            ("words", Told(Words::held_plan_words)),
            ("steps", Told(Words::held_plan_steps)),
            ("agreed_on", Told(Words::held_plan_agreed_on)),
            ("review_on", Told(Words::held_plan_review_on)),
            ("updated_at", Moment),
            ("updated_by", Account),
            ("version", Nothing),
        ],
    },
];
