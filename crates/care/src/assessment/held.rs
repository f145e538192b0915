//! What is held of somebody here.

use crate::held::Says::{Account, Moment, Nothing, Told};
use crate::held::{HeldTable, of_case};

pub(crate) const HELD: [HeldTable; 1] = [HeldTable {
    table: "assessment",
    rows: of_case!("case_id"),
    columns: &[
        ("case_id", Nothing),
        ("matters", Told),
        ("strengths", Told),
        ("obstacles", Told),
        ("needs", Told),
        ("levers", Told),
        ("topics", Told),
        ("constraints", Told),
        ("languages", Told),
        ("times", Told),
        ("reach_km", Told),
        ("reach_by", Told),
        ("updated_at", Moment),
        ("updated_by", Account),
        ("version", Nothing),
    ],
}];
