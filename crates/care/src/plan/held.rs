//! What is held of somebody here.

use crate::held::Says::{Account, Moment, Nothing, Told};
use crate::held::{HeldTable, of_case};

pub(crate) const HELD: [HeldTable; 2] = [
    HeldTable {
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
    HeldTable {
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
