//! What is held of somebody here.

use crate::held::Says::{Account, Moment, Nothing, Told};
use crate::held::{HeldTable, Topic};
use crate::words::Words;

pub(crate) const HELD: [HeldTable; 1] = [HeldTable {
    table: "person",
    is: Words::held_person,
    topic: Topic::Who,
    rows: "id = $1 OR merged_into = $1",
    columns: &[
        ("id", Nothing),
        ("site_id", Nothing),
        ("civility", Told(Words::held_person_civility)),
        ("name", Told(Words::held_person_name)),
        // The name again, in the order it is looked up by.
        ("name_key", Nothing),
        ("birth_year", Told(Words::held_person_birth_year)),
        ("commune_code", Told(Words::held_person_commune_code)),
        ("address", Told(Words::held_person_address)),
        ("phone", Told(Words::held_person_phone)),
        ("discreet", Told(Words::held_person_discreet)),
        ("call_when", Told(Words::held_person_call_when)),
        ("created_at", Moment),
        ("merged_into", Nothing),
        ("version", Nothing),
        ("corrected_at", Moment),
        ("corrected_by", Account),
    ],
}];
