//! What is kept of who brings questionnaires; who chooses is in the trail.

use platform::held::{Activity, Table};

use crate::held::Said;
use crate::held::Says::{Account, Moment, Nothing, Told};
use crate::words::Words;

pub(crate) const TABLES: [Table<Said>; 1] = [Table {
    name: "brought_instrument",
    activity: Activity::Accounts,
    is: Words::held_brought_instrument,
    columns: &[
        ("id", Nothing),
        ("site_id", Nothing),
        ("code", Told(Words::held_brought_instrument_code)),
        ("version", Told(Words::held_brought_instrument_version)),
        ("file", Told(Words::held_brought_instrument_file)),
        ("brought_by", Account),
        ("brought_at", Moment),
    ],
}];
