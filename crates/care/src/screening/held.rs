//! What is held of somebody here.

use crate::held::HeldTable;
use crate::held::Says::{Account, Moment, Nothing, Told};

/// Some are held before a course of support begins, some within one.
macro_rules! of_person {
    () => {
        "person_id = $1 OR case_id IN (SELECT id FROM case_file WHERE person_id = $1)
         OR referral_id IN (SELECT id FROM referral WHERE person_id = $1)"
    };
}

pub(crate) const HELD: [HeldTable; 2] = [
    HeldTable {
        table: "screening",
        rows: of_person!(),
        columns: &[
            ("id", Nothing),
            ("site_id", Nothing),
            ("person_id", Nothing),
            ("case_id", Nothing),
            ("referral_id", Nothing),
            ("account_id", Account),
            ("mode", Told),
            ("moment", Told),
            ("held_on", Told),
            ("at", Moment),
        ],
    },
    HeldTable {
        table: "measurement",
        rows: concat!("screening_id IN (SELECT id FROM screening WHERE ", of_person!(), ")"),
        columns: &[
            ("id", Nothing),
            ("screening_id", Nothing),
            ("instrument", Told),
            ("version", Told),
            ("answers", Told),
            ("is_complete", Told),
        ],
    },
];
