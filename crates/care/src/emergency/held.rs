//! What is held of somebody here.

use crate::held::Says::{Account, Moment, Nothing, Told};
use crate::held::{HeldTable, Topic, of_case};
use crate::words::Words;

pub(crate) const HELD: [HeldTable; 1] = [HeldTable {
    table: "emergency_access",
    is: Words::held_emergency_access,
    topic: Topic::Emergencies,
    rows: of_case!("case_id"),
    columns: &[
        ("id", Nothing),
        ("case_id", Nothing),
        ("account_id", Account),
        ("reason", Told(Words::held_emergency_access_reason)),
        ("at", Moment),
        ("ended_at", Moment),
    ],
}];
