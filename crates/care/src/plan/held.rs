//! What is held of somebody here.

use crate::held::Says::{Account, Moment, Nothing, Told};
use crate::held::{Held, of_case};

pub(crate) const HELD: [Held; 2] = [
    Held {
        table: "goal",
        rows: of_case!("case_id"),
        columns: &[
            ("id", Nothing),
            ("case_id", Nothing),
            ("position", Told),
            ("words", Told),
            ("created_at", Moment),
            ("dropped_at", Moment),
        ],
    },
    Held {
        table: "plan",
        rows: of_case!("case_id"),
        columns: &[
            ("case_id", Nothing),
            ("words", Told),
            ("steps", Told),
            ("agreed_on", Told),
            ("review_on", Told),
            ("updated_at", Moment),
            ("updated_by", Account),
            ("version", Nothing),
        ],
    },
];
