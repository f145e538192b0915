//! What is held of somebody here.

use crate::held::Says::{Account, Moment, Nothing, Told};
use crate::held::{HeldTable, of_case};

pub(crate) const HELD: [HeldTable; 1] = [HeldTable {
    table: "emergency_access",
    rows: of_case!("case_id"),
    columns: &[
        ("id", Nothing),
        ("case_id", Nothing),
        ("account_id", Account),
        ("reason", Told),
        ("at", Moment),
        ("ended_at", Moment),
    ],
}];
