//! What is held of somebody here.

use crate::held::Says::{Account, Moment, Nothing, Told};
use crate::held::{HeldTable, Topic, of_case};
use crate::words::Words;

pub(crate) const HELD: [HeldTable; 2] = [
    HeldTable {
        table: "filling",
        is: Words::held_filling,
        topic: Topic::Answers,
        rows: of_case!("case_id"),
        columns: &[
            ("id", Nothing),
            ("case_id", Nothing),
            ("started_by", Account),
            ("way", Told(Words::held_filling_way)),
            ("moment", Told(Words::held_screening_moment)),
            ("code", Told(Words::held_filling_code)),
            ("started_at", Moment),
            ("ends_at", Moment),
            ("version", Nothing),
            ("finished_at", Moment),
            ("dropped_at", Moment),
        ],
    },
    HeldTable {
        table: "filling_part",
        is: Words::held_filling_part,
        topic: Topic::Answers,
        rows: concat!("filling_id IN (SELECT id FROM filling WHERE ", of_case!("case_id"), ")"),
        columns: &[
            ("filling_id", Nothing),
            ("place", Nothing),
            ("instrument", Told(Words::held_measurement_instrument)),
            ("version", Told(Words::held_measurement_version)),
            ("answers", Told(Words::held_measurement_answers)),
        ],
    },
];
