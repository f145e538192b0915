//! What is held of somebody here.

use crate::held::Says::{Account, Moment, Nothing, Told};
use crate::held::{HeldTable, Topic};
use crate::words::Words;

/// Some are held before a course of support begins, some within one.
macro_rules! of_person {
    () => {
        "person_id = $1 OR case_id IN (SELECT id FROM case_file WHERE person_id = $1)
         OR referral_id IN (SELECT id FROM referral WHERE person_id = $1)"
    };
}

pub(crate) const HELD: [HeldTable; 3] = [
    HeldTable {
        table: "screening",
        is: Words::held_screening,
        topic: Topic::Answers,
        rows: of_person!(),
        columns: &[
            ("id", Nothing),
            ("site_id", Nothing),
            ("person_id", Nothing),
            ("case_id", Nothing),
            ("referral_id", Nothing),
            ("account_id", Account),
            ("mode", Told(Words::held_screening_mode)),
            ("moment", Told(Words::held_screening_moment)),
            ("held_on", Told(Words::held_screening_held_on)),
            ("at", Moment),
        ],
    },
    HeldTable {
        table: "measurement",
        is: Words::held_measurement,
        topic: Topic::Answers,
        rows: concat!("screening_id IN (SELECT id FROM screening WHERE ", of_person!(), ")"),
        columns: &[
            ("id", Nothing),
            ("screening_id", Nothing),
            ("instrument", Told(Words::held_measurement_instrument)),
            ("version", Told(Words::held_measurement_version)),
            ("answers", Told(Words::held_measurement_answers)),
            ("is_complete", Told(Words::held_measurement_is_complete)),
        ],
    },
    HeldTable {
        table: "safety_check",
        is: Words::held_safety_check,
        topic: Topic::Answers,
        rows: concat!("screening_id IN (SELECT id FROM screening WHERE ", of_person!(), ")"),
        columns: &[
            ("screening_id", Nothing),
            ("opened_at", Moment),
            ("done", Told(Words::held_safety_check_done)),
            ("note", Told(Words::held_safety_check_note)),
            ("done_by", Account),
            ("done_at", Moment),
        ],
    },
];
