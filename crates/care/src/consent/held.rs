//! What is held of somebody here.

use crate::held::HeldTable;
use crate::held::Says::{Account, Moment, Nothing, Told};

pub(crate) const HELD: [HeldTable; 1] = [HeldTable {
    table: "consent",
    rows: "person_id = $1",
    columns: &[
        ("id", Nothing),
        ("person_id", Nothing),
        ("purpose", Told),
        ("recipient", Told),
        ("wording", Told),
        ("given_at", Moment),
        ("recorded_by", Account),
        ("withdrawn_at", Moment),
    ],
}];
