//! What is kept of those who ask and decide.

use platform::held::{Activity, Table};

use crate::held::Said;
use crate::held::Says::{Account, Moment, Nothing, Told};
use crate::words::Words;

pub(crate) const REQUESTS: Table<Said> = Table {
    name: "mass_export",
    activity: Activity::Accounts,
    is: Words::held_mass_export,
    columns: &[
        ("id", Nothing),
        ("site_id", Nothing),
        ("asked_by", Account),
        ("asked_at", Moment),
        ("reason", Told(Words::held_mass_export_reason)),
        ("decided_by", Account),
        ("decided_at", Moment),
        ("is_granted", Told(Words::held_mass_export_is_granted)),
        ("taken_at", Moment),
        ("persons", Told(Words::held_mass_export_persons)),
    ],
};
