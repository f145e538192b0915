//! What is held of somebody here.

use crate::held::HeldTable;
use crate::held::Says::{Account, Moment, Nothing, Told};

pub(crate) const HELD: [HeldTable; 1] = [HeldTable {
    table: "person",
    rows: "id = $1 OR merged_into = $1",
    columns: &[
        ("id", Nothing),
        ("site_id", Nothing),
        ("civility", Told),
        ("name", Told),
        // The name again, in the order it is looked up by.
        ("name_key", Nothing),
        ("birth_year", Told),
        ("commune_code", Told),
        ("address", Told),
        ("phone", Told),
        ("discreet", Told),
        ("call_when", Told),
        ("created_at", Moment),
        ("merged_into", Nothing),
        ("version", Nothing),
        ("corrected_at", Moment),
        ("corrected_by", Account),
    ],
}];
